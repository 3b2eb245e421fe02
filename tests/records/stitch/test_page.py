"""The parts of a page: which connector, which steps, which examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.record import ConnectorRecord
from tests.records.reading import Read, read_text_of

HEAD = '<h4 id="{id}">The {name} {role} connection property object</h4>'
TYPE = "<p>Boxes correspond to {role} <code>type: {type}</code>.</p>"
TABLE = "<table><tr><td><strong>{name}</strong><br>STRING<br>REQUIRED</td><td>Words.</td></tr></table>"
OAUTH = '<h5 id="oauth">Acme source OAuth properties</h5>'
EXAMPLE = "<h6>Example Acme connection property object</h6><pre>{text}</pre>"


def part(name: str = "Acme", role: str = "source", type_: str = "platform.acme", id_: str = "acme") -> str:
    return HEAD.format(id=id_, name=name, role=role) + TYPE.format(role=role, type=type_)


def table(*names: str) -> str:
    return "".join(TABLE.format(name=name) for name in names)


def example(text: str) -> str:
    return EXAMPLE.format(text=text)


def read(content: str, folder: Path) -> Read:
    found = read_text_of(f"<h1>api.stitchdata.com</h1>{content}", folder)
    assert found.reading.records.unaccounted == 0
    return found


def only(found: Read) -> ConnectorRecord:
    (connector,) = found.reading.records.connectors
    return connector


def steps(found: Read) -> dict[str, list[str]]:
    return {step.name: [each.name for each in step.properties] for step in only(found).steps}


@pytest.mark.parametrize(
    "heading",
    [
        "The Acme source connection property object",
        "Acme source connection properties object",
        "Acme source form properties object",
        "ACME source connection form property object",
    ],
)
def test_a_heading_begins_a_part(heading: str, tmp_path: Path):
    found = only(read(f'<h4 id="x">{heading}</h4>{TYPE.format(role="source", type="acme")}{table("a")}', tmp_path))

    assert (found.role, found.type, found.name.lower(), found.place) == ("source", "acme", "acme", "#x")


def test_a_part_ends_at_the_next_heading_of_its_level(tmp_path: Path):
    found = read(f"{part()}{table('a')}<h4>Others</h4>{table('b')}<h5>More</h5>{table('c')}", tmp_path)

    assert steps(found) == {"form": ["a"]}


def test_a_deeper_heading_stays_in_the_part(tmp_path: Path):
    found = read(f"{part()}{table('a')}<h5>More</h5><p>Words.</p>", tmp_path)

    assert (steps(found), found.codes) == ({"form": ["a"]}, [])


@pytest.mark.parametrize("content", [table("b"), "<pre>{}</pre>"])
def test_an_unknown_heading_above_a_table_or_code_is_an_error(content: str, tmp_path: Path):
    found = read(f"{part()}{table('a')}<h5>More</h5>{content}", tmp_path)

    assert (steps(found), found.codes) == ({"form": ["a"]}, ["unknown-section"])


def test_each_part_is_a_connector(tmp_path: Path):
    content = part() + table("a") + part("Bolt", "destination", "bolt", "bolt") + table("b")
    found = read(content, tmp_path).reading.records.connectors

    assert [(each.role, each.type, each.name) for each in found] == [
        ("source", "platform.acme", "Acme"),
        ("destination", "bolt", "Bolt"),
    ]
    assert [[each.name for step in connector.steps for each in step.properties] for connector in found] == [
        ["a"],
        ["b"],
    ]


def test_the_first_of_two_parts_for_one_connector_is_used(tmp_path: Path):
    found = read(part() + table("a") + part(id_="again") + table("b"), tmp_path)

    assert steps(found) == {"form": ["a"]}
    assert found.codes == ["duplicate-connector"]


def test_the_same_type_as_source_and_destination_is_two_connectors_and_an_error(tmp_path: Path):
    found = read(part() + table("a") + part(role="destination", id_="other") + table("b"), tmp_path)

    assert found.codes == ["shared-id"]
    assert [each.key for each in found.connectors] == [
        "stitch/source/platform.acme",
        "stitch/destination/platform.acme",
    ]


def test_a_step_begins_at_its_heading(tmp_path: Path):
    assert steps(read(part() + table("a") + OAUTH + table("b", "c"), tmp_path)) == {"form": ["a"], "oauth": ["b", "c"]}


def test_the_steps_are_those_of_the_profile(tmp_path: Path):
    found = read(part() + table("a") + OAUTH.replace("OAuth", "Magic") + table("b"), tmp_path)

    assert found.codes == ["unknown-step"]
    assert "expected one of: form, oauth" in found.lines[0]


def test_a_property_of_two_tables_is_an_error(tmp_path: Path):
    found = read(part() + table("a", "b", "a"), tmp_path)

    assert steps(found) == {"form": ["a", "b"]}
    assert found.codes == ["duplicate-property"]


def test_an_example_belongs_to_the_step_before_it(tmp_path: Path):
    content = part() + table("a") + example('{"a": 1}') + OAUTH + table("b") + example('{"b": 2}')
    found = only(read(content, tmp_path))

    assert [[each.value for each in step.examples] for step in found.steps] == [[{"a": 1}], [{"b": 2}]]


def test_the_heading_of_an_example_may_name_its_step(tmp_path: Path):
    heading = "<h6>Example Acme connection property object with OAuth properties</h6>"
    found = only(read(f"{part()}{table('a')}{OAUTH}{table('b')}{heading}<pre>{{}}</pre>", tmp_path))

    assert [len(step.examples) for step in found.steps] == [0, 1]


@pytest.mark.parametrize(
    ("text", "codes"), [('{"a": 1}', ["example-without-table", "empty-section"]), ("{}", ["empty-section"])]
)
def test_an_example_without_a_table_is_an_error_unless_it_is_empty(text: str, codes: list[str], tmp_path: Path):
    found = read(part() + table("a") + OAUTH + example(text), tmp_path)

    assert found.codes == codes


def test_code_below_another_heading_is_not_an_example(tmp_path: Path):
    found = read(f"{part()}{table('a')}<pre>{{}}</pre>", tmp_path)

    assert only(found).steps[0].examples == ()
    assert found.codes == ["example-without-heading"]


@pytest.mark.parametrize(
    ("sentence", "type_", "codes"),
    [
        ("Boxes correspond to source <code>type: acme.x-1</code>.", "acme.x-1", []),
        ("Boxes correspond to source type: acme.", "acme", []),
        ("Boxes correspond to destination <code>type: acme</code>.", "acme", ["two-roles"]),
        ("Boxes are of <code>type: acme</code>.", None, ["no-type", "no-connectors"]),
        ("Boxes correspond to source <code>type: Acme</code>.", None, ["type-name", "no-connectors"]),
        ("Boxes correspond to source <code>type: a..b</code>.", None, ["type-name", "no-connectors"]),
    ],
)
def test_the_type_is_in_a_sentence(sentence: str, type_: str | None, codes: list[str], tmp_path: Path):
    found = read(f"{HEAD.format(id='acme', name='Acme', role='source')}<p>{sentence}</p>{table('a')}", tmp_path)

    assert found.codes == codes
    assert [each.type for each in found.reading.records.connectors] == ([type_] if type_ else [])


def test_the_type_is_in_a_table_of_its_own(tmp_path: Path):
    own = "<table><tr><td>Property type:</td><td>acme</td></tr></table>"
    found = read(f"{HEAD.format(id='acme', name='Acme', role='source')}{own}{table('a')}", tmp_path)

    assert (only(found).type, steps(found)) == ("acme", {"form": ["a"]})
    assert found.codes == []


def test_of_two_types_the_first_is_used(tmp_path: Path):
    found = read(part() + TYPE.format(role="source", type="other") + table("a"), tmp_path)

    assert (only(found).type, found.codes) == ("platform.acme", ["two-types"])


def test_the_list_that_announces_the_steps_is_read(tmp_path: Path):
    items = '<ul><li><a href="#x">Form properties</a>: ours</li><li>OAuth properties: theirs</li></ul>'

    assert read(part() + items + table("a") + OAUTH + table("a"), tmp_path).codes == []
    assert read(part() + items + table("a"), tmp_path).codes == ["step-missing"]
