"""Display names for connectors whose documents give them none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalog.display_names import load_names, name_all, spelled
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import codes, connector


def _named(name: str, type_: str, names: dict[str, str]) -> str:
    found = connector(type=type_, name=name)
    name_all([found], names)
    return found.name


def test_the_document_s_own_name_stays() -> None:
    assert _named("Acme Inc.", "acme", {"acme": "ACME"}) == "Acme Inc."


def test_a_connector_without_a_name_has_the_one_in_the_table() -> None:
    assert _named("", "acme", {"acme": "ACME"}) == "ACME"


def test_a_connector_that_is_not_in_the_table_has_the_words_of_its_id() -> None:
    assert _named("", "acme_mail", {"acme": "ACME"}) == "Acme Mail"


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        ("google_ads", "Google Ads"),
        ("google-ads", "Google Ads"),
        ("a__b", "A B"),
        ("7shifts", "7shifts"),
        ("sap_hanaDB", "Sap HanaDB"),
        ("s3_", "S3"),
    ],
)
def test_words_of_an_id(type_: str, name: str) -> None:
    assert spelled(type_) == name


def _loaded(folder: Path, text: str) -> tuple[dict[str, str], Diagnostics]:
    path, diagnostics = folder / "names.yaml", Diagnostics()
    path.write_text(text, encoding="utf-8")
    return load_names(path, diagnostics), diagnostics


def test_names_are_read_by_id(tmp_path: Path) -> None:
    names, diagnostics = _loaded(tmp_path, "acme: ACME\n360: Three Sixty\n")

    assert names == {"acme": "ACME", "360": "Three Sixty"}
    assert codes(diagnostics) == []


def test_a_project_needs_no_names(tmp_path: Path) -> None:
    diagnostics = Diagnostics()

    assert load_names(tmp_path / "names.yaml", diagnostics) == {}
    assert codes(diagnostics) == []


@pytest.mark.parametrize("entry", ["a: 3", "a:", "a: [X]", "a: {b: X}", 'a: ""', 'a: "  "', "a: yes"])
def test_an_entry_that_is_no_name_is_an_error_that_names_it(entry: str, tmp_path: Path) -> None:
    names, diagnostics = _loaded(tmp_path, f"b: Good\n{entry}\n")

    assert codes(diagnostics, Level.ERROR) == ["names-format"]
    assert next(iter(diagnostics)).message.startswith("a: ")
    assert names["b"] == "Good"


@pytest.mark.parametrize("text", ["a: [", "- a\n", "words", ""])
def test_a_file_that_is_no_table_is_an_error(text: str, tmp_path: Path) -> None:
    names, diagnostics = _loaded(tmp_path, text)

    assert names == {}
    assert codes(diagnostics, Level.ERROR) == ["names-format"]
