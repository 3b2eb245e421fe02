"""The catalog: vendors' documentation in normalised form, one JSON file per connector."""
