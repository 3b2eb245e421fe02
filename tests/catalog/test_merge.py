"""Several documents about one connector: the later one is taken, and nothing that the earlier one knows is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.catalog.connector import Connector, Property, Source, property_paths
from generator.catalog.corrections import Corrections
from generator.catalog.merge import merge
from generator.catalog.secrecy import Secrecy
from generator.commands.capture import Request, capture
from generator.diagnostics import Diagnostics, Level
from generator.pipeline import Knowledge, Stated, build_catalog, to_connectors, to_envelopes
from tests.catalog.building import KEY, Facts, codes, connector, only, prop
from tests.records.reading import with_profiles

OLD, NEW, NEWEST = "stitch/old", "stitch/new", "stitch/newest"


def _said_by(document: str, *properties: Facts, **more: Any) -> Connector:
    """A connector as one document describes it."""
    found = connector(*properties, **more)
    found.sources = [Source(document=document, place="#x")]
    for _, path, each in found.paths():
        each.sources = [Source(document=document, place=f"#{document[7:]}/{path}")]
    return found


def _merged(*documents: Connector, told: list[str] | None = None) -> Connector:
    """What documents say together, from the earliest to the latest."""
    connectors: list[Connector] = []
    for each in documents:
        diagnostics = Diagnostics("page")
        connectors = merge(connectors, [each], diagnostics)
        if told is not None:
            told += map(str, diagnostics)
    (found,) = connectors
    return found


def _property(earlier: Facts, later: Facts, told: list[str] | None = None) -> Facts:
    """What two documents say together of one property, without where they say it."""
    facts = only(_merged(_said_by(OLD, earlier), _said_by(NEW, later), told=told)).to_json()
    return {name: value for name, value in facts.items() if name not in ("name", "sources")}


def _step(found: Connector, name: str = "form") -> dict[str, Property]:
    (step,) = (step for step in found.steps if step.name == name)
    return dict(property_paths(step.properties))


def test_documents_that_say_the_same_differ_in_nothing() -> None:
    told: list[str] = []
    facts = prop("a", requirement="required", enum=["x"], secret=True, secretFrom="mark")

    assert _property(facts, facts, told) == {name: value for name, value in facts.items() if name != "name"}
    assert told == []


def test_the_later_document_is_taken_and_a_warning_names_both_values_and_places() -> None:
    diagnostics = Diagnostics("new.html")
    earlier, later = _said_by(OLD, prop("a", "string")), _said_by(NEW, prop("a", "integer"))
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
def test_any_field_may_differ(earlier: Facts, later: Facts, field: str) -> None:
    told: list[str] = []

    assert _property({"name": "a"} | earlier, {"name": "a"} | later, told) == later
    assert len(told) == 1
    assert f": {field} is " in told[0]


def test_each_difference_is_told_once() -> None:
    told: list[str] = []
    _property(prop("a", "string", "required"), prop("a", "integer", "optional"), told)

    assert len(told) == 2


@pytest.mark.parametrize("field", ["title", "note", "unit", "default", "const", "format", "minimum", "deprecated"])
def test_what_only_the_earlier_document_states_stays(field: str) -> None:
    told: list[str] = []
    value = {"minimum": 1, "deprecated": True}.get(field, "x")

    assert _property({"name": "a", field: value}, {"name": "a"}, told) == {field: value}
    assert told == []


def test_null_is_a_statement_of_its_own() -> None:
    assert _property({"name": "a", "default": "x"}, {"name": "a", "default": None}) == {"default": None}
    assert _property({"name": "a", "default": None}, {"name": "a"}) == {"default": None}


def test_what_is_taken_over_stays_inferred() -> None:
    earlier = {"name": "a", "default": "x", "unit": "minutes", "inferred": ["default"]}

    assert _property(earlier, prop("a", inferred=["type"]))["inferred"] == ["default", "type"]
    assert "inferred" not in _property(earlier, {"name": "a", "default": "x"})


@pytest.mark.parametrize("field", ["const", "pattern", "format"])
def test_a_form_of_the_earlier_document_does_not_narrow_a_list_of_the_later_one(field: str) -> None:
    told: list[str] = []

    assert _property({"name": "a", field: "x"}, {"name": "a", "enum": ["y"]}, told) == {"enum": ["y"]}
    assert told == []


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
def test_what_belongs_together_comes_from_one_document(case: str) -> None:
    earlier, later, together = TOGETHER[case]

    assert _property({"name": "a"} | earlier, {"name": "a"} | later) == together


def test_a_reason_of_the_earlier_document_is_no_difference() -> None:
    told: list[str] = []
    secret = {"name": "a", "secret": True}

    assert _property(secret | {"secretFrom": "text"}, secret | {"secretFrom": "mark"}, told)["secretFrom"] == "mark"
    assert told == []


def test_examples_of_both_documents_stay_the_later_one_s_first() -> None:
    assert _property(prop("a", examples=["x", "y"]), prop("a", examples=["z", "x"]))["examples"] == ["z", "x", "y"]


def test_a_property_that_only_the_earlier_document_knows_stays_and_says_so() -> None:
    told: list[str] = []
    found = _step(_merged(_said_by(OLD, prop("a"), prop("b")), _said_by(NEW, prop("b"), prop("c")), told=told))

    assert {name: each.absent_from for name, each in found.items()} == {"b": None, "c": None, "a": [NEW]}
    assert list(found) == ["b", "c", "a"]
    assert [source.document for source in found["a"].sources] == [OLD]
    assert told == []


def test_sources_are_the_latest_first() -> None:
    found = _merged(_said_by(OLD, prop("a")), _said_by(NEW, prop("a")), _said_by(NEWEST, prop("a")))

    assert [each.document for each in found.sources] == [NEWEST, NEW, OLD]
    assert [(each.document, each.place) for each in only(found).sources] == [
        (NEWEST, "#newest/a"),
        (NEW, "#new/a"),
        (OLD, "#old/a"),
    ]


def test_of_three_documents_the_latest_that_states_a_fact_is_taken() -> None:
    told: list[str] = []
    found = only(
        _merged(
            _said_by(OLD, prop("a", "string", title="Old", unit="minutes")),
            _said_by(NEW, prop("a", "integer", title="New")),
            _said_by(NEWEST, prop("a", "number")),
            told=told,
        )
    )

    assert (found.type, found.title, found.unit) == ("number", "New", "minutes")
    assert len(told) == 3
    assert [f"in the earlier {document} " in line for document, line in zip((OLD, OLD, NEW), sorted(told), strict=True)]


def test_of_three_documents_each_that_lacks_a_property_is_named() -> None:
    found = _step(
        _merged(_said_by(OLD, prop("a"), prop("b"), prop("c")), _said_by(NEW, prop("b")), _said_by(NEWEST, prop("c")))
    )

    assert {name: each.absent_from for name, each in found.items()} == {"c": None, "b": [NEWEST], "a": [NEW, NEWEST]}


def test_a_later_document_that_only_lists_the_connector_takes_nothing_away() -> None:
    told: list[str] = []
    described = _said_by(OLD, prop("a", requirement="required"), naming="schema")
    listed = _said_by(NEW, status="listed", steps=[])
    found = _merged(described, listed, told=told)

    assert (found.status, found.name, found.naming) == ("documented", "X", "schema")
    assert (only(found).requirement, only(found).absent_from) == ("required", None)
    assert [each.document for each in found.sources] == [NEW, OLD]
    assert told == []


def test_a_later_document_describes_what_the_earlier_one_only_lists() -> None:
    found = _merged(_said_by(OLD, status="listed", steps=[]), _said_by(NEW, prop("a")))

    assert (found.status, only(found).absent_from) == ("documented", None)
    assert [each.document for each in found.sources] == [NEW, OLD]


def test_what_only_one_document_names_stands_beside_the_rest() -> None:
    found = merge([_said_by(OLD, type="platform.a")], [_said_by(NEW, type="platform.b")], Diagnostics())

    assert [(each.type, [source.document for source in each.sources]) for each in found] == [
        ("platform.a", [OLD]),
        ("platform.b", [NEW]),
    ]


def test_the_later_document_s_name_and_naming_are_taken_where_it_has_them() -> None:
    old = {"name": "Old", "naming": "schema"}

    assert _head(old, {"name": "New", "naming": "schema_table"}) == ("New", "schema_table")
    assert _head(old, {"name": ""}) == ("Old", "schema")


def _head(earlier: Facts, later: Facts) -> tuple[str, str | None]:
    found = _merged(_said_by(OLD, **earlier), _said_by(NEW, **later))
    return found.name, found.naming


def test_a_step_that_only_the_earlier_document_knows_stays_and_its_properties_say_so() -> None:
    oauth = {"name": "oauth", "properties": [prop("token")]}
    form = {"name": "form", "properties": [prop("a")]}
    found = _merged(_said_by(OLD, steps=[oauth, form]), _said_by(NEW, steps=[form]))

    assert [step.name for step in found.steps] == ["form", "oauth"]
    assert _step(found, "oauth")["token"].absent_from == [NEW]
    assert _step(found)["a"].absent_from is None


def test_rules_and_examples_of_a_step_are_joined() -> None:
    def form(rules: list[Facts], examples: list[Facts]) -> list[Facts]:
        return [{"name": "form", "properties": [prop("a")], "rules": rules, "examples": examples}]

    one, other = {"anyOf": ["a", "b"]}, {"dependentRequired": {"a": ["b"]}}
    found = _merged(
        _said_by(OLD, steps=form([one, other], [{"a": "1"}])), _said_by(NEW, steps=form([one], [{"a": "2"}]))
    )

    assert found.steps[0].rules == [one, other]
    assert found.steps[0].examples == [{"a": "2"}, {"a": "1"}]


def _holding(*properties: Facts, list_: bool = False) -> Facts:
    if list_:
        return prop("group", "array", items={"type": "object", "properties": list(properties)})
    return prop("group", "object", properties=list(properties))


@pytest.mark.parametrize("list_", [False, True])
def test_nested_properties_are_brought_together_like_others(list_: bool) -> None:
    told: list[str] = []
    earlier = _holding(prop("a", "string", unit="minutes"), prop("b"), list_=list_)
    later = _holding(prop("a", "integer"), prop("c"), list_=list_)
    found = _merged(_said_by(OLD, earlier), _said_by(NEW, later), told=told)
    nested = _step(found)

    assert list(nested) == ["group", "group.a", "group.c", "group.b"]
    assert (nested["group.a"].type, nested["group.a"].unit) == ("integer", "minutes")
    assert {name: each.absent_from for name, each in nested.items() if each.absent_from} == {"group.b": [NEW]}
    assert [each.document for each in nested["group.a"].sources] == [NEW, OLD]
    assert (nested["group"].items is not None, nested["group"].properties is not None) == (list_, not list_)
    assert len(told) == 1
    assert f"{KEY} form.group.a" in told[0]


@pytest.mark.parametrize("list_", [False, True])
def test_nested_properties_that_only_the_earlier_document_shows_stay(list_: bool) -> None:
    bare = prop("group", "array" if list_ else "object")
    found = _step(_merged(_said_by(OLD, _holding(prop("a"), list_=list_)), _said_by(NEW, bare)))

    assert found["group.a"].absent_from == [NEW]
    assert found["group"].absent_from is None


@pytest.mark.parametrize("list_", [False, True])
def test_nested_properties_that_only_the_later_document_shows_are_taken(list_: bool) -> None:
    bare = prop("group", "array" if list_ else "object")
    found = _step(_merged(_said_by(OLD, bare), _said_by(NEW, _holding(prop("a"), list_=list_))))

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
def test_what_the_items_of_a_list_are_is_completed(earlier: Facts | None, later: Facts | None, items: Facts) -> None:
    found = _property(prop("a", "array", items=earlier), prop("a", "array", items=later))

    assert found["items"] == items


def _knowing() -> Knowledge:
    return Knowledge(Corrections([]), Secrecy({}))


def _stated(document: str, date: str, *properties: Facts) -> Stated:
    envelopes = {"source": [Property.model_validate(prop("paused", title=document))]}
    envelopes["source"][0].sources = [Source(document=document)]
    return Stated(f"{document}.html", document, date, [_said_by(document, *properties)], envelopes, {})


DATES = {
    "years": [("stitch/z", "2021"), ("stitch/a", "2026")],
    "months": [("stitch/z", "2026-05"), ("stitch/a", "2026-08")],
    "days": [("stitch/z", "2026-08-02"), ("stitch/a", "2026-08-10")],
    "no date": [("stitch/z", ""), ("stitch/a", "2001")],
    "one date": [("stitch/a", "2026"), ("stitch/z", "2026")],
    "no dates": [("stitch/a", ""), ("stitch/z", "")],
    "three": [("stitch/m", ""), ("stitch/z", "2021"), ("stitch/a", "2026")],
}


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("dates", DATES)
def test_the_dates_say_which_document_is_later(dates: str, reverse: bool) -> None:
    names = [name for name, _ in DATES[dates]]
    diagnostics = Diagnostics()
    stated = [_stated(name, date, prop("a", title=name)) for name, date in DATES[dates]]
    given = stated[::-1] if reverse else stated
    (found,) = to_connectors(given, _knowing(), diagnostics)

    assert [each.document for each in found.sources] == names[::-1]
    assert only(found).title == names[-1]
    assert [each.document for each in diagnostics] == [f"{name}.html" for name in names[1:]]


@pytest.mark.parametrize("reverse", [False, True])
def test_envelopes_are_brought_together_in_the_order_of_the_dates_too(reverse: bool) -> None:
    diagnostics = Diagnostics()
    stated = [_stated("stitch/z", "2021"), _stated("stitch/a", "2026")]
    found = to_envelopes(stated[::-1] if reverse else stated, "stitch", _knowing(), diagnostics)
    (paused,) = found["source"]

    assert (paused.title, [each.document for each in paused.sources]) == ("stitch/a", ["stitch/a", "stitch/z"])
    assert [(each.code, each.subject) for each in diagnostics] == [
        ("documents-differ", "stitch source envelope.paused")
    ]


PAGE = """<h4 id="acme-object">The Acme source connection property object</h4>
<p>Boxes correspond to source <code>type: platform.acme</code>.</p>
<table>
<tr><td><strong>size</strong><br>TYPE<br>REQUIRED</td><td>How large.</td></tr>
<tr><td><strong>only_in_NAME</strong><br>STRING<br>OPTIONAL</td><td>Words.</td></tr>
</table>
"""


def test_the_catalog_takes_the_captures_in_the_order_of_their_dates_not_of_their_names(tmp_path: Path) -> None:
    layout = with_profiles(tmp_path)
    for name, date, type_ in (("z", "2021-01", "STRING"), ("a", "2026-08", "INTEGER"), ("m", "", "BOOLEAN")):
        page = tmp_path / f"{name}.html"
        page.write_text(PAGE.replace("TYPE", type_).replace("NAME", name), encoding="utf-8")
        assert capture(layout, [page], Request(name=name, date=date)).written
    layout.secrecy.write_text("{}\n", encoding="utf-8")
    layout.glossary.write_text("{}\n", encoding="utf-8")
    built = build_catalog(layout)
    (acme,) = built.catalog.connectors
    found = _step(acme)

    assert [source.document for source in acme.sources] == ["stitch/a", "stitch/z", "stitch/m"]
    assert found["size"].type == "integer"
    assert {name: each.absent_from for name, each in found.items()} == {
        "size": None,
        "only_in_a": None,
        "only_in_z": ["stitch/a"],
        "only_in_m": ["stitch/z", "stitch/a"],
    }
    assert codes(built.diagnostics) == ["documents-differ", "documents-differ"]
    assert str(built.summary) == "3 documents, 1 connector, 6 properties, 0 unaccounted"
