"""The engine's schema of a model, and the classes that nested objects become."""

from __future__ import annotations

from typing import Any

import pytest

from generator.context.fault import OutputError
from generator.context.models.classes import ClassContext, FieldContext, RequestContext
from generator.context.models.connector import ModelContext, model_context
from generator.context.names import ClassName, FieldName
from templates.connector_catalog.rules import NO_RULES, Condition, ConditionalRequirement, Rules, StepRules
from templates.connector_catalog.value_constraints import ValueConstraints
from templates.connector_catalog.variants import SelectedBy
from tests.context.building import Facts, connector, prop, step, variant
from tests.vendors import shape

STRING = {"type": ["string"]}
OWN_TYPES = "connector_catalog.encodings."
NESTED = {"properties": [prop("class", requirement="required"), prop("n", "integer")]}


def _or_reference(schema: Facts) -> Facts:
    """The schema of what may also be a reference to a secret."""
    return {"anyOf": [*schema.get("anyOf", [schema]), {"customTypePath": f"{OWN_TYPES}SecretReference"}]}


def _of_secret(*types: str, **facts: Any) -> ValueConstraints:
    return ValueConstraints(types=types, secret=True, **facts)


HOLDING = {
    "title": "XSourceA",
    "type": "object",
    "properties": {"class_": STRING, "n": {"type": ["integer"]}},
    "required": ["class_"],
}
VARIANTS = {
    "variants": [
        variant("one", prop("b", requirement="required"), title="The first", additionalProperties=True),
        variant(2, required=False),
    ]
}
FIRST = {
    "title": "XSourceAOne",
    "type": "object",
    "properties": {"kind": {"enum": ("one",)}, "b": STRING},
    "required": ["kind", "b"],
}
SECOND = {"title": "XSourceA2", "type": "object", "properties": {"kind": {"enum": (2,)}}, "required": []}


def _model(*properties: Facts, **more: Any) -> ModelContext:
    return model_context(shape(connector(step("form", *properties) | more)), "# h")


def _schema(facts: Facts) -> Facts:
    found: Facts = _model(facts).schema["properties"]["a"]
    return found


def _class(name: str, doc: str, *fields: FieldContext, **more: Any) -> ClassContext:
    return ClassContext(ClassName(name), doc, {field.name: field for field in fields}, **more)


def _field(name: str, wire: str = "", *, required: bool = False, **more: Any) -> FieldContext:
    stated = {"secret": False, "doc": "", "constraints": ValueConstraints()} | more
    return FieldContext(name=FieldName(name), wire=wire or name, required=required, **stated)


@pytest.mark.parametrize(
    ("facts", "schema"),
    [
        (prop("a"), STRING),
        ({"name": "a"}, {}),
        (prop("a", ["string", "null"]), {"type": ["string", "null"]}),
        (prop("a", "number"), {"type": ["integer", "number"]}),
        (prop("a", ["null", "number"]), {"type": ["integer", "null", "number"]}),
        (prop("a", secret=True), STRING | {"format": "password"}),
        (prop("a", ["string", "null"], secret=True), {"type": ["string", "null"]}),
        (prop("a", "integer", secret=True), _or_reference({"type": ["integer"]})),
        (prop("a", enum=["x", "y"]), {"enum": ("x", "y")}),
        (prop("a", enum=["x", "y"], enumOpen=True), STRING),
        (prop("a", const="x"), {"enum": ("x",)}),
        (prop("a", None, enum=[1, [2]]), {}),
        (prop("a", None, enum=[{"b": 2}]), {}),
        (prop("a", enum=["true", "false"]), {"enum": ("true", "false")}),
        (prop("a", enum=["true", "false"], encoding="boolean"), {"customTypePath": f"{OWN_TYPES}EncodedBoolean"}),
        (prop("a", enum=["false", "true"], encoding="boolean"), {"enum": ("false", "true")}),
        (
            prop("a", enum=["true"], enumOpen=True, encoding="boolean"),
            {"customTypePath": f"{OWN_TYPES}EncodedOpenBoolean"},
        ),
        (prop("a", encoding="boolean"), {"customTypePath": f"{OWN_TYPES}EncodedBoolean"}),
        (prop("a", encoding="integer"), {"customTypePath": f"{OWN_TYPES}EncodedInteger"}),
        (prop("a", enum=["1"], enumOpen=True, encoding="integer"), {"customTypePath": f"{OWN_TYPES}EncodedInteger"}),
        (prop("a", encoding="list"), {"customTypePath": f"{OWN_TYPES}EncodedList"}),
        (prop("a", encoding="json", items={"type": "string"}), {"customTypePath": f"{OWN_TYPES}EncodedJson"}),
        (prop("a", encoding="json", secret=True, items={"type": "string"}), STRING | {"format": "password"}),
        (prop("a", encoding="json", secret=True, **NESTED), STRING | {"format": "password"}),
        (prop("a", ["object", "string"], encoding="json", **NESTED), {"type": ["object", "string"]}),
        (prop("a", format="date"), {"customTypePath": f"{OWN_TYPES}EncodedDate"}),
        (prop("a", format="date-time", encoding="list"), {"customTypePath": f"{OWN_TYPES}EncodedDateTime"}),
        (prop("a", format="email"), STRING),
        (prop("a", ["string", "integer"], encoding="integer"), {"type": ["string", "integer"]}),
        (prop("a", "object"), {"type": ["object"]}),
        (prop("a", "object", secret=True), _or_reference({"customTypePath": f"{OWN_TYPES}SecretObject"})),
        (prop("a", ["object", "null"], secret=True), _or_reference({"type": ["object", "null"]})),
        (prop("a", "object", secret=True, **NESTED), _or_reference(HOLDING)),
        (prop("a", "object", **NESTED), HOLDING),
        (prop("a", ["null", "object"], **NESTED), {"anyOf": [HOLDING, {"type": ["null"]}]}),
        (prop("a", **NESTED), STRING),
        (prop("a", "object", **VARIANTS), {"anyOf": [FIRST, SECOND]}),
        (
            prop("a", ["object", "string", "null"], **VARIANTS),
            {"anyOf": [FIRST, SECOND, {"type": ["string", "null"]}]},
        ),
        (prop("a", "array"), {"type": ["array"]}),
    ],
)
def test_a_value_has_the_engine_s_schema(facts: Facts, schema: Facts) -> None:
    assert _schema(facts) == schema


