"""Reads Stitch's documents."""

from generator.records.stitch.page import ApiPageReader

READERS = (ApiPageReader(),)
