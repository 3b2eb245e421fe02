"""What is kept of a connector is used again only while all that its outputs are made from is the same."""

from __future__ import annotations

import dataclasses

import pytest

from generator.catalog.catalog import Catalog
from generator.catalog.envelope import Envelope
from generator.catalog.property import Property
from generator.context.catalog_shape import catalog_shape_of
from generator.outputs.sources import sources_of
from tests import cases
from tests.vendors import ACME_PROFILE, PROFILES

CONNECTORS = (cases.load("types"), cases.load("fivetran_config"))
ENVELOPE = Envelope(
    vendor="stitch", role="source", name="stitch", properties=(Property(name="display_name", requirement="required"),)
)


def _catalog(envelope: Envelope = ENVELOPE) -> Catalog:
    documents = [cases.ORIGIN, dataclasses.replace(cases.ORIGIN, name=CONNECTORS[1].sources[0].document)]
    return Catalog(CONNECTORS, {"stitch": {"source": envelope}}, tuple(documents), PROFILES)


def _changed(catalog: Catalog) -> list[str]:
    """The connectors that are printed again after a change to this catalog."""
    before, after = (sources_of(catalog_shape_of(each), each.files()) for each in (_catalog(), catalog))
    return [key for key in after if before[key] != after[key]]


def test_nothing_is_printed_again_without_a_change() -> None:
    assert _changed(_catalog()) == []


@pytest.mark.parametrize("name", ["name", "title_of_it"])
def test_a_change_of_what_requests_have_beside_the_properties_prints_the_vendor_s_connectors(name: str) -> None:
    (stated,) = ENVELOPE.properties
    envelope = ENVELOPE.with_fields(properties=(stated.with_fields(name=name),))

    assert _changed(_catalog(envelope)) == [CONNECTORS[0].key]


def test_a_change_of_what_no_example_shows_prints_none() -> None:
    more = ENVELOPE.with_fields(properties=(*ENVELOPE.properties, Property(name="paused_at")))

    assert _changed(_catalog(more)) == []


def test_a_change_of_how_the_api_is_called_prints_the_vendor_s_connectors() -> None:
    call = ACME_PROFILE.roles["source"].call
    source = PROFILES["stitch"].roles["source"].model_copy(update={"call": call})
    profile = PROFILES["stitch"].model_copy(update={"roles": {**PROFILES["stitch"].roles, "source": source}})
    catalog = dataclasses.replace(_catalog(), profiles={**PROFILES, "stitch": profile})

    assert _changed(catalog) == [CONNECTORS[0].key]
