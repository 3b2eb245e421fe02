"""The system of a connector on its reference page: finished Markdown with links to other vendors' pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from generator.catalog.property_paths import without_brackets
from generator.context.literals import markdown_code, markdown_text
from generator.context.reference.system_links import link_to_connector, page_of_system
from generator.systems.elsewhere import Counterpart, Elsewhere, OtherConnector
from templates.connector_catalog.references import anchor_of, page_of

_TOP = "../../"
"""The folder of the reference, as seen from a connector's page."""


@dataclasses.dataclass(frozen=True)
class SystemContext:
    """The system of a connector: Markdown for its title and for a link to each connector of another vendor.

    Attributes:
        title: Its title.
        link: Where the vendors are compared.
        connectors: The links.
    """

    title: str
    link: str
    connectors: tuple[str, ...]


def system_context(elsewhere: Elsewhere) -> SystemContext:
    """Return the context of the lines about a system."""
    link = f"{_TOP}{page_of_system(elsewhere.name)}#{elsewhere.role}"
    return SystemContext(markdown_text(elsewhere.title), link, tuple(map(_connector, elsewhere.connectors)))


def links_of(elsewhere: Elsewhere | None) -> dict[str, str]:
    """Return the names of each property at other vendors, with links, by its dotted path without brackets."""
    if elsewhere is None:
        return {}
    return {
        without_brackets(path): ", ".join(_links(counterparts)) for path, counterparts in elsewhere.counterparts.items()
    }


def _connector(other: OtherConnector) -> str:
    return f"{link_to_connector(other.key, other.name, _TOP)} ({markdown_text(other.vendor)})"


def _links(counterparts: tuple[Counterpart, ...]) -> Iterator[str]:
    for each in counterparts:
        address = f"{_TOP}{page_of(each.connector.key)}#{anchor_of(each.step, each.path)}"
        yield f"[{markdown_code(each.name)}]({address}) ({markdown_text(each.connector.vendor)})"
