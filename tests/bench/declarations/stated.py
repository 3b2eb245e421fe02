"""What the prose rules find in one description, in the terms of the catalog."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from generator.blocks.markdown import read_markdown
from generator.catalog.precedence import combine
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.prose import find_statements
from generator.records.record import PropertyRecord
from tests.bench.declarations.declared import Declared

SITE = "https://docs.airbyte.com/integrations/"
_RAW = ("midnight", "prefix", "anyOf", "atMostOne", "dependentRequired")
"""Fields of statements that the catalog holds as patterns and rules."""


@dataclasses.dataclass(frozen=True)
class Found:
    """What the rules find in one description.

    Attributes:
        facts: What the catalog would say if the vendor declared nothing but the types.
        raw: What the sentences state, also where it means nothing for a value of the declared types.
    """

    facts: Mapping[str, Any]
    raw: Mapping[str, Any]


def stated_of(described: Declared) -> Found:
    """Return what the rules find in the description of a property."""
    blocks = read_markdown(described.description, described.place)
    statements = find_statements(blocks, Coverage(), described.name, (), SITE)
    types = types_of(described)
    record = PropertyRecord(described.name, described.place, statements=statements)
    labels = {"type": types} if types else {}
    fields, _ = combine(record, labels, Diagnostics(), described.place)
    raw = {each.field: each.value for each in reversed(statements)}
    facts = {field: raw[field] for field in _RAW if field in raw}
    return Found(facts | {field: value for field, value in fields.items() if field not in ("type", "pattern")}, raw)


def types_of(described: Declared) -> list[str]:
    """Return the declared types without ``null``."""
    stated = described.keywords.get("type", [])
    types = [stated] if isinstance(stated, str) else list(stated)
    return [each for each in types if each != "null"]
