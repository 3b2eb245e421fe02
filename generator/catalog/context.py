"""The tables that people write, and the context in which the passes run."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from generator.catalog.connector import Role
from generator.catalog.corrections import Correction, Corrections, load_corrections
from generator.catalog.decision_files import load_decisions
from generator.catalog.decisions import Decisions
from generator.catalog.declared_fields import report_unknown_declared
from generator.catalog.glossary import Glossary
from generator.catalog.history import History
from generator.catalog.history_file import load_history
from generator.catalog.names import load_names
from generator.catalog.secrecy import Secrecy, load_secrecy
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.profiles.profile import Profile, load_profiles
from generator.records.example import ExampleCorrection


@dataclasses.dataclass(frozen=True)
class Knowledge:
    """The tables that people write, and the history that ``capture`` keeps.

    Attributes:
        corrections: The corrections of vendors' mistakes.
        secrecy: The names that look like secrets and are not.
        names: Display names by connector id.
        profiles: The vendors' profiles, by vendor.
        glossary: The descriptions; empty where the documents' own descriptions stay.
        history: The dates on which connectors, properties and values appeared in documents.
        decisions: Which connectors and properties of several vendors are the same.
    """

    corrections: Corrections = dataclasses.field(default_factory=Corrections)
    secrecy: Secrecy = dataclasses.field(default_factory=Secrecy)
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    profiles: Mapping[str, Profile] = dataclasses.field(default_factory=dict)
    glossary: Glossary = dataclasses.field(default_factory=Glossary)
    history: History = dataclasses.field(default_factory=History)
    decisions: Decisions = dataclasses.field(default_factory=Decisions)


def load_knowledge(layout: Layout, diagnostics: Diagnostics) -> Knowledge:
    """Return the tables of a project, without its glossary."""
    corrections = load_corrections(layout.corrections, diagnostics)
    secrecy = load_secrecy(layout.secrecy, diagnostics)
    names = load_names(layout.names, diagnostics)
    profiles = load_profiles(layout.vendors, diagnostics)
    report_unknown_declared(profiles, diagnostics)
    history = load_history(layout.history, diagnostics)
    decisions = load_decisions(layout.systems, profiles, diagnostics)
    return Knowledge(corrections, secrecy, names, profiles, history=history, decisions=decisions)


@dataclasses.dataclass
class Usage:
    """Collects the corrections and the glossary's entries that a run has used.

    Attributes:
        corrections: The corrections of fields that were applied.
        examples: The corrections of examples that were applied.
        glossary: The keys of the entries.
        described: Number of properties that have an entry.
    """

    corrections: list[Correction] = dataclasses.field(default_factory=list)
    examples: set[ExampleCorrection] = dataclasses.field(default_factory=set)
    glossary: set[str] = dataclasses.field(default_factory=set)
    described: int = 0


@dataclasses.dataclass(frozen=True)
class Context:
    """The context in which a pass changes an entry.

    Attributes:
        knowledge: The tables that people write.
        diagnostics: Collects the findings.
        usage: Collects what of the tables was used.
        example_places: The place of the examples of a step, by ``<key> <step>``.
    """

    knowledge: Knowledge
    diagnostics: Diagnostics
    usage: Usage = dataclasses.field(default_factory=Usage)
    example_places: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def declared_fields(self, vendor: str) -> tuple[str, ...]:
        """Return the fields that a vendor's documents always declare."""
        profile = self.knowledge.profiles.get(vendor)
        return profile.declared if profile is not None else ()

    def id_prefix(self, vendor: str, role: Role) -> str:
        """Return the beginning that a vendor's ids for a role have in common; may be empty."""
        profile = self.knowledge.profiles.get(vendor)
        return profile.roles[role].id_prefix if profile is not None and role in profile.roles else ""

    def id_in_envelope(self, vendor: str, role: Role) -> tuple[str, ...]:
        """Return the path of the connector's id in an object beside the parts; empty where it is elsewhere."""
        profile = self.knowledge.profiles.get(vendor)
        if profile is None or role not in profile.roles:
            return ()
        request = profile.roles[role].request
        first, *below = request.id.split(".")
        return (first, *below) if below and first not in request.parts else ()

    def id_names(self, vendor: str, role: Role) -> set[str]:
        """Return the names of the properties that hold the connector's id in a vendor's requests for a role."""
        profile = self.knowledge.profiles.get(vendor)
        return profile.id_names(role) if profile is not None else set()
