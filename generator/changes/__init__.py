"""Compares two catalogs and rates how each change affects writers of requests and readers of responses."""
