"""Examples that are no values of what a property declares."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.passes.accepted_examples import with_accepted_examples
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import Fields, connector, only, prop, variant

NOTE = "the example {} is not what the property declares; ignoring it"


def _kept(type_: Any, examples: list[Any], **fields: Any) -> tuple[Any, list[str]]:
    """Return the examples that are kept, and the messages about the others."""
    diagnostics = Diagnostics("acme/page")
    found = with_accepted_examples(connector(prop("a", type_, examples=examples, **fields)), diagnostics)
    return only(found).examples, [each.message for each in diagnostics]


@pytest.mark.parametrize(
    ("type_", "fields", "examples", "kept", "dropped"),
    [
        ("string", {}, ["x", "1"], ("x", "1"), []),
        ("string", {"pattern": "^a"}, ["abc", "b"], ("abc",), ["'b'"]),
        ("integer", {"pattern": "^a"}, [5], (5,), []),
        ("string", {"enum": ["x", "y"]}, ["y", "z"], ("y",), ["'z'"]),
        ("string", {"const": "x"}, ["y"], None, ["'y'"]),
        ("string", {"enum": ["x", "yy"], "pattern": "^x"}, ["yy", "x"], ("x",), ["'yy'"]),
        ("integer", {}, [1, "2", "x"], (1, 2), ["'x'"]),
        ("boolean", {}, ["true", "maybe"], (True,), ["'maybe'"]),
        (["integer", "string"], {}, [1, "x"], (1, "x"), []),
        (None, {}, [1, "x", None], (1, "x", None), []),
        ("integer", {"minimum": 1, "exclusiveMaximum": 3}, [0, 1, 2, 3], (1, 2), ["0", "3"]),
        ("string", {"minLength": 2}, ["a", "ab"], ("ab",), ["'a'"]),
        ("string", {"format": "date"}, ["2026-02-30", "2026-02-28"], ("2026-02-28",), ["'2026-02-30'"]),
        ("array", {"minItems": 1}, [[], ["a"]], (["a"],), ["[]"]),
        ("array", {"items": {"type": "string", "maxLength": 1}}, [["a", "bc"], ["a"]], (["a"],), ["['a', 'bc']"]),
    ],
)
def test_an_example_is_kept_where_it_is_a_value(
    type_: Any, fields: Fields, examples: list[Any], kept: tuple[Any, ...] | None, dropped: list[str]
) -> None:
    assert repr(_kept(type_, examples, **fields)) == repr((kept, [NOTE.format(each) for each in dropped]))


def test_a_property_without_examples_stays_as_it_is() -> None:
    entry = connector(prop("a", examples=["x"]), prop("b"), prop("c", "object", properties=[prop("d")]))

    assert with_accepted_examples(entry, Diagnostics()) == entry


def test_a_note_says_where_the_example_is() -> None:
    source = {"document": "acme/page", "place": "#x/b"}
    inner = prop("b", "integer", examples=["x" * 100], sources=[source])
    diagnostics = Diagnostics("acme/page")
    found = with_accepted_examples(connector(prop("a", "object", properties=[inner])), diagnostics)
    (note,) = diagnostics

    assert (note.level, note.code, note.place) == (Level.NOTE, "example-not-valid", "#x/b")
    assert note.subject == "acme/source/x a.b"
    assert note.message == NOTE.format("'" + "x" * 59)
    assert only(found).children[0].examples is None


def test_examples_inside_variants_are_looked_at() -> None:
    inner = variant("x", prop("b", "integer", examples=["x", 2]))
    found = with_accepted_examples(connector(prop("a", "object", variants=[inner])), Diagnostics())

    assert only(found).all_variants[0].properties[1].examples == (2,)
