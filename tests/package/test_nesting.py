"""Objects and lists that are nested too deeply are a problem of every function that takes a payload, never a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pydantic
import pytest
from connector_catalog import adopt, check_upgrade, convert, get_model, load, plan_diff, resolve, validate

from templates.connector_catalog.bounds import PAYLOADS
from templates.connector_catalog.checking import Validator
from templates.connector_catalog.conversion.forms import json_in
from templates.connector_catalog.nesting import TOO_DEEP, is_too_deep, nesting_problem
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints, Variants
from templates.connector_catalog.variants import Selector
from tests.package.running import objects, run

VERY_DEEP = 100_000
BEFORE_UPGRADE = "1.0.0"

LIST, ANY, TEXT = ValueConstraints(types=("array",)), ValueConstraints(), ValueConstraints(types=("string",))
ASANA: dict[str, Any] = {"sourceType": "asana"}
S3: dict[str, Any] = {"type": "platform.s3-csv", "properties": {"start_date": "2026-01-31T00:00:00Z", "bucket": "b"}}


def nested(depth: int, value: Any = "a", kind: str = "list") -> Any:
    """Return lists, or objects, that are nested so deep."""
    for _ in range(depth):
        value = [value] if kind == "list" else {"a": value}
    return value


def asana(value: Any) -> dict[str, Any]:
    return {"name": "n", "workspaceId": "w", "configuration": ASANA | {"organization_export_ids": value}}


@pytest.mark.parametrize("kind", ["list", "object"])
@pytest.mark.parametrize("value", ["a", 1.5, True, None, [], {}, ()])
def test_the_bound_is_the_number_of_nested_objects_and_lists(kind: str, value: Any) -> None:
    depth = PAYLOADS.depth - (value in ([], {}, ()))

    assert not is_too_deep(nested(depth, value, kind))
    assert is_too_deep(nested(depth + 1, value, kind))
    assert not is_too_deep(nested(3, value, kind), 4)
    assert is_too_deep(nested(5, value, kind), 4)


def test_tuples_and_other_mappings_are_nested_too() -> None:
    value: Any = MappingProxyType({"a": 1})
    for _ in range(PAYLOADS.depth):
        value = (value,)

    assert is_too_deep(value)
    assert not is_too_deep(value[0])


def test_a_list_that_contains_itself_is_too_deep_however_often() -> None:
    loop: list[Any] = []
    loop += [loop, loop, {"a": loop}]

    problem = nesting_problem({"a": loop})
    assert problem is not None
    assert problem.path == "a" + "[0]" * (PAYLOADS.depth - 1)


def test_values_that_are_contained_many_times_are_looked_into_once() -> None:
    shared: Any = "a"
    for _ in range(40):
        shared = [shared, shared, {"a": shared}]

    assert not is_too_deep(shared)
    problem = nesting_problem([shared, nested(PAYLOADS.depth)])
    assert problem is not None
    assert problem.path == "[1]" + "[0]" * (PAYLOADS.depth - 1)


def test_the_path_is_that_of_the_first_value_that_is_too_deep() -> None:
    deep = nested(PAYLOADS.depth)
    problem = nesting_problem({"a": [1, nested(97)], "b": {"c": ["x", deep]}, "d": deep})

    assert problem == ("b.c[1]" + "[0]" * (PAYLOADS.depth - 3), "too-deep", TOO_DEEP, "", "", "error")
    assert nesting_problem({"a": nested(PAYLOADS.depth - 1)}) is None


INSIDE: dict[str, tuple[ValueConstraints, Callable[[Any], Any]]] = {
    "a list": (LIST, lambda value: value),
    "any value": (ANY, lambda value: value),
    "an open object": (ValueConstraints(types=("object",)), lambda value: {"x": value}),
    "an item": (LIST._replace(items=ANY), lambda value: [value]),
    "a property": (ValueConstraints(object=ObjectConstraints({"x": ANY})), lambda value: {"x": value}),
    "a variant": (
        ValueConstraints(variants=Variants(Selector("k", (1,), (True,)), (ObjectConstraints({"k": ANY, "x": ANY}),))),
        lambda value: {"k": 1, "x": value},
    ),
    "different items": (LIST._replace(unique_items=True), lambda value: [value, 1]),
    "different described items": (LIST._replace(unique_items=True, items=ANY), lambda value: [value, 1]),
}


@pytest.mark.parametrize("warnings", [False, True])
@pytest.mark.parametrize("place", INSIDE)
def test_the_bound_holds_in_every_kind_of_value(place: str, *, warnings: bool) -> None:
    constraints, around = INSIDE[place]
    validator = Validator(ObjectConstraints({"p": constraints}))
    left = PAYLOADS.depth - 1 - (around("x") != "x")

    assert validator.validate({"p": around(nested(left))}, warnings=warnings) == []
    for depth in (left + 1, VERY_DEEP):
        (found,) = validator.validate({"p": around(nested(depth))}, warnings=warnings)
        assert (found.code, found.message) == ("too-deep", TOO_DEEP)
        assert found.path.startswith("p")


@pytest.mark.parametrize("depth", [98, 99, VERY_DEEP])
@pytest.mark.parametrize("unknown", ["error", "warn", "allow"])
@pytest.mark.parametrize("action", ["create", "update", "draft"])
def test_validate_counts_from_the_top_of_the_request(depth: int, unknown: Any, action: Any) -> None:
    payload = asana(nested(depth))
    found = validate("airbyte", "source-asana", payload, unknown=unknown, action=action)

    # The request and its part are two levels.
    path = "configuration.organization_export_ids" + "[0]" * 98
    assert [(each.path, each.code) for each in found] == ([(path, "too-deep")] if depth > 98 else [])


def test_the_reference_is_that_of_the_property() -> None:
    (found,) = validate("airbyte", "source-asana", asana(nested(VERY_DEEP)))

    assert found.reference.endswith("#config-organization_export_ids")


PLACES: dict[str, Callable[[Any], Any]] = {
    "unknown property": lambda deep: asana([]) | {"configuration": ASANA | {"x": deep}},
    "envelope": lambda deep: asana([]) | {"x": deep},
    "listed in the envelope": lambda deep: asana([]) | {"name": deep},
    "schema of the file": lambda deep: asana([]) | {"$schema": deep},
    "properties alone": lambda deep: ASANA | {"organization_export_ids": deep},
    "in a text, too": lambda deep: S3 | {"properties": S3["properties"] | {"tables": deep}},
    "beside the parts": lambda deep: S3 | {"x": deep},
}


@pytest.mark.parametrize("warnings", [False, True])
@pytest.mark.parametrize("kind", ["list", "object"])
@pytest.mark.parametrize("place", PLACES)
def test_the_bound_holds_at_every_place_of_a_request(place: str, kind: str, *, warnings: bool) -> None:
    payload = PLACES[place](nested(VERY_DEEP, "<PASSWORD>", kind))
    vendor, type_ = ("stitch", "platform.s3-csv") if "type" in payload else ("airbyte", "source-asana")

    for unknown in ("error", "allow"):
        found = validate(vendor, type_, payload, unknown=unknown, warnings=warnings)  # type: ignore[arg-type]
        assert [each.code for each in found] == ["too-deep"]


def test_check_upgrade_and_convert_report_it() -> None:
    deep = asana(nested(VERY_DEEP))
    found = check_upgrade(deep, since=BEFORE_UPGRADE, vendor="airbyte", type="source-asana")
    converted = convert(deep, to="fivetran", vendor="airbyte", type="source-asana")

    assert found == validate("airbyte", "source-asana", deep)
    assert [each[:3] for each in converted.gaps] == [found[0][:3]]


def test_json_in_a_text_is_not_parsed_where_it_is_nested_too_deeply() -> None:
    texts = ["[" * depth + "]" * depth for depth in (PAYLOADS.depth, PAYLOADS.depth + 1, 900)]
    requests = [S3 | {"properties": S3["properties"] | {"tables": text}} for text in texts]

    for text, request in zip(texts, requests, strict=True):
        assert plan_diff(request, request, vendor="stitch", type="platform.s3-csv") == []
        assert adopt(request, vendor="stitch", type="platform.s3-csv")[0].request is not None
        assert (json_in(text) is None) is (len(text) > 2 * PAYLOADS.depth)
    for one, other in pairwise(requests):
        # The innermost list of each is empty.
        changed = plan_diff(one, other, vendor="stitch", type="platform.s3-csv")
        assert [each.path for each in changed] == ["properties.tables"]


def test_adopt_and_plan_diff_refuse_it_and_resolve_has_no_bound() -> None:
    deep, flat = asana(nested(99)), asana([])

    for one, other in ((deep, flat), (flat, deep)):
        with pytest.raises(ValueError, match="nested too deeply"):
            plan_diff(one, other, vendor="airbyte", type="source-asana")
    with pytest.raises(ValueError, match="nested too deeply"):
        adopt(deep, vendor="airbyte", type="source-asana")
    very_deep = asana(nested(VERY_DEEP))
    assert resolve(very_deep, vendor="airbyte", type="source-asana").keys() == very_deep.keys()


def refused(make: Callable[[], Any]) -> tuple[int | str, ...]:
    """The place of the only error of a model, whose values are nested too deeply."""
    with pytest.raises(pydantic.ValidationError) as caught:
        make()
    (error,) = caught.value.errors()
    assert (error["type"], error["msg"]) == ("too-deep", TOO_DEEP)
    return error["loc"]


@pytest.mark.parametrize("kind", ["list", "object"])
@pytest.mark.parametrize("name", ["organization_export_ids", "num_workers", "credentials"])
def test_models_refuse_it_at_its_place(name: str, kind: str) -> None:
    deep = nested(VERY_DEEP, kind=kind)
    place = (name, *([0 if kind == "list" else "a"] * 99))
    model, update = (get_model("airbyte", "source-asana", action=each) for each in ("create", "update"))
    given = {name: deep}

    assert refused(lambda: model(**given)) == place
    assert refused(lambda: update.model_validate(given)) == place
    assert refused(lambda: model.from_payload(given)) == place
    assert refused(lambda: setattr(update(), name, deep)) == place
    assert refused(lambda: update().model_copy(update=given)) == place
    assert refused(lambda: load({"configuration": ASANA | given})) == ("configuration", *place[:-1])


def test_models_refuse_it_where_it_is_unknown_or_becomes_text() -> None:
    asana_update = get_model("airbyte", "source-asana", action="update")
    s3_update = get_model("stitch", "platform.s3-csv", action="update")
    deep = nested(VERY_DEEP)

    assert refused(lambda: s3_update(tables=deep))[0] == "tables"
    open_model = asana_update.from_payload({"x": 1}, unknown="allow")
    assert refused(lambda: setattr(open_model, "x", deep))[0] == "x"
    assert refused(lambda: asana_update().to_payload(x=deep))[0] == "x"
    made = asana_update.model_validate({"x": deep}, extra="allow")
    assert refused(made.to_payload)[:2] == ("configuration", "x")


def test_a_model_that_was_changed_inside_is_refused_and_hides_what_is_too_deep() -> None:
    secret = "s3cr3t-of-this-test"
    made = get_model("airbyte", "source-asana", action="update")(organization_export_ids=["a"])
    made.organization_export_ids.append(nested(VERY_DEEP, secret))

    assert refused(made.to_payload)[:2] == ("configuration", "organization_export_ids")
    shown = made.masked_payload()
    for _ in range(90):
        shown = shown[-1] if isinstance(shown, list) else [*shown.values()][-1]
    assert secret not in str(shown)


def test_the_command_reports_it_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text(json.dumps(asana(nested(150)) | {"definitionId": "d"}, indent=1))
    (found,) = objects(path)

    assert found["code"] == "too-deep"
    assert found["path"] == "configuration.organization_export_ids" + "[0]" * 98
    # The property and its list are on the sixth line, and each list inside begins a line.
    assert found["line"] == 6 + 98
    (line,) = run("check-upgrade", BEFORE_UPGRADE, path).lines[1:]
    assert TOO_DEEP in line
