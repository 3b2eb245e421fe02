from __future__ import annotations

import pytest

from generator.blocks.block import Code
from generator.diagnostics import Diagnostics
from generator.records.example import parse_payload, read_example


@pytest.mark.parametrize("text", ["{}", '{"a": [1, 2.5, null, true, {"b": "x"}]}', ' {"a":\n"b"} '])
def test_an_object_is_a_payload(text: str):
    value, fault = parse_payload(text)
    assert isinstance(value, dict)
    assert fault == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "Expecting value"),
        ('{"a": 1,}', "Expecting property name enclosed in double quotes"),
        ('{"a": b}', "Expecting value"),
        ('{"a": "x\ny"}', "Invalid control character"),
        ('{"a": 1} {"b": 2}', "Extra data"),
        ('{"a": 1, "a": 2}', "the key 'a' stands twice"),
        ('{"a": {"b": 1, "b": 1}}', "the key 'b' stands twice"),
        ('{"a": NaN}', "NaN is not JSON"),
        ('{"a": -Infinity}', "-Infinity is not JSON"),
        ("[1]", "it is a JSON list"),
        ('"a"', "it is a JSON str"),
        ("null", "it is a JSON NoneType"),
    ],
)
def test_another_text_is_none_and_says_why(text: str, fault: str):
    value, found = parse_payload(text)
    assert value is None
    assert found.startswith(fault)


def test_a_number_that_json_cannot_hold_is_no_payload():
    # Python reads it as infinity, which the catalog's serializer refuses to write.
    assert parse_payload('{"a": 1e999}')[0] is None


def test_half_a_character_is_no_payload():
    # UTF-8 cannot hold it, so no file could be written with it.
    assert parse_payload('{"a": "\\ud800"}')[0] is None


def test_an_example_that_is_no_payload_is_an_error_with_its_place():
    diagnostics = Diagnostics("page")
    example = read_example(Code("{", "#a/code[1]"), diagnostics, "acme form")
    assert (example.text, example.place, example.value) == ("{", "#a/code[1]", None)
    (found,) = diagnostics
    assert (found.code, found.place, found.subject) == ("example-not-json", "#a/code[1]", "acme form")
