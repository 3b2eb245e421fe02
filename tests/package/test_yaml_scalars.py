"""Strings that need no quotes in YAML."""

from __future__ import annotations

import pytest
import yaml

from templates.connector_catalog.yaml_scalars import is_plain


@pytest.mark.parametrize(
    "text", ["a", "_", "host name", "a-b", "a - b", "user@example.com", "a/b.c", "None1", "yes no"]
)
def test_plain_texts(text: str) -> None:
    assert is_plain(text)
    assert yaml.safe_load(f"[{text}, {{{text}: {text}}}]") == [text, {text: text}]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "y",
            "Y",
            "n",
            "yes",
            "Yes",
            "NO",
            "on",
            "Off",
            "true",
            "FALSE",
            "null",
            "None",
            "~",
            "",
            " ",
            "a ",
            " a",
            "-",
            "a -",
        ),
        *(
            "1",
            "1.0",
            "1e3",
            "0x1f",
            "0o17",
            "1_000",
            "2026-01-01",
            "12:30:45",
            ".inf",
            ".nan",
            "+1",
            "=",
            "<<",
            "a: b",
            "a:",
        ),
        *(
            "a #b",
            "#",
            "&a",
            "*a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "'a'",
            '"a"',
            "\\",
            "a\n",
            "a\nb",
            "\t",
            "\x85",
            "\u00e9",
            "a,b",
            "[",
            "{",
            "?",
        ),
    ],
)
def test_texts_that_a_reader_could_take_for_something_else(text: str) -> None:
    assert not is_plain(text)
