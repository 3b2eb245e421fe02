"""Parses example payloads, strictly: what a vendor prints as JSON is not always JSON."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from generator.blocks.block import Code
from generator.diagnostics import Diagnostics
from generator.records.record import ExampleRecord

_DEEPEST = 50
_REQUEST_LINE = re.compile(r"\s*(?:POST|PUT|PATCH)\s+\S+?\s*(?=\{)")


def parse_payload(text: str) -> tuple[dict[str, Any] | None, str]:
    """The payload of a JSON object, or ``None`` and what is wrong with the text."""
    try:
        value = json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constants, parse_float=_finite)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as fault:
        return None, str(fault)
    if _depth(value) > _DEEPEST:
        return None, f"it is nested more than {_DEEPEST} deep"
    if not isinstance(value, dict):
        return None, f"it is a JSON {type(value).__name__}"
    return value, ""


def _depth(value: Any) -> int:
    """How many objects and lists stand inside each other."""
    depth, level = 0, [value] if isinstance(value, dict | list) else []
    while level:
        inner = (part for each in level for part in (each.values() if isinstance(each, dict) else each))
        depth, level = depth + 1, [part for part in inner if isinstance(part, dict | list)]
    return depth


def body_of(text: str) -> str:
    """The payload of a request that is printed with its method and address before it."""
    return _REQUEST_LINE.sub("", text)


def read_example(code: Code, diagnostics: Diagnostics, subject: str) -> ExampleRecord:
    """The example of one code block; a text that is no payload gets an error ``example-not-json``."""
    value, fault = parse_payload(body_of(code.text))
    if value is None:
        message = f"the example is not a JSON object: {fault}"
        diagnostics.error("example-not-json", code.place, message, subject)
    return ExampleRecord(code.text, code.place, value)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise ValueError(f"the key {twice!r} stands twice")
    return dict(pairs)


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(f"{number} is no number that JSON can hold")
    return value


def _no_constants(word: str) -> Any:
    raise ValueError(f"{word} is not JSON")
