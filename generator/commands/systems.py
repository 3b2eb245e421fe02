"""``systems``: prints review sheets of systems, with proposed links and undecided properties."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from generator.catalog.catalog import load_catalog
from generator.catalog.decision_files import load_decisions
from generator.catalog.synonyms import load_synonyms
from generator.commands.printed import Printed
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.profiles.profile import load_profiles
from generator.serialize import dumps
from generator.systems.review import Review
from generator.systems.sheet import Sheet, sheets
from generator.systems.skeleton import skeleton


@dataclasses.dataclass(frozen=True)
class Request:
    """The options of the command.

    Attributes:
        names: The systems to print; empty for all.
        undecided: Whether to leave out systems without anything to decide.
        format: ``yaml`` or ``json``.
    """

    names: tuple[str, ...] = ()
    undecided: bool = False
    format: str = "yaml"


def load_review(layout: Layout, diagnostics: Diagnostics) -> Review:
    """Return the review of a project's systems."""
    profiles = load_profiles(layout.vendors, diagnostics)
    connectors = tuple(load_catalog(layout.root, diagnostics).values())
    decisions = load_decisions(layout.systems, profiles, diagnostics)
    return Review(decisions, connectors, profiles, load_synonyms(layout.synonyms, diagnostics))


def show(layout: Layout, request: Request) -> Printed:
    """Return the sheets of systems as YAML or JSON; an unknown name is an error."""
    diagnostics = Diagnostics()
    review = load_review(layout, diagnostics)
    if diagnostics.failed:
        return Printed([], diagnostics)
    selected = [each for each in sheets(review) if not request.names or each.system.name in request.names]
    for name in sorted(set(request.names) - {each.system.name for each in selected}):
        diagnostics.error("unknown-system", name, "neither catalog/systems nor a proposal has a system of this name")
    printed = [each for each in selected if each.is_open or not request.undecided]
    return Printed(_lines(printed, request.format), diagnostics)


def _lines(printed: Sequence[Sheet], format_: str) -> list[str]:
    if format_ == "json":
        return dumps({"systems": [each.to_json() for each in printed]}).splitlines()
    return [line for each in printed for line in skeleton(each)]
