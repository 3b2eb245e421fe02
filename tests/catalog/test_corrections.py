"""Corrections: loaded from files, reported where they are stale."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.corrections import Corrections, load_corrections
from generator.diagnostics import Diagnostics, Level
from generator.records.example import ExampleCorrection
from tests.catalog.building import KEY, codes
from tests.catalog.passes.test_corrections import REASON, correction

EXAMPLE = {"path": None, "field": None, "old": ",}", "new": "}"}


def test_corrections_of_fields_and_of_examples() -> None:
    field, other, example = (
        correction(field="type"),
        correction(connector="acme/source/y", field="type"),
        correction(**EXAMPLE),
    )
    corrections = Corrections((field, other, example))

    assert corrections.of_fields(KEY) == [field]
    assert corrections.of_examples == (ExampleCorrection(KEY, "form", ",}", "}", REASON),)
    assert [each.example_correction for each in (field, example)] == [None, *corrections.of_examples]


def test_a_correction_that_was_not_applied_is_stale() -> None:
    applied, stale, example = (
        correction(field="type", old="x"),
        correction(field="unit", old="x" * 99),
        correction(**EXAMPLE),
    )
    diagnostics = Diagnostics("other")
    Corrections((applied, stale, example)).report_stale([applied], [], diagnostics)

    assert [(each.level, each.code, each.document, each.place, each.subject) for each in diagnostics] == [
        (Level.ERROR, "stale-correction", "catalog/corrections", "", f"{KEY} form a unit"),
        (Level.ERROR, "stale-correction", "catalog/corrections", "", f"{KEY} form"),
    ]
    assert f'the old value "{"x" * 79} no longer occurs' in next(iter(diagnostics)).message


def test_corrections_of_examples_that_the_readers_applied_are_not_stale() -> None:
    one, other = correction(**EXAMPLE), correction(**(EXAMPLE | {"old": ",]"}))
    corrections, diagnostics = Corrections((one, other)), Diagnostics()
    corrections.report_stale([], corrections.of_examples[:1], diagnostics)

    assert [each.message for each in diagnostics] == ['the old value ",]" no longer occurs; remove the correction']


def _loaded(folder: Path, text: str | bytes) -> tuple[Corrections, Diagnostics]:
    diagnostics = Diagnostics()
    (folder / "acme.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_corrections(folder, diagnostics), diagnostics


GOOD = {"connector": KEY, "step": "form", "path": "a", "field": "type", "old": "x", "new": "string", "reason": REASON}


def test_corrections_are_loaded(tmp_path: Path) -> None:
    found, diagnostics = _loaded(tmp_path, json.dumps([GOOD]))

    assert [each.subject for each in found.all] == [f"{KEY} form a type"]
    assert list(diagnostics) == []


def test_a_project_needs_no_corrections(tmp_path: Path) -> None:
    diagnostics = Diagnostics()

    assert load_corrections(tmp_path / "nothing", diagnostics).all == ()
    assert list(diagnostics) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{}",
        "null",
        b"\xff\xfe",
        json.dumps([GOOD | {"resaon": "misspelt"}]),
        json.dumps([{name: value for name, value in GOOD.items() if name != "reason"}]),
        json.dumps([GOOD | {"reason": "short"}]),
        json.dumps(["text"]),
    ],
)
def test_a_malformed_file_is_an_error(text: str | bytes, tmp_path: Path) -> None:
    _, diagnostics = _loaded(tmp_path, text)

    assert codes(diagnostics, Level.ERROR) == ["corrections-format"]
    assert "acme.json" in str(next(iter(diagnostics)))


@pytest.mark.parametrize(("old", "new"), [(3, "x"), (None, "x"), ("a", 3), ("a", None), ("", "x")])
def test_a_correction_of_an_example_needs_two_texts(old: Any, new: Any, tmp_path: Path) -> None:
    text = json.dumps([{"connector": KEY, "step": "form", "old": old, "new": new, "reason": REASON}])

    assert codes(_loaded(tmp_path, text)[1], Level.ERROR) == ["corrections-format"]


def test_a_field_needs_a_path(tmp_path: Path) -> None:
    text = json.dumps([{name: value for name, value in GOOD.items() if name != "path"}])
    (error,) = _loaded(tmp_path, text)[1]

    assert "expected path and field, path alone, or neither" in error.message


@pytest.mark.parametrize(("old", "new"), [("x", {"type": "string"}), (None, "string"), (None, None)])
def test_a_property_is_added_by_its_fields(old: Any, new: Any, tmp_path: Path) -> None:
    text = json.dumps([{name: value for name, value in GOOD.items() if name != "field"} | {"old": old, "new": new}])
    (error,) = _loaded(tmp_path, text)[1]

    assert "expected null and the fields of the property that is added" in error.message


def test_an_addition_is_a_correction_of_its_connector_and_of_no_example(tmp_path: Path) -> None:
    added = correction(new={"type": "string"})
    corrections, diagnostics = Corrections((added,)), Diagnostics()
    corrections.report_stale([], [], diagnostics)

    assert corrections.of_fields(KEY) == [added]
    assert corrections.of_examples == ()
    assert [each.message for each in diagnostics] == ["the document has the property now; remove the correction"]


def test_an_error_names_the_file_and_the_place(tmp_path: Path) -> None:
    (error,) = _loaded(tmp_path, json.dumps([GOOD, GOOD | {"resaon": "misspelt"}]))[1]

    assert (error.code, error.place) == ("corrections-format", "acme.json: 1/resaon")


def test_every_file_is_read_in_the_order_of_the_names(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    for name, path in (("b", "1"), ("a", "2")):
        (tmp_path / f"{name}.json").write_text(json.dumps([GOOD | {"path": path}]), encoding="utf-8")
    (tmp_path / "c.json").write_text("", encoding="utf-8")

    assert [each.path for each in load_corrections(tmp_path, diagnostics).all] == ["2", "1"]
    assert codes(diagnostics) == ["corrections-format"]
