"""Parses the example payloads of a document, strictly, because they are not always valid JSON."""

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
        for correction in corrections if was_json else corrections[-1:]:
            message = f"the example is corrected: {correction.reason}"
            if was_json:
                self._diagnostics.warning("corrected", code.place, message, f"{correction.connector} {correction.step}")
            else:
                self._diagnostics.warning("example-not-json", code.place, message, subject)
        return ExampleRecord(code.place, value)

    def corrected(self, code: Code, connector: str, steps: Collection[str]) -> tuple[str, list[ExampleCorrection]]:
        """Return the corrected text of a code block and the corrections that change it."""
        text = code.text
        applied: list[ExampleCorrection] = []
        for correction in self._corrections:
            if correction.connector == connector and correction.step in steps and correction.old in text:
                text = text.replace(correction.old, correction.new)
                applied.append(correction)
        return text, applied


def parse_payload(text: str) -> tuple[dict[str, Any] | None, str]:
    """Parse the payload in a text; return ``None`` and the fault if it is invalid."""
    try:
        value = parse_json(text, _BOUNDS)
    except DataError as fault:
        place = f" ({fault.place})" if fault.place else ""
        return None, str(fault).removeprefix("invalid JSON: ") + place
    if not isinstance(value, dict):
        return None, f"its type is {type_of(value)}"
    invalid = next(filter(None, map(property_name_fault, _names(value))), "")
    return (None, invalid) if invalid else (value, "")


def body_of(text: str) -> str:
    """Return the text of a code block without the request line before its payload."""
    return _REQUEST_LINE.sub("", text)


def _names(value: Any) -> Iterator[str]:
    """Yield the names in a value, at all levels."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from _names(member)
