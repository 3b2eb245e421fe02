"""Corrections of the fields of properties."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.corrections import Correction, Corrections
from generator.catalog.passes.corrections import correct_fields
from generator.diagnostics import Level
from tests.catalog.building import KEY, SOURCE, Fields, Ran, connector, prop, run

REASON = "The vendor's page has it wrong, as its own text shows."


def correction(**fields: Any) -> Correction:
    """Return a correction of the property ``a``."""
    stated = {"connector": KEY, "step": "form", "path": "a", "old": None, "new": None, "reason": REASON}
    return Correction.model_validate(stated | fields)


def _corrected(*properties: Fields, **fields: Any) -> Ran:
    corrections = Corrections((correction(**fields),))
    return run(correct_fields, connector(*properties), corrections=corrections)


def test_a_field_is_corrected() -> None:
    found = _corrected(prop("a", "integer", sources=[SOURCE]), field="type", old="integer", new="string")

    assert found.json == [prop("a", sources=[SOURCE])]
    (warning,) = found.context.diagnostics
    assert (warning.level, warning.code, warning.place) == (Level.WARNING, "corrected", "#x/a")
    assert (warning.message, warning.subject) == (REASON, f"{KEY} form a type")
    assert found.context.usage.corrections == [correction(field="type", old="integer", new="string")]


def test_a_nested_property_is_found_by_its_path() -> None:
    nested = prop("a", "object", properties=[prop("b", enum=["x"]), prop("a", enum=["x"])])
    found = _corrected(nested, path="a.b", field="enum", old=["x"], new=["y"])

    assert [each.enum for each in found.properties[0].children] == [("y",), ("x",)]


def test_only_the_step_that_is_named_is_corrected() -> None:
    steps = [{"name": name, "properties": [prop("a")]} for name in ("form", "oauth")]
    corrections = Corrections((correction(step="oauth", field="type", old="string", new="integer"),))
    found = run(correct_fields, connector(steps=steps), corrections=corrections).connector

    assert [step.properties[0].type for step in found.steps] == ["string", "integer"]


def test_the_old_value_of_a_field_that_is_not_stated_is_null() -> None:
    assert _corrected(prop("a"), field="format", old=None, new="uri").json == [prop("a", format="uri")]


def test_the_new_value_null_leaves_the_field_out() -> None:
    assert _corrected(prop("a", enum=["x"]), field="enum", old=["x"], new=None).json == [prop("a")]


def test_other_fields_stay() -> None:
    fields = prop("a", "integer", "required", enum=[1], secret=False, description="D.") | {"default": None}
    found = _corrected(fields, field="type", old="integer", new="number")

    assert found.json == [fields | {"type": "number"}]


def test_a_correction_of_secrecy_says_so() -> None:
    found = _corrected(prop("a"), field="secret", old=None, new=True)

    assert found.json == [prop("a", secret=True, secretFrom="correction")]


def test_corrections_are_applied_in_their_order() -> None:
    both = [correction(field="type", old=old, new=new) for old, new in (("string", "integer"), ("integer", "number"))]
    found = run(correct_fields, connector(prop("a")), corrections=Corrections(tuple(both)))

    assert found.json == [prop("a", "number")]
    assert found.context.usage.corrections == both


@pytest.mark.parametrize(
    "fields",
    [
        {"connector": "acme/source/other"},
        {"step": "oauth"},
        {"path": "b"},
        {"old": "boolean"},
        {"field": "format"},
        {"field": "typ"},
    ],
)
def test_a_correction_that_does_not_find_its_old_value_changes_nothing(fields: Fields) -> None:
    found = _corrected(prop("a", "integer"), **({"field": "type", "old": "integer", "new": "string"} | fields))

    assert found.json == [prop("a", "integer")]
    assert found.lines == []
    assert found.context.usage.corrections == []


@pytest.mark.parametrize(
    "fields",
    [
        {"field": "typ", "new": "string"},
        {"field": "type", "old": "string", "new": "strng"},
        {"field": "enum", "new": "not a list"},
        {"field": "name", "old": "a", "new": None},
    ],
)
def test_a_correction_to_an_invalid_property_is_an_error(fields: Fields) -> None:
    found = _corrected(prop("a", sources=[SOURCE]), **fields)

    assert found.json == [prop("a", sources=[SOURCE])]
    (error,) = found.context.diagnostics
    assert (error.level, error.code, error.place) == (Level.ERROR, "corrections-format", "#x/a")
    assert error.subject == correction(**fields).subject
    assert error.message.startswith("the corrected property is invalid: ")
    assert len(found.context.usage.corrections) == 1


def test_a_property_that_the_document_lacks_is_added() -> None:
    found = _corrected(prop("b"), path="a", new={"type": "string", "requirement": "optional"})

    assert found.json == [prop("b"), prop("a", requirement="optional")]
    (warning,) = found.context.diagnostics
    assert (warning.level, warning.code, warning.message) == (Level.WARNING, "corrected", REASON)
    assert warning.subject == f"{KEY} form a"
    assert len(found.context.usage.corrections) == 1


def test_an_added_property_can_be_corrected_further() -> None:
    both = (correction(new={"type": "string"}), correction(field="type", old="string", new="integer"))
    found = run(correct_fields, connector(prop("b")), corrections=Corrections(both))

    assert found.json == [prop("b"), prop("a", "integer")]


@pytest.mark.parametrize("fields", [{"path": "b"}, {"step": "oauth"}, {"connector": "acme/source/other"}])
def test_a_property_that_is_there_or_elsewhere_is_not_added(fields: Fields) -> None:
    found = _corrected(prop("b", "integer"), **({"new": {"type": "string"}} | fields))

    assert found.json == [prop("b", "integer")]
    assert found.lines == []
    assert found.context.usage.corrections == []


def test_an_added_property_that_is_invalid_is_an_error() -> None:
    found = _corrected(prop("b"), new={"typ": "string"})

    assert found.json == [prop("b")]
    (error,) = found.context.diagnostics
    assert (error.level, error.code) == (Level.ERROR, "corrections-format")
