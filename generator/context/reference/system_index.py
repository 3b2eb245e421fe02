"""The index page of all systems."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from generator.catalog.connector import Role
from generator.context.header import header_of_all
from generator.context.literals import markdown_text
from generator.context.reference.system_links import SYSTEMS, page_of_system
from generator.systems.system import System


@dataclasses.dataclass(frozen=True)
class SystemEntry:
    """One line: a system, with the vendors that have a source and those that have a destination."""

    title: str
    link: str
    sources: str
    destinations: str


@dataclasses.dataclass(frozen=True)
class SystemIndex:
    """The page."""

    path: str  # Below the folder of the reference.
    header: str
    entries: tuple[SystemEntry, ...]


def compared(systems: Iterable[System]) -> list[tuple[System, ...]]:
    """Return, for each system that has a page, its roles in which vendors can be compared; in the order of titles."""
    several = [each for each in systems if each.has_several_vendors]
    pages = [tuple(roles) for _, roles in groupby(several, key=lambda each: each.name)]
    return sorted(pages, key=lambda roles: (roles[0].title.lower(), roles[0].name))


def system_index(pages: Iterable[Sequence[System]], titles: Mapping[str, str]) -> SystemIndex:
    """Return the index of the systems that have a page; ``titles`` are the vendors', by vendor, in their order."""
    entries = (
        SystemEntry(
            title=markdown_text(roles[0].title),
            link=page_of_system(roles[0].name).removeprefix(f"{SYSTEMS}/"),
            sources=vendors_in_words(roles, "source", titles),
            destinations=vendors_in_words(roles, "destination", titles),
        )
        for roles in pages
    )
    return SystemIndex(page_of_system("index"), header_of_all(), tuple(entries))


def vendors_in_words(roles: Iterable[System], role: Role, titles: Mapping[str, str]) -> str:
    """Return the titles of the vendors that a system has in a role, as Markdown."""
    vendors = {vendor for each in roles if each.role == role for vendor in each.connectors}
    return ", ".join(markdown_text(title) for vendor, title in titles.items() if vendor in vendors)
