"""The effects of each kind of change on older payloads."""

from __future__ import annotations

from typing import NamedTuple

from ..value_limits import LIMITS

OTHER_PROBLEMS = "other-problems"
"""Code of the note that a payload has errors of other causes than the changes."""

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
        meaning: What the change means for a payload, as SARIF and the reference describe the code.
        codes: Codes of the problems that the change explains. Without codes, it affects all payloads with the property.
        below: Whether the problems may also be in nested values.
        in_holder: Whether the problems may be anywhere in the object that has, or lacks, the property.
        absent: Whether the change affects only payloads without the property.
        hint: The hint; if it is empty, the hint or the message of the problem is used.
    """

    sentence: str
    meaning: str
    codes: frozenset[str] = frozenset()
    below: bool = False
    in_holder: bool = False
    absent: bool = False
    hint: str = ""


EFFECTS = {
    "connector-removed": Effect("the connector was removed", "The catalog no longer has the connector."),
    "connector-undocumented": Effect(
        "the connector is no longer documented",
        "The vendor no longer documents the connector.",
        hint="it may still work",
    ),
    "property-removed": Effect("removed", "The connector no longer has the property.", _UNKNOWN, hint="leave it out"),
    "write-only-property-removed": Effect(
        "removed", "The connector no longer has the property.", _UNKNOWN, hint="leave it out"
    ),
    "property-removed-from-open-object": Effect(
        "removed", "The connector no longer has the property.", _UNKNOWN, hint="leave it out"
    ),
    "property-renamed": Effect("renamed to {after}", "The property was renamed.", _UNKNOWN),
    "property-moved": Effect(
        "moved from {before} to {after}",
        "The property has moved to another part of the request.",
        _UNKNOWN | {"misplaced", "other-part"},
    ),
    "property-undocumented": Effect(
        "no longer documented", "The vendor no longer documents the property.", hint="it may still work"
    ),
    "required-property-added": Effect("added as required", "A new property is required.", _MISSING, hint="add it"),
    "property-added-to-open-object": Effect(
        "an open object got properties",
        "A name that could have any value now has constraints.",
        _OF_VALUES,
        in_holder=True,
    ),
    "became-required": Effect("became required", "The property is now required.", _MISSING, hint="add it"),
    "became-read-only": Effect(
        "became read-only", "The vendor now sets the property.", hint="the vendor sets it; leave it out"
    ),
    "became-read-only-in-envelope": Effect(
        "became read-only", "The vendor now sets the property.", _UNKNOWN | {"read-only"}
    ),
    "became-create-only": Effect(
        "became create-only", "Updates can no longer change the property.", hint="an update can no longer change it"
    ),
    "became-update-only": Effect(
        "became update-only", "Only updates still accept the property.", _UNKNOWN | {"update-only"}
    ),
    "became-write-only": Effect(
        "became write-only", "Responses no longer have the property.", hint="responses no longer have it"
    ),
    "became-secret": Effect("became secret", "Responses now hide the property.", hint="responses hide it"),
    "became-public": Effect(
        "became public", "Responses no longer hide the property.", hint="responses and logs show it"
    ),
    "became-deprecated": Effect(
        "became deprecated", "The vendor now advises against the property.", frozenset({"deprecated"})
    ),
    "type-narrowed": Effect(
        "the accepted types became fewer", "The property accepts fewer types than before.", frozenset({"type"})
    ),
    "type-changed": Effect("the accepted types changed", "The value must have a different type.", frozenset({"type"})),
    "values-removed": Effect("listed values were removed", "The value is no longer accepted.", _VALUES),
    "values-replaced": Effect("the listed values were replaced", "The accepted values were replaced.", _VALUES),
    "unlisted-value-warned": Effect(
        "the listed values changed", "The value is no longer listed.", frozenset({"unlisted-value"})
    ),
    "limit-tightened": Effect("a limit was tightened", "A limit of the value is tighter than before.", _LIMITS),
    "form-stated": Effect("the accepted form was restricted", "The string must have a certain form.", _FORMS),
    "form-changed": Effect("the accepted form changed", "The string must have a different form.", _FORMS),
    "applicability-changed": Effect(
        "its conditions changed",
        "The property applies to other requests than before.",
        frozenset({"not-applicable", "expected", "deprecated-value"}),
    ),
    "default-changed": Effect("the default changed from {before} to {after}", "The default has changed.", absent=True),
    "deciding-default-changed": Effect(
        "the default changed from {before} to {after}",
        "The default has changed, and other properties depend on it.",
        _MISSING,
        in_holder=True,
        absent=True,
    ),
    "variant-added": Effect(
        "the object got variants", "The object now has variants.", _OF_SELECTORS | _UNKNOWN, below=True
    ),
    "variant-removed": Effect(
        "the variant was removed", "The variant is no longer accepted.", _OF_SELECTORS | _UNKNOWN, below=True
    ),
    "selector-changed": Effect(
        "what selects the variant changed", "A different value selects the variant.", _OF_SELECTORS, below=True
    ),
    "closed": Effect(
        "names that are not listed are no longer accepted",
        "The object no longer accepts unlisted properties.",
        _UNKNOWN,
        below=True,
    ),
    "rules-added": Effect(
        "rules about several properties were added",
        "A combination of properties is no longer accepted.",
        _MISSING | {"any-of", "at-most-one"},
        below=True,
    ),
    "unit-changed": Effect("the unit changed from {before} to {after}", "The number has a different unit."),
}
"""Effects by rule. Rules without an effect do not affect payloads.

Old rules stay, because older releases use them.
"""

MEANINGS = {code: effect.meaning for code, effect in EFFECTS.items()} | {
    OTHER_PROBLEMS: "The payload has errors that no change explains."
}
"""The codes of ``check-upgrade`` with their descriptions, like ``sarif.RULES`` for ``validate``."""
