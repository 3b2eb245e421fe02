"""Corrections: applied where they find their old value, an error where they are stale or malformed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.corrections import Correction, Corrections, load_corrections
from generator.diagnostics import Diagnostics, Level
from generator.records.example import ExampleCorrection
from tests.catalog.building import KEY, Facts, codes, connector, prop

REASON = "The vendor's page has it wrong, as its own text shows."


def _correction(**facts: Any) -> Correction:
    return Correction.model_validate(
        {"connector": KEY, "step": "form", "old": "x", "new": "y", "reason": REASON} | facts
    )


def test_field_of_a_property_is_put_right() -> None:
    found, diagnostics = connector(prop("a", "integer")), Diagnostics()
    Corrections([_correction(path="a", field="type", old="integer", new="string")]).apply([found], diagnostics)

    assert found.steps[0].properties[0].type == "string"
    assert [(each.code, each.level, each.message) for each in diagnostics] == [("corrected", Level.WARNING, REASON)]


def test_field_of_a_nested_property_is_found_by_its_path() -> None:
    found = connector(prop("a", "object", properties=[prop("b", enum=["x"])]))
    Corrections([_correction(path="a.b", field="enum", old=["x"], new=["y"])]).apply([found], Diagnostics())

    assert found.steps[0].properties[0].children[0].enum == ["y"]


def test_field_that_is_not_stated_has_the_old_value_null() -> None:
    found = connector(prop("a"))
    Corrections([_correction(path="a", field="format", old=None, new="uri")]).apply([found], Diagnostics())

    assert found.steps[0].properties[0].to_json()["format"] == "uri"


def test_other_fields_stay_as_they_are() -> None:
    facts = prop("a", "integer", "required", enum=[1], secret=False, description="D.")
    found = connector(facts)
    Corrections([_correction(path="a", field="type", old="integer", new="number")]).apply([found], Diagnostics())

    assert found.steps[0].properties[0].to_json() == facts | {"type": "number"}


@pytest.mark.parametrize(
    "facts",
    [
        {"connector": "stitch/source/platform.other"},
        {"step": "oauth"},
        {"path": "b"},
        {"old": "boolean"},
        {"field": "format"},
    ],
)
def test_correction_that_finds_no_old_value_is_stale(facts: Facts) -> None:
    found, diagnostics = connector(prop("a", "integer")), Diagnostics()
    corrections = Corrections(
        [_correction(**({"path": "a", "field": "type", "old": "integer", "new": "string"} | facts))]
    )
    corrections.apply([found], diagnostics)
    corrections.report_stale(diagnostics)

    assert found == connector(prop("a", "integer"))
    assert codes(diagnostics, Level.ERROR) == ["stale-correction"]
    (stale,) = diagnostics
    assert stale.subject == corrections.all[0].subject


def test_correction_that_was_applied_is_not_stale() -> None:
    diagnostics = Diagnostics()
    corrections = Corrections([_correction(path="a", field="type", old="integer", new="string")])
    corrections.apply([connector(prop("a", "integer"))], diagnostics)
    corrections.report_stale(diagnostics)

    assert codes(diagnostics, Level.ERROR) == []


def test_field_set_to_null_is_left_out() -> None:
    found = connector(prop("a", enum=["x"]))
    Corrections([_correction(path="a", field="enum", old=["x"], new=None)]).apply([found], Diagnostics())

    assert found.steps[0].properties[0].to_json() == prop("a")


def test_corrections_of_examples_are_those_without_a_field() -> None:
    corrections = Corrections([_correction(old=",}", new="}"), _correction(path="a", field="type")])

    assert corrections.of_examples == (ExampleCorrection(KEY, "form", ",}", "}", REASON),)


def test_correction_of_an_example_is_stale_until_it_is_applied() -> None:
    corrections = Corrections([_correction(old="a"), _correction(old="b")])
    corrections.mark_applied(corrections.of_examples[:1])
    diagnostics = Diagnostics()
    corrections.report_stale(diagnostics)

    assert codes(diagnostics, Level.ERROR) == ["stale-correction"]
    assert '"b"' in next(iter(diagnostics)).message


def _loaded(folder: Path, text: str | bytes) -> tuple[Corrections, Diagnostics]:
    diagnostics = Diagnostics()
    (folder / "stitch.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_corrections(folder, diagnostics), diagnostics


GOOD = {"connector": KEY, "step": "form", "path": "a", "field": "type", "old": "x", "new": "string", "reason": REASON}


def test_file_of_corrections_is_loaded(tmp_path: Path) -> None:
    found, diagnostics = _loaded(tmp_path, json.dumps([GOOD]))

    assert [each.subject for each in found.all] == [f"{KEY} form a type"]
    assert list(diagnostics) == []


def test_no_corrections_are_no_fault(tmp_path: Path) -> None:
    diagnostics = Diagnostics()

    assert load_corrections(tmp_path / "nothing", diagnostics).all == []
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
def test_malformed_file_is_an_error_that_names_it(text: str | bytes, tmp_path: Path) -> None:
    _, diagnostics = _loaded(tmp_path, text)

    assert codes(diagnostics, Level.ERROR) == ["corrections-format"]
    assert "stitch.json" in str(next(iter(diagnostics)))


@pytest.mark.parametrize(
    "facts",
    [
        {"field": "typ", "old": None, "new": "string"},
        {"new": "strng"},
        {"field": "enum", "old": None, "new": "not a list"},
    ],
)
def test_correction_that_makes_no_property_is_an_error_and_no_crash(facts: Facts, tmp_path: Path) -> None:
    found, diagnostics = _loaded(tmp_path, json.dumps([GOOD | {"old": "string"} | facts]))
    found.apply([connector(prop("a"))], diagnostics)
    found.report_stale(diagnostics)

    assert diagnostics.failed


@pytest.mark.parametrize(("old", "new"), [(3, "x"), (None, "x"), ("a", 3), ("a", None)])
def test_correction_of_an_example_needs_two_texts(old: Any, new: Any, tmp_path: Path) -> None:
    text = json.dumps([{"connector": KEY, "step": "form", "old": old, "new": new, "reason": REASON}])
    found, diagnostics = _loaded(tmp_path, text)
    found.report_stale(diagnostics)

    assert diagnostics.failed
