"""Releases of the data: their versions, and their sections of the changelog."""
