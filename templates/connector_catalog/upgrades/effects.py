"""The effects of each kind of change on older payloads."""

from __future__ import annotations

from typing import NamedTuple

from ..value_limits import LIMITS

_UNKNOWN = frozenset({"unknown", "unknown-warning"})
_LIMITS = frozenset(each.code for each in LIMITS)
_MISSING = frozenset({"required"})
_VALUES = frozenset({"enum", "const"})
_FORMS = frozenset({"pattern", "format"})
_OF_SELECTORS = _MISSING | _VALUES
_OF_VALUES = _MISSING | _VALUES | _LIMITS | _FORMS | _UNKNOWN | {"type", "any-of", "at-most-one"}


class Effect(NamedTuple):
    """The effect of a kind of change on payloads.

    Attributes:
        sentence: The message; ``{before}`` and ``{after}`` stand for values of the catalog.
        codes: Codes of the problems that the change explains. Without codes, it affects all payloads with the property.
        below: Whether the problems may also be in nested values.
        in_holder: Whether the problems may be anywhere in the object that has, or lacks, the property.
        absent: Whether the change affects only payloads without the property.
        hint: The hint; if it is empty, the hint or the message of the problem is used.
    """

    sentence: str
    codes: frozenset[str] = frozenset()
    below: bool = False
    in_holder: bool = False
    absent: bool = False
    hint: str = ""


EFFECTS = {
    "connector-removed": Effect("the connector was removed"),
    "connector-undocumented": Effect("the connector is no longer documented", hint="it may still work"),
    "property-removed": Effect("removed", _UNKNOWN, hint="leave it out"),
    "write-only-property-removed": Effect("removed", _UNKNOWN, hint="leave it out"),
    "property-removed-from-open-object": Effect("removed", _UNKNOWN, hint="leave it out"),
    "property-renamed": Effect("renamed to {after}", _UNKNOWN),
    "property-moved": Effect("moved from {before} to {after}", _UNKNOWN | {"misplaced", "other-part"}),
    "property-undocumented": Effect("no longer documented", hint="it may still work"),
    "required-property-added": Effect("added as required", _MISSING, hint="add it"),
    "property-added-to-open-object": Effect("an open object got properties", _OF_VALUES, in_holder=True),
    "became-required": Effect("became required", _MISSING, hint="add it"),
    "became-read-only": Effect("became read-only", hint="the vendor sets it; leave it out"),
    "became-read-only-in-envelope": Effect("became read-only", _UNKNOWN | {"read-only"}),
    "became-create-only": Effect("became create-only", hint="an update can no longer change it"),
    "became-update-only": Effect("became update-only", _UNKNOWN | {"update-only"}),
    "became-write-only": Effect("became write-only", hint="responses no longer have it"),
    "became-secret": Effect("became secret", hint="responses hide it"),
    "became-public": Effect("became public", hint="responses and logs show it"),
    "became-deprecated": Effect("became deprecated", frozenset({"deprecated"})),
    "type-narrowed": Effect("the accepted types became fewer", frozenset({"type"})),
    "type-changed": Effect("the accepted types changed", frozenset({"type"})),
    "values-removed": Effect("listed values were removed", _VALUES),
    "values-replaced": Effect("the listed values were replaced", _VALUES),
    "unlisted-value-warned": Effect("the listed values changed", frozenset({"unlisted-value"})),
    "limit-tightened": Effect("a limit was tightened", _LIMITS),
    "form-stated": Effect("the accepted form was restricted", _FORMS),
    "form-changed": Effect("the accepted form changed", _FORMS),
    "applicability-changed": Effect(
        "its conditions changed", frozenset({"not-applicable", "expected", "deprecated-value"})
    ),
    "applicability-narrowed": Effect("it has a meaning in fewer requests", frozenset({"not-applicable"})),
    "expectation-added": Effect("it is usually needed", frozenset({"expected"})),
    "values-deprecated": Effect("values became deprecated", frozenset({"deprecated-value"})),
    "default-changed": Effect("the default changed from {before} to {after}", absent=True),
    "deciding-default-changed": Effect(
        "the default changed from {before} to {after}", _MISSING, in_holder=True, absent=True
    ),
    "variant-added": Effect("the object got variants", _OF_SELECTORS | _UNKNOWN, below=True),
    "variant-removed": Effect("the variant was removed", _OF_SELECTORS | _UNKNOWN, below=True),
    "selector-changed": Effect("what selects the variant changed", _OF_SELECTORS, below=True),
    "closed": Effect("names that are not listed are no longer accepted", _UNKNOWN, below=True),
    "rules-added": Effect(
        "rules about several properties were added", _MISSING | {"any-of", "at-most-one"}, below=True
    ),
    "unit-changed": Effect("the unit changed from {before} to {after}"),
}
"""Effects by rule. Rules without an effect do not affect payloads.

Old rules stay, because older releases use them.
"""
