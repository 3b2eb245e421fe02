"""Changes between versions of the data, and their effects on payloads."""
