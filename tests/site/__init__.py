"""The documentation site in a browser."""
