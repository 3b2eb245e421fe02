"""Changes of every step and every property of a frozen entry."""

from __future__ import annotations

from generator.catalog.connector import Step
from generator.catalog.editing import map_properties, map_step_properties, map_steps
from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths
from tests.catalog.building import as_property, connector, envelope, prop, variant

NESTED = prop("o", "object", properties=[prop("b", "array", items={"type": "object", "properties": [prop("c")]})])


def _titled(path: str, found: Property) -> Property:
    return found.with_fields(title=path)


def test_every_property_is_changed_with_its_path() -> None:
    found = connector(NESTED, prop("d"))
    changed = map_steps(found, lambda step: map_step_properties(step, _titled))

    assert [each.title for _, _, each in changed.paths()] == ["o", "o.b", "o.b.c", "d"]
    assert [each.title for _, _, each in found.paths()] == [None] * 4


def test_a_path_begins_with_what_is_above() -> None:
    (changed,) = map_properties((Property(name="a"),), _titled, "above.")

    assert changed.title == "above.a"


def test_parents_are_changed_first_and_their_new_children_too() -> None:
    def change(path: str, found: Property) -> Property:
        order.append(path)
        return found.with_fields(properties=(Property(name="new"),)) if path == "o" else found

    order: list[str] = []
    (changed,) = map_properties(connector(NESTED).steps[0].properties, change)

    assert order == ["o", "o.new"]
    assert [each.name for each in changed.children] == ["new"]


def test_an_entry_that_does_not_change_keeps_its_properties() -> None:
    found = connector(NESTED)
    changed = map_steps(found, lambda step: map_step_properties(step, lambda _, each: each))

    assert changed is found


def test_a_change_of_one_property_keeps_the_others() -> None:
    found = connector(NESTED, prop("d"))
    changed = map_steps(
        found, lambda step: map_step_properties(step, lambda path, each: _titled(path, each) if path == "d" else each)
    )

    assert changed.to_json() == connector(NESTED, prop("d", title="d")).to_json()
    assert changed.steps[0].properties[0] is found.steps[0].properties[0]


def test_every_step_is_changed() -> None:
    def renamed(step: Step) -> Step:
        return step.with_fields(name=step.name.upper())

    steps = [{"name": "form", "properties": []}, {"name": "oauth", "properties": []}]

    assert [step.name for step in map_steps(connector(steps=steps), renamed).steps] == ["FORM", "OAUTH"]


def test_envelopes_are_changed_like_connectors() -> None:
    changed = map_steps(envelope(NESTED), lambda step: map_step_properties(step, _titled))

    assert [each.title for each in changed.properties] == ["o"]
    assert changed.properties[0].children[0].title == "o.b"


def test_variants_are_changed_too() -> None:
    found = as_property(prop("o", "object", variants=[variant("x", prop("a")), variant("y", prop("a"), prop("b"))]))

    (changed,) = map_properties((found,), lambda path, each: each.with_fields(title=path))

    assert [path for path, _ in property_paths([found])] == [
        "o",
        "o[x].kind",
        "o[x].a",
        "o[y].kind",
        "o[y].a",
        "o[y].b",
    ]
    assert [each.title for _, each in property_paths([changed])] == [path for path, _ in property_paths([found])]
    assert map_properties((found,), lambda _, each: each)[0] is found
