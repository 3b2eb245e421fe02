"""Secrets are marked by their names."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.passes.secrecy import mark_secrets
from generator.catalog.secrecy import Secrecy
from tests.catalog.building import Fields, connector, prop, run

DECIDED = {"secrecy": Secrecy({"api_*": "It is printed on every box."})}


def _secret(fields: Fields, **tables: Any) -> tuple[bool | None, str | None]:
    (found,) = run(mark_secrets, connector({"name": "api_key"} | fields), **tables).properties
    return found.secret, found.secret_from


def test_a_secret_is_marked_with_its_origin() -> None:
    (found,) = run(mark_secrets, connector(prop("api_key"))).json

    assert found == prop("api_key", secret=True, secretFrom="name", inferred=["secret"])


def test_a_name_that_is_decided_is_not_marked() -> None:
    assert _secret({"type": "string"}, **DECIDED) == (None, None)


def test_a_pattern_is_for_whole_names() -> None:
    assert _secret({}, secrecy=Secrecy({"api": "It is printed on every box."})) == (True, "name")


def test_another_name_is_not_marked() -> None:
    assert _secret({"name": "host"}) == (None, None)


def test_a_sentence_about_an_object_marks_none_of_it() -> None:
    nested = {"name": "box", "type": "object", "properties": [prop("b")], "secret": True, "secretFrom": "text"}

    assert _secret(nested) == (None, None)


@pytest.mark.parametrize("secret", [True, False])
def test_what_a_document_states_stays(secret: bool) -> None:
    assert _secret({"secret": secret, "secretFrom": "mark"}) == (secret, "mark")


@pytest.mark.parametrize(
    ("fields", "secret"),
    [
        ({}, True),
        ({"type": ["integer", "string"]}, True),
        ({"type": "object"}, True),
        ({"type": "string", "encoding": "json", "properties": [prop("b")]}, True),
        ({"type": "string", "properties": [prop("b")]}, None),
        ({"type": "object", "properties": [prop("b")]}, None),
        ({"type": "array", "items": {"type": "string"}}, None),
        ({"type": ["object", "null"]}, None),
        ({"type": "integer"}, None),
        ({"type": "boolean"}, None),
        ({"enum": ["a"]}, None),
        ({"const": "a"}, None),
    ],
)
def test_only_open_values_that_may_hold_text_are_secrets(fields: Fields, secret: bool | None) -> None:
    assert _secret(fields)[0] is secret


def test_nested_properties_are_marked_too() -> None:
    nested = prop("o", "object", properties=[prop("token"), prop("host")])
    (found,) = run(mark_secrets, connector(nested)).properties

    assert [each.secret for each in found.children] == [True, None]


@pytest.mark.parametrize("kind", ["array", "object"])
def test_the_key_in_a_pair_of_key_and_value_is_a_name(kind: str) -> None:
    pair = {"properties": [prop("key"), prop("value"), prop("api_key")]}
    nested = prop("entries", kind, **({"items": {"type": "object"} | pair} if kind == "array" else pair))
    found = run(mark_secrets, connector(nested, prop("key"))).properties

    assert [(each.name, each.secret) for each in found[0].children] == [
        ("key", None),
        ("value", None),
        ("api_key", True),
    ]
    assert found[1].secret is True


def test_a_nested_key_without_a_value_is_a_secret() -> None:
    found = run(mark_secrets, connector(prop("entry", "object", properties=[prop("key"), prop("values")]))).properties

    assert [each.secret for each in found[0].children] == [True, None]
