"""Schema, model and validator are three prints of one catalog: they give the same verdict on every payload."""

from __future__ import annotations

import copy
import functools
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import SecretStr

from generator.catalog.connector import Connector
from tests import cases
from tests.bench.payloads import Drawer
from tests.bench.verdicts import Readers
from tests.cases import changes
from tests.cases.changes import Object
from tests.cases.limits import all_limit_cases
from tests.cases.verdicts import (
    ALL_ACCEPT,
    ALL_REFUSE,
    Outputs,
    committed,
    import_text,
    names_of,
    outputs_of,
    outputs_of_case,
)
from tests.vendors import shape

BOUNDED = settings(
    derandomize=True, max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
VALUES = st.sampled_from(
    (
        *(None, True, False, 0, 1, -1, 1.0, 1.5, 10**20),
        *("", "x", "true", "30", "2020-01-01T00:00:00Z", "<PORT>"),
        *([], ["x"], [1], [None], [{}], {}, {"k": "v"}),
    )
)
KEYS = sorted(key for key, each in committed().items() if any(step.examples for step in each.steps))


def _places(value: Any, at: changes.Place = ()) -> list[changes.Place]:
    """The places of all values in a payload."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for name, each in inner for place in [(*at, name), *_places(each, (*at, name))]]


@st.composite
def mutations(draw: st.DrawFn, connector: Connector) -> Object:
    """A payload near one of the examples: something dropped, added, of another type or another value."""
    payload: Object = copy.deepcopy(draw(st.sampled_from([each for _, each in changes.examples_of(connector)])))
    for _ in range(draw(st.integers(1, 3))):
        places = _places(payload)
        properties = [each for other in connector.steps for each in other.properties]
        kind = draw(st.sampled_from(["drop", "add", "add known", "change", "list"]))
        if kind == "drop" and places:
            payload = changes.without(payload, draw(st.sampled_from(places)))
        elif kind == "change" and places:
            payload = changes.changed(payload, draw(st.sampled_from(places)), draw(VALUES))
        elif kind == "add":
            above = [(), *(place for place in places if isinstance(_at(payload, place), dict))]
            payload = changes.changed(payload, (*draw(st.sampled_from(above)), changes.UNKNOWN), draw(VALUES))
        elif kind == "add known" and properties:
            payload = changes.changed(payload, (draw(st.sampled_from(properties)).name,), draw(VALUES))
        elif kind == "list" and (listed := [each for each in properties if each.enum]):
            found = draw(st.sampled_from(listed))
            payload = changes.changed(payload, (found.name,), draw(st.sampled_from(found.enum)))
    return payload


def _at(payload: Any, place: changes.Place) -> Any:
    for part in place:
        payload = payload[part]
    return payload


@given(st.data())
@BOUNDED
def test_on_payloads_near_the_documented_ones(data: st.DataObject) -> None:
    outputs = outputs_of(data.draw(st.sampled_from(KEYS)))
    payload = data.draw(mutations(outputs.connector))

    assert len(set(outputs.verdicts(payload).values())) == 1, outputs.faults(payload)


_of_case = functools.cache(outputs_of_case)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the outputs of cases are written, once for all tests."""
    return tmp_path_factory.mktemp("cases")


@pytest.mark.parametrize("case", cases.CASES)
def test_examples_of_a_case_are_accepted_and_come_back(case: str, folder: Path) -> None:
    outputs = _of_case(case, folder)
    for _, example in changes.examples_of(outputs.connector):
        assert outputs.faults(example) == dict.fromkeys(ALL_ACCEPT, "")
        parts = outputs.model.model_validate(example).to_payload().values()
        returned = {name: value for part in parts if isinstance(part, dict) for name, value in part.items()}
        assert json.dumps(returned, sort_keys=True) == json.dumps(example, sort_keys=True)


WITH_EXAMPLES = [case for case in cases.CASES if any(step.examples for step in cases.load(case).steps)]


@pytest.mark.parametrize("case", WITH_EXAMPLES)
def test_on_payloads_near_those_of_a_case(case: str, folder: Path) -> None:
    outputs = _of_case(case, folder)

    @given(mutations(outputs.connector))
    @settings(BOUNDED, max_examples=25)
    def agree(payload: Object) -> None:
        assert len(set(outputs.verdicts(payload).values())) == 1, (payload, outputs.faults(payload))

    agree()


WITH_RULES = ["advice", "applicability", "defaults", "exclusive", "list_of_objects", "open_lists", "rules", "variants"]


@pytest.mark.parametrize("case", WITH_RULES)
def test_on_payloads_drawn_for_a_case(case: str, folder: Path) -> None:
    outputs = _of_case(case, folder)
    readers = Readers(outputs.schema, outputs.model, outputs.validate)
    drawer = Drawer(outputs.connector, random.Random(case))
    refused = 0
    for number in range(200):
        drawn = drawer.valid() if number % 2 else drawer.broken()
        places = readers.places(drawn.payload)

        assert len(set(places.values())) == 1, (drawn, places)
        assert drawn.fault or not any(places.values()), (drawn, places)
        refused += any(places.values())
    assert refused > 25


@pytest.mark.parametrize("case", cases.CASES)
def test_samples_of_a_case_are_accepted(case: str, folder: Path) -> None:
    outputs = _of_case(case, folder)
    for sample in (shape(outputs.connector).minimal, shape(outputs.connector).full):
        assert outputs.faults(sample) == dict.fromkeys(ALL_ACCEPT, "")


def _printed(properties: list[Object], folder: Path) -> Outputs:
    """The outputs of a connector with these properties."""
    head = cases.load("requirements").to_json() | {"steps": [{"name": "form", "properties": properties}]}
    connector = Connector.model_validate(head)
    # As templates print them: formatting would start a process, and change nothing that runs.
    texts = {cases.kind_of(path): text for path, text in cases.connector_files(connector).files.items()}
    model = getattr(import_text(texts["model"], f"{folder.name}_model", folder), names_of(connector)[1])
    validator = import_text(texts["validator"], f"{folder.name}_validator", folder)
    return Outputs(connector, json.loads(texts["schema"]), model, validator.validate)


NESTED = [{"name": "b", "type": "string", "requirement": "required"}]
# Facts of one property, with payload values that any two of the outputs might take differently.
EDGES: dict[str, tuple[Object, list[Any]]] = {
    "whole number": ({"type": "integer"}, [1, 1.0, 1.5, True, "1", 10**30]),
    "number": ({"type": "number"}, [1, 1.0, 1.5, True, "1.5"]),
    "text": ({"type": "string"}, ["", 1, None, True]),
    "switch": ({"type": "boolean"}, [True, 1, 0, "true"]),
    "text or null": ({"type": ["string", "null"]}, ["x", None, 1]),
    "anything": ({}, ["x", None, 1, [None], {"a": None}]),
    "group": ({"type": "object"}, [{}, {"a": None}, []]),
    "list": ({"type": "array"}, [[], [None], {}, "x"]),
    "listed whole numbers": ({"type": "integer", "enum": [1, 2]}, [1, 1.0, True, 3]),
    "listed numbers": ({"type": "number", "enum": [0.5, 1]}, [0.5, 1, 1.0, True, 2]),
    "listed part": ({"enum": [0.5]}, [0.5, 1, "0.5"]),
    "listed switch": ({"enum": [True]}, [True, 1, False, "true"]),
    "open list": ({"type": "string", "enum": ["x"], "enumOpen": True}, ["x", "y", "", 1, None]),
    "open list of whole numbers": ({"type": "integer", "enum": [1], "enumOpen": True}, [1, 1.0, 2, 1.5, True, "1"]),
    "open list without a type": ({"enum": [1, "x"], "enumOpen": True}, [1, "y", True, None, [], {"a": 1}]),
    "open list of two types": ({"type": ["integer", "string"], "enum": [1], "enumOpen": True}, [1, "y", True, None]),
    "open list of objects": ({"enum": [{"a": 1}], "enumOpen": True}, [{"a": 1}, {"a": 2}, "x"]),
    "open list of dates": (
        {"type": "string", "format": "date", "enum": ["2026-01-31"], "enumOpen": True},
        ["2026-01-31", "2026-02-28", "2026-02-30", "x"],
    ),
    "open list with a pattern": (
        {"type": "string", "pattern": "^k", "enum": ["kx"], "enumOpen": True},
        ["kx", "ky", "x"],
    ),
    "open list of limited numbers": (
        {"type": "integer", "minimum": 1, "enum": [1], "enumOpen": True},
        [1, 2, 0, "1"],
    ),
    "open switch in a string": (
        {"type": "string", "encoding": "boolean", "enum": ["true", "false"], "enumOpen": True},
        ["true", "", "other", True, None],
    ),
    "open list of items": (
        {"type": "array", "items": {"type": "string", "enum": ["x"]}, "enumOpen": True},
        [["x"], ["y"], [1], "x", [None]],
    ),
    "open secret": ({"type": "string", "enum": ["p"], "enumOpen": True, "secret": True}, ["p", "q", 1]),
    "open null": ({"enum": ["x", None], "enumOpen": True}, ["x", None, "y", 1]),
    "listed null": ({"enum": ["x", None]}, ["x", None, "y"]),
    "listed objects": ({"enum": [{"a": 1}, ["b"]]}, [{"a": 1}, {"a": True}, ["b"], {}]),
    "constant": ({"type": "string", "const": "k"}, ["k", "x"]),
    "pattern": ({"type": "string", "pattern": "^k"}, ["key", "x"]),
    "object or text": (
        {"type": ["object", "string"], "properties": NESTED},
        ["x", {}, {"b": 1}, {"b": "x"}, {"b": "x", "c": 1}],
    ),
    "list of objects or text": (
        {"type": ["array", "string"], "items": {"type": "object", "properties": NESTED}},
        ["x", [], [{}], [{"b": "x"}], ["x"]],
    ),
    "items without a list": ({"items": {"type": "string"}}, [["x"], [1], 3]),
    "list of listed values": ({"type": "array", "items": {"type": "string", "enum": ["x"]}}, [["x"], ["y"], [1]]),
    "list of objects without properties": (
        {"type": "array", "items": {"type": "object", "properties": []}},
        [[], [{}], ["x"]],
    ),
    "secret whole number": ({"type": ["integer", "string"], "secret": True}, [1, "x", True, []]),
    "listed secret": ({"type": "string", "enum": ["p"], "secret": True}, ["p", "q", 1]),
}
NO_REFERENCES = ["x", "${env:}", "${env:A", "${env:A}x", "x${env:A}", "${ENV:A}", "${A}", "${env:{}}", "${env:A\n}"]
# Secrets with other constraints, and a value that keeps to them.
SECRETS_WITH_LIMITS: dict[str, tuple[Object, Any]] = {
    "text": ({"type": "string"}, "x"),
    "pattern": ({"type": "string", "pattern": "^k"}, "key"),
    "two patterns": ({"type": "string", "format": "date", "pattern": "^2026"}, "2026-01-31"),
    "date": ({"type": "string", "format": "date"}, "2026-01-31"),
    "date and time": ({"type": "string", "format": "date-time"}, "2026-01-31T00:00:00Z"),
    "lengths": ({"type": "string", "minLength": 2, "maxLength": 3}, "abc"),
    "listed": ({"type": "string", "enum": ["p"]}, "p"),
    "listed values of several types": ({"enum": ["p", 1, {"a": 1}]}, {"a": 1}),
    "open list": ({"type": "integer", "enum": [1], "enumOpen": True}, 2),
    "constant": ({"type": "string", "const": "k"}, "k"),
    "encoded": ({"type": "string", "encoding": "integer", "pattern": "^-?[0-9]+$"}, "12"),
    "encoded JSON": ({"type": "string", "encoding": "json"}, "{}"),
    "integer": ({"type": "integer", "minimum": 3}, 3),
    "number": ({"type": "number", "exclusiveMinimum": 0}, 0.5),
    "switch": ({"type": "boolean"}, True),
    "object": ({"type": "object"}, {"a": 1}),
    "object with properties": ({"type": "object", "properties": NESTED}, {"b": "x"}),
    "object or null": ({"type": ["object", "null"]}, None),
    "list": ({"type": "array", "items": {"type": "string"}}, ["x"]),
    "list with limits": ({"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^k"}}, ["key"]),
    "list of numbers": ({"type": "array", "items": {"type": "integer", "minimum": 1}}, [1]),
    "list of listed values": ({"type": "array", "items": {"type": "string", "enum": ["p"]}}, ["p"]),
    "untyped": ({}, {"a": 1}),
}


