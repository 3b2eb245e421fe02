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

UPGRADE_MEANINGS = {
    "applicability-changed": "The property applies to other requests than before.",
    "applicability-narrowed": "The property applies to fewer requests than before.",
    "became-create-only": "Updates can no longer change the property.",
    "became-deprecated": "The vendor now advises against the property.",
    "became-public": "Responses no longer hide the property.",
    "became-read-only": "The vendor now sets the property.",
    "became-read-only-in-envelope": "The vendor now sets the property.",
    "became-required": "The property is now required.",
    "became-secret": "Responses now hide the property.",
    "became-update-only": "Only updates still accept the property.",
    "became-write-only": "Responses no longer have the property.",
    "changed": "The property has changed.",
    "closed": "The object no longer accepts unlisted properties.",
    "connector-removed": "The catalog no longer has the connector.",
    "connector-undocumented": "The vendor no longer documents the connector.",
    "deciding-default-changed": "The default has changed, and other properties depend on it.",
    "default-changed": "The default has changed.",
    "expectation-added": "The property is now usually needed.",
    "form-changed": "The string must have a different form.",
    "form-stated": "The string must have a certain form.",
    "limit-tightened": "A limit of the value is tighter than before.",
    "other-problems": "The payload has errors that no change explains.",
    "property-added-to-open-object": "A name that could have any value now has constraints.",
    "property-moved": "The property has moved to another part of the request.",
    "property-removed": "The connector no longer has the property.",
    "property-removed-from-open-object": "The connector no longer has the property.",
    "property-renamed": "The property was renamed.",
    "property-undocumented": "The vendor no longer documents the property.",
    "required-property-added": "A new property is required.",
    "rules-added": "A combination of properties is no longer accepted.",
    "selector-changed": "A different value selects the variant.",
    "type-changed": "The value must have a different type.",
    "type-narrowed": "The property accepts fewer types than before.",
    "unit-changed": "The number has a different unit.",
    "unlisted-value-warned": "The value is no longer listed.",
    "values-deprecated": "The vendor now advises against the value.",
    "values-removed": "The value is no longer accepted.",
    "values-replaced": "The accepted values were replaced.",
    "variant-added": "The object now has variants.",
    "variant-removed": "The variant is no longer accepted.",
    "write-only-property-removed": "The connector no longer has the property.",
}
"""The meanings of the codes of ``check-upgrade``: of what a change of the data does to a payload."""


class ProblemCode(NamedTuple):
    """What is known about all problems with a code.

    Attributes:
        meaning: A sentence.
        level: Their level; ``None`` where it depends on the payload.
    """

    meaning: str
    level: Level | None


_LEVELS: tuple[tuple[Level | None, dict[str, str]], ...] = (
    ("error", _ERRORS),
    ("warning", _WARNINGS),
    ("note", _NOTES),
    (None, UPGRADE_MEANINGS),
)
PROBLEM_CODES = {code: ProblemCode(each, level) for level, meanings in _LEVELS for code, each in meanings.items()}
"""All codes of ``validate`` and ``check-upgrade``."""
