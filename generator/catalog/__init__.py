"""Catalog: the normalised form of what the vendors' pages say, one JSON file per connector."""