def test_on_the_edges_of_a_fact(tmp_path: Path) -> None:
    names = {name: f"a{number}" for number, name in enumerate(EDGES)}
    outputs = _printed(
        [{"name": names[name], "description": "A."} | facts for name, (facts, _) in EDGES.items()], tmp_path
    )

    Draft202012Validator.check_schema(outputs.schema)
    verdicts = {
        (name, repr(value)): outputs.verdicts({names[name]: value})
        for name, (_, values) in EDGES.items()
        for value in values
    }
    assert {edge: found for edge, found in verdicts.items() if len(set(found.values())) > 1} == {}
    accepted = {name for (name, _), found in verdicts.items() if found == ALL_ACCEPT}
    assert accepted == set(EDGES)


def test_a_number_comes_back_as_it_was_given(tmp_path: Path) -> None:
    outputs = _printed([{"name": "a", "type": "number", "description": "A."}], tmp_path)

    for value in (3, 0, -1, 2.5, 10**30):
        returned = outputs.model.model_validate({"a": value}).to_payload()["properties"]
        assert json.dumps(returned) == json.dumps({"a": value})


@pytest.mark.parametrize("required", [False, True], ids=["optional", "required"])
@pytest.mark.parametrize("name", SECRETS_WITH_LIMITS)
def test_on_references(name: str, required: bool, tmp_path: Path) -> None:
    facts, valid = SECRETS_WITH_LIMITS[name]
    requirement = "required" if required else "optional"
    outputs = _printed(
        [{"name": "a", "secret": True, "requirement": requirement, "description": "A."} | facts], tmp_path
    )
    reference = "${env:NAME_1}"

    Draft202012Validator.check_schema(outputs.schema)
    for accepted in (valid, reference, "${a+b.c-1:some/where else#x|y$z}"):
        assert outputs.faults({"a": accepted}) == dict.fromkeys(ALL_ACCEPT, "")
    for other in (*NO_REFERENCES, [reference], [*NO_REFERENCES[:2]], [1], {}, 0, "", True, None):
        assert len(set(outputs.verdicts({"a": other}).values())) == 1, (other, outputs.faults({"a": other}))
    model = outputs.model.model_validate({"a": reference})
    assert model.to_payload()["properties"] == {"a": reference}
    assert outputs.model(a=SecretStr(reference)).to_payload() == model.to_payload()


