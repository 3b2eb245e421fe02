from __future__ import annotations

import pytest

from generator.blocks.text_lines import Line, lines_of


def lines(content: str) -> list[Line]:
    return list(lines_of(content))


def payloads(content: str) -> list[Line]:
    return [line for line in lines(content) if line.code]


def test_lines_are_numbered_from_one_and_trimmed():
    assert lines(" a \n\nb") == [Line("a", 1), Line("", 2), Line("b", 3)]


def test_a_payload_on_one_line_is_one_line_of_code():
    assert payloads('a\n{"b": {"c": [1, 2]}}\nd') == [Line('{"b": {"c": [1, 2]}}', 2, code=True)]


def test_an_indented_payload_is_one_line_of_code():
    content = '{\n  "b": {\n    "c": 1\n  }\n}'
    assert payloads(f"a\n\n{content}\nd") == [Line(content, 3, code=True)]


@pytest.mark.parametrize("payload", ['{"a": 1}', '{\n "a": 1\n}', '{\n "a": 1\n\n}', '{ "a": "x\ny" }'])
def test_what_follows_a_payload_has_its_own_number(payload: str):
    content = f"first\n{payload}\nlast"
    (last,) = (line for line in lines(content) if line.text == "last")
    assert last.number == content.count("\n") + 1


def test_the_request_line_may_stand_before_the_payload():
    assert lines('POST https://acme.example/v1{ "a": 1 }')[:2] == [
        Line("POST https://acme.example/v1", 1),
        Line('{ "a": 1 }', 1, code=True),
    ]


def test_pipes_and_braces_in_strings_belong_to_the_payload():
    payload = '{"mode": "ALL | SOME", "text": "a } b { c"}'
    assert payloads(f"{payload} after") == [Line(payload, 1, code=True)]


def test_two_payloads_on_one_line_are_two():
    assert [line.text for line in payloads('{"a": 1} or {"b": 2}')] == ['{"a": 1}', '{"b": 2}']


def test_an_empty_payload_is_one():
    assert payloads("{}") == [Line("{}", 1, code=True)]


def test_braces_around_words_are_not_a_payload():
    assert payloads("PUT /v4/sources/{source_id} and { x }") == []


def test_a_payload_that_is_not_json_ends_at_a_brace_on_a_line_of_its_own():
    content = '{\n "a": 1,,\n "b": {"c": 2}\n}\nafter'
    first, *_ = payloads(content)
    assert (first.text, first.whole) == ('{\n "a": 1,,\n "b": {"c": 2}\n}', True)
    assert lines(content)[-1] == Line("after", 5)


def test_a_payload_on_one_line_that_is_not_json_ends_at_its_last_brace():
    assert payloads('{"a": 1,} after')[0].text == '{"a": 1,}'


@pytest.mark.parametrize("content", ['{"a": 1', '{"a": {"b": 1', '{\n "a": 1,\n "b": "wor', '{"a": ["x",'])
def test_a_payload_without_its_end_is_not_whole(content: str):
    assert [line.whole for line in payloads(content)] == [False]


def test_a_pair_on_a_line_of_its_own_is_code():
    assert [line.code for line in lines('"type":"acme"')] == [True]
