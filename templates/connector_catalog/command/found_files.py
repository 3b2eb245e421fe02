"""Tells the payloads of a folder from its other files, which are no mistakes."""

from __future__ import annotations

import re
from functools import cache

from ..problems import Problem
from ..vendors import vendors
from ..warning_codes import SKIPPED
from .lines import Examined

SKIPPED_FILE = Problem("", SKIPPED, "skipped, no connector is named", level="note")
_AT_ROOT = re.compile(r"(?:\[\d+\])?")
_UNREAD = frozenset({"empty", "yaml-missing", "not-json", "not-utf-8", "not-yaml", "too-deep", "too-large"})
_UNNAMED = _UNREAD | {"no-connector", "type"}


def is_of_payloads(examined: Examined, head: bytes) -> bool:
    """Return whether a file that was found in a folder, or its first part, has payloads.

    One of its payloads names a connector, or it cannot be read and has the fields with which payloads do so.
    """
    # Each payload that names no connector has exactly one problem, and it is about the whole payload.
    codes = [problem.code for _, problem in examined.problems if _AT_ROOT.fullmatch(problem.path)]
    unnamed = sum(code in _UNNAMED for code in codes)
    if examined.payloads > unnamed:
        return True
    return not _UNREAD.isdisjoint(codes) and has_fields_of_requests(head)


def has_fields_of_requests(head: bytes) -> bool:
    """Return whether the first part of a file seems to have the fields by which some requests are recognised."""
    return any(all(field.search(head) for field in fields) for fields in _fields())


@cache
def _fields() -> tuple[tuple[re.Pattern[bytes], ...], ...]:
    """Return the patterns of the fields by which the requests of each vendor are recognised."""
    shapes = {shape.recognised_by for each in vendors().values() for shape in each.requests.values()}
    names = [[path.rpartition(".")[2].encode() for path in paths] for paths in sorted(shapes)]
    return tuple(tuple(re.compile(rb"\b%b\b[\"']?\s*:" % re.escape(name)) for name in each) for each in names)
