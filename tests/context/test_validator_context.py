"""The constraints that a validator checks."""

from __future__ import annotations

from generator.context.constraints import object_constraints
from generator.context.models.validator import ValidatorContext, envelope_validator_context, validator_context
from generator.context.requirements import requirements_of_object
from tests.context.building import Facts, connector, envelope, prop, step
from tests.vendors import ACME, shape


def _context(*steps: Facts) -> ValidatorContext:
    return validator_context(shape(connector(*steps)), "# header")


def test_a_module_is_named_after_its_connector() -> None:
    context = _context(step("form", prop("a")))

    assert (context.package, context.module, context.header) == ("stitch", "source_x", "# header")
    assert context.title == "Validator of the properties of a Stitch source: X."


def test_properties_of_all_steps_are_checked_together_in_order() -> None:
    constraints = _context(step("form", prop("b"), prop("a")), step("oauth", prop("c"), prop("a"))).constraints

    assert list(constraints.properties) == ["b", "a", "c"]


def test_what_is_required_and_the_rules_are_checked() -> None:
    form = step("form", prop("a", requirement="required"), prop("b", requiredWhen=[{"property": "a", "in": ["x"]}]))
    constraints = _context(form).constraints

    assert constraints.required == ("a",)
    assert [each.name for each in constraints.rules.conditions] == ["b"]
    assert constraints.steps == ()


def test_steps_that_do_not_always_apply_have_rules_of_their_own() -> None:
    constraints = _context(step("form", prop("a", requirement="required")), step("oauth", prop("c"))).constraints

    assert [each.step for each in constraints.steps] == ["form", "oauth"]
    assert constraints.required == ()


def test_an_envelope_has_a_validator_of_its_own() -> None:
    found = envelope(prop("group_id", requirement="required"), prop("paused", "boolean"), role="destination")
    context = envelope_validator_context(ACME, found, "# header")

    assert (context.package, context.module) == ("acme", "destination_request_envelope")
    assert context.title == "Validator of the envelope of requests that create an Acme Data destination."
    assert list(context.constraints.properties) == ["group_id", "paused"]
    assert context.constraints.required == ("group_id",)


def test_a_validator_checks_all_that_the_connector_and_the_envelope_require() -> None:
    own = [prop("a", requirement="required"), prop("b", requiredWhen=[{"property": "a", "in": ["x"]}])]
    made = shape(connector(step("form", *own) | {"rules": [{"atMostOne": ["a", "b"]}]}))
    beside = envelope(*own, vendor="acme")

    assert validator_context(made, "").constraints == object_constraints(made.requirements)
    expected = object_constraints(requirements_of_object(beside.properties))
    assert envelope_validator_context(ACME, beside, "# h").constraints == expected
    assert envelope_validator_context(ACME, beside, "# h").header == "# h"
