from __future__ import annotations

import pytest

from generator.blocks.block import Code
from generator.diagnostics import Diagnostics, Level
from generator.records.example import ExampleCorrection, ExampleReader, ExampleRecord, body_of, parse_payload


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
        ('{"a": 1, "a": 2}', "duplicate key 'a'"),
        ('{"a": {"b": 1, "b": 1}}', "duplicate key 'b'"),
        ('{"a": NaN}', "expected a finite number (/a)"),
        ('{"a": -Infinity}', "expected a finite number (/a)"),
        ('{"a": 1e999}', "expected a finite number (/a)"),
        ("[1]", "its type is array"),
        ('"a"', "its type is string"),
        ("null", "its type is null"),
        ('{"a b": 1}', "invalid property name 'a b'; expected at most 200 letters, digits"),
        ('{"a": [{"\\n::error::": 1}]}', r"invalid property name '\n::error::'"),
        ('{"": 1}', "invalid property name ''"),
        ('{"\\u0430pi_key": 1}', "invalid property name"),
        ('{"a\\u200b": {}}', r"invalid property name 'a\u200b'"),
    ],
)
def test_other_text_is_not_a_payload_and_the_fault_says_why(text: str, fault: str):
    value, found = parse_payload(text)
    assert value is None
    assert found.startswith(fault)


def test_half_a_character_is_not_a_payload():
    # UTF-8 cannot hold it, so no file could be written with it.
    assert parse_payload('{"a": "\\ud800"}')[0] is None


@pytest.mark.parametrize(("depth", "is_payload"), [(50, True), (51, False)])
def test_a_payload_has_50_levels_at_most(depth: int, is_payload: bool):
    text = '{"a":' * depth + "1" + "}" * depth

    assert (parse_payload(text)[0] is not None) is is_payload


@pytest.mark.parametrize("line", ["POST https://api.example/v1/boxes ", "\n PATCH /v1/boxes/{id}\n", "PUT x"])
def test_the_request_line_is_not_part_of_the_payload(line: str):
    assert body_of(f'{line}{{"a": 1}}') == '{"a": 1}'


@pytest.mark.parametrize("text", ['GET /v1/boxes {"a": 1}', '{"a": "POST x {"}', "POST /v1/boxes"])
def test_other_text_stays_as_it_is(text: str):
    assert body_of(text) == text


KEY, SUBJECT, PLACE = "acme/source/mail", "acme/source/mail form", "#a/code[1]"
REASON = "The comma at the end is not JSON."


def _correction(**more: str) -> ExampleCorrection:
    return ExampleCorrection(**{"connector": KEY, "step": "form", "old": ",}", "new": "}", "reason": REASON} | more)


def _read(text: str, *corrections: ExampleCorrection) -> tuple[ExampleRecord | None, ExampleReader, Diagnostics]:
    diagnostics = Diagnostics("page")
    reader = ExampleReader(corrections, diagnostics)
    return reader.read(Code(text, PLACE), KEY, ("form",), SUBJECT), reader, diagnostics


def _found(diagnostics: Diagnostics) -> list[tuple[Level, str, str, str]]:
    return [(each.level, each.code, each.place, each.subject) for each in diagnostics]


def test_a_payload_is_an_example_with_its_place():
    example, _, diagnostics = _read('POST /boxes {"a": 1}')

    assert example == ExampleRecord(PLACE, {"a": 1})
    assert _found(diagnostics) == []


def test_an_example_that_is_not_a_payload_is_an_error_with_its_place():
    example, _, diagnostics = _read("{")

    assert example is None
    assert _found(diagnostics) == [(Level.ERROR, "example-not-json", PLACE, SUBJECT)]


def test_an_example_is_corrected_before_it_is_parsed():
    correction = _correction()
    example, reader, diagnostics = _read('{"a": 1,}', correction)

    assert example == ExampleRecord(PLACE, {"a": 1})
    assert reader.applied == (correction,)
    assert _found(diagnostics) == [(Level.WARNING, "example-not-json", PLACE, SUBJECT)]
    assert REASON in next(iter(diagnostics)).message


def test_a_correction_of_an_example_that_is_json_is_a_warning_of_its_own():
    correction = _correction(old="enitity", new="entity")
    example, reader, diagnostics = _read('{"enitity": "enitity"}', correction)

    assert example == ExampleRecord(PLACE, {"entity": "entity"})
    assert reader.applied == (correction,)
    assert _found(diagnostics) == [(Level.WARNING, "corrected", PLACE, f"{KEY} form")]
    assert REASON in next(iter(diagnostics)).message


def test_an_example_that_is_still_not_a_payload_is_an_error():
    correction = _correction(old=",,", new=",")
    example, reader, diagnostics = _read("{,,}", correction)

    assert example is None
    assert reader.applied == (correction,)
    assert _found(diagnostics) == [(Level.ERROR, "example-not-json", PLACE, SUBJECT)]


def test_corrections_are_applied_one_after_the_other():
    corrections = (_correction(old=",", new=";"), _correction(old=";", new="", reason="The semicolon is not JSON."))
    example, reader, diagnostics = _read("{,}", *corrections)

    assert example == ExampleRecord(PLACE, {})
    assert reader.applied == corrections
    assert _found(diagnostics) == [(Level.WARNING, "example-not-json", PLACE, SUBJECT)]
    assert "semicolon" in next(iter(diagnostics)).message


@pytest.mark.parametrize("more", [{"connector": "acme/source/bolt"}, {"step": "oauth"}, {"old": ";}"}])
def test_a_correction_of_something_else_is_not_applied(more: dict[str, str]):
    example, reader, diagnostics = _read('{"a": 1,}', _correction(**more))

    assert example is None
    assert reader.applied == ()
    assert _found(diagnostics) == [(Level.ERROR, "example-not-json", PLACE, SUBJECT)]


def test_a_correction_that_is_applied_twice_is_reported_once():
    correction = _correction()
    reader = ExampleReader([correction], Diagnostics())
    for number in range(2):
        reader.read(Code("{,}", f"#a/code[{number}]"), KEY, ("form",), SUBJECT)

    assert reader.applied == (correction,)
