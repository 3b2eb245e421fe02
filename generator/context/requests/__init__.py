"""Requests of connectors as text, in each language that a page shows."""