@pytest.mark.parametrize(
    ("items", "more", "schema"),
    [
        ({"type": "string"}, {}, {"type": "string"}),
        ({"type": "string"}, {"secret": True}, {"type": "string", "format": "password"}),
        ({"type": "integer"}, {"secret": True}, _or_reference({"type": "integer"})),
        ({"minimum": 1}, {"secret": True}, {}),
        ({"type": "string", "enum": ["x"]}, {}, {"enum": ("x",)}),
        ({"type": "string", "enum": ["x"]}, {"enumOpen": True}, {"type": "string"}),
        ({"type": "object"} | NESTED, {}, HOLDING),
        (NESTED, {}, HOLDING),
        ({"type": ["object", "null"]} | NESTED, {}, {"anyOf": [HOLDING, {"type": ["null"]}]}),
        ({"type": "object"} | VARIANTS, {}, {"anyOf": [FIRST, SECOND]}),
        ({"type": ["object", "null"]} | VARIANTS, {}, {"anyOf": [FIRST, SECOND, {"type": ["null"]}]}),
    ],
)
def test_items_have_the_engine_s_schema(items: Facts, more: Facts, schema: Facts) -> None:
    made = {"type": "array", "items": schema}
    whole = _or_reference(made) if more.get("secret") else made

    assert _schema(prop("a", "array", items=items, **more)) == whole
    both = _schema(prop("a", ["array", "string"], items=items, **more))
    assert both == {"anyOf": [made, {"type": ["string"]}]}
    of_any_type = _schema(prop("a", None, items=items, **more))
    assert of_any_type == {"anyOf": [made, {"type": ["string", "integer", "number", "boolean", "object"]}]}


def test_a_model_has_the_connector_s_class_and_those_nested_in_it() -> None:
    outer = prop("a", "object", additionalProperties=True, description="What a is.", **NESTED)
    inner = [prop("c", "object", properties=[prop("d")]), prop("e", "array", items=NESTED)]
    model = _model(outer, prop("b", "array", items=VARIANTS), *inner)
    selector = ValueConstraints(values=(2,))

    assert (model.package, model.module, model.header, model.main) == ("stitch", "source_x", "# h", "XSource")
    n = _field("n")
    assert model.classes == {
        "XSource": _class(
            "XSource",
            "Properties of a Stitch source: X.",
            _field("a", doc="What a is."),
            _field("b"),
            _field("c"),
            _field("e"),
            request=RequestContext("stitch", "source", "platform.x", {}),
        ),
        "XSourceA": _class("XSourceA", "What a is.", _field("class_", "class", required=True), n, is_open=True),
        "XSourceBOne": _class(
            "XSourceBOne",
            "The variant The first of b.",
            _field("kind", required=True),
            _field("b", required=True),
            variant=SelectedBy("kind", "one", required=True),
            is_open=True,
        ),
        "XSourceB2": _class(
            "XSourceB2",
            "The variant 2 of b.",
            _field("kind", constraints=selector),
            variant=SelectedBy("kind", 2, required=False),
        ),
        "XSourceC": _class("XSourceC", "The object that c holds.", _field("d")),
        "XSourceE": _class("XSourceE", "The object that e holds.", _field("class_", "class", required=True), n),
    }


