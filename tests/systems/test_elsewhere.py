"""What a system looks like from one of its connectors: in reference pages and in the data of the package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.context.package.data import systems_data
from generator.context.reference.elsewhere import links_of, system_context
from generator.documents.store import Origin
from generator.outputs.connector_files import connector_files
from generator.outputs.task import Task
from generator.paths import REFERENCE
from generator.profiles.profile import to_vendors
from generator.systems.elsewhere import Counterpart, Elsewhere, OtherConnector, elsewhere_of
from generator.systems.review import Review
from tests.catalog.building import prop
from tests.systems.building import DATABASE, PROFILES, big, connector, of_source, review

DECIDED = {
    "title": "Big DB",
    "source": {
        "connectors": {"acme": ["acme-bigdb"], "beta": ["big_db", "big_db_rds"]},
        "links": [
            {"acme": "host", "beta": "host"},
            {"acme": "password", "beta": "password"},
            {"acme": "username", "beta": "user"},
            {"acme": "tunnel.tunnel_host", "beta": "ssh_host"},
            {
                "acme": "tunnel.method",
                "beta": "ssh",
                "values": [{"acme": "SSH_KEY", "beta": "true"}, {"acme": "NO_TUNNEL", "beta": "false"}],
            },
            {"acme": "tables[].name", "beta": ["region", "role_arn"], "units": {"acme": "row"}},
        ],
        "withoutCounterpart": {"acme": ["tables[].filter"]},
    },
}
TITLES = {name: each.title for name, each in PROFILES.items()}


@pytest.fixture
def found(tmp_path: Path) -> Review:
    return review(tmp_path, {"big_db": DECIDED}, DATABASE)


def _elsewhere(found: Review) -> Mapping[str, Elsewhere]:
    return elsewhere_of(found.systems, found.connectors, TITLES)


def test_the_data_of_the_package(found: Review, golden: Any) -> None:
    golden(json.dumps(systems_data(found.systems), indent=2) + "\n", "systems/systems.json")


@pytest.mark.parametrize("key", ["acme/source/acme-bigdb", "beta/source/big_db"])
def test_the_page_of_a_connector(found: Review, key: str, golden: Any) -> None:
    (own,) = (each for each in found.connectors if each.key == key)
    origin = Origin(f"{own.vendor}/page", own.vendor, "html", "", "2026-08", "0" * 64)
    task = Task(own, to_vendors(PROFILES)[own.vendor], origin, _elsewhere(found)[key])
    (made,) = connector_files([task])

    golden(made.files[f"{REFERENCE}/{key}.md"], f"systems/{own.vendor}.md")


def test_from_each_connector_the_other_vendors_are_seen(found: Review) -> None:
    seen = _elsewhere(found)
    acme = OtherConnector("Acme", "acme/source/acme-bigdb", "Big DB")
    beta = OtherConnector("Beta", "beta/source/big_db", "Big DB")
    rds = OtherConnector("Beta", "beta/source/big_db_rds", "Big DB RDS")

    assert seen.keys() == {"acme/source/acme-bigdb", "beta/source/big_db", "beta/source/big_db_rds"}
    assert seen["beta/source/big_db"] == seen["beta/source/big_db_rds"]
    assert seen["beta/source/big_db"].connectors == (acme,)
    assert seen["acme/source/acme-bigdb"].connectors == (beta, rds)
    assert seen["beta/source/big_db"].counterparts["ssh_host"] == (
        Counterpart(acme, "form", "tunnel[SSH_KEY].tunnel_host", "tunnel.tunnel_host"),
    )
    # The first connector that has the property.
    assert seen["acme/source/acme-bigdb"].counterparts["tables[].name"] == (
        Counterpart(beta, "form", "region", "region"),
        Counterpart(rds, "form", "role_arn", "role_arn"),
    )


def test_a_system_of_one_vendor_is_no_reason_to_look_elsewhere(tmp_path: Path) -> None:
    decided = of_source(connectors={"beta": ["big"]})
    alone = review(tmp_path, {"big": decided}, big())

    assert elsewhere_of(alone.systems, alone.connectors, TITLES) == {}


def test_there_are_links_to_the_properties(found: Review) -> None:
    seen = _elsewhere(found)["beta/source/big_db"]
    links = links_of(seen)

    assert links["region"] == "[`tables[].name`](../../acme/source/acme-bigdb.md#form-tables.name) (Acme)"
    assert links["ssh_host"].endswith("acme-bigdb.md#form-tunnel.SSH_KEY.tunnel_host) (Acme)")
    assert links_of(_elsewhere(found)["acme/source/acme-bigdb"]).keys() >= {"tables.name", "tunnel.method"}
    assert links_of(None) == {}
    assert system_context(seen).connectors == ("[Big DB](../../acme/source/acme-bigdb.md) (Acme)",)


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    name = "](javascript:alert(1))<script>|"
    made = [
        connector("acme", "acme-big", prop("a"), name=name),
        connector("beta", "big", prop("a|b<i>", title=name), name=name),
    ]
    decided = of_source(links=[{"acme": "a", "beta": "a|b<i>"}])
    found = review(tmp_path, {"big": decided | {"title": name}}, made)
    seen = elsewhere_of(found.systems, made, TITLES)["acme/source/acme-big"]
    text = links_of(seen)["a"] + system_context(seen).title + "".join(system_context(seen).connectors)

    assert "<" not in text.replace("<code>", "").replace("</code>", "")
    assert "](javascript" not in text.replace(r"\](javascript", "")
    assert "<i>" not in text
