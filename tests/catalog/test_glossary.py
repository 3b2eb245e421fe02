"""Descriptions in our own words, by property name and scope."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.catalog.connector import Property
from generator.catalog.glossary import Glossary, load_glossary
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import KEY, codes, connector, prop

SCOPES = [KEY, "stitch/source", "stitch", "*"]


def _described(entries: dict[str, Any], *properties: dict[str, Any]) -> list[str | None]:
    found = connector(*properties)
    Glossary(entries).describe([found])
    return [each.description for _, _, each in found.paths()]


@pytest.mark.parametrize("narrowest", range(len(SCOPES)))
def test_the_narrowest_scope_wins(narrowest: int) -> None:
    entry = {scope: f"Text of {scope}." for scope in reversed(SCOPES[narrowest:])}

    assert _described({"a": entry}, prop("a")) == [f"Text of {SCOPES[narrowest]}."]


@pytest.mark.parametrize("other", ["stitch/source/platform.y", "stitch/destination", "fivetran"])
def test_another_scope_does_not_count(other: str) -> None:
    assert _described({"a": {other: "Theirs.", "*": "Everybody's."}}, prop("a")) == ["Everybody's."]


def test_one_sentence_is_for_all() -> None:
    assert _described({"a": "Sentence."}, prop("a")) == ["Sentence."]


def test_the_connector_s_name_is_filled_in() -> None:
    assert _described({"a": "Key of {name}."}, prop("a")) == ["Key of X."]


def test_the_path_of_a_nested_property_wins_over_its_name() -> None:
    nested = prop("a", "object", properties=[prop("b"), prop("c")])

    found = _described({"a": "A.", "a.b": "Of the path.", "b": "Of the name.", "c": "C."}, nested)

    assert found == ["A.", "Of the path.", "C."]


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (prop("start_date"), "Text for start date."),
        (prop("max-rows", "integer"), "Whole number for max rows."),
        (prop("ratio", "number"), "Number for ratio."),
        (prop("ssl", "boolean"), "Switch for ssl."),
        (prop("ids", "array"), "List for ids."),
        (prop("tunnel", "object"), "Group of properties for tunnel."),
        ({"name": "any"}, "Value for any."),
    ],
)
def test_a_property_without_an_entry_gets_a_plain_description(facts: dict[str, Any], text: str) -> None:
    assert _described({}, facts) == [text]


def test_the_page_s_own_words_do_not_stay() -> None:
    assert _described({}, prop("a", description="The vendor's words.")) == ["Text for a."]


def test_coverage_counts_nested_properties_too() -> None:
    found = connector(prop("a", "object", properties=[prop("b")]), prop("c"))

    assert Glossary({"a": "A.", "b": "B."}).describe([found]) == (2, 3)


def test_an_entry_that_nothing_asks_for_is_unused() -> None:
    glossary = Glossary({"a": "A.", "z": "Z.", "c": {"fivetran": "C."}})
    glossary.describe([connector(prop("a"), prop("c"))])

    assert glossary.unused == ["c", "z"]


def _described_envelope(entry: dict[str, str]) -> str | None:
    (service,) = envelope = [Property.model_validate(prop("service"))]
    Glossary({"service": entry}).describe_envelope(envelope, "fivetran", "source", "Fivetran")
    return service.description


def test_envelope_is_described_in_the_vendor_s_scope() -> None:
    assert _described_envelope({"fivetran": "Service of {name}.", "*": "Other."}) == "Service of Fivetran."


def test_envelope_is_described_in_the_scope_of_its_role_first() -> None:
    entry = {
        "fivetran/destination": "Other role.",
        "*": "Other.",
        "fivetran": "Both roles.",
        "fivetran/source": "Its role.",
    }

    assert _described_envelope(entry) == "Its role."


def _loaded(folder: Path, text: str | bytes) -> Diagnostics:
    path = folder / "glossary.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    diagnostics = Diagnostics()
    load_glossary(path, diagnostics)
    return diagnostics


def test_a_good_glossary_has_no_faults(tmp_path: Path) -> None:
    assert list(_loaded(tmp_path, 'a: Sentence of {name}.\nb:\n  "*": One.\n  stitch: Two.\n')) == []


@pytest.mark.parametrize(
    "entry",
    [
        "a: no full stop",
        "a: 3",
        "a:",
        "a: []",
        "a: {}",
        "a: Sentence of {other}.",
        "a: Sentence of {}.",
        "a: Sentence of {name.",
        "a: Sentence of {name.upper}.",
        "a: Sentence of {name.nothing}.",
        "a: Sentence of {name[key]}.",
        'a:\n  "*": no full stop',
        "a:\n  stitch: 3",
    ],
)
def test_malformed_entry_is_an_error_that_names_it(entry: str, tmp_path: Path) -> None:
    # Quoted, because braces and colons in plain YAML mean something else.
    key, _, value = entry.partition(": ")
    text = f'{key}: "{value}"\n' if "{name" in value or "{o" in value or value.endswith("{}.") else entry
    diagnostics = _loaded(tmp_path, f"b: Good.\n{text}")

    assert codes(diagnostics, Level.ERROR) == ["glossary-format"]
    assert "a" in next(iter(diagnostics)).message.split(":")[0]


@pytest.mark.parametrize("text", ["a: [", "- a\n- b\n", "just a text", "", b"a: caf\xe9.\n"])
def test_malformed_file_is_an_error(text: str | bytes, tmp_path: Path) -> None:
    assert "glossary-format" in codes(_loaded(tmp_path, text), Level.ERROR)


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    load_glossary(tmp_path / "nothing.yaml", diagnostics)

    assert diagnostics.failed
