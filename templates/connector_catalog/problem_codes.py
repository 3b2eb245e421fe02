"""The codes of problems, with their meanings and levels. Needs the standard library only."""

from __future__ import annotations

from typing import NamedTuple

from .problems import Level

_ERRORS = {
    "any-of": "One of several properties is required.",
    "at-most-one": "At most one of several properties is accepted.",
    "const": "The value is fixed.",
    "create-only": "The property cannot be changed later.",
    "duplicate-key": "An object has a name twice.",
    "empty": "The input is empty.",
    "enum": "The value is not one of the listed values.",
    "exclusive-maximum": "The number is too large.",
    "exclusive-minimum": "The number is too small.",
    "format": "The date does not exist.",
    "max-items": "The list has too many items.",
    "max-length": "The string is too long.",
    "maximum": "The number is too large.",
    "min-items": "The list has too few items.",
    "min-length": "The string is too short.",
    "minimum": "The number is too small.",
    "misplaced": "The property belongs to another part of the request.",
    "no-connector": "The payload does not name its connector.",
    "not-json": "Invalid JSON.",
    "not-readable": "The file cannot be read.",
    "not-utf-8": "Invalid UTF-8.",
    "not-yaml": "Invalid YAML.",
    "pattern": "The string does not match the pattern.",
    "read-only": "The vendor sets the property.",
    "required": "The property is required.",
    "too-deep": "Objects and lists are nested too deeply.",
    "too-large": "The input is too large.",
    "type": "The value has the wrong type.",
    "unique-items": "The list has an item twice.",
    "unknown": "The catalog does not know the property.",
    "unknown-connector": "The catalog does not know the connector.",
    "update-only": "Only updates accept the property.",
    "yaml-missing": "YAML needs PyYAML.",
}
_WARNINGS = {
    "deprecated": "The vendor advises against the property.",
    "deprecated-value": "The vendor advises against the value.",
    "empty-value": "The property is required and has an empty value.",
    "expected": "The property is usually needed.",
    "not-a-reference": "Only a whole secret can be a reference.",
    "not-applicable": "The property has no meaning here.",
    "placeholder": "The value looks like a placeholder.",
    "port-range": "No port has this number.",
    "unknown-warning": "The catalog does not know the property.",
    "unlisted-value": "The catalog does not list the value.",
}
_NOTES = {
    "more-problems": "The file has more problems than are listed.",
    "other-part": "The property is documented in another part of the request.",
    "skipped": "The file names no connector.",
}


class ProblemCode(NamedTuple):
    """The description of a problem code.

    Attributes:
        meaning: A sentence.
        level: Their level.
    """

    meaning: str
    level: Level


_LEVELS: tuple[tuple[Level, dict[str, str]], ...] = (
    ("error", _ERRORS),
    ("warning", _WARNINGS),
    ("note", _NOTES),
)
PROBLEM_CODES = {code: ProblemCode(each, level) for level, meanings in _LEVELS for code, each in meanings.items()}
"""The codes of ``validate``; those of ``check-upgrade`` are in ``upgrades/effects.py``."""
