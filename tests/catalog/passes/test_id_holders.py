"""The object with the connector's id is in the envelope of requests, where a vendor's requests have one."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.context import Context, Knowledge
from generator.catalog.passes.id_holders import state_id
from generator.catalog.property import Property
from generator.diagnostics import Diagnostics
from generator.profiles.profile import Profile
from tests.catalog.building import connector, envelope


def _profile(id_: str) -> Profile:
    request = {"id": id_, "recognisedBy": [id_], "parts": {"settings": ["form"]}}
    role = {"classSuffix": "Source", "request": request, "response": {"id": "kind"}}
    return Profile.model_validate({"title": "Acme", "steps": "together", "roles": {"source": role}})


def _context(id_: str) -> Context:
    vendor = envelope().vendor
    return Context(Knowledge(profiles={vendor: _profile(id_)}), Diagnostics())


def _stated(id_: str, *properties: dict[str, Any]) -> list[dict[str, Any]]:
    given = envelope().with_fields(role="source", properties=tuple(map(Property.model_validate, properties)))
    return [each.to_json() for each in state_id(given, _context(id_)).properties]


KIND = {"name": "kind", "type": "string"}
COLOUR = {"name": "colour", "type": "string"}


@pytest.mark.parametrize("id_", ["kind", "settings.kind"])
def test_an_id_at_the_top_or_in_a_part_adds_nothing(id_: str) -> None:
    assert _stated(id_, COLOUR) == [COLOUR]


def test_an_object_that_no_document_describes_has_the_id_alone() -> None:
    assert _stated("pipe.kind", COLOUR) == [COLOUR, {"name": "pipe", "type": "object", "properties": [KIND]}]
    end = {"name": "end", "type": "object", "properties": [KIND]}
    assert _stated("pipe.end.kind") == [{"name": "pipe", "type": "object", "properties": [end]}]


def test_a_described_object_has_the_id_once() -> None:
    pipe = {"name": "pipe", "type": "object", "requirement": "required"}
    own = KIND | {"requirement": "required", "enum": ["a"]}

    assert _stated("pipe.kind", pipe | {"properties": [COLOUR]}) == [pipe | {"properties": [COLOUR, KIND]}]
    assert _stated("pipe.kind", pipe | {"properties": [own]}) == [pipe | {"properties": [own]}]


def test_an_object_without_listed_properties_stays_open() -> None:
    pipe = {"name": "pipe", "type": "object"}

    assert _stated("pipe.kind", pipe) == [pipe]


def test_what_only_responses_have_is_in_requests_too() -> None:
    pipe = {"name": "pipe", "type": "object", "properties": [COLOUR | {"readOnly": True}]}
    stated = pipe | {"requirement": "readOnly", "readOnly": True}

    assert _stated("pipe.kind", stated) == [pipe | {"properties": [COLOUR | {"readOnly": True}, KIND]}]


def test_connectors_stay_as_they_are() -> None:
    given = connector()

    assert state_id(given, _context("pipe.kind")) is given
