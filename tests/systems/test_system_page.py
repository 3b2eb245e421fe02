"""The page of a system, which compares the vendors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.property import Property
from generator.context.reference.system_differences import form_in_words
from generator.context.reference.system_index import SystemEntry, compared, system_index
from generator.context.reference.system_page import SystemPage, system_page
from generator.outputs.environment import render
from generator.systems.review import Review
from generator.systems.system import System
from tests.catalog.building import Fields, prop
from tests.fuzz.checks.markdown import faults_of_markdown
from tests.systems.building import DATABASE, PROFILES, big, connector, of_source, review
from tests.systems.test_elsewhere import DECIDED

ACCOUNTS = (
    "[`account`](../acme/source/acme-big.md#form-account) (Acme) and "
    "[`account`](../beta/source/big.md#form-account) (Beta)"
)
TITLES = {name: each.title for name, each in PROFILES.items()}


def _page(found: Review) -> SystemPage:
    return system_page(found.systems, {each.key: each for each in found.connectors}, TITLES)


def _table(page: SystemPage, title: str) -> tuple[tuple[str, ...], ...]:
    return next(each.rows for each in page.roles[0].tables if each.title == title)


def _listed(page: SystemPage) -> Mapping[str, tuple[str, ...]]:
    return {each.title: each.lines for each in page.roles[0].lists}


def test_the_page_of_a_system(tmp_path: Path, golden: Any) -> None:
    page = _page(review(tmp_path, {"big_db": DECIDED}, DATABASE))
    text = render("reference/system.md.jinja", page=page)

    assert page.path == "systems/big_db.md"
    assert list(faults_of_markdown(text)) == []
    golden(text, "systems/system.md")


def test_a_type_a_unit_and_an_encoding_are_differences(tmp_path: Path) -> None:
    acme = [prop("wait", "integer", unit="minute"), prop("on", "boolean"), prop("host"), prop("count", "integer")]
    beta = [prop("pause", "integer", unit="hour"), prop("on", "string", encoding="boolean"), prop("host")]
    links = [{"acme": "wait", "beta": "pause"}, {"acme": "on", "beta": "on"}, {"acme": "host", "beta": "host"}]
    stated = {"acme": "count", "beta": "count", "units": {"acme": "row", "beta": "page"}}
    made = big(*acme, beta=[*beta, prop("count", "integer")])
    page = _page(review(tmp_path, {"big": of_source(links=[*links, stated])}, made))

    assert [[cell.partition("): ")[2] for cell in row] for row in _table(page, "Other types and units")] == [
        ["integer (unit: minute)", "integer (unit: hour)"],
        ["boolean", "string that is true or false"],
        ["integer (unit: row)", "integer (unit: page)"],
    ]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (prop("a", "array", items={"type": "string"}), "array of strings"),
        (prop("a", "string", format="date"), "string (date)"),
        (prop("a", "string", format="date-time"), "string (date and time)"),
        (prop("a", "string", encoding="integer"), "string of digits"),
        (prop("a", "string", encoding="json"), "string of JSON"),
        (prop("a", "string", encoding="list"), "string with a list"),
        (prop("a", "integer", unit="second"), "integer (unit: second)"),
        (prop("a", "integer", unit="a|b"), "integer (unit: a&#124;b)"),
    ],
)
def test_the_form_of_a_property_in_words(found: Fields, words: str) -> None:
    assert form_in_words(Property.model_validate(found)) == words


def test_what_has_no_counterpart_is_listed_with_links(tmp_path: Path) -> None:
    decided = of_source(
        links=[{"acme": "a", "beta": "a"}],
        withoutCounterpart={"acme": ["only"]},
        differs=[{"acme": "account", "beta": "account", "because": "One is a company, the other a list."}],
    )
    made = big(prop("a"), prop("only"), prop("account"), beta=[prop("a"), prop("account"), prop("new")])
    listed = _listed(_page(review(tmp_path, {"big": decided}, made)))

    assert listed["What only one vendor has"][0].startswith(
        "Acme: [`only`](../acme/source/acme-big.md#form-only), [`account`]"
    )
    assert listed["What nobody has reviewed"] == ("Beta: [`new`](../beta/source/big.md#form-new)",)
    assert listed["What only looks the same"] == (f"{ACCOUNTS}: One is a company, the other a list.",)


def test_a_vendor_without_the_property_has_an_empty_cell(tmp_path: Path) -> None:
    made = big(prop("a"), beta=[prop("b")], gamma=[prop("a")])
    connectors = {"acme": ["acme-big"], "beta": ["big"], "gamma": ["big-data"]}
    decided = of_source(connectors=connectors, links=[{"acme": "a", "gamma": "a"}])
    ((one, none, other),) = _table(_page(review(tmp_path, {"big": decided}, made)), "What corresponds")

    assert (bool(one), none, bool(other)) == (True, "", True)


def test_there_is_a_command_for_each_connector(tmp_path: Path) -> None:
    (role,) = _page(review(tmp_path, {"big_db": DECIDED}, DATABASE)).roles

    assert {each.vendor: [line.split()[3] for line in each.lines] for each in role.commands} == {
        "Acme": ["acme"],
        "Beta": ["beta", "beta/big_db_rds"],
    }


def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    name = "](javascript:alert(1))<script>|{x}\n\n# y\n[z]: w"
    made = [
        connector("acme", "acme-big", prop("a|b<i>{", enum=["<i>|{"]), prop("c|"), name=name),
        connector("beta", "big", prop("a", enum=["x"]), name=name),
    ]
    link = {"acme": "a|b<i>{", "beta": "a", "values": [{"acme": "<i>|{", "beta": "x"}], "units": {"acme": name}}
    decided = of_source(links=[link], differs=[{"acme": "c|", "beta": "a", "because": name}]) | {"title": name}
    text = render("reference/system.md.jinja", page=_page(review(tmp_path, {"big": decided}, made)))

    assert list(faults_of_markdown(text)) == []


def _system(name: str, title: str, role: str, *vendors: str) -> System:
    return System(name, title, role, dict.fromkeys(vendors, ("x",)), (), {}, {})  # type: ignore[arg-type]


def test_the_index_has_the_systems_that_are_compared() -> None:
    systems = [
        _system("alone", "Alone", "source", "acme"),
        _system("b", "beta *x*", "destination", "gamma", "acme"),
        _system("b", "beta *x*", "source", "beta", "acme"),
        _system("c", "Alpha", "source", "beta", "acme"),
        _system("c", "Alpha", "destination", "beta"),
    ]
    pages = compared(systems)
    index = system_index(pages, TITLES)

    assert pages == [(systems[3],), (systems[1], systems[2])]
    assert index.path == "systems/index.md"
    assert index.entries == (
        SystemEntry("Alpha", "c.md", "Acme, Beta", ""),
        SystemEntry(r"beta \*x\*", "b.md", "Acme, Beta", "Acme, Gamma"),
    )
    assert list(faults_of_markdown(render("reference/systems.md.jinja", page=index))) == []
