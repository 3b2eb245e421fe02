"""Documents: a vendor's page or file as bytes, with its origin."""
