"""Finds misspelt keywords in schema objects."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from generator.diagnostics import Diagnostics

_ANNOTATIONS = ("title", "description", "default", "examples", "example")
_CONSTRAINTS = (
    *("type", "enum", "const", "format", "pattern", "required", "minimum", "maximum", "exclusiveMinimum"),
    *("exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "multipleOf", "nullable"),
    *("properties", "items", "additionalProperties", "oneOf", "anyOf", "allOf", "readOnly", "writeOnly", "deprecated"),
)
_OTHERS = frozenset(
    {"minProperties", "maxProperties", "patternProperties", "propertyNames", "additionalItems", "prefixItems"}
    | {"unevaluatedItems", "unevaluatedProperties", "contains", "minContains", "maxContains", "contentEncoding"}
    | {"contentMediaType", "contentSchema", "dependentRequired", "dependentSchemas", "dependencies", "discriminator"}
    | {"not", "if", "then", "else", "xml", "externalDocs"}
)
_SHORT = {"min": "minimum", "max": "maximum"}
_KNOWN = {each.lower(): each for each in (*_ANNOTATIONS, *_CONSTRAINTS)}
_SIMILAR = 0.8


def with_spelling(body: Mapping[str, Any], place: str, diagnostics: Diagnostics) -> Mapping[str, Any]:
    """Return the keywords of a schema with misspelt annotations put right.

    A misspelt constraint is reported only: the vendor's own validation ignores it, and accepts what it would refuse.
    """
    meant = {name: found for name in body if (found := _meant(name)) and found not in body}
    if not meant:
        return body
    for name, keyword in meant.items():
        if keyword in _ANNOTATIONS:
            message = f"{name[:40]!r} is read as {keyword}"
            diagnostics.note("misspelt-keyword", place, message)
        else:
            message = f"{name[:40]!r} looks like {keyword}; it is ignored, as the vendor's own validation ignores it"
            diagnostics.warning("misspelt-keyword", place, message)
    read = {name: keyword for name, keyword in meant.items() if keyword in _ANNOTATIONS}
    return {read.get(name, name): value for name, value in body.items() if name in read or name not in meant}


@functools.lru_cache(maxsize=1024)
def _meant(name: str) -> str:
    """Return the keyword that a name is a misspelling of, or an empty string."""
    if name in _KNOWN.values() or name in _OTHERS or name.startswith(("x-", "$")) or len(name) > 30:
        return ""
    plain = name.strip(" \"'").lower()
    near = get_close_matches(plain, _KNOWN, 1, _SIMILAR)
    return _SHORT.get(plain) or (_KNOWN[near[0]] if near else "")
