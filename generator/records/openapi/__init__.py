"""Reads the parts of OpenAPI files that are the same for all vendors."""
