"""``systems``, and what the catalog says about a connector's system: all names in them are the catalog's."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import connector_catalog
import pytest
from connector_catalog import describing
from connector_catalog.command.counterpart_lines import counterparts_of, text_of_system
from connector_catalog.property_definitions import walk
from connector_catalog.system import Link, System, system_of

from generator.paths import GENERATED, PROJECT
from tests.package.running import run

SYSTEMS = connector_catalog.systems()
STATED = {
    "big": {
        "title": "Big",
        "source": {
            "connectors": {"acme": ["acme-big"], "beta": ["big", "big_rds"]},
            "links": [
                {
                    "paths": {"acme": ["a"], "beta": ["group.b", "c"]},
                    "values": [{"acme": "x"}],
                    "units": {"beta": "day"},
                },
                {"paths": {"acme": ["list[].d"], "beta": ["e"]}},
            ],
            "without": {"acme": ["f"]},
        },
        "destination": {"connectors": {"acme": ["acme-out"]}},
    }
}


@pytest.fixture
def big(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two made-up systems in the place of those of the package."""

    class Folder:
        def joinpath(self, *path: str) -> Folder:
            assert path == ("data", "systems.json")
            return self

        def read_text(self, encoding: str) -> str:
            assert encoding == "utf-8"
            return json.dumps(STATED)

    monkeypatch.setattr("connector_catalog.system.resources.files", lambda package: Folder())
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    module = sys.modules["connector_catalog.system"]
    for name in ("systems", "_by_connector"):
        getattr(module, name).cache_clear()


@pytest.mark.usefixtures("big")
def test_systems_are_what_the_file_states() -> None:
    links = (
        Link({"acme": ("a",), "beta": ("group.b", "c")}, ({"acme": "x"},), {"beta": "day"}),
        Link({"acme": ("list[].d",), "beta": ("e",)}, (), {}),
    )
    connectors = {"acme": ("acme-big",), "beta": ("big", "big_rds")}
    source = System("big", "Big", "source", connectors, links, {"acme": ("f",)})
    destination = System("big", "Big", "destination", {"acme": ("acme-out",)}, (), {})

    assert connector_catalog.systems() == (source, destination)
    assert system_of("beta", "big_rds") == source
    assert system_of("acme", "acme-out") == destination
    assert system_of("beta", "nosuch") is None


STEPS: list[Mapping[str, Any]] = [
    {
        "properties": [
            {"name": "a"},
            {"name": "list", "items": {"variants": [{"name": "x", "properties": [{"name": "d"}]}]}},
            {"name": "z", "properties": [{"name": "a"}]},
        ]
    }
]


@pytest.mark.usefixtures("big")
def test_a_connector_s_system_has_the_counterparts_of_its_properties() -> None:
    described = describing.system_description("acme", "acme-big", STEPS)

    assert described == {
        "name": "big",
        "title": "Big",
        "connectors": {"acme": ["acme-big"], "beta": ["big", "big_rds"]},
        "properties": {"a": {"beta": ["group.b", "c"]}, "list[].d": {"beta": ["e"]}},
    }
    assert describing.system_description("beta", "other", STEPS) is None


@pytest.mark.usefixtures("big")
def test_the_lines_about_a_system() -> None:
    system = describing.system_description("acme", "acme-big", STEPS)
    described = {"vendor": "acme", "system": system}
    sentence = counterparts_of(described)

    assert text_of_system(described) == "System Big: beta big, big_rds\n"
    assert sentence("a") == "Called group.b or c at beta."
    assert sentence("list[].d") == "Called e at beta."
    assert sentence("z.a") == ""
    assert (text_of_system({"vendor": "acme"}), counterparts_of({})("a")) == ("", "")


def test_one_name_at_several_vendors_is_told_once() -> None:
    found = counterparts_of({"system": {"properties": {"a": {"beta": ["b"], "gamma": ["b"], "delta": ["c"]}}}})

    assert found("a") == "Called b at beta and gamma, c at delta."


def test_every_connector_of_a_system_is_in_the_catalog() -> None:
    known = {(each.vendor, each.role, each.type) for each in connector_catalog.entries()}
    named = [
        (vendor, system.role, each) for system in SYSTEMS for vendor, ids in system.connectors.items() for each in ids
    ]

    assert len(named) == len(set(named))
    assert set(named) <= known
    assert len(named) > 600


def test_every_path_of_a_system_is_a_property_of_its_connectors() -> None:
    for system in SYSTEMS:
        for vendor, ids in system.connectors.items():
            described = [connector_catalog.describe(vendor, each) for each in ids]
            known = {
                found.system_path for each in described for step in each["steps"] for found in walk(step["properties"])
            }
            linked = [path for link in system.links for path in link.paths.get(vendor, ())]
            assert {*linked, *system.without_counterpart.get(vendor, ())} <= known, (system.name, vendor)


def test_a_link_is_between_vendors_of_its_system() -> None:
    for system in SYSTEMS:
        places = [(vendor, path) for link in system.links for vendor, paths in link.paths.items() for path in paths]
        assert len(places) == len(set(places)), system.name
        for link in system.links:
            assert len(link.paths) > 1, system.name
            assert link.paths.keys() <= system.connectors.keys(), system.name
            assert all(row.keys() <= link.paths.keys() for row in link.values), system.name


def test_describe_has_the_system_of_a_connector() -> None:
    described = connector_catalog.describe("airbyte", "source-mysql")["system"]

    assert (described["name"], described["title"]) == ("mysql", "MySQL")
    assert "platform.mysql" in described["connectors"]["stitch"]
    assert described["properties"]["tunnel_method.tunnel_host"] == {"fivetran": ["tunnel_host"], "stitch": ["ssh_host"]}
    assert "system" not in connector_catalog.describe("airbyte", "source-faker")


def test_show_tells_what_a_connector_and_its_properties_are_called_elsewhere() -> None:
    out = run("show", "stitch", "platform.mysql").out

    assert "\nSystem MySQL: airbyte source-mysql; fivetran mysql" in out
    assert "Called tunnel_method.tunnel_host at airbyte, tunnel_host at fivetran." in " ".join(out.split())
    assert "System" not in run("show", "airbyte", "source-faker").out


def test_search_finds_a_connector_by_its_system() -> None:
    found = [each.key for each in connector_catalog.search("facebook ads")]

    assert "airbyte/source/source-facebook-marketing" in found
    assert found[0].endswith("facebook_ads")


def test_nothing_is_read_before_a_system_is_asked_for() -> None:
    code = """if True:
        import connector_catalog
        connector_catalog.validate("stitch", "platform.mysql", {"type": "platform.mysql"})
        from connector_catalog.system import systems
        assert systems.cache_info().currsize == 0
        connector_catalog.describe("stitch", "platform.mysql")
        assert systems.cache_info().currsize == 1
    """

    environment = {"PYTHONPATH": str(PROJECT / GENERATED), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
