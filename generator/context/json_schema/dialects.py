"""JSON Schemas, and the dialects that bundles are printed in."""

from __future__ import annotations

from typing import Any, NamedTuple

Schema = dict[str, Any]
"""A JSON Schema that is an object."""


class Dialect(NamedTuple):
    """A dialect: its URI, the keyword of its definitions, and the infix of its file names."""

    uri: str
    definitions: str
    suffix: str


DRAFT_2020_12 = Dialect("https://json-schema.org/draft/2020-12/schema", "$defs", "")
DRAFT_07 = Dialect("http://json-schema.org/draft-07/schema#", "definitions", ".draft-07")
DIALECTS = (DRAFT_2020_12, DRAFT_07)
