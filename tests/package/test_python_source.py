"""JSON values and calls as Python."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from templates.connector_catalog.python_source import arguments, literal


def _called(source: str) -> dict[str, Any]:
    """The arguments that a function gets."""

    def call(**given: Any) -> dict[str, Any]:
        return given

    return dict(eval(compile(f"call({source})", "made", "eval"), {"call": call}))


@pytest.mark.parametrize(
    "name", ["\ufb01eld", "\u00b5", "\u00aa", "\u2118", "class", "None", "__debug__", "a b", "", "1a", "a\n", "\ud800"]
)
def test_a_name_that_python_has_not_is_unpacked(name: str) -> None:
    source = arguments({"a": 1, name: [name], "b": {name: 2}})

    assert _called(source) == {"a": 1, name: [name], "b": {name: 2}}
    assert source.startswith("\n    a=1,\n    b={\n")
    assert "    **{\n" in source


@pytest.mark.parametrize("name", ["a", "_", "A9", "match", "type", "print"])
def test_any_other_name_is_a_keyword(name: str) -> None:
    assert arguments({name: None}) == f"\n    {name}=None,\n"


def test_no_arguments() -> None:
    assert arguments({}) == ""


@pytest.mark.parametrize(
    ("text", "source"), [("a", '"a"'), ("it's", '"it\'s"'), ('"', "'\"'"), ("'\"", '"\'\\""'), ("\\", '"\\\\"')]
)
def test_the_quote_is_the_one_that_has_to_be_escaped_less_often(text: str, source: str) -> None:
    assert literal(text) == source
    assert ast.literal_eval(source) == text


def test_items_are_on_lines_of_their_own() -> None:
    assert (
        literal({"a": [1, {}], "b": []}, 1)
        == '{\n        "a": [\n            1,\n            {},\n        ],\n        "b": [],\n    }'
    )
