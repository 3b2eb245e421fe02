"""The pattern of a schema."""

from __future__ import annotations

from generator.blocks.specification import Schema
from generator.diagnostics import Diagnostics
from generator.records.openapi.pattern import pattern_of


def test_a_pattern_that_is_left_out_is_a_warning_with_its_place() -> None:
    diagnostics = Diagnostics("boxes.json")
    assert pattern_of(Schema("/schema", keywords={"pattern": r"\p{L}"}), diagnostics, "acme/source/box.lid") is None
    assert [str(each).split(" has")[0] for each in diagnostics] == [
        r"boxes.json:/schema: warning [unsupported-pattern] acme/source/box.lid: the pattern '\\p{L}'"
    ]
    assert pattern_of(Schema("/schema", keywords={}), diagnostics, "") is None
    assert pattern_of(Schema("/schema", keywords={"pattern": r"^\d$"}), diagnostics, "") == "^[0-9]$"
    assert len(diagnostics) == 1