def test_an_item_of_a_secret_list_may_be_a_reference(tmp_path: Path) -> None:
    facts = SECRETS_WITH_LIMITS["list with limits"][0]
    outputs = _printed([{"name": "a", "secret": True, "description": "A."} | facts], tmp_path)

    assert outputs.verdicts({"a": ["key", "${env:A}"]}) == ALL_ACCEPT
    assert outputs.verdicts({"a": ["key", "${env:}"]}) == ALL_REFUSE


def test_a_reference_is_no_value_of_what_is_no_secret(tmp_path: Path) -> None:
    kinds = [facts for facts, _ in SECRETS_WITH_LIMITS.values()]
    properties = [{"name": f"a{number}", "description": "A."} | facts for number, facts in enumerate(kinds)]
    outputs = _printed(properties, tmp_path)
    for number, facts in enumerate(kinds):
        takes_any_string = facts in ({"type": "string"}, {"type": "string", "encoding": "json"}, {})

        assert outputs.verdicts({f"a{number}": "${env:A}"}) == (ALL_ACCEPT if takes_any_string else ALL_REFUSE)


def test_on_both_sides_of_each_limit(tmp_path: Path) -> None:
    limit_cases = all_limit_cases()
    outputs = _printed(
        [{"name": name, "description": "A."} | each.facts for name, each in limit_cases.items()], tmp_path
    )

    Draft202012Validator.check_schema(outputs.schema)
    for name, (_, accepted, refused) in limit_cases.items():
        for value in accepted:
            assert outputs.faults({name: value}) == dict.fromkeys(ALL_ACCEPT, ""), (name, value)
        for value in refused:
            assert outputs.verdicts({name: value}) == ALL_REFUSE, (name, value)


