"""The vendors' profiles."""
