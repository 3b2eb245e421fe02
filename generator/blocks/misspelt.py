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
_KEYWORDS = {keyword.lower(): keyword for keyword in (*_ANNOTATIONS, *_CONSTRAINTS)}
_SIMILARITY = 0.8


def with_correct_spelling(body: Mapping[str, Any], place: str, diagnostics: Diagnostics) -> Mapping[str, Any]:
    """Return the keywords of a schema with misspelt annotations corrected.

    A misspelt constraint is reported and left out: the vendor's own validation ignores it, too.
    """
    misspelt = {name: keyword for name in body if (keyword := _intended_keyword(name)) and keyword not in body}
    if not misspelt:
        return body
    for name, keyword in misspelt.items():
        if keyword in _ANNOTATIONS:
            message = f"{name[:40]!r} is read as {keyword}"
            diagnostics.note("misspelt-keyword", place, message)
        else:
            message = f"{name[:40]!r} looks like {keyword}; it is ignored, as the vendor's own validation ignores it"
            diagnostics.warning("misspelt-keyword", place, message)
    corrected = {name: keyword for name, keyword in misspelt.items() if keyword in _ANNOTATIONS}
    return {
        corrected.get(name, name): value for name, value in body.items() if name in corrected or name not in misspelt
    }


@functools.lru_cache(maxsize=1024)
def _intended_keyword(name: str) -> str:
    """Return the keyword that a name is a misspelling of, or an empty string."""
    if name in _KEYWORDS.values() or name in _OTHERS or name.startswith(("x-", "$")) or len(name) > 30:
        return ""
    plain = name.strip(" \"'").lower()
    matches = get_close_matches(plain, _KEYWORDS, 1, _SIMILARITY)
    return _SHORT.get(plain) or (_KEYWORDS[matches[0]] if matches else "")
