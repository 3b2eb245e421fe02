"""Releases of the data: which version they get, and the section of the changelog that says what changed."""
