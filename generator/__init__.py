"""Connector Catalog: vendors' documentation in, a catalog of connector properties and four outputs out."""
