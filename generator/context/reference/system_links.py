"""Addresses of the pages about systems, and of the properties that they compare."""

from __future__ import annotations

from generator.context.literals import markdown_code, markdown_text
from generator.systems.places import Place
from templates.connector_catalog.references import anchor_of, page_of

SYSTEMS = "systems"
"""The folder of the pages about systems, below the folder of the reference."""


def page_of_system(name: str) -> str:
    """Return the page of a system, by its name."""
    return f"{SYSTEMS}/{name}.md"


def link_to_connector(key: str, name: str, top: str) -> str:
    """Return a link to a connector, as Markdown; ``top`` leads to the folder of the reference."""
    return f"[{markdown_text(name)}]({top}{page_of(key)})"


def link_to_property(place: Place, top: str) -> str:
    """Return a link to a property, with its path in the system, as Markdown."""
    address = f"{top}{page_of(place.connector.key)}#{anchor_of(place.step, place.path)}"
    return f"[{markdown_code(place.name)}]({address})"
