"""Compares two catalogs and says whom each change breaks."""
