"""What differs between two catalogs, and whom it breaks."""
