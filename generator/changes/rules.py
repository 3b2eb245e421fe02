"""The rules: the severities of each kind of change for writers of requests and for readers of responses."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Severity(enum.IntEnum):
    """How a change affects people who do nothing about it.

    Attributes:
        BREAKING: A request that was accepted may be refused, or a response may lack what a reader relies on.
        RISKY: A request is still accepted but may do something else, or a response may hold something unknown.
        SAFE: Neither.
    """

    SAFE = 0
    RISKY = 1
    BREAKING = 2

    @property
    def word(self) -> str:
        """The severity in lower case, as options and formats have it."""
        return self.name.lower()


class Rule(NamedTuple):
    """The severities of a kind of change.

    Attributes:
        writers: Severity for those who send requests.
        readers: Severity for those who read responses.
        reason: Why, in one sentence.
    """

    writers: Severity
    readers: Severity
    reason: str


_S, _R, _B = Severity.SAFE, Severity.RISKY, Severity.BREAKING

RULES = {
    "connector-added": Rule(_S, _S, "Nobody uses it yet."),
    "connector-removed": Rule(_B, _B, "Requests that name it are refused, and responses no longer come."),
    "connector-undocumented": Rule(_R, _R, "It may still work, but no document describes it any more."),
    "connector-documented": Rule(_S, _S, "A document describes what was only listed."),
    "step-added": Rule(_S, _S, "It has no properties."),
    "step-removed": Rule(_S, _S, "It had no properties."),
    "property-added": Rule(_S, _S, "It can be left out, and readers ignore what they do not know."),
    "required-property-added": Rule(_B, _S, "Requests without it are refused."),
    "property-added-to-open-object": Rule(
        _B, _S, "A value of any type was accepted under this name; now it is checked."
    ),
    "property-removed": Rule(_B, _B, "Requests with it are refused, and responses no longer have it."),
    "write-only-property-removed": Rule(_B, _S, "Requests with it are refused; responses never had it."),
    "property-removed-from-open-object": Rule(
        _R, _B, "Requests with it are accepted as with any other name; responses no longer have it."
    ),
    "object-became-free-form": Rule(_S, _B, "Requests may have any property; responses no longer have this one."),
    "property-undocumented": Rule(_R, _R, "It may still work, but later documents do not have it."),
    "property-documented": Rule(_S, _S, "The latest document has it again."),
    "property-renamed": Rule(_B, _B, "Requests with the old name are refused, and responses have the new one."),
    "property-moved": Rule(_B, _B, "It is in another part of requests and responses."),
    "property-in-other-step": Rule(_S, _S, "Another step has it, in the same part of requests and responses."),
    "became-required": Rule(_B, _S, "Requests without it are refused."),
    "became-optional": Rule(_S, _R, "Responses may lack it."),
    "requirement-restated": Rule(_S, _S, "The same requests are accepted as before."),
    "became-read-only": Rule(_R, _S, "The vendor sets it; a value in a request may be ignored or refused."),
    "became-read-only-in-envelope": Rule(_B, _S, "Requests with it are refused."),
    "became-settable": Rule(_S, _S, "Requests may have it."),
    "became-create-only": Rule(_B, _S, "Updates with it are refused."),
    "became-update-only": Rule(_B, _S, "Requests that create are refused with it."),
    "became-write-only": Rule(_S, _B, "Responses no longer have it."),
    "became-readable": Rule(_S, _S, "Responses have it as well."),
    "type-narrowed": Rule(_B, _S, "Values of a type that was accepted are refused."),
    "type-widened": Rule(_S, _B, "Responses may hold a value of another type."),
    "type-changed": Rule(_B, _B, "Values of the old type are refused, and responses hold another."),
    "values-added": Rule(_S, _R, "Responses may hold a value that readers do not know."),
    "values-removed": Rule(_B, _S, "Requests with an old value are refused."),
    "values-replaced": Rule(_B, _R, "Old values are refused, and responses may hold new ones."),
    "values-restated": Rule(_S, _S, "The same values are accepted as before."),
    "unlisted-value-warned": Rule(_R, _S, "A value that is not listed is now a warning."),
    "limit-tightened": Rule(_B, _S, "Values outside of the new limit are refused."),
    "limit-loosened": Rule(_S, _R, "Responses may hold values outside of the old limit."),
    "limit-restated": Rule(_S, _S, "The same values are accepted as before."),
    "form-stated": Rule(_B, _S, "Values of another form are refused."),
    "form-changed": Rule(_B, _R, "Values of the old form may be refused, and responses hold the new form."),
    "form-dropped": Rule(_S, _R, "Responses may hold values of another form."),
    "unchecked-format": Rule(_S, _S, "Validators do not check values of this format."),
    "encoding-changed": Rule(
        _S, _R, "Requests are accepted as before; what the string carries is read in another way."
    ),
    "applicability-changed": Rule(_R, _S, "In some requests, the property or a value of it now gets a warning."),
    "applicability-widened": Rule(_S, _S, "No request gets a warning that it did not get before."),
    "default-changed": Rule(_R, _S, "Requests without the property now mean something else."),
    "only-value-as-default": Rule(_S, _S, "No other value is accepted, with or without the default."),
    "deciding-default-changed": Rule(_B, _S, "Other properties are required where this one is left out."),
    "became-secret": Rule(_S, _B, "Responses hide the value."),
    "became-public": Rule(_R, _S, "The value is no longer hidden in responses and logs."),
    "became-deprecated": Rule(_R, _S, "The vendor advises against it."),
    "deprecation-dropped": Rule(_S, _S, "The vendor no longer advises against it."),
    "variant-added": Rule(_S, _R, "Responses may hold a variant that readers do not know."),
    "variant-removed": Rule(_B, _S, "Requests with the variant are refused."),
    "selector-changed": Rule(_B, _B, "Another value selects the variant."),
    "closed": Rule(_B, _S, "Properties that are not listed are refused."),
    "opened": Rule(_S, _S, "Properties that are not listed are accepted."),
    "rules-added": Rule(_B, _S, "Combinations of properties that were accepted are refused."),
    "rules-dropped": Rule(_S, _S, "More combinations of properties are accepted."),
    "unit-changed": Rule(_R, _R, "The same number means something else."),
    "wording": Rule(_S, _S, "Words, examples and the vendor's form do not change what is accepted or returned."),
}
"""The rules by their codes."""


def rules_table() -> str:
    """Return the rules as a table in Markdown."""
    head = "| change | writers | readers | reason |\n|---|---|---|---|\n"
    rows = [(code, rule.writers.word, rule.readers.word, rule.reason) for code, rule in RULES.items()]
    return head + "".join(f"| `{code}` | {' | '.join(rest)} |\n" for code, *rest in rows)
