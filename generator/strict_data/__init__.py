"""Strict and bounded readers of files, JSON and YAML: the only way in for data that others have written."""
