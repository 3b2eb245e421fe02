"""Hooks of MkDocs, and what they add to the pages of the documentation site."""
