"""Documents: a vendor's page as bytes, with where it came from."""
