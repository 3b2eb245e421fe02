"""Reads Stitch's documents."""

import re

from generator.records.reader import PageReader
from generator.records.stitch.page import read_page

READERS = (PageReader(re.compile(r"connection property object|api\.stitchdata\.com", re.IGNORECASE), read_page),)
