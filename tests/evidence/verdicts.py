"""The verdicts that the package gives on the evidence."""

from __future__ import annotations

import functools
import json
from typing import Any

import connector_catalog
import jsonschema_rs
import pydantic
from connector_catalog.entry import Entry
from connector_catalog.registry import find

from generator.paths import PACKAGE, PROJECT
from tests.evidence import Evidence

UNKNOWN = "unknown-connector"


def errors(evidence: Evidence) -> list[Any]:
    """Return the problems of level error that ``validate`` finds in a request for a connector of the catalog."""
    found = connector_catalog.validate(
        evidence.vendor,
        evidence.type,
        evidence.request,
        action=evidence.action,  # type: ignore[arg-type]
    )
    return [each for each in found if getattr(each, "level", "error") == "error"]


def codes(evidence: Evidence) -> tuple[str, ...]:
    """Return the codes of the errors, each once and sorted; ``unknown-connector`` where the catalog has none such."""
    if entry_of(evidence) is None:
        return (UNKNOWN,)
    return tuple(sorted({each.code for each in errors(evidence)}))


def entry_of(evidence: Evidence) -> Entry | None:
    """Return the catalog's entry of the connector that a request is for, in its role."""
    try:
        entry = find(evidence.vendor, evidence.type)
    except connector_catalog.UnknownConnectorError:
        return None
    return entry if entry.role == evidence.role else None


def model_accepts(evidence: Evidence) -> bool:
    """Return whether the model of the action accepts a request."""
    model = connector_catalog.get_model(evidence.vendor, evidence.type, action=evidence.action)  # type: ignore[call-overload]
    try:
        model.from_payload(evidence.request)
    except pydantic.ValidationError:
        return False
    return True


def bundle_accepts(evidence: Evidence) -> bool:
    """Return whether the vendor's bundle of schemas accepts a request of its action."""
    name = {"create": evidence.vendor}.get(evidence.action, f"{evidence.vendor}-{evidence.action}")
    place = f"/$defs/{evidence.role}:{evidence.type}" if evidence.action == "update" else ""
    return _bundle(name, place).is_valid(evidence.request)


@functools.cache
def _bundle(name: str, place: str) -> jsonschema_rs.Draft202012Validator:
    schema = json.loads((PROJECT / PACKAGE / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    chosen = {"$defs": schema["$defs"], "$ref": f"#{place}"} if place else schema
    return jsonschema_rs.Draft202012Validator(chosen, validate_formats=True)
