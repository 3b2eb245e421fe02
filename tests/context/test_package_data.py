"""The data of the import package: the index, and a line for each connector."""

from __future__ import annotations

import json

import pytest

from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.context.package_data import connector_data, index_data, vendors_data
from generator.serialize import dumps_line
from templates.connector_catalog.vendors import Vendor
from tests import cases
from tests.context.building import connector, envelope, prop, step
from tests.vendors import PROFILES, VENDORS, shape


def _index(*connectors: Connector, vendor: str = "stitch", **envelopes: Envelope) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = index_data(VENDORS[vendor], connectors, envelopes)
    return found


def test_the_index_leads_from_an_id_to_module_and_class() -> None:
    stitch = _index(connector(step("form"), step("oauth")))
    fivetran = _index(connector(vendor="fivetran", type_="15five"), vendor="fivetran")

    assert [*stitch["connectors"], *fivetran["connectors"]] == [
        {
            "vendor": "stitch",
            "role": "source",
            "type": "platform.x",
            "name": "X",
            "model": "XSource",
            "module": "source_x",
            "steps": ["form", "oauth"],
        },
        {
            "vendor": "fivetran",
            "role": "source",
            "type": "15five",
            "name": "X",
            "model": "Fivetran15fiveConnection",
            "module": "source_15five",
            "steps": [],
        },
    ]


def test_the_index_keeps_the_order_of_the_connectors() -> None:
    found = _index(connector(type_="b"), connector(type_="a"))

    assert [each["type"] for each in found["connectors"]] == ["b", "a"]


def test_an_envelope_has_the_facts_that_a_request_is_checked_by() -> None:
    facts = prop("state", requirement="optional", enum=["on"], default="on", writeOnly=True, updateOnly=True)
    secret = prop("id", requirement="readOnly", readOnly=True, description="What it is.", createOnly=True)
    more = {"sources": [{"document": "d"}], "inferred": ["enum"], "title": "T", "note": "N", "examples": ["on"]}
    found = _index(source=envelope(facts | more, secret))

    assert found["envelopes"] == {
        "source": {
            "state": {name: value for name, value in facts.items() if name != "name"},
            "id": {name: value for name, value in secret.items() if name != "name"},
        }
    }


def test_a_default_that_is_null_is_a_default() -> None:
    found = _index(source=envelope({"name": "a", "default": None}, {"name": "b"}))

    assert found["envelopes"] == {"source": {"a": {"default": None}, "b": {}}}


def test_a_vendor_without_envelopes_has_none() -> None:
    assert _index(connector())["envelopes"] == {}


@pytest.mark.parametrize("case", cases.CASES)
def test_a_line_holds_the_whole_connector_and_its_examples(case: str) -> None:
    found = cases.load(case)
    line = dumps_line(connector_data(shape(found)))
    read = json.loads(line)

    assert read.pop("minimal") == json.loads(json.dumps(shape(found).minimal))
    assert read.pop("full") == json.loads(json.dumps(shape(found).full))
    assert read == found.to_json()


@pytest.mark.parametrize("case", cases.CASES)
def test_a_line_is_one_line_and_begins_with_the_id(case: str) -> None:
    found = cases.load(case)
    line = dumps_line(connector_data(shape(found)))

    assert line.isascii()
    assert len(line.splitlines()) == 1
    # What is looked for before the line is read as JSON.
    head = {"vendor": found.vendor, "role": found.role, "type": found.type}
    assert line[: line.index(',"name"')] == json.dumps(head, separators=(",", ":")).removesuffix("}")


def test_profiles_come_back_from_the_data() -> None:
    stated = vendors_data(PROFILES)["vendors"]

    assert list(stated) == sorted(PROFILES)
    assert {name: Vendor.from_profile(name, each) for name, each in stated.items()} == VENDORS