def test_a_python_name_in_a_payload_is_an_unknown_name(tmp_path: Path) -> None:
    # The constructor takes class_; a payload that holds it would be refused by the vendor.
    outputs = _printed([{"name": "class", "type": "string", "description": "A."}], tmp_path)

    assert outputs.verdicts({"class": "x"}) == ALL_ACCEPT
    assert outputs.verdicts({"class_": "x"}) == ALL_REFUSE


# Secrets of every type, with the secret text in their values.
TOKEN = "t0k3n-of-this-test"
SECRETS: dict[str, tuple[Object, Any]] = {
    "text": ({"type": "string"}, TOKEN),
    "text or number": ({"type": ["integer", "string"]}, TOKEN),
    "no type": ({}, TOKEN),
    "list": ({"type": "array", "items": {"type": "string"}}, [TOKEN]),
    "object": ({"type": "object"}, {"k": TOKEN}),
}


def test_a_secret_of_any_type_is_hidden(tmp_path: Path) -> None:
    payload = {f"a{number}": value for number, (_, value) in enumerate(SECRETS.values())}
    kinds = zip(payload, SECRETS.values(), strict=True)
    outputs = _printed(
        [{"name": name, "secret": True, "description": "A."} | facts for name, (facts, _) in kinds], tmp_path
    )
    model = outputs.model.model_validate(payload)

    assert TOKEN not in repr(model) + str(model)
    assert "a0" in repr(model)
    assert model.to_payload()["properties"] == payload
