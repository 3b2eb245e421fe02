"""Placeholders that nobody has replaced, and values that look a little like them."""

from __future__ import annotations

import json

import pytest

from templates.connector_catalog.placeholders import SIGNS, has_placeholder, has_sign, is_placeholder, signs_in

PLACEHOLDERS = [
    *("<PASSWORD>", "<your API key>", "<api-key>", "<OAUTH_1.0A_KEY>", "your_api_key", "YOUR-TOKEN", "your token"),
    *("[YOUR_SECRET]", "<your_password>", "{your_host}", "your_own_api_key_here", "your-account-name"),
    *("changeme", "CHANGE_ME", "change-me", "replace_me", "REPLACE_WITH_TOKEN", "xxxx", "XXXXXXXX", "xxxx-xxxx-xxxx"),
    *("****", "**********", "https://<account>.example.com", "<account>.example.com", "https://<host>:443/x"),
]
VALUES = [
    *("", "x", "xxx", "***", "<", "<>", "<5>", "a < b and c > d", "<?xml?>", "SELECT '<a>' FROM b", "p<abc>q"),
    *("your", "yours_truly", "your_orders", "youre-welcome", "my_client_id", "not-a-real-secret", "exchange-mexico"),
    *("changes", "changelog", "change", "replacement", "replace", "replace_with", "${env:PASSWORD}", "${PASSWORD}"),
    *("${SOURCE_NAMESPACE}", "{{ secret }}", "<p>text</p>", "xxxx1", "a.b.c", "https://example.com/<", "*", ".*"),
    *("-----BEGIN PRIVATE KEY-----", "2026-01-01", "<a@b.example>", "<" + "a" * 300 + ">", "\N{KELVIN SIGN}"),
]


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_a_placeholder_is_one_wherever_it_is(text: str) -> None:
    assert is_placeholder(text)
    for value in (text, {"a": {"b": [1, text]}}, [[text]]):
        assert has_placeholder(value)
        for written in (json.dumps(value), json.dumps(value, ensure_ascii=False)):
            assert has_sign(written, signs_in(written.encode()))
            assert has_sign(written, SIGNS)
            # Any character of JSON may be escaped.
            escaped = "".join(f"\\u{ord(each):04x}" if each.isalpha() or each in "<*" else each for each in written)
            assert has_sign(escaped, signs_in(escaped.encode()))


@pytest.mark.parametrize("text", VALUES)
def test_a_value_is_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)
    assert not has_placeholder({"a": [text, 1, None, True, {text: 1.5}]})


def test_only_signs_that_are_there_are_sought() -> None:
    assert signs_in(b'{"a": "CHANGE", "b": "<"}') == ("<", "change")
    assert signs_in(b'{"a": 1}') == ()
    assert not has_sign("anything", ())
