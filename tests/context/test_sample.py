"""The payloads that the references show: the least that is accepted, and one with every property."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.catalog.property import Property
from templates.connector_catalog.constraints import DATE, DATE_TIME, INTEGER, MIDNIGHT
from tests.bench.verdicts import Places, Readers
from tests.cases.verdicts import committed, in_batches
from tests.context.building import Facts, connector, prop, step
from tests.vendors import shape

KEYS = sorted(committed())
ACCEPTED: Places = frozenset()


@functools.cache
def _readers(key: str) -> Readers:
    return Readers.of(committed()[key])


def _refused(key: str, payload: dict[str, Any]) -> dict[str, Places]:
    return {name: places for name, places in _readers(key).places(payload).items() if places != ACCEPTED}


@in_batches()
def test_the_least_payload_is_accepted_by_every_reader(keys: list[str]) -> None:
    refused = {key: _refused(key, shape(committed()[key]).minimal) for key in keys}

    assert {key: found for key, found in refused.items() if found} == {}


@in_batches()
def test_the_full_payload_is_accepted_by_every_reader(keys: list[str]) -> None:
    refused = {key: _refused(key, shape(committed()[key]).full) for key in keys}

    assert {key: found for key, found in refused.items() if found} == {}


@in_batches()
def test_the_least_payload_without_any_of_its_properties_is_refused_by_every_reader(keys: list[str]) -> None:
    for key in keys:
        payload = shape(committed()[key]).minimal
        shorter = {name: {other: payload[other] for other in payload if other != name} for name in payload}

        assert (key, [name for name, each in shorter.items() if len(_refused(key, each)) < 4]) == (key, [])


def test_nearly_every_connector_needs_something() -> None:
    # Where the least payload is empty, the test above finds nothing.
    empty = [key for key in KEYS if not shape(committed()[key]).minimal]

    assert len(empty) < len(KEYS) // 10


@in_batches()
def test_the_full_payload_has_every_property_that_a_caller_may_set(keys: list[str]) -> None:
    for found in (committed()[key] for key in keys):
        labels: dict[str, set[str | None]] = {}
        for each in (each for step_ in found.steps for each in step_.properties):
            labels.setdefault(each.name, set()).add(each.requirement)
        open_to_callers = {name for name, words in labels.items() if words - {"internal", "readOnly"}}

        groups = shape(found).requirements.rules.at_most_one
        left_out = {name for group in groups for name in group} - set(shape(found).full)

        assert (found.key, set(shape(found).full)) == (found.key, open_to_callers - left_out)
        assert all(any(name in shape(found).full for name in group) for group in groups)


FORM = step("form", prop("a", requirement="required"), prop("b", requirement="optional"), prop("c"))


def _with(*properties: Facts, rules: list[Facts] | None = None, examples: list[Facts] | None = None) -> Facts:
    return step("form", *properties, examples=examples) | ({"rules": rules} if rules else {})


def test_the_minimal_payload_has_the_required_properties() -> None:
    assert shape(connector(FORM)).minimal == {"a": "<A>"}


def test_the_full_payload_leaves_out_what_users_cannot_set() -> None:
    form = _with(prop("a"), prop("b", requirement="internal"), prop("c", requirement="readOnly"))

    assert shape(connector(form)).full == {"a": "<A>"}


def test_without_steps_both_are_empty() -> None:
    assert (shape(connector()).minimal, shape(connector()).full) == ({}, {})


def test_the_least_is_of_the_first_step_and_the_full_one_of_all() -> None:
    both = connector(FORM, step("oauth", prop("d", requirement="required")))

    assert list(shape(both).minimal) == ["a"]
    assert list(shape(both).full) == ["a", "b", "c", "d"]


def test_values_are_those_of_the_documents_example() -> None:
    assert shape(connector(_with(prop("a", requirement="required"), examples=[{"a": "x"}]))).minimal == {"a": "x"}


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        (prop("a", enum=["x", "y"]), "x"),
        (prop("a", const="x"), "x"),
        (prop("a", default="x"), "x"),
        (prop("a", examples=["x"]), "x"),
        (prop("a", format="date", pattern=DATE), "2026-01-01"),
        (prop("a", format="date-time", pattern=DATE_TIME), "2026-01-01T00:00:00Z"),
        (prop("a", format="date-time", pattern=MIDNIGHT), "2026-01-01T00:00:00Z"),
        (prop("a", pattern=INTEGER, encoding="integer"), "1"),
        (prop("a", encoding="list", separator=";"), "first;second"),
        (prop("a", pattern=r"^a\.b"), "a.b..."),
        (prop("a", "integer"), 1),
        (prop("a", "integer", minimum=5), 5),
        (prop("a", "integer", maximum=0), 0),
        (prop("a", "number"), 1),
        (prop("a", "number", minimum=2.5), 2.5),
        (prop("a", "boolean"), True),
        (prop("a", "array"), []),
        (prop("a", "object"), {}),
        ({"name": "a"}, "<A>"),
        (prop("a", "object", properties=[prop("b"), prop("c", requirement="internal")]), {"b": "<B>"}),
    ],
)
def test_without_an_example_a_value_is_one_that_the_facts_allow(facts: Facts, value: Any) -> None:
    assert repr(shape(connector(_with(facts))).full["a"]) == repr(value)


def test_of_several_properties_one_is_taken_where_none_is_required() -> None:
    rule = {"anyOf": ["b", "c"]}

    assert list(shape(connector(_with(prop("a"), prop("b"), prop("c"), rules=[rule]))).minimal) == ["b"]
    required = prop("c", requirement="required")
    assert list(shape(connector(_with(prop("a"), prop("b"), required, rules=[rule]))).minimal) == ["c"]


@pytest.mark.parametrize(
    ("required", "rules", "full"),
    [
        ("", [["a", "b"]], {"a", "c"}),
        ("b", [["a", "b"]], {"b", "c"}),
        ("c", [["a", "b", "c"]], {"c"}),
        ("", [["a", "b"], ["b", "c"]], {"a", "c"}),
    ],
)
def test_of_properties_that_exclude_each_other_the_full_payload_has_one(
    required: str, rules: list[list[str]], full: set[str]
) -> None:
    own = [prop(name, requirement="required" if name == required else None) for name in "abc"]
    made = shape(connector(_with(*own, rules=[{"atMostOne": group} for group in rules])))

    assert set(made.full) == full


def test_what_a_condition_needs_stays_in_the_full_payload() -> None:
    needed = prop("b", requiredWhen=[{"property": "c", "in": ["x"]}])
    rules = [{"atMostOne": ["a", "b"]}]
    made = shape(connector(_with(prop("a"), needed, prop("c", default="x"), rules=rules)))

    assert set(made.full) == {"b", "c"}


def test_of_several_properties_one_is_taken_that_nothing_excludes() -> None:
    rules = [{"anyOf": ["a", "b"]}, {"atMostOne": ["a", "c"]}]
    made = shape(connector(_with(prop("a"), prop("b"), prop("c", requirement="required"), rules=rules)))

    assert set(made.minimal) == {"b", "c"}


def test_the_least_has_what_all_steps_of_one_request_need() -> None:
    auth = step("auth", prop("token"), prop("key"), prop("user", requirement="required")) | {
        "rules": [{"anyOf": ["token", "key"]}]
    }
    made = shape(connector(step("config", prop("host", requirement="required")), auth, vendor="fivetran", type_="x"))

    assert set(made.minimal) == {"host", "token", "user"}


def test_values_of_an_open_list_are_shown() -> None:
    made = shape(connector(_with(prop("a", requirement="required", enum=["x", "y"], enumOpen=True))))

    assert made.minimal == {"a": "x"}


def test_what_a_default_requires_is_in_the_least() -> None:
    needed = prop("b", requiredWhen=[{"property": "a", "in": ["x"]}])
    made = shape(connector(_with(prop("a", default="x"), needed)))

    assert set(made.minimal) == {"b"}


def test_dependent_properties_are_added() -> None:
    rules = [{"dependentRequired": {"a": ["b"]}}, {"dependentRequired": {"b": ["c"]}}]
    form = _with(prop("a", requirement="required"), prop("b"), prop("c"), prop("d"), rules=rules)

    assert set(shape(connector(form)).minimal) == {"a", "b", "c"}


@pytest.mark.parametrize(("mode", "names"), [("x", {"a", "b"}), ("y", {"a"})])
def test_conditional_properties_are_added_where_their_condition_holds(mode: str, names: set[str]) -> None:
    when = [{"property": "a", "in": ["x"]}]
    conditional = prop("b", requirement="conditional", requiredWhen=when)
    form = _with(prop("a", requirement="required", const=mode), conditional)

    assert set(shape(connector(form)).minimal) == names


def test_conditional_properties_of_objects_are_added_where_their_condition_holds() -> None:
    conditional = prop("c", requirement="conditional", requiredWhen=[{"property": "b", "in": ["x"]}])
    group = prop("a", "object", properties=[prop("b", const="x", requirement="required"), conditional])

    assert shape(connector(_with(group))).full == {"a": {"b": "x", "c": "<C>"}}


DOCUMENTED = "documented-s3cr3t"
SECRET = prop("key", secret=True, requirement="required")
SHOWN_SECRETS: dict[str, tuple[list[Facts], Facts]] = {
    "in an example": ([SECRET], {"key": DOCUMENTED}),
    "as an example of its own": ([SECRET | {"examples": [DOCUMENTED]}], {}),
    "as a default": ([SECRET | {"default": DOCUMENTED}], {}),
    "with a form": ([SECRET | {"pattern": "^sk_"}], {"key": DOCUMENTED}),
    "of another type": ([SECRET | {"type": "array", "items": {"type": "string"}}], {"key": [DOCUMENTED]}),
    "that is a number": ([SECRET | {"type": "integer"}], {"key": 987654}),
    "that is a group": (
        [SECRET | {"type": "object", "properties": [prop("inner")]}],
        {"key": {"inner": DOCUMENTED, "other": DOCUMENTED}},
    ),
    "in a group": ([prop("group", "object", "required", properties=[SECRET])], {"group": {"key": DOCUMENTED}}),
    "in a group's own example": (
        [prop("group", "object", "required", properties=[SECRET], examples=[{"key": DOCUMENTED}])],
        {},
    ),
    "in a list": (
        [prop("list", "array", "required", items={"type": "object", "properties": [SECRET, prop("id")]})],
        {"list": [{"key": DOCUMENTED, "id": "i"}, {"key": DOCUMENTED}]},
    ),
    "deep down": (
        [prop("a", "object", "required", properties=[prop("b", "array", items={"properties": [SECRET]})])],
        {"a": {"b": [{"key": DOCUMENTED}]}},
    ),
}


@pytest.mark.parametrize("vendor", ["stitch", "fivetran"])
@pytest.mark.parametrize("name", SHOWN_SECRETS)
def test_a_documented_secret_is_never_shown(name: str, vendor: str) -> None:
    properties, example = SHOWN_SECRETS[name]
    made = connector(step("config", *properties, examples=[example] if example else None), vendor=vendor)
    samples = [shape(made).minimal, shape(made).full]

    assert all(list(sample) == [properties[0]["name"]] for sample in samples)
    assert DOCUMENTED not in repr(samples)
    assert "987654" not in repr(samples)


def test_values_beside_a_secret_are_the_documents_own() -> None:
    properties, example = SHOWN_SECRETS["in a list"]

    assert shape(connector(_with(*properties, examples=[example]))).full == {
        "list": [{"key": "<KEY>", "id": "i"}, {"key": "<KEY>"}]
    }


def _secret_values(value: Any, properties: list[Property]) -> Iterator[tuple[Property, Any]]:
    """The secrets of a payload, at every level, and what its strings carry as JSON too."""
    by_name = {each.name: each for each in properties}
    for each in value if isinstance(value, list) else [value]:
        for name, inner in each.items() if isinstance(each, dict) else ():
            found = by_name.get(name)
            if found is not None and found.secret:
                yield found, inner
            elif found is not None and found.children:
                carried = json.loads(inner) if found.string_encoding == "json" and isinstance(inner, str) else inner
                yield from _secret_values(carried, found.children)


def _shown_secrets(key: str) -> list[str]:
    """The secrets of the catalog's samples of a connector that are the documents' own."""
    found = committed()[key]
    properties = [each for step_ in found.steps for each in step_.properties]
    examples = [example for step_ in found.steps for example in step_.examples or []]
    documented = {repr(value) for example in examples for _, value in _secret_values(example, properties) if value}
    documented |= {repr(value) for _, _, each in found.paths() if each.secret for value in each.examples or []}
    samples = (shape(found).minimal, shape(found).full)
    secrets = [pair for sample in samples for pair in _secret_values(sample, properties)]
    return [each.name for each, value in secrets if repr(value) in documented and value != f"<{each.name.upper()}>"]


def test_no_sample_of_the_catalog_shows_a_documented_secret() -> None:
    assert {key: shown for key in KEYS if (shown := _shown_secrets(key))} == {}


def test_there_are_documented_secrets_to_hide() -> None:
    stated = [each for key in KEYS for _, _, each in committed()[key].paths() if each.secret and each.examples]
    examples = [
        value
        for key in KEYS
        for step_ in committed()[key].steps
        for example in step_.examples or []
        for _, value in _secret_values(example, step_.properties)
    ]

    assert len(stated) > 900
    assert len(examples) > 150
