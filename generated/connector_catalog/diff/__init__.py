"""Compares a request with the response of the vendor's API."""
