"""Outputs: prints contexts through templates. Nothing is decided here."""
