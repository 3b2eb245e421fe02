"""Runs the stages: from the captures of documents to all files of a project. It has no rules of its own."""
