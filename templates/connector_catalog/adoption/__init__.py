"""Turns responses of the vendors' APIs into requests to keep, with references in the place of secrets."""
