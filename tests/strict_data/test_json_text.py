"""JSON is read strictly and within bounds; every refusal has a code and a place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.strict_data.fault import DataError
from generator.strict_data.json_text import parse_json
from templates.connector_catalog.bounds import DOCUMENT


def _refused(text: str, **bounds: int) -> tuple[str, str]:
    with pytest.raises(DataError) as found:
        parse_json(text, DOCUMENT._replace(**bounds))
    return found.value.code, found.value.place


def _nested(levels: int, opening: str = "[", closing: str = "]") -> str:
    return opening * levels + "0" + closing * levels


@pytest.mark.parametrize(
    "value", [None, True, 1, -1.5, 1e-400, 10**999, "é😀", [], {}, {"a": [{"b": 1}, {"b": 2}], "": {"a": "a"}}]
)
def test_json_is_read_as_the_standard_library_reads_it(value: Any) -> None:
    assert parse_json(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": 1, "a": 1}', ""),
        ('{"a": {"b": [0, {"c": 1, "d": 2, "c": 3}]}}', "/a/b/1"),
        ('{"x/y": {"~": {"k": {}, "k": {}}}}', "/x~1y/~0"),
        (r'[{"a": 1, "\u0061": 2}]', "/0"),
        ('{"a": 1, "b": {"c": 1, "c": 2}, "d": {"e": 1, "e": 2}}', "/b"),
    ],
)
def test_a_duplicate_key_has_its_object_as_the_place(text: str, place: str) -> None:
    assert _refused(text) == ("duplicate-key", place)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "123456789e400"])
def test_a_number_is_finite(number: str) -> None:
    assert _refused(f'{{"a": [0, {number}]}}') == ("not-json", "/a/1")


@pytest.mark.parametrize("number", ["1" * 1001, "-" + "1" * 4000, "0." + "1" * 1000, "1" * 5000, "1e" + "0" * 1000])
def test_a_number_has_a_bounded_number_of_digits(number: str) -> None:
    assert _refused(f"[{number}]") == ("too-large", "/0")


@pytest.mark.parametrize(
    ("text", "place"),
    [(r'["\ud800"]', "/0"), (r'{"a": "x\uDFFFy"}', "/a"), (r'{"a": {"\ud800": 1}}', "/a"), (r'["\ude00\ud83d"]', "/0")],
)
def test_a_surrogate_needs_its_other_half(text: str, place: str) -> None:
    assert _refused(text) == ("not-json", place)


def test_a_pair_of_surrogates_is_a_character() -> None:
    assert parse_json(r'["\ud83d\ude00", "\\ud800"]') == ["😀", r"\ud800"]


@pytest.mark.parametrize("levels", [101, 330, 900, 1100, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
def test_nesting_is_bounded(levels: int, opening: str, closing: str) -> None:
    assert _refused(_nested(levels, opening, closing)) == ("too-large", "")


def test_the_deepest_nesting_is_read() -> None:
    assert parse_json(_nested(100)) == json.loads(_nested(100))


def test_the_number_of_objects_arrays_and_values_is_bounded() -> None:
    assert parse_json("[[],{}]", DOCUMENT._replace(containers=3)) == [[], {}]
    assert _refused("[[],{}]", containers=2) == ("too-large", "")
    assert parse_json("[1,2,3]", DOCUMENT._replace(nodes=3)) == [1, 2, 3]
    assert _refused("[1,2,3]", nodes=2) == ("too-large", "")


def test_brackets_and_commas_in_strings_are_no_values() -> None:
    assert parse_json(r'["[[[,,,\"[[["]', DOCUMENT._replace(containers=1, nodes=2)) == ['[[[,,,"[[[']


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "line 1, column 1"),
        ('{"a": 1', "line 1, column 8"),
        ('{\n"a": "b', "line 2, column 6"),
        ("{} x", "line 1, column 4"),
        ("[1,]", "line 1, column 4"),
        ('["\n"]', "line 1, column 3"),
        ("{'a': 1}", "line 1, column 2"),
    ],
)
def test_a_fault_of_syntax_has_its_line_and_column(text: str, place: str) -> None:
    assert _refused(text) == ("not-json", place)


def test_no_message_has_a_value() -> None:
    for text in (
        '{"a": "hunter2" 1}',
        '{"a": "hunter2", "a": "hunter2"}',
        "[77777777" + "7" * 1000 + "]",
        "[7e777777]",
    ):
        with pytest.raises(DataError) as found:
            parse_json(text)
        assert "hunter2" not in str(found.value)
        assert "7777" not in str(found.value)
