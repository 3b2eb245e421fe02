"""Reads Stitch's documents."""

import re

from generator.records.reader import PageReader
from generator.records.stitch.headings import VOCABULARY
from generator.records.stitch.page import read_page

_MARKS = re.compile(r"connection property object|api\.stitchdata\.com", re.IGNORECASE)
READERS = (PageReader(_MARKS, read_page, VOCABULARY),)
