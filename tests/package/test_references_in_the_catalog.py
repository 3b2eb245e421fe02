"""Schemas, bundles, models and validators of the catalog accept a reference for each secret that has constraints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from connector_catalog import get_model, schema, validate

from generator.catalog.property import Property
from generator.paths import PACKAGE, PROJECT
from tests.cases.verdicts import committed
from tests.package.building import data, request_of

REFERENCE = "${env:NAME}"


def _secrets() -> Iterator[tuple[str, str]]:
    """Each secret at the top of a connector that does not accept all strings: the connector's key, and its name."""
    for key, connector in committed().items():
        for each in (each for step in connector.steps for each in step.properties):
            if each.secret and each.requirement != "readOnly" and _is_constrained(each):
                yield key, each.name


def _is_constrained(found: Property) -> bool:
    limits = (found.pattern, found.accepted, found.min_length, found.max_length)
    return found.types != ("string",) or any(each is not None for each in limits)


SECRETS = sorted(_secrets())


def test_there_are_secrets_with_constraints() -> None:
    assert len(SECRETS) > 5


@pytest.mark.parametrize(("key", "name"), SECRETS)
def test_a_reference_is_accepted(key: str, name: str) -> None:
    vendor, _, type_ = key.split("/")
    properties = data()[key]["full"] | {name: REFERENCE}
    request = request_of(committed()[key], properties)

    assert validate(vendor, type_, request) == []
    assert jsonschema_rs.Draft202012Validator(schema(vendor, type_)).is_valid(properties)
    assert get_model(vendor, type_).from_payload(request).to_payload() == request
    assert jsonschema_rs.Draft202012Validator(_definition(key)).is_valid(request)


def _definition(key: str) -> dict[str, Any]:
    vendor, role, type_ = key.split("/")
    bundle = json.loads((PROJECT / PACKAGE / "schemas" / f"{vendor}.json").read_text(encoding="utf-8"))
    return {"$ref": f"#/$defs/{role}:{type_}", "$defs": bundle["$defs"]}
