"""Builds a small catalog of three vendors, and the decisions about its systems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.catalog.connector import Connector
from generator.catalog.decision_files import load_decisions
from generator.catalog.decisions import Decisions
from generator.catalog.synonyms import Synonyms, Tables
from generator.diagnostics import Diagnostics
from generator.profiles.profile import Profile
from generator.systems.review import Review
from generator.systems.system import System
from tests.catalog.building import Fields, prop, variant

SYNONYMS = Synonyms(frozenset({"of", "the", "a"}), (("user", "login"), ("ssh", "tunnel")))
TABLES = Tables(Synonyms(frozenset({"rds", "api"}), (("postgres", "pg", "postgresql"),)), SYNONYMS)


def profile(title: str, prefix: str = "") -> Profile:
    """Return the profile of a vendor whose requests name the connector's id ``kind``."""
    request = {"id": "config.kind", "recognisedBy": ["config.kind"], "parts": {"config": ["form"]}}
    role = {"classSuffix": "Source", "idPrefix": prefix, "request": request, "response": {"id": "kind"}}
    roles = {"source": role, "destination": role}
    return Profile.model_validate({"title": title, "steps": "together", "roles": roles})


PROFILES = {"acme": profile("Acme", "acme-"), "beta": profile("Beta"), "gamma": profile("Gamma")}


def connector(vendor: str, type_: str, *properties: Fields, name: str = "", **more: Any) -> Connector:
    """Return a source of one step."""
    head = {"vendor": vendor, "role": "source", "type": type_, "name": name or type_, "status": "documented"}
    sources = [{"document": f"{vendor}/page"}]
    steps = [{"name": "form", "properties": list(properties)}]
    return Connector.model_validate(head | {"steps": steps, "sources": sources} | more)


def decisions(folder: Path, files: Mapping[str, Any]) -> tuple[Decisions, Diagnostics]:
    """Write files of decisions, as values or as text, and read them."""
    for name, value in files.items():
        text = value if isinstance(value, str) else yaml.safe_dump(value, sort_keys=False)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    return load_decisions(folder, PROFILES, diagnostics), diagnostics


def of_source(**decided: Any) -> dict[str, Any]:
    """Return the file of the system Big, with its connectors ``acme-big`` and ``big``."""
    connectors = {"acme": ["acme-big"], "beta": ["big"]}
    return {"title": "Big", "source": {"connectors": connectors} | decided}


def review(folder: Path, files: Mapping[str, Any], connectors: Iterable[Connector]) -> Review:
    """Return what there is to review with these files of decisions, which have no fault."""
    found, diagnostics = decisions(folder, files)
    assert [str(each) for each in diagnostics] == []
    return Review(found, tuple(connectors), PROFILES, TABLES)


def only(found: Review) -> System:
    """Return the one system."""
    (system,) = found.systems
    return system


def big(*acme: Fields, beta: Iterable[Fields] = (), gamma: Iterable[Fields] = ()) -> list[Connector]:
    """Return the connectors of the system Big with these properties."""
    made = [connector("acme", "acme-big", *acme, name="Big"), connector("beta", "big", *beta, name="Big")]
    return [*made, connector("gamma", "big-data", *gamma, name="Big Data")]


DATABASE = [
    connector(
        "acme",
        "acme-bigdb",
        prop("kind", const="acme-bigdb"),
        prop("host", requirement="required", description="Host name of the Big DB server."),
        prop("username", requirement="required", description="Name of the user that signs in to Big DB."),
        prop("password", secret=True, description="Password of the user that signs in to Big DB."),
        prop(
            "tunnel",
            "object",
            variants=[
                variant("NO_TUNNEL", selector="method"),
                variant("SSH_KEY", prop("tunnel_host", description="Host of the SSH server."), selector="method"),
            ],
        ),
        prop("tables", "array", items={"type": "object", "properties": [prop("name"), prop("filter")]}),
        name="Big DB",
    ),
    connector(
        "beta",
        "big_db",
        prop("host", description="Host name of the Big DB server."),
        prop("user", description="Name of the user that signs in to Big DB."),
        prop("password", secret=True, description="Password of the user that signs in to Big DB."),
        prop("ssh", "string", enum=["true", "false"], encoding="boolean", description="Whether SSH is used."),
        prop("ssh_host", description="Host of the SSH server."),
        prop("region", enum=["EU", "US"]),
        prop("public_key", requirement="readOnly"),
        name="Big DB",
    ),
    connector("beta", "big_db_rds", prop("host"), prop("role_arn"), name="Big DB RDS"),
]
"""A system of two vendors, with variants, a list of objects and a switch that is text."""
