"""How a property is used: internal, read-only, never returned, create-only, deprecated, optional, required."""

from __future__ import annotations

import re

from generator.records.prose.description import Description
from generator.records.prose.sentences import Rule, first_of_each
from generator.records.record import Statement

_OPTIONAL = re.compile(
    r"\(optional\)|^\W*optional\b|\bthis is optional\b|\bnot required\b|\ban optional (?:parameter|property)\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\bis a required (?:parameter|property|field)\b(?! (?:if|when))|^\W*required\.|\(required\)", re.IGNORECASE
)
_INTERNAL = re.compile(
    r"\b(?:an internal (?:field|property)|for (?:\w+ )?internal use(?: only)?|for \w+ use only|used internally"
    r"|provided by \w+ and (?:should|must) not be set)\b",
    re.IGNORECASE,
)
_READ_ONLY = re.compile(r"\bis a read-only (?:property|field|attribute)\b", re.IGNORECASE)
_NEVER_RETURNED = re.compile(r"\b(?:never be|is never|(?:won|will not|isn)['’]?t? be) returned\b", re.IGNORECASE)
_CREATE_ONLY = re.compile(
    r"\b(?:cannot|can't|can’t|can not|may not) be (?:changed|modified|updated|edited)\b|\bis permanent\b", re.IGNORECASE
)
_DEPRECATED = re.compile(
    r"\b(?:this|the) (?:property|parameter|field|option|value) (?:is|has been|was) deprecated\b|^\W*deprecated\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\bnot yet supported for this (?:source|destination|connector)\b|\bisn['’]t yet supported\b", re.IGNORECASE
)
_RULES: tuple[Rule, ...] = (
    (_OPTIONAL, {"requirement": "optional"}),
    (_REQUIRED, {"requirement": "required"}),
    (_INTERNAL, {"requirement": "internal"}),
    (_READ_ONLY, {"requirement": "readOnly", "readOnly": True}),
    (_NEVER_RETURNED, {"secret": True, "secretFrom": "text", "writeOnly": True}),
    (_CREATE_ONLY, {"createOnly": True}),
    (_DEPRECATED, {"deprecated": True}),
    (_NOT_YET, {"note": "The vendor does not support it yet for this connector."}),
)


def find(description: Description) -> list[Statement]:
    """Return what each wording in the description states."""
    return first_of_each(_RULES, description.blocks, description.coverage)
