"""Properties that hold for every pair of catalogs, on drawn ones."""

from __future__ import annotations

import copy
from typing import Any

import hypothesis
import jsonpatch
from hypothesis import strategies

from generator.catalog.connector import Connector
from generator.changes.change import Kind
from generator.changes.comparison import changes_between
from generator.changes.judgement import Judged, judged
from generator.changes.overrides import Overrides
from generator.changes.patch import patch_between
from generator.changes.rules import Severity
from generator.context.constraints import object_constraints
from generator.context.requirements import requirements_of_steps
from generator.serialize import dumps, dumps_line
from templates.connector_catalog.checking import Validator
from tests.catalog.building import KEY
from tests.changes.drawn import connectors, pairs, payloads

drawn = hypothesis.settings(max_examples=60, deadline=None, derandomize=True)


def _judged(old: Connector, new: Connector) -> list[Judged]:
    sides = {KEY: old}, {KEY: new}
    return list(judged(changes_between(*sides), *sides, lambda _, step: step, Overrides()))


@hypothesis.given(pairs())
@drawn
def test_the_patch_gives_the_new_catalog(pair: tuple[Connector, Connector]) -> None:
    old, new = (each.to_json() for each in pair)

    assert dumps(jsonpatch.apply_patch(copy.deepcopy(old), patch_between(old, new))) == dumps(new)


@hypothesis.given(connectors())
@drawn
def test_a_catalog_does_not_differ_from_itself(found: Connector) -> None:
    assert changes_between({KEY: found}, {KEY: Connector.model_validate(found.to_json())}) == []


_WITHOUT_ORDER = ("enum", "deprecatedValues", "type", "in", "anyGiven", "requiredWhen", "appliesWhen", "expectedWhen")


def _in_one_order(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _in_one_order(each, key) for key, each in sorted(value.items())}
    if not isinstance(value, list):
        return float(value) if type(value) is int else value
    items = [_in_one_order(each) for each in value]
    return sorted(items, key=dumps_line) if name in (*_WITHOUT_ORDER, "properties", "variants", "steps") else items


@hypothesis.given(pairs())
@drawn
def test_every_difference_is_a_change(pair: tuple[Connector, Connector]) -> None:
    old, new = (dumps_line(_in_one_order(each.to_json())) for each in pair)

    assert bool(_judged(*pair)) == (old != new)


def _errors(validator: Validator, payload: dict[str, Any]) -> bool:
    return any(each.level == "error" for each in validator.validate(payload))


@hypothesis.given(strategies.data())
@drawn
def test_no_request_is_refused_without_a_breaking_change(data: strategies.DataObject) -> None:
    old, new = data.draw(pairs())
    before, after = (
        Validator(object_constraints(requirements_of_steps(each.steps, together=True))) for each in (old, new)
    )
    drawn_payloads = data.draw(strategies.lists(payloads(old.steps[0].properties), min_size=5, max_size=5))
    broken = [each for each in drawn_payloads if not _errors(before, each) and _errors(after, each)]

    if broken:
        assert max((each.writers for each in _judged(old, new)), default=Severity.SAFE) is Severity.BREAKING, broken


REVERSES = {
    frozenset(each.split())
    for each in (
        "applicability-changed",
        "applicability-changed applicability-widened",
        "applicability-changed deprecation-dropped",
        "became-create-only became-settable",
        "became-deprecated deprecation-dropped",
        "became-optional became-required",
        "became-public became-secret",
        "became-read-only became-settable",
        "became-readable became-write-only",
        "became-required",
        "closed opened",
        "deciding-default-changed",
        "default-changed",
        "deprecation-dropped",
        "encoding-changed",
        "form-changed",
        "form-dropped form-stated",
        "limit-loosened limit-tightened",
        "limit-restated",
        "object-became-free-form property-added-to-open-object",
        "object-became-free-form required-property-added",
        "only-value-as-default",
        "property-added property-removed",
        "property-added write-only-property-removed",
        "property-added-to-open-object property-removed-from-open-object",
        "property-documented property-undocumented",
        "property-removed required-property-added",
        "property-removed-from-open-object required-property-added",
        "property-renamed",
        "requirement-restated",
        "required-property-added write-only-property-removed",
        "type-changed",
        "type-narrowed type-widened",
        "unchecked-format",
        "unit-changed",
        "unlisted-value-warned",
        "unlisted-value-warned values-restated",
        "values-added values-removed",
        "values-replaced",
        "values-restated",
        "variant-added variant-removed",
        "wording",
    )
}
"""The rules of a change and of its reverse."""
_REVERSED = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


@hypothesis.given(pairs())
@drawn
def test_the_reverse_of_a_change_falls_under_the_reverse_rule(pair: tuple[Connector, Connector]) -> None:
    found = [each for each in _judged(*pair) if each.change.kind is not Kind.RENAMED]
    there = {(each.change.kind, each.change.place, each.change.field): each.rule for each in found}
    back = {
        (_REVERSED.get(each.change.kind, each.change.kind), each.change.place, each.change.field): each.rule
        for each in _judged(*reversed(pair))
    }
    for place in there.keys() & back.keys():
        assert frozenset((there[place], back[place])) in REVERSES
    assert len(found) < len(_judged(*pair)) or there.keys() == back.keys()
