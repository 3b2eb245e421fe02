"""Tests of the comparison of catalogs."""
