"""From a page's records to the catalog's connectors."""

from __future__ import annotations

from typing import Any

import pydantic
import pytest

from generator.catalog.normalise import normalise, normalise_envelopes
from generator.diagnostics import Diagnostics, Level
from generator.records.example import ExampleRecord
from generator.records.record import ConnectorRecord, PageRecords, Statement
from tests.catalog.building import KEY, only, page, row


def _normalised(records: PageRecords) -> tuple[Diagnostics, list[dict[str, object]]]:
    diagnostics = Diagnostics("acme/page")
    return diagnostics, [each.to_json() for each in normalise(records, "acme/page", diagnostics)]


def test_a_connector_has_the_fields_and_places_of_its_record() -> None:
    _, (found,) = _normalised(page(row("a", "STRING", requirement="required")))

    assert found == {
        "vendor": "acme",
        "role": "source",
        "type": "x",
        "name": "X",
        "status": "documented",
        "steps": [
            {
                "name": "form",
                "properties": [
                    {
                        "name": "a",
                        "sources": [{"document": "acme/page", "place": "#x/a"}],
                        "type": "string",
                        "requirement": "required",
                    }
                ],
            }
        ],
        "sources": [{"document": "acme/page", "place": "#x"}],
    }


def test_a_connector_that_is_only_named_is_listed() -> None:
    _, (found,) = _normalised(page(listed_only=True))

    assert found["status"] == "listed"


@pytest.mark.parametrize("field", ["type", "requirement", "description", "enum", "secret", "inferred"])
def test_fields_that_the_page_does_not_state_are_left_out(field: str) -> None:
    found = only(normalise(page(row("a")), "d", Diagnostics())[0])

    assert field not in found.to_json()


def test_unknown_type_word_is_an_error_with_place_and_subject() -> None:
    diagnostics, _ = _normalised(page(row("a", "BLOB")))
    (found,) = diagnostics

    assert (found.level, found.code, found.place) == (Level.ERROR, "unknown-type", "#x/a")
    assert found.subject == f"{KEY} form.a"
    assert "'BLOB'" in found.message


def test_unknown_type_word_leaves_the_known_ones() -> None:
    assert only(normalise(page(row("a", "BLOB", "STRING")), "d", Diagnostics())[0]).type == "string"


def test_two_type_words_make_a_list_in_their_order() -> None:
    assert only(normalise(page(row("a", "STRING", "INTEGER")), "d", Diagnostics())[0]).type == ("string", "integer")


def test_two_words_for_one_type_make_one() -> None:
    assert only(normalise(page(row("a", "INT", "INTEGER")), "d", Diagnostics())[0]).type == "integer"


def test_a_statement_of_the_prose_is_inferred() -> None:
    found = only(normalise(page(row("a", "STRING", statements=[Statement("enum", ["x"])])), "d", Diagnostics())[0])

    assert found.enum == ("x",)
    assert found.inferred == ("enum",)


def test_a_statement_that_repeats_the_label_is_not_inferred() -> None:
    record = row(
        "a",
        "STRING",
        requirement="readOnly",
        statements=[Statement("requirement", "readOnly"), Statement("readOnly", value=True)],
    )

    assert only(normalise(page(record), "d", Diagnostics())[0]).inferred == ("readOnly",)


def test_a_name_from_an_example_is_inferred() -> None:
    assert only(normalise(page(row("a", named_in_example=True)), "d", Diagnostics())[0]).inferred == ("name",)


def test_listed_words_become_values_of_the_property_s_type() -> None:
    found = only(
        normalise(page(row("a", "INTEGER", statements=[Statement("enum", ["30", "60"])])), "d", Diagnostics())[0]
    )

    assert found.enum == (30, 60)


def test_children_of_an_object_are_its_properties() -> None:
    found = only(normalise(page(row("a", "OBJECT", children=[row("b", "STRING")])), "d", Diagnostics())[0])

    assert [each.name for each in found.properties or ()] == ["b"]
    assert found.items is None


def test_children_of_a_list_are_the_properties_of_its_items() -> None:
    found = only(normalise(page(row("a", "ARRAY", children=[row("b", "STRING")])), "d", Diagnostics())[0])

    assert found.properties is None
    assert found.items is not None
    assert found.items.type == "object"
    assert [each.name for each in found.items.properties or ()] == ["b"]


def test_unknown_type_of_a_nested_property_names_its_path() -> None:
    diagnostics, _ = _normalised(page(row("a", "ARRAY", children=[row("b", "BLOB")])))

    assert [found.subject for found in diagnostics] == [f"{KEY} form.a.b"]


def test_examples_are_kept() -> None:
    examples = [ExampleRecord("#e", {"a": "1"})]

    (found,) = normalise(page(row("a", "STRING"), examples=examples), "d", Diagnostics())

    assert found.steps[0].examples == ({"a": "1"},)


