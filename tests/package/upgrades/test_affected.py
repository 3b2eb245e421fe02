"""Changes between two catalogs, against what their validators say about the same payloads."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from generator.catalog.release import FIRST
from generator.catalog.release_file import load_releases
from generator.changes.comparison import changes_between
from generator.changes.judgement import judged
from generator.changes.overrides import Overrides
from generator.changes.rules import RULES, Severity
from generator.context.constraints import object_constraints
from generator.context.requirements import requirements_of_steps
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT, Layout
from generator.releases.making import release_of
from templates.connector_catalog.checking import Validator
from templates.connector_catalog.problem_codes import PROBLEM_CODES
from templates.connector_catalog.problems import Problem
from templates.connector_catalog.upgrades.affected import Affected
from templates.connector_catalog.upgrades.catalog_change import StoredChange, stored_change
from templates.connector_catalog.upgrades.effects import EFFECTS, MEANINGS
from templates.connector_catalog.upgrades.given import GivenPart
from templates.connector_catalog.upgrades.places import places_of_path
from tests.catalog.building import KEY, Fields, connector, prop
from tests.changes.test_severities import CASES, MODE, NOT_IN_PAYLOADS, WHEN_X, WHEN_Y, _payloads

Properties = list[Fields]


def _changes(*catalogs: Properties) -> list[StoredChange]:
    """The changes of several catalogs, each a version of its own."""
    found: list[StoredChange] = []
    previous = FIRST
    for before, after in itertools.pairwise(catalogs):
        sides = {KEY: connector(*before)}, {KEY: connector(*after)}
        every = judged(changes_between(*sides), *sides, lambda _, step: step, Overrides())
        release = release_of(every, previous, documents={}, connectors=(1, 1))
        if release is not None:
            stated = (each.to_json() for each in release.changes)
            found += [stored_change(each.pop("key"), {"version": str(release.version)} | each) for each in stated]
            previous = release.version
    return found


def _problems(properties: Properties, payload: Mapping[str, Any]) -> list[Problem]:
    requirements = requirements_of_steps(connector(*properties).steps, together=True)
    return Validator(object_constraints(requirements)).validate(dict(payload), warnings=True)


def _affected(payload: Fields, *catalogs: Properties) -> tuple[list[Problem], list[Problem]]:
    """What affects a payload with the last catalog, and the errors that no change explains."""
    affected = Affected(_problems(catalogs[-1], payload))
    stated = connector(*catalogs[-1]).to_json()["steps"][0]
    part = GivenPart(KEY, payload, {"form": stated}, lambda _name, _step: "")
    return list(affected.by_changes(_changes(*catalogs), part)), affected.unexplained


def _codes(payload: Fields, *catalogs: Properties) -> list[tuple[str, str, str]]:
    found, unexplained = _affected(payload, *catalogs)
    assert unexplained == []
    return [(each.level, each.path, each.code) for each in found]


def _accepted(old: Properties, new: Properties) -> Iterator[Fields]:
    """Some payloads that the old catalog accepts."""
    every = list(_payloads(old, new))
    for payload in every[:: max(1, len(every) // 150)]:
        if not any(each.level == "error" for each in _problems(old, payload)):
            yield payload


@pytest.mark.parametrize("name", CASES)
def test_what_is_refused_now_is_an_effect_of_a_change(name: str) -> None:
    old, new, *_ = CASES[name]
    for payload in _accepted(old, new):
        found, unexplained = _affected(payload, old, new)
        is_refused = any(each.level == "error" for each in _problems(new, payload))
        assert any(each.level == "error" for each in found) is is_refused
        assert unexplained == []


@pytest.mark.parametrize("name", NOT_IN_PAYLOADS)
def test_what_requests_do_not_show_is_a_warning_where_it_matters(name: str) -> None:
    old, new, *_ = NOT_IN_PAYLOADS[name]
    (with_it, without_it) = ([each[0] for each in _codes(payload, old, new)] for payload in ({"a": "x"}, {}))

    assert (with_it, without_it) == (([], ["warning"]) if "default" in name else (["warning"], []))


A, B = prop("a"), prop("b")
SSH = {"secret": True, "enum": ["x", "y"]}
OLD_NAME, NEW_NAME = ([prop(name, **SSH), B] for name in ("ssh_host", "sshHost"))


def listed(**more: Any) -> Properties:
    """A list of objects with one property."""
    return [prop("a", "array", items={"properties": [prop("b", **more)]})]


@pytest.mark.parametrize(
    ("payload", "catalogs", "found"),
    [
        # What a later version takes back is no effect.
        ({"a": "x"}, [[A], [], [A]], []),
        ({}, [[prop("a", default="x")], [prop("a", default="y")], [prop("a", default="x")]], []),
        ({}, [[prop("a", default="x")], [prop("a", default="y")], [prop("a", default="z")]],
         [("warning", "a", "default-changed")] * 2),
        # An old name leads to the changes of the new one.
        ({"ssh_host": "x"}, [OLD_NAME, NEW_NAME, [prop("sshHost", **SSH, unit="minute"), B]],
         [("error", "ssh_host", "property-renamed"), ("warning", "ssh_host", "unit-changed")]),
        # A value that was refused before has other causes, so there is nothing to explain it.
        ({"mode": "x"}, [[MODE], [prop("mode", enum=["y"])]], [("error", "mode", "values-removed")]),
        # Each of several places is told.
        ({"a": [{"b": "x"}, {}, {"b": "y"}]},
         [listed(), listed(type_="integer")],
         [("error", "a[0].b", "type-changed"), ("error", "a[2].b", "type-changed")]),
        ({"a": [{"b": "x"}, {}]},
         [listed(), listed(requirement="required")],
         [("error", "a[1].b", "became-required")]),
    ],
)  # fmt: skip
def test_several_versions_and_places(
    payload: Fields, catalogs: list[Properties], found: list[tuple[str, str, str]]
) -> None:
    assert _codes(payload, *catalogs) == found


MODE_X, A_WHEN_X = MODE | {"default": "x"}, prop("a", requirement="conditional", requiredWhen=WHEN_X)
OF_B = [B, MODE | {"default": "y", "defaultWhen": [{"anyGiven": ["b"], "value": "x"}]}]


def holder(*properties: Fields) -> Fields:
    """An object with some properties."""
    return prop("o", "object", properties=list(properties))


@pytest.mark.parametrize(
    ("payload", "old", "new"),
    [
        ({"mode": "z"}, [MODE], [prop("mode", enum=["x"])]),
        ({"a": -1}, [prop("a", "integer", minimum=0)], [prop("a", "integer", minimum=1)]),
        ({"a": True}, [prop("a", ["string", "integer"])], [A]),
        ({"a": ["q"]}, [prop("a", "array", items={"enum": ["x", "y"]})], [prop("a", "array", items={"enum": ["x"]})]),
        (
            {"mode": "x"},
            [MODE, prop("a", requirement="conditional", requiredWhen=WHEN_X)],
            [MODE, prop("a", requirement="required")],
        ),
        # The default makes the condition hold.
        ({}, [MODE_X, A_WHEN_X], [MODE_X, prop("a", requirement="required")]),
        ({"b": "x"}, [*OF_B, A_WHEN_X], [*OF_B, prop("a", requirement="required")]),
        ({"o": {}}, [holder(MODE_X, A_WHEN_X)], [holder(MODE_X, prop("a", requirement="required"))]),
    ],
)
def test_what_was_refused_before_is_no_effect(payload: Fields, old: Properties, new: Properties) -> None:
    found, unexplained = _affected(payload, old, new)

    assert (found, len(unexplained)) == ([], 1)


def test_a_default_that_has_changed_since_is_the_old_one() -> None:
    assert [
        each[2] for each in _codes({}, [MODE_X, A_WHEN_X], [MODE, prop("a", requirement="required")]) if each[1] == "a"
    ] == ["deciding-default-changed"]


@pytest.mark.parametrize(
    ("payload", "old", "new"),
    [
        ({}, [MODE, A_WHEN_X], [MODE, prop("a", requirement="required")]),
        ({}, [MODE | {"default": "y"}, A_WHEN_X], [MODE | {"default": "y"}, prop("a", requirement="required")]),
        ({}, [MODE, A_WHEN_X], [MODE_X, prop("a", requirement="required")]),
        ({"mode": "y"}, [MODE_X, A_WHEN_X], [MODE_X, prop("a", requirement="required")]),
    ],
)
def test_what_a_default_did_not_require_before_is_an_effect(payload: Fields, old: Properties, new: Properties) -> None:
    assert ("error", "a", "became-required") in _codes(payload, old, new)


def test_a_default_says_nothing_in_a_step_that_may_not_apply() -> None:
    old, new = [MODE_X, A_WHEN_X], [MODE_X, prop("a", requirement="required")]
    steps = {"form": {"properties": new}, "oauth": {"properties": [B]}}
    problems = [Problem("a", "required", "")]

    def found(*, together: bool) -> set[str]:
        part = GivenPart(KEY, {}, steps, lambda _name, _step: "", together)
        return {each.code for each in Affected(problems).by_changes(_changes(old, new), part)}

    assert found(together=True) == set()
    assert found(together=False) == {"became-required"}


def test_only_the_variant_that_a_payload_has_is_affected() -> None:
    def variants(**more: Any) -> Properties:
        of = {"requirement": "required"}
        p, q = (
            {
                "name": name,
                "selector": {"property": "kind", "value": name, "required": True},
                "properties": [prop("kind", const=name, **of), prop("b", **(more if name == "p" else {}))],
            }
            for name in "pq"
        )
        return [prop("a", "object", variants=[p, q]), prop("c", "array", items={"variants": [p, q]})]

    old, new = variants(), variants(deprecated=True)
    p, q = {"kind": "p", "b": "x"}, {"kind": "q", "b": "x"}

    assert _codes({"a": q, "c": [q]}, old, new) == []
    assert _codes({"a": p, "c": [q, p]}, old, new) == [
        ("warning", "a.b", "became-deprecated"),
        ("warning", "c[1].b", "became-deprecated"),
    ]


def _variant(*, required: bool) -> Fields:
    selector = {"property": "kind", "value": "p", "required": required}
    kind = prop("kind", const="p", requirement="required" if required else None)
    return {"name": "p", "selector": selector, "properties": [kind]}


@pytest.mark.parametrize(
    ("old", "code"),
    [
        (prop("a", "object", variants=[_variant(required=False)]), "became-required"),
        (prop("a", "object", properties=[B]), "variant-added"),
    ],
)
def test_an_object_without_the_selector_is_refused_now(old: Fields, code: str) -> None:
    new = [prop("a", "object", variants=[_variant(required=True)])]

    assert ("error", "a.kind", code) in _codes({"a": {}}, [old], new)
    assert _codes({"a": {"kind": "p"}}, [prop("a", "object", variants=[_variant(required=False)])], new) == []


def test_a_condition_on_another_value_is_told_where_it_holds() -> None:
    old, new = ([MODE, prop("a", requirement="conditional", requiredWhen=when)] for when in (WHEN_X, WHEN_Y))

    assert _codes({"mode": "y"}, old, new) == [("error", "a", "became-required")]


def test_every_rule_that_can_affect_writers_has_an_effect() -> None:
    risky = {code for code, rule in RULES.items() if rule.writers > Severity.SAFE}

    assert risky <= EFFECTS.keys()


def test_every_effect_is_of_a_rule_that_a_release_may_have() -> None:
    releases = load_releases(Layout(PROJECT).changes, Diagnostics())
    released = {change.rule for release in releases for change in release.changes}

    assert releases
    assert released <= RULES.keys() | EFFECTS.keys()
    assert EFFECTS.keys() <= RULES.keys() | released


def test_every_effect_says_what_it_means_and_explains_problems_that_there_are() -> None:
    assert all(re.fullmatch(r"[A-Z][^{}]+\.", meaning) for meaning in MEANINGS.values())
    assert {code for effect in EFFECTS.values() for code in effect.codes} <= PROBLEM_CODES.keys()
    assert not MEANINGS.keys() & PROBLEM_CODES.keys()


def test_lists_in_lists_are_not_followed() -> None:
    deep: Any = [{"b": "x"}]
    for _ in range(5_000):
        deep = [deep]

    assert list(places_of_path("a.b", {"a": deep}, {"properties": listed()}, None)) == []
    assert [each.path for each in places_of_path("a.b", {"a": [{"b": "x"}]}, {"properties": listed()}, None)] == [
        "a[0].b"
    ]


def test_the_same_place_of_many_items_takes_linear_time() -> None:
    found, _ = _affected({"a": [{}] * 20_000}, listed(), listed(requirement="required"))

    assert len(found) == 20_000
