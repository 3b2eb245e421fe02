"""Systems: what people have decided about them, joined with what is true for every one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.catalog.decisions import Link
from generator.systems.properties import listed_texts, properties_of
from tests.catalog.building import as_property, prop, variant
from tests.systems.building import DATABASE, big, connector, of_source, only, review

A_AND_B = [prop("a"), prop("b")]


def _of_big(folder: Path, decided: Any, common: Any = None, **more: Any) -> Any:
    files = {"big": of_source(**decided)} | ({"common": {"source": common}} if common else {})
    properties = {"beta": A_AND_B} | more
    return only(review(folder, files, big(*properties.pop("acme", A_AND_B), **properties)))


def _paths(system: Any) -> list[Any]:
    return [dict(link.paths) for link in system.links]


def test_paths_leave_out_steps_and_variants_and_mark_lists() -> None:
    found = properties_of(DATABASE[:1])

    assert list(found) == [
        "kind",
        "host",
        "username",
        "password",
        "tunnel",
        "tunnel.method",
        "tunnel.tunnel_host",
        "tables",
        "tables[].name",
        "tables[].filter",
    ]
    assert len(found["tunnel.method"]) == 2


def test_an_item_may_be_one_of_several_objects() -> None:
    items = {"type": "object", "variants": [variant("csv", prop("delimiter")), variant("json")]}

    assert list(properties_of([connector("acme", "x", prop("streams", "array", items=items))])) == [
        "streams",
        "streams[].kind",
        "streams[].delimiter",
    ]


@pytest.mark.parametrize(
    ("fields", "texts"),
    [
        (prop("a"), None),
        (prop("a", enum=["x", "Y"]), {"x", "Y"}),
        (prop("a", enum=["x"], enumOpen=True), None),
        (prop("a", "integer", enum=[1, 2]), {"1", "2"}),
        (prop("a", const="x"), {"x"}),
        (prop("a", "boolean"), {"true", "false"}),
        (prop("a", "string", encoding="boolean"), {"true", "false"}),
        (prop("a", "array", items={"type": "string", "enum": ["x"]}), {"x"}),
    ],
)
def test_listed_values_as_text(fields: Any, texts: set[str] | None) -> None:
    assert listed_texts([as_property(fields)]) == texts


def test_values_of_several_places_are_joined() -> None:
    assert listed_texts(map(as_property, (prop("a", const="x"), prop("a", const="y")))) == {"x", "y"}
    assert listed_texts(map(as_property, (prop("a", const="x"), prop("a")))) is None


def test_decided_and_undecided_properties(tmp_path: Path) -> None:
    system = _of_big(tmp_path, {"links": [{"acme": "a", "beta": "b"}], "withoutCounterpart": {"beta": "a"}})

    assert (system.key, system.title) == ("source/big", "Big")
    assert system.connectors == {"acme": ("acme-big",), "beta": ("big",)}
    assert _paths(system) == [{"acme": ("a",), "beta": ("b",)}]
    assert system.without_counterpart == {"beta": ("a",)}
    assert system.undecided == {"acme": ("b",)}


def test_groups_ids_and_what_the_vendor_sets_need_no_decision(tmp_path: Path) -> None:
    acme = [
        prop("kind", const="acme-big"),
        prop("group", "object", properties=[prop("a")]),
        prop("key", requirement="readOnly"),
        prop("other", readOnly=True),
        prop("inside", requirement="internal"),
    ]

    assert _of_big(tmp_path, {}, acme=acme, beta=()).undecided == {"acme": ("group.a",)}


@pytest.mark.parametrize(
    "decided",
    [
        {"withoutCounterpart": {"acme": ["group", "list"]}},
        {"withoutCounterpart": {"acme": ["group.a", "list[].b"]}},
        {"links": [{"acme": "group", "beta": "a"}, {"acme": "list", "beta": "b"}]},
        {"differs": [{"acme": ["group.a", "list[].b"], "beta": "a", "because": "They look alike."}]},
    ],
)
def test_a_decision_about_an_object_is_about_all_that_it_has(tmp_path: Path, decided: Any) -> None:
    acme = [
        prop("group", "object", properties=[prop("a")]),
        prop("list", "array", items={"type": "object", "properties": [prop("b")]}),
    ]

    assert "acme" not in _of_big(tmp_path, decided, acme=acme).undecided


def test_what_only_looks_the_same_has_no_counterpart(tmp_path: Path) -> None:
    system = _of_big(tmp_path, {"differs": [{"acme": "a", "beta": "a", "because": "Other accounts."}]})

    assert system.without_counterpart == {"acme": ("a",), "beta": ("a",)}


def test_a_common_link_applies_where_two_vendors_have_the_property(tmp_path: Path) -> None:
    common = {"links": [{"acme": "a", "beta": "b", "gamma": "c"}, {"acme": "b", "gamma": "c"}]}
    system = _of_big(tmp_path, {}, common)

    assert _paths(system) == [{"acme": ("a",), "beta": ("b",)}]
    # The counterpart of the other link is known, and is not there.
    assert system.without_counterpart == {"acme": ("b",)}
    assert system.undecided == {"beta": ("a",)}


def test_alternatives_that_no_connector_has_are_left_out(tmp_path: Path) -> None:
    system = _of_big(tmp_path, {}, {"links": [{"acme": ["x", "a"], "beta": ["b", "y"]}]})

    assert _paths(system) == [{"acme": ("a",), "beta": ("b",)}]


@pytest.mark.parametrize(
    "decided",
    [
        {"links": [{"acme": "a", "beta": "a"}]},
        {"withoutCounterpart": {"acme": "a"}},
        {"differs": [{"acme": "a", "beta": "a", "because": "They look alike."}]},
    ],
)
def test_a_system_s_own_decision_wins_over_a_common_one(tmp_path: Path, decided: Any) -> None:
    system = _of_big(tmp_path, decided, {"links": [{"acme": "a", "beta": "b"}]})

    assert {"acme": ("a",), "beta": ("b",)} not in _paths(system)


def test_a_common_link_wins_over_a_common_property_without_counterpart(tmp_path: Path) -> None:
    common = {"links": [{"acme": "a", "beta": "b"}], "withoutCounterpart": {"acme": ["a", "b"], "beta": ["c"]}}
    system = _of_big(tmp_path, {}, common)

    assert _paths(system) == [{"acme": ("a",), "beta": ("b",)}]
    assert system.without_counterpart == {"acme": ("b",)}


def test_a_common_row_keeps_the_values_that_the_system_has(tmp_path: Path) -> None:
    rows = [{"acme": "X", "beta": "x"}, {"acme": "Y", "beta": "y"}, {"acme": "Z"}]
    link = {"acme": "a", "beta": "b", "values": rows, "units": {"beta": "day", "acme": "hour"}}
    acme = [prop("a", enum=["x", "Y"])]
    system = _of_big(tmp_path, {}, {"links": [link]}, acme=acme, beta=[prop("b", enum=["x"])])

    assert system.links == (
        Link(
            {"acme": ("a",), "beta": ("b",)},
            ({"acme": "X", "beta": "x"}, {"acme": "Y"}),
            {"beta": "day", "acme": "hour"},
        ),
    )


def test_connectors_without_files_of_their_own_are_left_out(tmp_path: Path) -> None:
    made = big(prop("a"), beta=[prop("a")])
    made[1] = made[1].with_fields(status="listed", steps=())
    system = only(review(tmp_path, {"big": of_source(links=[{"acme": "a", "beta": "a"}])}, made))

    assert (system.connectors, system.links, system.has_several_vendors) == ({"acme": ("acme-big",)}, (), False)


def test_what_the_package_has(tmp_path: Path) -> None:
    decided = {
        "links": [{"acme": "a", "beta": "b", "values": [{"acme": "x"}]}],
        "withoutCounterpart": {"acme": "b", "beta": "a"},
    }

    assert _of_big(tmp_path, decided).to_json() == {
        "connectors": {"acme": ["acme-big"], "beta": ["big"]},
        "links": [{"paths": {"acme": ["a"], "beta": ["b"]}, "values": [{"acme": "x"}]}],
        "without": {"acme": ["b"], "beta": ["a"]},
    }
    assert _of_big(tmp_path, {}, acme=(), beta=()).to_json() == {"connectors": {"acme": ["acme-big"], "beta": ["big"]}}
