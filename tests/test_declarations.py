"""The comparison of names and sentences with what a specification declares."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.secrecy import is_secret_name
from tests.bench.declarations.comparison import RULE, Tally, prose_compared, tallies
from tests.bench.declarations.declared import Declared, half_of, walk
from tests.bench.declarations.draw import SIZE, drawn
from tests.bench.declarations.figures import figures
from tests.bench.declarations.first_run import LABELLED_HALF, stored
from tests.bench.declarations.labelled import labels
from tests.bench.declarations.names import names_compared


def _property(name: str = "box", *, required: bool = False, beside: tuple[str, ...] = (), **keywords: Any) -> Declared:
    return Declared(
        "source-box", f"/box/properties/{name}", keywords, keywords.get("items", {}), required, frozenset(beside)
    )


def _prose(description: str, **keywords: Any) -> dict[str, tuple[str, Any]]:
    """Return the verdict and what is found by kind, of what is found."""
    found = prose_compared([_property(description=description, **keywords)])
    return {each.kind: (each.verdict, each.found) for each in found if each.found is not None}


def test_the_walk_reaches_nested_properties_items_and_variants():
    schema = {
        "required": ["lid"],
        "properties": {
            "lid": {"type": "object", "oneOf": [{"properties": {"a/b": {"desciption": "Blue."}}}]},
            "boxes": {"type": "array", "items": {"properties": {"size": {"mininum": 1}}, "required": ["size"]}},
        },
    }

    found = {each.place: each for each in walk("source-box", "/box", schema)}

    assert list(found) == [
        "/box/properties/lid",
        "/box/properties/lid/oneOf/0/properties/a~1b",
        "/box/properties/boxes",
        "/box/properties/boxes/items/properties/size",
    ]
    lid, color, boxes, size = found.values()
    assert (lid.is_required, boxes.is_required, size.is_required) == (True, False, True)
    assert (color.name, color.description, size.keywords["minimum"]) == ("a/b", "Blue.", 1)


def test_a_connector_is_in_the_same_half_forever():
    names = ["source-postgres", "source-s3", "destination-s3", "source-github"]

    assert [half_of(name) for name in names] == [2, 2, 2, 1]


def test_each_connector_and_each_text_is_drawn_once():
    population = [
        Declared(
            f"source-{number}",
            f"/{number}/{each}",
            {"description": f"Text {number % 200}, {each}."},
            {},
            is_required=False,
            beside=frozenset(),
        )
        for number in range(300)
        for each in range(3)
    ]

    found = drawn(population)

    assert len(found) == len({each.connector for each in found}) == len({each.description for each in found}) == SIZE
    assert drawn(population) == found


@pytest.mark.parametrize(
    ("description", "keywords", "stated"),
    [
        ("Defaults to 5.", {"type": "integer", "default": 5}, {"default": ("right", 5)}),
        ("Defaults to 5.", {"type": "integer", "default": 6}, {"default": ("wrong", 5)}),
        ("Defaults to 5.", {"type": "integer"}, {"default": ("undeclared", 5)}),
        ("Must be greater than 0.", {"type": "integer", "exclusiveMinimum": 0}, {"minimum": ("right", 1)}),
        ("Either 'a' or 'b'.", {"type": "string", "enum": ["b", "a"]}, {"enum": ("right", ["a", "b"])}),
        ("Either 'a' or 'b'.", {"type": "string", "enum": ["a", "b", "c"]}, {"enum": ("wrong", ["a", "b"])}),
        ("Either 'a' or 'b'.", {"type": "array", "items": {"enum": ["a", "b"]}}, {"enum": ("right", ["a", "b"])}),
        (
            "A date, YYYY-MM-DD.",
            {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            {"format": ("right", "date")},
        ),
        ("A date, YYYY-MM-DD.", {"type": "string", "format": "date-time"}, {"format": ("wrong", "date")}),
        ("An API key.", {"type": "string"}, {"secret": ("wrong", True)}),
        ("An API key.", {"type": "string", "airbyte_secret": "true"}, {"secret": ("right", True)}),
        ("(Optional) A box.", {"type": "string"}, {"requirement": ("right", "optional")}),
        ("(Optional) A box.", {"type": "string", "required": True}, {"requirement": ("wrong", "optional")}),
    ],
)
def test_a_fact_is_right_wrong_or_not_declared(
    description: str, keywords: dict[str, Any], stated: dict[str, tuple[str, Any]]
):
    assert _prose(description, **keywords) == stated


def test_a_declared_fact_that_no_sentence_states_is_missed():
    found = tallies(prose_compared([_property(description="A box.", type="boolean", default=False, minimum=None)]))

    assert found == {"default": Tally(missed=1)}


@pytest.mark.parametrize(
    ("name", "keywords", "tally"),
    [
        ("api_key", {"type": "string", "airbyte_secret": True}, Tally(right=1)),
        ("api_key", {"type": "string"}, Tally(wrong=1)),
        ("box", {"type": "string", "airbyte_secret": True}, Tally(missed=1)),
        ("api_key", {"type": "integer", "airbyte_secret": True}, Tally(missed=1)),
        ("api_key", {"type": "string", "airbyte_secret": False}, Tally(wrong=1)),
        ("api_key", {"type": "boolean"}, None),
        ("token", {"type": "string", "const": "token"}, None),
        ("key", {"type": "string", "beside": ("key", "value")}, None),
    ],
)
def test_a_name_is_compared_with_the_mark(name: str, keywords: dict[str, Any], tally: Tally | None):
    beside = keywords.pop("beside", ())
    found = tallies(names_compared([_property(name, beside=beside, **keywords)], RULE, is_secret_name))

    assert found == ({RULE: tally} if tally is not None else {})


def test_the_labels_are_of_the_second_half():
    places = [each.place for each in labels()]
    connectors = [place.split("/")[3] for place in places]

    assert len(set(places)) == len(set(connectors)) == SIZE
    assert {half_of(each) for each in connectors} == {LABELLED_HALF}


def test_the_first_runs_are_stored():
    run = stored(LABELLED_HALF)

    assert run is not None
    assert sum(each.labelled for each in run.labels.values()) == sum(len(each.facts) for each in labels())
    assert {str(each).split(":")[0] for each in figures() if each.least is not None} == {
        f"half {LABELLED_HALF}, first run on {run.date}"
    }
