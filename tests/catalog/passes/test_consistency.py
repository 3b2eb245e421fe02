"""Fields that contradict each other: each is a warning with its place, and is left out."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.context import Context, Knowledge
from generator.catalog.passes.conditions import UNREAD
from generator.catalog.passes.consistency import make_consistent
from generator.diagnostics import Diagnostics, Level
from templates.connector_catalog.bounds import SAMPLE_ITEMS
from templates.connector_catalog.value_limits import LIMITS, Limit
from tests.catalog.building import (
    KEY,
    SOURCE,
    Fields,
    Ran,
    as_property,
    connector,
    envelope,
    profile,
    prop,
    run,
    variant,
)


def _consistent(*properties: Fields, rules: list[Fields] | None = None) -> Ran:
    found = connector(steps=[{"name": "form", "properties": list(properties), "rules": rules}])
    return run(make_consistent, found, profiles={"acme": profile()})


def _condition(name: str, *values: Any, **fields: Any) -> Fields:
    when = {"property": name, "in": list(values)}
    stated = {"requiredWhen": [when], "inferred": ["requiredWhen", "requirement"], "sources": [SOURCE]}
    return prop("a", requirement="conditional", **(stated | fields))


UNCONDITIONAL = prop("a", inferred=[], sources=[SOURCE])
NOTED = prop("a", inferred=["note"], note=UNREAD, sources=[SOURCE])


def _assert_warned(found: Ran, code: str, *words: str) -> None:
    (warning,) = found.context.diagnostics
    assert (warning.level, warning.code, warning.place) == (Level.WARNING, code, "#x/a")
    assert warning.subject == f"{KEY} form.a"
    assert "ignoring" in warning.message
    assert [word for word in words if word not in warning.message] == []


def test_consistent_fields_stay() -> None:
    table = [
        _condition("b", "x"),
        prop("b", enum=["x", "y"], default="y"),
        prop("c", "integer", minimum=1, maximum=1, default=1),
        prop("d", const="k", default="k"),
    ]
    found = _consistent(*table, rules=[{"anyOf": ["a", "b"]}])

    assert found.json == table
    assert found.connector.steps[0].rules == ({"anyOf": ["a", "b"]},)
    assert found.lines == []


@pytest.mark.parametrize("name", ["c", "a"])
def test_a_condition_that_names_no_other_property_is_left_out(name: str) -> None:
    found = _consistent(_condition(name, "x"), prop("b"))

    assert found.json[0] == NOTED
    _assert_warned(found, "condition-property", repr(name), "does not define")


def test_a_condition_may_name_a_property_of_another_step() -> None:
    steps = [
        {"name": "form", "properties": [_condition("b", "x")]},
        {"name": "oauth", "properties": [prop("b", enum=["x"])]},
    ]
    found = run(make_consistent, connector(steps=steps))

    assert found.connector == connector(steps=steps)
    assert found.lines == []


@pytest.mark.parametrize(
    "other",
    [
        prop("b", enum=["y"]),
        prop("b", const="y"),
        prop("b", "integer"),
        prop("b", pattern="^[0-9]+$"),
        prop("b", "boolean"),
    ],
)
def test_a_condition_on_an_impossible_value_is_left_out(other: Fields) -> None:
    found = _consistent(_condition("b", "x"), other)

    assert found.json[0] == NOTED
    _assert_warned(found, "condition-value", "b cannot be 'x'")


def test_the_warning_about_an_impossible_value_names_the_place_of_the_other_property() -> None:
    other = prop("b", enum=["y"], sources=[{"document": "acme/page", "place": "#x/b"}])

    _assert_warned(_consistent(_condition("b", "x"), other), "condition-value", "b (at #x/b) cannot be")


def test_one_impossible_value_of_two_is_enough() -> None:
    found = _consistent(_condition("b", "x", "z"), prop("b", enum=["x", "y"]))

    _assert_warned(found, "condition-value", "'z'")


@pytest.mark.parametrize(
    ("value", "other"),
    [
        (1, prop("b", "integer", const=1)),
        ("1", prop("b", "string", pattern="^[0-9]$")),
        (1, prop("b", ["integer", "string"], pattern="^[a-z]$")),
        ("x", {"name": "b"}),
    ],
)
def test_a_condition_on_a_possible_value_stays(value: Any, other: Fields) -> None:
    found = _consistent(_condition("b", value), other)

    assert found.json[0] == _condition("b", value)
    assert found.lines == []


def test_a_pattern_is_for_the_whole_end_of_a_value() -> None:
    _assert_warned(_consistent(_condition("b", "1\n"), prop("b", pattern="^[0-9]$")), "condition-value")


def test_of_two_conditions_one_that_cannot_hold_leaves_neither() -> None:
    both = [{"property": "b", "in": ["x"]}, {"property": "c", "in": ["x"]}]
    found = _consistent(prop("a", requirement="conditional", requiredWhen=both), prop("b"))

    assert found.json[0] == prop("a", inferred=["note"], note=UNREAD)
    assert found.codes == ["condition-property"]


def test_two_conditions_that_can_hold_stay_in_their_order() -> None:
    both = [{"property": "c", "in": ["x"]}, {"property": "b", "in": ["x"]}]
    table = prop("a", requirement="conditional", requiredWhen=both)

    assert _consistent(table, prop("b"), prop("c")).json[0] == table


@pytest.mark.parametrize(
    ("named", "value", "other", "when"),
    [
        ("sync-mode", "X", prop("sync_mode"), {"property": "sync_mode", "in": ["X"]}),
        ("syncMode", "X", prop("sync_mode"), {"property": "sync_mode", "in": ["X"]}),
        ("sync mode", "X", prop("sync_mode"), {"property": "sync_mode", "in": ["X"]}),
        ("auth_type", "X", prop("authentication_type"), {"property": "authentication_type", "in": ["X"]}),
        ("b", "X", prop("b", enum=["x", "y"]), {"property": "b", "in": ["x"]}),
        ("b", "True", prop("b", "boolean"), {"property": "b", "in": [True]}),
        ("b", "3", prop("b", "integer"), {"property": "b", "in": [3]}),
    ],
)
def test_a_condition_takes_the_spelling_of_the_property_that_it_names(
    named: str, value: str, other: Fields, when: Fields
) -> None:
    found = _consistent(_condition(named, value), other)

    assert [each.to_json() for each in found.properties[0].required_when or ()] == [when]
    assert found.lines == []


def test_a_value_that_is_nearly_two_listed_ones_is_none_of_them() -> None:
    _assert_warned(_consistent(_condition("b", "X"), prop("b", enum=["x", "_x"])), "condition-value")


def test_a_condition_on_the_connector_s_own_id_is_resolved() -> None:
    always = _consistent(_condition("kind", "other", "x"))
    other = _consistent(_condition("kind", "other"))

    assert always.json == [prop("a", requirement="required", inferred=["requirement"], sources=[SOURCE])]
    assert other.json == [UNCONDITIONAL]
    assert always.lines == other.lines == []


def test_the_other_conditions_beside_one_on_the_id_stay() -> None:
    when = [{"property": "kind", "in": ["x"]}, {"property": "b", "in": ["1"]}]
    found = _consistent(prop("a", requirement="conditional", requiredWhen=when), prop("b"))

    assert found.json[0] == prop("a", requirement="conditional", requiredWhen=when[1:])


def test_what_the_id_is_called_comes_from_the_profile() -> None:
    tables = {"profiles": {"acme": profile("configuration.sourceKind", "definition_id")}}
    for name in ("sourceKind", "definition_id"):
        found = run(make_consistent, connector(_condition(name, "x")), **tables)
        assert found.properties[0].requirement == "required"
    assert run(make_consistent, connector(_condition("kind", "x")), **tables).codes == ["condition-property"]
    destination = connector(_condition("sourceKind", "x"), role="destination")
    assert run(make_consistent, destination, **tables).codes == ["condition-property"]
    assert run(make_consistent, connector(_condition("kind", "x"))).codes == ["condition-property"]


@pytest.mark.parametrize("fields", [{"enum": ["x", "y"]}, {"const": "x"}])
def test_a_default_outside_the_listed_values_is_left_out(fields: Fields) -> None:
    found = _consistent(prop("a", default="z", inferred=["default"], sources=[SOURCE], **fields))

    assert found.json == [prop("a", inferred=[], sources=[SOURCE], **fields)]
    _assert_warned(found, "default-outside", "'z'")


@pytest.mark.parametrize(("default", "listed"), [("One Day", "ONE_DAY"), ("TRUE", "true"), (30, "30")])
def test_a_default_in_another_spelling_becomes_the_listed_value(default: Any, listed: str) -> None:
    found = _consistent(prop("a", default=default, enum=["other", listed]))

    assert found.properties[0].default == listed
    assert found.lines == []


def test_a_default_that_is_nearly_two_listed_values_is_left_out() -> None:
    found = _consistent(prop("a", default="a b", enum=["a_b", "a-b"]))

    assert "default" not in found.json[0]
    assert found.codes == ["default-outside"]


@pytest.mark.parametrize("fields", [{}, {"enum": ["many"]}])
def test_a_default_of_another_type_is_left_out(fields: Fields) -> None:
    found = _consistent(prop("a", ["integer", "null"], default="many", sources=[SOURCE], **fields))

    assert found.json == [prop("a", ["integer", "null"], sources=[SOURCE], **fields)]
    _assert_warned(found, "default-type", "integer or null", "'many'")


@pytest.mark.parametrize(
    ("type_", "default", "fields", "expected"),
    [
        ("integer", 3, {"minimum": 4}, "expected at least 4"),
        ("number", 0, {"exclusiveMinimum": 0}, "expected more than 0"),
        ("string", "ab", {"maxLength": 1}, "expected at most 1 character"),
        ("string", "b", {"pattern": "^a"}, "expected text that matches ^a"),
        ("array", ["a"], {"minItems": 2}, "expected at least 2 items"),
        ("array", ["a", "b"], {"items": {"pattern": "^a"}}, "expected text that matches ^a"),
    ],
)
def test_a_default_outside_the_limits_is_left_out(type_: str, default: Any, fields: Fields, expected: str) -> None:
    found = _consistent(prop("a", type_, default=default, sources=[SOURCE], **fields))

    assert found.json == [prop("a", type_, sources=[SOURCE], **fields)]
    _assert_warned(found, "default-outside", repr(default), expected)


@pytest.mark.parametrize(
    ("type_", "default", "fields"),
    [
        ("integer", 4, {"minimum": 4}),
        ("integer", None, {"minimum": 4}),
        ("integer", 3, {"minimum": 4, "maximum": 2}),
        ("array", ["a"], {"minItems": 1, "items": {"pattern": "^a"}}),
    ],
)
def test_a_default_within_the_limits_stays(type_: str, default: Any, fields: Fields) -> None:
    found = _consistent({"name": "a", "type": [type_, "null"], "default": default, **fields})

    assert found.json[0]["default"] == default
    assert "default-outside" not in found.codes


@pytest.mark.parametrize(("default", "values"), [(True, [1, 2]), (0, [False])])
def test_true_is_not_among_numbers_and_zero_is_not_false(default: Any, values: list[Any]) -> None:
    found = _consistent({"name": "a", "default": default, "enum": values})

    assert "default" not in found.json[0]
    assert found.codes == ["default-outside"]


def test_the_default_null_is_checked_like_others() -> None:
    found = _consistent(
        {"name": "a", "default": None}, prop("b", enum=["x"]), {"name": "c", "enum": ["x"], "default": None}
    )

    assert [("default" in each) for each in found.json] == [True, False, False]
    assert found.codes == ["default-outside"]


def test_an_empty_range_is_left_out() -> None:
    found = _consistent(prop("a", "integer", minimum=7, maximum=1, sources=[SOURCE]))

    assert found.json == [prop("a", "integer", sources=[SOURCE])]
    _assert_warned(found, "empty-range", "7", "1")


@pytest.mark.parametrize(
    "limits",
    [
        {"exclusiveMinimum": 7, "maximum": 1},
        {"exclusiveMinimum": 1, "maximum": 1},
        {"minimum": 1, "exclusiveMaximum": 1},
        {"exclusiveMinimum": 1, "exclusiveMaximum": 1},
        {"minLength": 7, "maxLength": 1},
        {"minItems": 7, "maxItems": 1},
    ],
)
def test_every_kind_of_range_that_is_empty_is_left_out(limits: Fields) -> None:
    found = _consistent(prop("a", sources=[SOURCE], **limits))

    assert found.json == [prop("a", sources=[SOURCE])]
    _assert_warned(found, "empty-range", *map(str, limits.values()))


@pytest.mark.parametrize("limit", [each for each in LIMITS if each.end is not None], ids=lambda limit: limit.keyword)
def test_each_limit_of_a_range_has_another_end(limit: Limit) -> None:
    limits = {each.keyword: 7 if each.end == "lower" else 1 for each in LIMITS if each.end and each.type == limit.type}
    found = _consistent(prop("a", limit.type, sources=[SOURCE], **limits))

    assert limit.keyword not in found.json[0]


def test_an_empty_range_of_items_is_left_out() -> None:
    items = {"type": "string", "minLength": 7, "maxLength": 1}
    found = _consistent(prop("a", "array", items=items, sources=[SOURCE]))

    assert found.json == [prop("a", "array", items={"type": "string"}, sources=[SOURCE])]
    _assert_warned(found, "empty-range", "7", "1")


def test_a_list_cannot_need_more_different_items_than_are_listed() -> None:
    facts = {"items": {"enum": ["x", "y", "x"]}, "uniqueItems": True, "sources": [SOURCE]}
    found = _consistent(prop("a", "array", minItems=3, **facts))

    assert found.json == [prop("a", "array", **facts)]
    _assert_warned(found, "empty-range", "3", "2")
    assert _consistent(prop("a", "array", minItems=2, **facts)).codes == []
    assert _consistent(prop("a", "array", minItems=3, enumOpen=True, **facts)).codes == []


def test_a_list_that_examples_cannot_fill_is_noted() -> None:
    facts = {"items": {"type": "string"}, "sources": [SOURCE]}

    assert _consistent(prop("a", "array", minItems=SAMPLE_ITEMS + 1, **facts)).codes == ["long-list"]
    assert _consistent(prop("a", "array", minItems=SAMPLE_ITEMS, **facts)).codes == []


@pytest.mark.parametrize("fields", [{"minimum": 7}, {"maximum": 1}, {"minimum": 1, "maximum": 7}])
def test_any_other_range_stays(fields: Fields) -> None:
    found = _consistent(prop("a", "integer", **fields))

    assert found.json == [prop("a", "integer", **fields)]
    assert found.lines == []


def test_nested_properties_are_checked_against_their_own_siblings() -> None:
    for nested in (
        prop("o", "object", properties=[_condition("b", "x"), prop("c", default=1)]),
        prop("o", "array", items={"type": "object", "properties": [_condition("b", "x"), prop("c", default=1)]}),
    ):
        found = _consistent(nested, prop("b"))

        assert [each.to_json() for each in found.properties[0].children] == [NOTED, prop("c")]
        assert found.codes == ["condition-property", "default-type"]
        assert [each.subject for each in found.context.diagnostics] == [f"{KEY} form.a", f"{KEY} form.c"]


def test_a_nested_condition_may_name_a_sibling() -> None:
    nested = prop("o", "object", properties=[_condition("b", "x"), prop("b")])

    assert _consistent(nested).lines == []


@pytest.mark.parametrize(
    "rule",
    [
        {"anyOf": ["a", "z"]},
        {"dependentRequired": {"a": ["z"]}},
        {"dependentRequired": {"z": ["a"]}},
    ],
)
def test_a_rule_that_names_an_unknown_property_is_left_out(rule: Fields) -> None:
    kept = {"anyOf": ["a", "b"]}
    found = _consistent(prop("a"), prop("b"), rules=[rule, kept])

    assert found.connector.steps[0].rules == (kept,)
    (warning,) = found.context.diagnostics
    assert (warning.level, warning.code, warning.subject) == (Level.WARNING, "rule-property", f"{KEY} form")
    assert warning.place == ""
    assert "a rule names z, which the step does not define" in warning.message


def test_every_unknown_name_of_a_rule_is_listed() -> None:
    found = _consistent(prop("a"), rules=[{"anyOf": ["z", "a", "y"]}])

    assert "names y, z," in found.lines[0]


def test_a_step_that_loses_its_last_rule_states_none() -> None:
    found = _consistent(prop("a"), rules=[{"anyOf": ["a", "z"]}])

    assert "rules" not in found.connector.steps[0].to_json()


def test_a_second_run_finds_nothing() -> None:
    found = _consistent(_condition("z", "x"), prop("b", enum=["x"], default="y"), rules=[{"anyOf": ["a", "z"]}])
    again = run(make_consistent, found.connector)

    assert again.lines == []
    assert again.connector == found.connector


def test_envelopes_are_checked_too() -> None:
    diagnostics = Diagnostics()
    found = make_consistent(envelope(prop("a", "integer", default="x")), Context(Knowledge(), diagnostics))

    assert found.properties == (as_property(prop("a", "integer")),)
    assert [each.subject for each in diagnostics] == ["acme/source/request.envelope envelope.a"]


def test_a_misspelt_name_is_taken_for_the_most_similar_one() -> None:
    found = _consistent(_condition("sync_mod", "x"), prop("sync_mode", enum=["x"]), prop("b", enum=["x"]))

    assert found.json[0]["requiredWhen"] == [{"property": "sync_mode", "in": ["x"]}]
    assert found.codes == ["condition-name"]


def test_a_name_in_words_is_taken_for_the_only_property_that_lists_the_values() -> None:
    found = _consistent(_condition("kind_of_login", "X"), prop("b", enum=["x"]), prop("c", enum=["y"]), prop("d"))

    assert found.json[0]["requiredWhen"] == [{"property": "b", "in": ["x"]}]


def test_of_two_properties_that_list_the_values_neither_is_taken() -> None:
    found = _consistent(_condition("kind_of_login", "x"), prop("b", enum=["x"]), prop("c", enum=["x"]))

    assert found.json[0] == NOTED


@pytest.mark.parametrize("field", ["appliesWhen", "expectedWhen"])
def test_the_other_conditions_are_resolved_too_and_leave_the_requirement(field: str) -> None:
    stated = prop("a", requirement="optional", **{field: [{"property": "B", "in": ["X"]}]})
    unknown = prop("a", requirement="optional", **{field: [{"property": "q", "in": ["X"]}]})

    assert _consistent(stated, prop("b", enum=["x"])).json[0] == stated | {field: [{"property": "b", "in": ["x"]}]}
    assert _consistent(unknown).json[0] == prop("a", requirement="optional", inferred=["note"], note=UNREAD)


def test_a_required_property_that_applies_under_a_condition_is_required_under_it() -> None:
    when = [{"property": "b", "in": ["x"]}]
    found = _consistent(prop("a", requirement="required", appliesWhen=when), prop("b", enum=["x", "y"])).json[0]

    assert (found["requirement"], found["requiredWhen"], found["appliesWhen"]) == ("conditional", when, when)


def test_other_defaults_name_siblings() -> None:
    other = {"anyGiven": ["t_*", "gone"], "value": "Y"}
    found = _consistent(prop("a", enum=["x", "y"], defaultWhen=[other]), prop("t_host"), prop("t_port"), prop("u")).json

    assert found[0]["defaultWhen"] == [{"anyGiven": ["t_host", "t_port"], "value": "y"}]
    assert "defaultWhen" not in _consistent(prop("a", enum=["x"], defaultWhen=[other]), prop("t_host")).json[0]
    assert "defaultWhen" not in _consistent(prop("a", defaultWhen=[other]), prop("u")).json[0]


def test_deprecated_values_are_listed_ones() -> None:
    found = _consistent(prop("a", enum=["x", "y"], deprecatedValues=["X", "z"])).json[0]

    assert found["deprecatedValues"] == ["x"]
    assert "deprecatedValues" not in _consistent(prop("a", enum=["x"], deprecatedValues=["z"])).json[0]


def test_a_default_in_digits_may_be_listed_as_a_word() -> None:
    assert _consistent(prop("a", enum=["SIX", "SEVEN"], default="7")).json[0]["default"] == "SEVEN"


def test_of_a_condition_s_values_those_that_are_possible_stay() -> None:
    found = _consistent(_condition("b", "x", "z"), prop("b", enum=["x", "y"]))

    assert found.json[0]["requiredWhen"] == [{"property": "b", "in": ["x"]}]
    _assert_warned(found, "condition-value", "a part of the condition never holds", "b cannot be 'z'")


VARIANTS = [variant("basic_auth", title="Password"), variant("key"), variant(2, title="Two")]


@pytest.mark.parametrize(
    ("default", "value"),
    [("Basic Auth", "basic_auth"), ("password", "basic_auth"), ("KEY", "key"), ("two", 2), ("2", 2)],
)
def test_a_default_that_names_a_variant_becomes_an_object_of_it(default: str, value: Any) -> None:
    found = _consistent(prop("a", "object", variants=VARIANTS, default=default, sources=[SOURCE]))
    (note,) = found.context.diagnostics

    assert found.properties[0].default == {"kind": value}
    assert (note.level, note.code, note.place) == (Level.NOTE, "default-of-variant", "#x/a")
    assert note.message == f"the default {default!r} is the name of a variant"
    assert note.subject == f"{KEY} form.a"


@pytest.mark.parametrize("default", ["other", 2])
def test_a_default_that_names_no_variant_is_left_out(default: Any) -> None:
    found = _consistent(prop("a", "object", variants=VARIANTS, default=default, sources=[SOURCE]))

    assert not found.properties[0].states_default
    _assert_warned(found, "default-type", "object", repr(default))


def test_a_default_that_is_an_object_stays() -> None:
    facts = prop("a", "object", variants=VARIANTS, default={"kind": "other"})

    assert _consistent(facts).json == [facts]


def test_what_is_inside_of_variants_is_checked() -> None:
    inner = variant("x", prop("b", "integer", default="many"))
    found = _consistent(prop("a", "object", variants=[inner]))

    assert found.codes == ["default-type"]
    assert not found.properties[0].all_variants[0].properties[1].states_default


@pytest.mark.parametrize(
    ("type_", "value", "kept"),
    [("integer", "3", 3), ("integer", "many", None), ("boolean", "true", True), ("string", "x", "x")],
)
def test_another_default_has_the_type_of_its_property(type_: str, value: str, kept: Any) -> None:
    own = prop("a", type_, defaultWhen=[{"anyGiven": ["b*", "other"], "value": value}])
    (found, *_) = _consistent(own, prop("b1"), prop("c"), prop("b2")).json

    expected = None if kept is None else [{"anyGiven": ["b1", "b2"], "value": kept}]
    assert found.get("defaultWhen") == expected


def test_a_rule_that_excludes_an_unknown_property_is_left_out() -> None:
    rules = [{"atMostOne": ["a", "z"]}, {"atMostOne": ["a", "b"]}]
    found = _consistent(prop("a"), prop("b"), rules=rules)

    assert found.connector.steps[0].rules == ({"atMostOne": ["a", "b"]},)
    assert [each.message for each in found.context.diagnostics] == [
        "a rule names z, which the step does not define; ignoring it"
    ]
