"""The glossary: sentences by property name and scope."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.catalog.glossary import Glossary, load_glossary
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import codes

ENTRY = {"*": "Any.", "acme": "Acme."}


@pytest.mark.parametrize(
    ("key", "scopes", "text"),
    [
        ("a", [], "One."),
        ("b", ["acme", "*"], "Acme."),
        ("b", ["*", "acme"], "Any."),
        ("b", ["other", "*"], "Any."),
        ("b", ["other"], None),
        ("c", ["*"], None),
    ],
)
def test_the_first_scope_that_an_entry_has_decides(key: str, scopes: list[str], text: str | None) -> None:
    assert Glossary({"a": "One.", "b": ENTRY}).find(key, scopes) == text


def test_unused_entries_are_sorted() -> None:
    assert Glossary({"z": "Z.", "a": "A.", "b": ENTRY}).unused({"a", "y"}) == ["b", "z"]


def _loaded(folder: Path, text: str | bytes) -> tuple[dict[str, Any], Diagnostics]:
    path = folder / "glossary.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    diagnostics = Diagnostics()
    return dict(load_glossary(path, diagnostics).entries), diagnostics


def test_a_good_glossary_is_read(tmp_path: Path) -> None:
    entries, diagnostics = _loaded(tmp_path, 'a: Sentence of {name}.\nb:\n  "*": One.\n  acme: Two.\n')

    assert entries == {"a": "Sentence of {name}.", "b": {"*": "One.", "acme": "Two."}}
    assert list(diagnostics) == []


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
        "a: Sentence of {name!r:>999999999}.",
        "a: Sentence of {name.__class__}.",
        "a: Sentence of {name:}.",
        "a: Sentence of {{name}}.",
        'a:\n  "*": no full stop',
        "a:\n  acme: 3",
    ],
)
def test_a_malformed_entry_is_an_error(entry: str, tmp_path: Path) -> None:
    # Quoted, because braces and colons in plain YAML mean something else.
    key, _, value = entry.partition(": ")
    text = f'{key}: "{value}"\n' if "{name" in value or "{o" in value or value.endswith("{}.") else entry
    entries, diagnostics = _loaded(tmp_path, f"b: Good.\n{text}")
    (error,) = diagnostics

    assert (error.level, error.code, error.place) == (Level.ERROR, "glossary-format", "glossary.yaml:2")
    assert error.message.startswith("a: expected a sentence")
    assert entries == {"b": "Good."}


@pytest.mark.parametrize("text", ["a: [", "- a\n- b\n", "just a text", "", b"a: caf\xe9.\n"])
def test_a_malformed_file_is_an_error(text: str | bytes, tmp_path: Path) -> None:
    assert "glossary-format" in codes(_loaded(tmp_path, text)[1], Level.ERROR)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    load_glossary(tmp_path / "nothing.yaml", diagnostics)

    assert diagnostics.failed
