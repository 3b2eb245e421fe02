"""Parses example payloads, strictly: what vendors print as JSON is not always JSON."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator
from typing import Any

from generator.blocks.block import Code
from generator.diagnostics import Diagnostics
from generator.records.property_name import property_name_fault
from generator.strict_data.fault import DataError
from generator.strict_data.json_text import parse_json
from templates.connector_catalog.bounds import DOCUMENT
from templates.connector_catalog.constraints import type_of

_BOUNDS = DOCUMENT._replace(depth=50)
_REQUEST_LINE = re.compile(r"\A\s*(?:POST|PUT|PATCH)\s+\S+?\s*(?=\{\s*[\"}])")


@dataclasses.dataclass(frozen=True)
class ExampleCorrection:
    """Replaces a faulty piece of an example's text.

    Attributes:
        connector: Key of the connector, ``<vendor>/<role>/<type>``.
        step: Name of the step that the example belongs to.
        reason: Why, in one sentence.
    """

    connector: str
    step: str
    old: str
    new: str
    reason: str


@dataclasses.dataclass(frozen=True)
class ExampleRecord:
    """An example payload of a step."""

    place: str
    value: dict[str, Any]


class ExampleReader:
    """Reads the examples of one document, each corrected before it is parsed."""

    def __init__(self, corrections: Collection[ExampleCorrection], diagnostics: Diagnostics) -> None:
        self._corrections = corrections
        self._diagnostics = diagnostics
        self.applied: tuple[ExampleCorrection, ...] = ()
        """The corrections that were applied, in order."""

    def read(self, code: Code, connector: str, steps: Collection[str], subject: str) -> ExampleRecord | None:
        """Return the example of a code block, which belongs to one of the steps; other text is an error."""
        text, corrections = self.corrected(code, connector, steps)
        self.applied = tuple(dict.fromkeys((*self.applied, *corrections)))
        value, fault = parse_payload(body_of(text))
        if value is None:
            message = f"the example is not a JSON object: {fault}"
            self._diagnostics.error("example-not-json", code.place, message, subject)
            return None
        was_json = parse_payload(body_of(code.text))[0] is not None
        for each in corrections if was_json else corrections[-1:]:
            rule, about = ("corrected", f"{each.connector} {each.step}") if was_json else ("example-not-json", subject)
            self._diagnostics.warning(rule, code.place, f"the example is corrected: {each.reason}", about)
        return ExampleRecord(code.place, value)

    def corrected(self, code: Code, connector: str, steps: Collection[str]) -> tuple[str, list[ExampleCorrection]]:
        """Return the corrected text of a code block and the corrections that change it."""
        text, found = code.text, []
        for each in self._corrections:
            if each.connector == connector and each.step in steps and each.old in text:
                text = text.replace(each.old, each.new)
                found.append(each)
        return text, found


def parse_payload(text: str) -> tuple[dict[str, Any] | None, str]:
    """Parse the payload in a text; return ``None`` and the fault if it is invalid."""
    try:
        value = parse_json(text, _BOUNDS)
    except DataError as fault:
        where = f" ({fault.place})" if fault.place else ""
        return None, str(fault).removeprefix("invalid JSON: ") + where
    if not isinstance(value, dict):
        return None, f"its type is {type_of(value)}"
    invalid = next(filter(None, map(property_name_fault, _names(value))), "")
    return (None, invalid) if invalid else (value, "")


def body_of(text: str) -> str:
    """Return the payload of a request that is printed with its method and address."""
    return _REQUEST_LINE.sub("", text)


def _names(value: Any) -> Iterator[str]:
    """Yield the names in a value, at all levels."""
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _names(inner)