def test_a_class_has_the_rules_of_its_own_object() -> None:
    needed = prop("c", requiredWhen=[{"property": "b", "in": ["x"]}])
    rules = Rules((ConditionalRequirement("c", (Condition("b", ("x",)),)),))
    form = step("form", prop("a", "object", properties=[prop("b"), needed])) | {"rules": [{"atMostOne": ["a", "e"]}]}
    classes = model_context(shape(connector(form, step("oauth", prop("e")))), "").classes
    steps = (StepRules("form", ("a",), ("e",), ()), StepRules("oauth", ("e",), (), ()))

    assert (classes["XSource"].rules, classes["XSource"].steps) == (Rules(at_most_one=(("a", "e"),)), steps)
    assert (classes["XSourceA"].rules, classes["XSourceA"].steps) == (rules, ())


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (prop("a", requirement="required"), _field("a", required=True)),
        (prop("a", secret=True), _field("a", doc="Secret.")),
        (
            prop("a", secret=True, enum=["x"]),
            _field("a", secret=True, doc="Secret.", constraints=_of_secret("string", values=("x",))),
        ),
        (
            prop("a", "integer", secret=True),
            _field("a", secret=True, doc="Secret.", constraints=_of_secret("integer")),
        ),
        (prop("a", "object", secret=True), _field("a", doc="Secret.", constraints=_of_secret("object"))),
        (prop("a", requirement="readOnly"), _field("a", changeable=False)),
        (prop("a", requirement="internal"), _field("a", changeable=False, doc="For the vendor's own use.")),
        (prop("a", createOnly=True), _field("a", changeable=False, doc="Cannot be changed later.")),
        (prop("a", "number"), _field("a", constraints=ValueConstraints(types=("number",)))),
    ],
)
def test_a_field_says_what_its_type_hint_does_not(facts: Facts, field: FieldContext) -> None:
    assert _model(facts).classes["XSource"].fields == {"a": field}


@pytest.mark.parametrize(
    ("properties", "place", "words"),
    [
        ([prop("a-b"), prop("a_b")], "XSource", "two properties become the field a_b of XSource"),
        (
            [prop("a", "object", **NESTED), prop("A", "object", **NESTED)],
            "XSourceA",
            "two objects become the class XSourceA",
        ),
        (
            [prop("update", "object", properties=[prop("b")])],
            "XSourceUpdate",
            "two objects become the class XSourceUpdate",
        ),
    ],
)
def test_a_collision_of_names_is_told_with_its_place(properties: list[Facts], place: str, words: str) -> None:
    with pytest.raises(OutputError) as caught:
        _model(*properties)

    assert (caught.value.code, caught.value.path, caught.value.message) == ("name-collision", place, words)


def test_a_class_that_updates_is_described_as_such() -> None:
    rules = Rules((), (("a", ("b",)),), (("a", "b"),), (("a", "c"),))
    own = _class("XSource", "Properties of an X: Properties of Y.", _field("a"), rules=rules)

    assert own.update_doc == "Update of the properties of an X: Properties of Y."
    assert own.update_rules == Rules(at_most_one=(("a", "c"),))
    assert (own.has_rules, _class("X", "").has_rules, _class("X", "").rules) == (True, False, NO_RULES)


def test_a_class_states_the_constraints_of_those_fields_that_have_some() -> None:
    own = ValueConstraints(minimum=1)

    assert _class("X", "", _field("a", constraints=own), _field("b")).constraints == {"a": own}


def test_the_id_in_the_main_part_is_no_field() -> None:
    made = connector(step("main", prop("a"), prop("sourceType", const="x")), vendor="airbyte", type_="source-x")
    model = model_context(shape(made), "")

    assert list(model.schema["properties"]) == ["a"]


def test_items_of_what_is_no_list_mean_nothing() -> None:
    found = _model(prop("a", "string", items={"type": "string", "enum": ["x"]})).schema["properties"]["a"]
    assert found == {"type": ["string"]}
