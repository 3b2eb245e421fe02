"""The data of the configuration builder."""
