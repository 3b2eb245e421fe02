"""The requirements of all steps of a connector together."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.property import Property
from generator.context.requirements import Requirements, requirements_of_object, requirements_of_steps
from templates.connector_catalog.rules import Applicability, Condition, ConditionalRequirement, Rules, StepRules
from tests.context.building import Facts, as_property, connector, prop, step

FORM = step("form", prop("start", requirement="required"), prop("shared", requirement="required"), prop("window"))
OAUTH = step("oauth", prop("client", requirement="required"), prop("shared", requirement="required"))


def _alternative(*steps: Facts) -> Requirements:
    return requirements_of_steps(connector(*steps).steps, together=False)


def _together(*steps: Facts) -> Requirements:
    return requirements_of_steps(connector(*steps).steps, together=True)


def _merged(one: Facts, other: Facts) -> Property:
    return _alternative(step("form", one, prop("x")), step("oauth", other, prop("y"))).properties[0]


def test_one_step_always_applies() -> None:
    found = _alternative(FORM)

    assert found.steps == ()
    assert found.required == ("start", "shared")


@pytest.mark.parametrize("requirements", [_alternative, _together])
def test_no_steps_require_nothing(requirements: Any) -> None:
    assert requirements() == Requirements((), (), Rules())


@pytest.mark.parametrize("requirements", [_alternative, _together])
def test_each_property_is_listed_once_in_the_order_of_the_document(requirements: Any) -> None:
    assert [each.name for each in requirements(FORM, OAUTH).properties] == ["start", "shared", "window", "client"]


def test_what_every_alternative_requires_is_always_required() -> None:
    assert _alternative(FORM, OAUTH).required == ("shared",)


def test_steps_that_are_sent_together_require_everything() -> None:
    found = _together(FORM, OAUTH)

    assert (found.required, found.steps) == (("start", "shared", "client"), ())


def test_the_first_step_applies_where_no_other_has_begun() -> None:
    first, second = _alternative(FORM, OAUTH).steps

    assert first == StepRules("form", ("start", "window"), ("client",), ("start", "shared"))
    assert second == StepRules("oauth", ("client",), (), ("client", "shared"))


def test_a_step_without_a_property_of_its_own_never_begins() -> None:
    found = _alternative(FORM, step("oauth", prop("shared", requirement="required")))

    assert found.steps == ()
    assert found.required == ("start", "shared")


def test_groups_of_a_step_are_required_where_it_applies() -> None:
    form = FORM | {"rules": [{"anyOf": ["start", "window"]}]}

    assert _alternative(form).rules.any_of == (("start", "window"),)
    both = _alternative(form, OAUTH)
    assert both.rules.any_of == ()
    assert [each.any_of for each in both.steps] == [(("start", "window"),), ()]
    assert _together(form, OAUTH).rules.any_of == (("start", "window"),)


def test_dependent_properties_of_all_steps_are_kept() -> None:
    form = FORM | {"rules": [{"dependentRequired": {"window": ["start"]}}]}
    oauth = OAUTH | {"rules": [{"dependentRequired": {"client": ["shared", "start"]}}]}
    expected = (("window", ("start",)), ("client", ("shared", "start")))

    assert _alternative(form, oauth).rules.dependent == _together(form, oauth).rules.dependent == expected


@pytest.mark.parametrize("requirement", [None, "optional", "internal", "readOnly", "conditional"])
def test_only_the_label_required_requires(requirement: str | None) -> None:
    assert _alternative(step("form", prop("a", requirement=requirement))).required == ()


def test_a_property_of_two_steps_accepts_the_values_of_either() -> None:
    assert list(_merged(prop("mode", enum=["a"]), prop("mode", enum=["b", "a"])).enum or ()) == ["a", "b"]
    assert _merged(prop("mode", enum=["a"]), prop("mode")).enum is None
    assert _merged(prop("mode"), prop("mode", enum=["a"])).enum is None
    for one, other in ((True, None), (None, True), (True, True)):
        assert _merged(prop("a", enum=["x"], enumOpen=one), prop("a", enum=["y"], enumOpen=other)).enum_open is True
    assert _merged(prop("a", enum=["x"]), prop("a", enum=["y"])).enum_open is None


def test_a_property_of_two_steps_accepts_the_types_of_either() -> None:
    assert _merged(prop("a", "string"), prop("a", ["integer", "string"])).types == ("string", "integer")
    assert _merged(prop("a", "string"), prop("a", "string")).to_json()["type"] == "string"
    assert _merged(prop("a", "string"), {"name": "a"}).types == ("string",)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("const", "x", "y"),
        ("pattern", "^a", "^b"),
        ("minimum", 1, 2),
        ("maximum", 1, 2),
        ("requirement", "required", None),
        ("default", "x", "y"),
        ("defaultWhen", [{"anyGiven": ["b"], "value": 1}], [{"anyGiven": ["b"], "value": 2}]),
        ("appliesWhen", [{"property": "b", "in": [1]}], [{"property": "b", "in": [2]}]),
        ("expectedWhen", [{"property": "b", "in": [1]}], [{"property": "b", "in": [2]}]),
        ("deprecated", True, None),
        ("deprecatedValues", ["x"], ["y"]),
    ],
)
def test_a_constraint_of_one_step_alone_is_dropped(name: str, one: Any, other: Any) -> None:
    assert name not in _merged(prop("a") | {name: one}, prop("a") | {name: other}).to_json()
    assert name not in _merged(prop("a"), prop("a") | {name: one}).to_json()
    assert _merged(prop("a") | {name: one}, prop("a") | {name: one}).to_json()[name] == one


def test_the_steps_stay_as_they_are() -> None:
    made = connector(step("form", prop("mode", enum=["a"])), step("oauth", prop("mode", enum=["b"])))
    before = made.model_copy(deep=True)
    requirements_of_steps(made.steps, together=False)

    assert made == before


@pytest.mark.parametrize("requirement", [None, "required", "optional"])
def test_of_two_properties_the_one_that_can_be_set_is_taken(requirement: str | None) -> None:
    settable, shown = prop("host", requirement=requirement, secret=True), prop("host", "integer", "readOnly")

    for found in (_merged(settable, shown), _merged(shown, settable)):
        assert (found.type, found.requirement, found.secret) == ("string", requirement, True)


def test_an_object_requires_what_its_properties_state() -> None:
    nested = [prop("b", requirement="required"), prop("c", requiredWhen=[{"property": "b", "in": ["x", 1]}])]
    found = requirements_of_object(map(as_property, nested))

    assert found.required == ("b",)
    assert found.rules == Rules((ConditionalRequirement("c", (Condition("b", ("x", 1)),)),))


def test_what_applies_and_what_is_expected_are_told_of_an_object_and_of_steps() -> None:
    when = [{"property": "a", "in": ["x"]}]
    own = [prop("a"), prop("b", appliesWhen=when), prop("c", expectedWhen=when)]
    met = (Condition("a", ("x",)),)
    applies, expected = (Applicability("b", met),), (ConditionalRequirement("c", met),)

    for found in (requirements_of_object(map(as_property, own)), _alternative(step("form", *own))):
        assert found == Requirements(tuple(map(as_property, own)), (), Rules(), (), applies, expected)
    together = _together(step("form", own[0]), step("oauth", *own[1:]))
    assert (together.applies, together.expected) == (applies, expected)


def test_a_first_step_that_always_applies_adds_to_what_all_require() -> None:
    form = step("form", prop("a", requirement="required"), prop("b", requirement="required"))
    found = _alternative(form, step("oauth", prop("b", requirement="required")), step("key", prop("a")))

    assert (found.required, found.steps) == (("a", "b"), ())


def test_requirements_of_steps_are_whole() -> None:
    form = FORM | {"rules": [{"anyOf": ["start", "window"]}, {"atMostOne": ["start", "client"]}]}
    oauth = OAUTH | {"rules": [{"dependentRequired": {"client": ["window"]}}, {"anyOf": ["client"]}]}
    names = ("start", "shared", "window", "client")
    labels = ("required", "required", None, "required")
    properties = tuple(as_property(prop(*each)) for each in zip(names, ["string"] * 4, labels, strict=True))
    dependent, exclusive = (("client", ("window",)),), (("start", "client"),)

    assert _alternative(form, oauth) == Requirements(
        properties,
        ("shared",),
        Rules((), dependent, (), exclusive),
        (
            StepRules("form", ("start", "window"), ("client",), ("start", "shared"), (("start", "window"),)),
            StepRules("oauth", ("client",), (), ("client", "shared"), (("client",),)),
        ),
    )
    groups = (("start", "window"), ("client",))
    assert _together(form, oauth) == Requirements(
        properties, ("start", "shared", "client"), Rules((), dependent, groups, exclusive)
    )


def test_without_a_name_only_its_property_is_gone() -> None:
    found = _together(FORM, OAUTH)
    left = found.without("window")

    assert [each.name for each in left.properties] == ["start", "shared", "client"]
    assert (left.required, left.rules) == (found.required, found.rules)


def test_of_two_properties_that_the_vendor_sets_one_is_taken() -> None:
    one, other = prop("host", "string", "readOnly", pattern="^a"), prop("host", "integer", "readOnly", pattern="^a")

    assert _merged(one, other) == as_property(prop("host", ["string", "integer"], "readOnly", pattern="^a"))
