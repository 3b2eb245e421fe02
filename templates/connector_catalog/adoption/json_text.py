"""Adopted connections as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .adopted import Connection


def json_text(connections: Sequence[Connection]) -> str:
    """Return one request, or a list of several."""
    requests = [each.request for each in connections]
    return f"{as_json(requests[0] if len(requests) == 1 else requests)}\n"


def as_json(value: Any) -> str:
    """Return a value as indented JSON in which every character can be printed."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    # Only strings have characters that are not ASCII, so that an escape is valid wherever one is.
    return "".join(each if each.isprintable() or each == "\n" else json.dumps(each)[1:-1] for each in text)
