"""Several documents about one connector: the later one wins, and nothing that the earlier one states is lost."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.merge import mark_absent, merge, merge_envelopes
from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths
from generator.catalog.source import Source
from generator.diagnostics import Diagnostics, Level
from tests.catalog.building import KEY, Fields, connector, envelope, only, prop

OLD, NEW, NEWEST = "acme/old", "acme/new", "acme/newest"


def _stated_by(document: str, *properties: Fields, **more: Any) -> Connector:
    """Return a connector as one document describes it."""

    def sourced(path: str, found: Property) -> Property:
        return found.with_fields(sources=(Source(document=document, place=f"#{document[5:]}/{path}"),))

    found = connector(*properties, **more).with_fields(sources=(Source(document=document, place="#x"),))
    return map_steps(found, lambda step: map_step_properties(step, sourced))


def _merged(*documents: Connector, lines: list[str] | None = None) -> Connector:
    """Return what documents state together, from the earliest to the latest."""
    connectors: list[Connector] = []
    for each in documents:
        diagnostics = Diagnostics("page")
        connectors = merge(connectors, [each], diagnostics)
        if lines is not None:
            lines += map(str, diagnostics)
    (found,) = connectors
    return found


def _property(earlier: Fields, later: Fields, lines: list[str] | None = None) -> Fields:
    """Return what two documents state together about one property, without its sources."""
    fields = only(_merged(_stated_by(OLD, earlier), _stated_by(NEW, later), lines=lines)).to_json()
    return {name: value for name, value in fields.items() if name not in ("name", "sources")}


def _step(found: Connector, name: str = "form") -> dict[str, Property]:
    (step,) = (step for step in found.steps if step.name == name)
    return dict(property_paths(step.properties))


def test_documents_that_agree_have_no_differences() -> None:
    lines: list[str] = []
    fields = prop("a", requirement="required", enum=["x"], secret=True, secretFrom="mark")

    assert _property(fields, fields, lines) == {name: value for name, value in fields.items() if name != "name"}
    assert lines == []


def test_the_later_document_wins_and_the_warning_names_both_values_and_places() -> None:
    diagnostics = Diagnostics("new.html")
    earlier, later = _stated_by(OLD, prop("a", "string")), _stated_by(NEW, prop("a", "integer"))
    (found,) = merge([earlier], [later], diagnostics)
    (warning,) = diagnostics

    assert only(found).type == "integer"
    assert (warning.level, warning.code, warning.document) == (Level.WARNING, "documents-differ", "new.html")
    assert (warning.place, warning.subject) == ("#new/a", f"{KEY} form.a")
    assert 'type is "integer" here' in warning.message
    assert f'"string" in the earlier {OLD} at #old/a' in warning.message


@pytest.mark.parametrize(
    ("earlier", "later", "field"),
    [
        ({"requirement": "required"}, {"requirement": "optional"}, "requirement"),
        ({"enum": ["x"]}, {"enum": ["x", "y"]}, "enum"),
        ({"default": "x"}, {"default": None}, "default"),
        ({"secret": True}, {"secret": False}, "secret"),
        ({"readOnly": True}, {"readOnly": False}, "readOnly"),
        ({"minimum": 1}, {"minimum": 2}, "minimum"),
        ({"type": ["string", "integer"]}, {"type": "string"}, "type"),
    ],
)
def test_any_field_may_differ(earlier: Fields, later: Fields, field: str) -> None:
    lines: list[str] = []

    assert _property({"name": "a"} | earlier, {"name": "a"} | later, lines) == later
    assert len(lines) == 1
    assert f": {field} is " in lines[0]


def test_each_difference_is_reported_once() -> None:
    lines: list[str] = []
    _property(prop("a", "string", "required"), prop("a", "integer", "optional"), lines)

    assert len(lines) == 2


@pytest.mark.parametrize("field", ["title", "note", "unit", "default", "const", "format", "minimum", "deprecated"])
def test_what_only_the_earlier_document_states_stays(field: str) -> None:
    lines: list[str] = []
    value = {"minimum": 1, "deprecated": True}.get(field, "x")

    assert _property({"name": "a", field: value}, {"name": "a"}, lines) == {field: value}
    assert lines == []


def test_null_is_a_statement_of_its_own() -> None:
    assert _property({"name": "a", "default": "x"}, {"name": "a", "default": None}) == {"default": None}
    assert _property({"name": "a", "default": None}, {"name": "a"}) == {"default": None}


def test_an_added_field_stays_inferred() -> None:
    earlier = {"name": "a", "default": "x", "unit": "minutes", "inferred": ["default"]}

    assert _property(earlier, prop("a", inferred=["type"]))["inferred"] == ["default", "type"]
    assert "inferred" not in _property(earlier, {"name": "a", "default": "x"})


@pytest.mark.parametrize("field", ["const", "pattern", "format", "minimum", "maximum"])
def test_a_form_of_the_earlier_document_does_not_narrow_a_list_of_the_later_one(field: str) -> None:
    lines: list[str] = []

    value = 3 if field in ("minimum", "maximum") else "x"

    assert _property({"name": "a", field: value}, {"name": "a", "enum": ["y"]}, lines) == {"enum": ["y"]}
    assert lines == []


WHEN = [{"property": "mode", "in": ["x"]}]
OTHERWISE = [{"property": "mode", "in": ["y"]}]
CONDITIONAL = {"requirement": "conditional", "requiredWhen": WHEN}
TOGETHER = {
    "the later one decides": (CONDITIONAL, {"requirement": "required"}, {"requirement": "required"}),
    "the later one has another condition": (
        CONDITIONAL,
        {"requirement": "conditional", "requiredWhen": OTHERWISE},
        {"requirement": "conditional", "requiredWhen": OTHERWISE},
    ),
    "the later one has the condition": ({"requirement": "required"}, CONDITIONAL, CONDITIONAL),
    "the later one has no say": (CONDITIONAL, {}, CONDITIONAL),
    "the later one has no condition": (CONDITIONAL, {"requirement": "conditional"}, {"requirement": "conditional"}),
    "no secret": ({"secret": True, "secretFrom": "text"}, {"secret": False}, {"secret": False}),
    "a secret for another reason": (
        {"secret": False},
        {"secret": True, "secretFrom": "mark"},
        {"secret": True, "secretFrom": "mark"},
    ),
    "secret by the earlier one": (
        {"secret": True, "secretFrom": "text"},
        {"title": "T"},
        {"secret": True, "secretFrom": "text", "title": "T"},
    ),
    "meanings of another list": ({"enum": ["x"], "meanings": {"x": "X."}}, {"enum": ["y"]}, {"enum": ["y"]}),
    "a separator of another encoding": (
        {"encoding": "list", "separator": ";"},
        {"encoding": "json"},
        {"encoding": "json"},
    ),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_fields_that_belong_together_come_from_one_document(case: str) -> None:
    earlier, later, together = TOGETHER[case]

    assert _property({"name": "a"} | earlier, {"name": "a"} | later) == together


def test_the_origin_of_a_secret_is_not_compared() -> None:
    lines: list[str] = []
    secret = {"name": "a", "secret": True}

    assert _property(secret | {"secretFrom": "text"}, secret | {"secretFrom": "mark"}, lines)["secretFrom"] == "mark"
    assert lines == []


def test_examples_are_joined_the_later_document_s_first() -> None:
    assert _property(prop("a", examples=["x", "y"]), prop("a", examples=["z", "x"]))["examples"] == ["z", "x", "y"]


def test_a_property_that_only_the_earlier_document_has_names_the_later_one() -> None:
    lines: list[str] = []
    found = _step(_merged(_stated_by(OLD, prop("a"), prop("b")), _stated_by(NEW, prop("b"), prop("c")), lines=lines))

    assert {name: each.absent_from for name, each in found.items()} == {"b": None, "c": None, "a": (NEW,)}
    assert list(found) == ["b", "c", "a"]
    assert [source.document for source in found["a"].sources] == [OLD]
    assert lines == []


def test_sources_are_the_latest_first() -> None:
    found = _merged(_stated_by(OLD, prop("a")), _stated_by(NEW, prop("a")), _stated_by(NEWEST, prop("a")))

    assert [each.document for each in found.sources] == [NEWEST, NEW, OLD]
    assert [(each.document, each.place) for each in only(found).sources] == [
        (NEWEST, "#newest/a"),
        (NEW, "#new/a"),
        (OLD, "#old/a"),
    ]


def test_of_three_documents_the_latest_that_states_a_field_wins() -> None:
    lines: list[str] = []
    found = only(
        _merged(
            _stated_by(OLD, prop("a", "string", title="Old", unit="minutes")),
            _stated_by(NEW, prop("a", "integer", title="New")),
            _stated_by(NEWEST, prop("a", "number")),
            lines=lines,
        )
    )

    assert (found.type, found.title, found.unit) == ("number", "New", "minutes")
    assert len(lines) == 3
    assert [
        f"in the earlier {document} " in line for document, line in zip((OLD, OLD, NEW), sorted(lines), strict=True)
    ]


def test_of_three_documents_each_that_lacks_a_property_is_named() -> None:
    found = _step(
        _merged(
            _stated_by(OLD, prop("a"), prop("b"), prop("c")), _stated_by(NEW, prop("b")), _stated_by(NEWEST, prop("c"))
        )
    )

    assert {name: each.absent_from for name, each in found.items()} == {"c": None, "b": (NEWEST,), "a": (NEW, NEWEST)}


def test_a_connector_that_a_complete_document_lacks_names_it_until_another_has_the_connector() -> None:
    one, other = _stated_by(OLD), _stated_by(OLD, type="y")
    merged = mark_absent(merge([one, other], [_stated_by(NEW)], Diagnostics()), NEW)
    assert {each.type: each.absent_from for each in merged} == {"x": None, "y": (NEW,)}

    gone = mark_absent(merge(merged, [_stated_by(NEWEST)], Diagnostics()), NEWEST)
    assert {each.type: each.absent_from for each in gone} == {"x": None, "y": (NEW, NEWEST)}
    for again in (_stated_by(NEWEST, type="y"), _stated_by(NEWEST, type="y", status="listed", steps=[])):
        back = mark_absent(merge(merged, [again], Diagnostics()), NEWEST)
        assert {each.type: each.absent_from for each in back} == {"x": (NEWEST,), "y": None}


def test_a_later_document_that_only_lists_the_connector_takes_nothing_away() -> None:
    lines: list[str] = []
    described = _stated_by(OLD, prop("a", requirement="required"), naming="schema")
    listed = _stated_by(NEW, status="listed", steps=[])
    found = _merged(described, listed, lines=lines)

    assert (found.status, found.name, found.naming) == ("documented", "X", "schema")
    assert (only(found).requirement, only(found).absent_from) == ("required", None)
    assert [each.document for each in found.sources] == [NEW, OLD]
    assert lines == []


def test_a_later_document_describes_what_the_earlier_one_only_lists() -> None:
    found = _merged(_stated_by(OLD, status="listed", steps=[]), _stated_by(NEW, prop("a")))

    assert (found.status, only(found).absent_from) == ("documented", None)
    assert [each.document for each in found.sources] == [NEW, OLD]


def test_connectors_of_only_one_document_are_kept() -> None:
    found = merge([_stated_by(OLD, type="platform.a")], [_stated_by(NEW, type="platform.b")], Diagnostics())

    assert [(each.type, [source.document for source in each.sources]) for each in found] == [
        ("platform.a", [OLD]),
        ("platform.b", [NEW]),
    ]


def test_the_later_document_s_name_and_naming_win_if_stated() -> None:
    old = {"name": "Old", "naming": "schema"}

    assert _head(old, {"name": "New", "naming": "schema_table"}) == ("New", "schema_table")
    assert _head(old, {"name": ""}) == ("Old", "schema")


def _head(earlier: Fields, later: Fields) -> tuple[str, str | None]:
    found = _merged(_stated_by(OLD, **earlier), _stated_by(NEW, **later))
    return found.name, found.naming


def test_properties_of_a_step_that_only_the_earlier_document_has_name_the_later_one() -> None:
    oauth = {"name": "oauth", "properties": [prop("token")]}
    form = {"name": "form", "properties": [prop("a")]}
    found = _merged(_stated_by(OLD, steps=[oauth, form]), _stated_by(NEW, steps=[form]))

    assert [step.name for step in found.steps] == ["form", "oauth"]
    assert _step(found, "oauth")["token"].absent_from == (NEW,)
    assert _step(found)["a"].absent_from is None


def test_rules_and_examples_of_a_step_are_joined() -> None:
    def form(rules: list[Fields], examples: list[Fields]) -> list[Fields]:
        return [{"name": "form", "properties": [prop("a")], "rules": rules, "examples": examples}]

    one, other = {"anyOf": ["a", "b"]}, {"dependentRequired": {"a": ["b"]}}
    found = _merged(
        _stated_by(OLD, steps=form([one, other], [{"a": "1"}])), _stated_by(NEW, steps=form([one], [{"a": "2"}]))
    )

    assert found.steps[0].rules == (one, other)
    assert found.steps[0].examples == ({"a": "2"}, {"a": "1"})


def _holding(*properties: Fields, list_: bool = False) -> Fields:
    if list_:
        return prop("group", "array", items={"type": "object", "properties": list(properties)})
    return prop("group", "object", properties=list(properties))


@pytest.mark.parametrize("list_", [False, True])
def test_nested_properties_are_merged_like_others(list_: bool) -> None:
    lines: list[str] = []
    earlier = _holding(prop("a", "string", unit="minutes"), prop("b"), list_=list_)
    later = _holding(prop("a", "integer"), prop("c"), list_=list_)
    found = _merged(_stated_by(OLD, earlier), _stated_by(NEW, later), lines=lines)
    nested = _step(found)

    assert list(nested) == ["group", "group.a", "group.c", "group.b"]
    assert (nested["group.a"].type, nested["group.a"].unit) == ("integer", "minutes")
    assert {name: each.absent_from for name, each in nested.items() if each.absent_from} == {"group.b": (NEW,)}
    assert [each.document for each in nested["group.a"].sources] == [NEW, OLD]
    assert (nested["group"].items is not None, nested["group"].properties is not None) == (list_, not list_)
    assert len(lines) == 1
    assert f"{KEY} form.group.a" in lines[0]


@pytest.mark.parametrize("list_", [False, True])
def test_nested_properties_of_the_earlier_document_alone_stay(list_: bool) -> None:
    bare = prop("group", "array" if list_ else "object")
    found = _step(_merged(_stated_by(OLD, _holding(prop("a"), list_=list_)), _stated_by(NEW, bare)))

    assert found["group.a"].absent_from == (NEW,)
    assert found["group"].absent_from is None


@pytest.mark.parametrize("list_", [False, True])
def test_nested_properties_of_the_later_document_alone_are_not_absent(list_: bool) -> None:
    bare = prop("group", "array" if list_ else "object")
    found = _step(_merged(_stated_by(OLD, bare), _stated_by(NEW, _holding(prop("a"), list_=list_))))

    assert found["group.a"].absent_from is None


@pytest.mark.parametrize(
    ("earlier", "later", "items"),
    [
        ({"type": "string", "enum": ["x"]}, None, {"type": "string", "enum": ["x"]}),
        ({"type": "string", "enum": ["x"]}, {"type": "integer"}, {"type": "integer", "enum": ["x"]}),
        ({"type": "string"}, {"enum": ["y"]}, {"type": "string", "enum": ["y"]}),
        (None, {"type": "string"}, {"type": "string"}),
    ],
)
def test_items_are_completed(earlier: Fields | None, later: Fields | None, items: Fields) -> None:
    found = _property(prop("a", "array", items=earlier), prop("a", "array", items=later))

    assert found["items"] == items


@pytest.mark.parametrize("field", ["minimum", "maximum", "pattern", "const", "format"])
def test_a_form_of_the_earlier_document_stays_beside_its_own_list(field: str) -> None:
    value = 3 if field in ("minimum", "maximum") else "x"
    earlier = {"name": "a", field: value, "enum": ["y"]}

    assert _property(earlier, {"name": "a"}) == {field: value, "enum": ["y"]}


def test_the_order_of_values_and_types_is_not_a_difference() -> None:
    lines: list[str] = []
    earlier, later = prop("a", ["string", "integer"], enum=["x", 1]), prop("a", ["integer", "string"], enum=[1, "x"])

    assert _property(earlier, later, lines)["enum"] == [1, "x"]
    assert lines == []


@pytest.mark.parametrize(("earlier", "later"), [([1], [True]), ([1, 2], [1]), ([1], [1, 2]), ([1, 1], [1, 2])])
def test_other_values_are_a_difference(earlier: list[Any], later: list[Any]) -> None:
    lines: list[str] = []
    _property({"name": "a", "enum": earlier}, {"name": "a", "enum": later}, lines)

    assert len(lines) == 1


@pytest.mark.parametrize(("earlier", "later"), [(1, True), (0, False), (False, None)])
def test_defaults_are_compared_as_json(earlier: Any, later: Any) -> None:
    lines: list[str] = []
    _property({"name": "a", "default": earlier}, {"name": "a", "default": later}, lines)

    assert len(lines) == 1


def test_long_values_are_cut_in_messages() -> None:
    lines: list[str] = []
    _property(prop("a", title="é" * 99), prop("a", title="y" * 99), lines)

    quote = '"'
    assert f"title is {quote}{'y' * 79} here and {quote}{'é' * 79} in the earlier" in lines[0]
    assert lines[0].endswith("; using the later")


def test_differences_come_in_the_order_of_the_fields() -> None:
    lines: list[str] = []
    _property(prop("a", "string", "required", title="T"), prop("a", "integer", "optional", title="U"), lines)

    assert [line.partition("form.a: ")[2].split()[0] for line in lines] == ["type", "requirement", "title"]


@pytest.mark.parametrize("field", ["description", "absentFrom"])
def test_fields_that_are_not_compared(field: str) -> None:
    value: Any = ["acme/other"] if field == "absentFrom" else "Words."

    assert _property({"name": "a", field: value}, {"name": "a"}) == {}


def test_a_mark_of_another_field_is_not_added() -> None:
    earlier = {"name": "a", "default": "x", "unit": "minutes", "inferred": ["default", "unit"]}

    assert _property(earlier, {"name": "a", "default": "x"})["inferred"] == ["unit"]


def test_nested_properties_of_a_string_are_joined() -> None:
    earlier = prop("a", encoding="json", properties=[prop("b")])
    later = prop("a", encoding="json", properties=[prop("c")])
    found = _step(_merged(_stated_by(OLD, earlier), _stated_by(NEW, later)))

    assert list(found) == ["a", "a.c", "a.b"]


def test_nested_properties_of_the_earlier_document_are_dropped_beside_another_type() -> None:
    found = _step(_merged(_stated_by(OLD, _holding(prop("b"))), _stated_by(NEW, prop("group", "string"))))

    assert list(found) == ["group"]


def test_items_of_the_earlier_document_are_dropped_beside_another_type() -> None:
    earlier = prop("a", "array", items={"type": "string"})

    assert "items" not in _property(earlier, prop("a", "string"))
    assert _property({"name": "a", "items": {"type": "string"}}, prop("a", "array"))["items"] == {"type": "string"}


def test_nested_properties_go_to_a_later_property_without_a_type() -> None:
    found = _step(_merged(_stated_by(OLD, _holding(prop("b"))), _stated_by(NEW, {"name": "group"})))

    assert list(found) == ["group", "group.b"]


def test_a_listed_connector_that_is_listed_again_has_the_later_name() -> None:
    found = _merged(
        _stated_by(OLD, status="listed", steps=[], name="Old"), _stated_by(NEW, status="listed", steps=[], name="New")
    )

    assert found.name == "New"


def test_rules_and_examples_that_neither_document_has_are_not_stated() -> None:
    found = _merged(_stated_by(OLD, prop("a")), _stated_by(NEW, prop("a")))

    assert (found.steps[0].rules, found.steps[0].examples) == (None, None)


def test_rules_and_examples_of_a_step_that_only_the_earlier_document_has_stay() -> None:
    rules, examples = [{"anyOf": ["a"]}], [{"a": "1"}]
    step = {"name": "form", "properties": [prop("a")], "rules": rules, "examples": examples}
    found = _merged(_stated_by(OLD, steps=[step]), _stated_by(NEW, steps=[]))

    assert (found.steps[0].rules, found.steps[0].examples) == (tuple(rules), tuple(examples))


def test_envelopes_are_merged_like_objects() -> None:
    diagnostics = Diagnostics()
    source = {"document": OLD, "place": "#old"}
    earlier = envelope(prop("paused", title="Old", sources=[source]), prop("gone", sources=[source]))
    later = envelope(prop("paused", title="New", sources=[source | {"document": NEW}]))
    found = merge_envelopes(earlier, later, NEW, diagnostics)

    assert [(each.name, each.title, each.absent_from) for each in found.properties] == [
        ("paused", "New", None),
        ("gone", None, (NEW,)),
    ]
    assert [(each.code, each.subject) for each in diagnostics] == [("documents-differ", "acme source envelope.paused")]
