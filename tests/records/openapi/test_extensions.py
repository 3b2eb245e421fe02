"""A vendor's own keywords set fields; a sentence in the place of a label does not."""

from __future__ import annotations

import pytest

from generator.blocks.keywords import TEXT
from generator.blocks.specification import Schema
from generator.diagnostics import Diagnostics
from generator.records.openapi.extensions import Extension, extended_fields, report_extensions

TITLE = (Extension("title", "title", TEXT),)
WORD = "word "


@pytest.mark.parametrize(("title", "fields", "codes"), [
    (WORD * 9, {"title": WORD * 9}, []),
    (WORD * 10, {}, ["prose-label"]),
    (7, {}, ["openapi-format"]),
])  # fmt: skip
def test_a_label_of_many_words_is_left_out(title: object, fields: dict[str, object], codes: list[str]) -> None:
    schema, diagnostics = Schema("#/lid", keywords={"title": title}), Diagnostics()
    report_extensions(schema, TITLE, diagnostics)

    assert extended_fields(schema, TITLE) == fields
    assert [each.code for each in diagnostics] == codes
    assert all(each.place == "#/lid/title" for each in diagnostics)
