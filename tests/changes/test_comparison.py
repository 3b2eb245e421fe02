"""What differs between two catalogs, change by change."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.changes.change import Change
from generator.changes.comparison import changes_between
from generator.changes.renames import renamed
from tests.catalog.building import KEY, Fields, connector, envelope, prop


def _changes(old: Connector, new: Connector) -> list[Change]:
    return changes_between({KEY: old}, {KEY: new})


def _shown(old: Connector, new: Connector) -> list[str]:
    return [f"{each.subject} {each.kind} {each.place} {each.field}".strip() for each in _changes(old, new)]


def _steps(**steps: list[Fields]) -> Connector:
    return connector(steps=[{"name": name, "properties": properties} for name, properties in steps.items()])


def test_equal_catalogs_have_no_changes() -> None:
    found = connector(prop("a", "object", properties=[prop("b", enum=["x"])]))

    assert _changes(found, found) == []


@pytest.mark.parametrize(("field", "value"), [("sources", [{"document": "acme/page"}]), ("inferred", ["type"])])
def test_where_a_field_comes_from_is_no_change(field: str, value: Any) -> None:
    assert _changes(connector(prop("a")), connector(prop("a", **{field: value}))) == []


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("enum", ["x", "y"], ["y", "x"]),
        ("requiredWhen", [{"property": "b", "in": ["x", "y"]}], [{"property": "b", "in": ["y", "x"]}]),
        ("defaultWhen", [{"anyGiven": ["b", "c"], "value": 1}], [{"anyGiven": ["c", "b"], "value": 1}]),
        ("minimum", 1, 1.0),
    ],
)
def test_what_means_the_same_is_no_change(field: str, old: Any, new: Any) -> None:
    assert _changes(connector(prop("a", **{field: old})), connector(prop("a", **{field: new}))) == []


@pytest.mark.parametrize(("old", "new"), [(1, True), ("é", "e"), (["x"], ["y"]), ({"x": 1}, {"x": 2})])
def test_a_default_that_differs_is_a_change(old: Any, new: Any) -> None:
    (found,) = _changes(connector(prop("a", default=old)), connector(prop("a", default=new)))

    assert (found.place, found.field, found.before, found.after) == ("form.a", "default", old, new)


def test_nested_properties_and_variants_have_paths_of_their_own() -> None:
    def side(name: str) -> Connector:
        selector = {"property": "kind", "value": "p", "required": True}
        variant = {"name": "p", "selector": selector, "properties": [prop("kind", const="p"), prop(name)]}
        listed = prop("b", "array", items={"type": "object", "properties": [prop(name)]})
        return connector(prop("a", "object", variants=[variant]), listed)

    assert _shown(side("one"), side("two")) == [
        "property removed form.a[p].one",
        "property added form.a[p].two",
        "property removed form.b.one",
        "property added form.b.two",
    ]


def test_connectors_and_their_own_fields_are_compared() -> None:
    listed = connector(name="Y", status="listed")

    assert [str(each.kind) for each in changes_between({KEY: listed}, {})] == ["removed"]
    assert [str(each.kind) for each in changes_between({}, {KEY: listed})] == ["added"]
    assert _shown(connector(), listed) == ["connector changed  name", "connector changed  status"]


def test_envelopes_are_compared() -> None:
    old, new = envelope(prop("paused")), envelope(prop("paused", "boolean"))
    (found,) = changes_between({old.key: old}, {new.key: new})

    assert (found.key, found.place, found.field) == ("acme/source/request.envelope", "envelope.paused", "type")


def test_a_property_in_another_step_is_a_move() -> None:
    (found,) = _changes(_steps(form=[prop("a")], oauth=[]), _steps(form=[], oauth=[prop("a")]))

    assert (str(found.kind), found.before, found.after) == ("moved", "form", "oauth")


INNER = [prop("x"), prop("y")]
HOST = prop("host", requirement="required")
PORT = prop("port", "integer", requirement="required")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (prop("ssh_host", requirement="optional"), prop("sshHost", requirement="optional")),
        (prop("access_token", secret=True), prop("api_access_token", secret=True)),
        (prop("start_date", format="date"), prop("start_day", format="date")),
        (prop("a_set", "object", properties=INNER), prop("set", "object", properties=INNER)),
    ],
)  # fmt: skip
def test_a_property_with_another_name_is_renamed(old: Fields, new: Fields) -> None:
    (found,) = _changes(connector(HOST, old, PORT), connector(HOST, new, PORT))

    assert (str(found.kind), found.before, found.after) == ("renamed", old["name"], new["name"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (prop("region"), prop("country")),
        (prop("user_id"), prop("user_id_list", "array")),
        (prop("token", secret=True, requirement="required"), prop("token_url", format="uri", default="x")),
    ],
)
def test_other_properties_are_not_renamed(old: Fields, new: Fields) -> None:
    kinds = [str(each.kind) for each in _changes(connector(HOST, old, PORT), connector(HOST, new, PORT))]

    assert kinds == ["removed", "added"]


def test_several_properties_of_an_object_are_renamed() -> None:
    def made(*names: str) -> list[Property]:
        return [Property.model_validate(prop(name)) for name in ("first", *names, "last")]

    assert renamed(made("ssh_host", "region_code"), made("sshHost", "regionCode")) == {
        "ssh_host": "sshHost",
        "region_code": "regionCode",
    }


def test_a_move_to_another_step_comes_with_the_changes_of_the_property() -> None:
    old = _steps(form=[prop("a", "object", properties=[prop("b")])], oauth=[])
    new = _steps(form=[], oauth=[prop("a", "object", properties=[prop("b", "integer")], secret=True)])

    assert _shown(old, new) == [
        "property moved form.a",
        "property changed oauth.a secret",
        "property changed oauth.a.b type",
    ]


def test_a_step_without_properties_is_added_and_removed() -> None:
    one, two = _steps(form=[]), _steps(form=[], oauth=[])

    assert (_shown(one, two), _shown(two, one)) == (["step added oauth"], ["step removed oauth"])


def test_what_could_have_either_name_is_not_renamed() -> None:
    def made(*names: str) -> list[Property]:
        return [Property.model_validate(prop(name)) for name in names]

    assert renamed(made("key"), made("key_a", "key_b")) == {}
    assert renamed(made("key"), made("key_a")) == {"key": "key_a"}


def test_changes_of_a_renamed_property_follow_its_name() -> None:
    old, new = prop("ssh_host", description="One."), prop("sshHost", description="Two.")

    assert _shown(connector(HOST, old), connector(HOST, new)) == [
        "property renamed form.ssh_host",
        "property changed form.sshHost description",
    ]


def test_many_other_properties_do_not_take_long() -> None:
    old, new = ([Property.model_validate(prop(f"{side}{number}")) for number in range(3_000)] for side in ("x", "y"))

    assert renamed(old, new) == {}