def test_unknown_label_is_kept_as_it_is() -> None:
    assert only(normalise(page(row("a", requirement="sometimes")), "d", Diagnostics())[0]).requirement == "sometimes"


def test_envelopes_are_normalised_like_tables() -> None:
    envelopes = {"source": (row("paused", "BLOB"),), "destination": (row("region", "STRING"),)}
    diagnostics = Diagnostics()

    found = normalise_envelopes(PageRecords("acme", envelopes=envelopes), "acme/page", "Acme", diagnostics)

    assert [(each.vendor, each.role, each.name) for each in found] == [
        ("acme", "source", "Acme"),
        ("acme", "destination", "Acme"),
    ]
    assert [[(each.name, each.type, each.place) for each in one.properties] for one in found] == [
        [("paused", None, "#x/paused")],
        [("region", "string", "#x/region")],
    ]
    assert [(each.code, each.subject) for each in diagnostics] == [("unknown-type", "acme source envelope.paused")]


def test_an_unknown_role_is_refused() -> None:
    records = PageRecords("acme", (ConnectorRecord("both", "x", "X", "#x"),))

    with pytest.raises(pydantic.ValidationError):
        normalise(records, "d", Diagnostics())


def test_the_vendor_is_the_records_own() -> None:
    records = PageRecords("another", (ConnectorRecord("destination", "x", "X", "#x", naming="schema"),))
    (found,) = normalise(records, "d", Diagnostics())

    assert (found.key, found.naming) == ("another/destination/x", "schema")
    assert normalise(page(), "d", Diagnostics())[0].naming is None


def test_labels_are_stated_and_not_inferred() -> None:
    labels = {"default": 3, "items": {"type": "string"}, "secret": True}
    record = row("a", "ARRAY", description="Words.", declared=labels)
    found = only(normalise(page(record), "d", Diagnostics())[0])

    assert found.to_json() == {
        "name": "a",
        "type": "array",
        "description": "Words.",
        "secret": True,
        "default": 3,
        "items": {"type": "string"},
        "sources": [{"document": "d", "place": "#x/a"}],
    }


def test_only_a_label_that_says_so_makes_a_property_read_only() -> None:
    found = [
        only(normalise(page(row("a", requirement=word)), "d", Diagnostics())[0]) for word in ("readOnly", "internal")
    ]

    assert [each.read_only for each in found] == [True, None]


@pytest.mark.parametrize(
    ("labels", "items"),
    [({}, {"enum": ["x"]}), ({"items": {"type": "string"}}, {"type": "string", "enum": ["x"]})],
)
def test_values_listed_for_a_list_are_those_of_its_items(labels: dict[str, Any], items: dict[str, Any]) -> None:
    found = only(
        normalise(page(row("a", "ARRAY", declared=labels, statements=[Statement("enum", ["x"])])), "d", Diagnostics())[
            0
        ]
    )

    assert found.enum is None
    assert found.items is not None
    assert found.items.to_json() == items
    assert found.inferred == ("enum",)


def test_items_of_a_label_have_the_children_as_their_properties() -> None:
    record = row("a", "ARRAY", declared={"items": {"type": ["object", "null"]}}, children=[row("b", "STRING")])
    found = only(normalise(page(record), "d", Diagnostics())[0])

    assert found.items is not None
    assert found.items.type == ("object", "null")
    assert [each.name for each in found.children] == ["b"]


def test_rules_of_a_step_are_stated_once() -> None:
    any_of = Statement("anyOf", ["a", "b"])
    rows = [row("a", statements=[any_of, Statement("dependentRequired", ["b"])]), row("b", statements=[any_of])]
    (found,) = normalise(page(*rows), "d", Diagnostics())

    assert found.steps[0].rules == ({"anyOf": ["a", "b"]}, {"dependentRequired": {"a": ["b"]}})
    assert normalise(page(row("a")), "d", Diagnostics())[0].steps[0].rules is None


def test_rules_may_name_those_that_require_a_property_and_those_that_exclude_it() -> None:
    rows = [row("a", statements=[Statement("dependentRequired", {"b": ["a"]}), Statement("atMostOne", ["a", "b"])])]
    (found,) = normalise(page(*rows), "d", Diagnostics())

    assert found.steps[0].rules == ({"dependentRequired": {"b": ["a"]}}, {"atMostOne": ["a", "b"]})


def test_a_step_without_examples_states_none() -> None:
    assert normalise(page(row("a")), "d", Diagnostics())[0].steps[0].examples is None


def test_a_sentence_may_state_the_default_of_another_property() -> None:
    about = Statement("defaultOf", {"size": "7", "gone": "1", "rate": "2"})
    table = page(row("clock", statements=[about]), row("size", "INTEGER"), row("rate", declared={"default": 3}))
    (found,) = normalise(table, "acme/page", Diagnostics())

    defaults = {each.name: each.default for each in found.steps[0].properties if each.states_default}
    assert defaults == {"size": 7, "rate": 3}
    assert found.steps[0].properties[1].inferred == ("default",)
