"""Compares a request with what the vendor's API returned."""
