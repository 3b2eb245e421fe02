"""The reference page of a system, which shows the vendors side by side: finished Markdown."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.catalog.connector import Connector
from generator.catalog.decisions import Link, PathsByVendor
from generator.context.header import header_of_all
from generator.context.literals import markdown_code, markdown_text
from generator.context.reference.system_differences import form_in_words
from generator.context.reference.system_links import link_to_connector, link_to_property, page_of_system
from generator.systems.places import Place, places_of
from generator.systems.system import System
from templates.connector_catalog.wording import join_and

_TOP = "../"
"""The folder of the reference, as seen from a page about a system."""
_REQUESTS = "requests.jsonl"

Row = tuple[str, ...]
"""A cell for each vendor of a table; empty where the vendor has nothing there."""


@dataclasses.dataclass(frozen=True)
class Table:
    """A table: its heading, the vendors' titles, and rows."""

    title: str
    vendors: Row
    rows: tuple[Row, ...]


@dataclasses.dataclass(frozen=True)
class Listing:
    """A list: its heading and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class CommandBlock:
    """The commands that convert requests into those of one vendor: its title, and a line for each connector."""

    vendor: str
    lines: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class RoleContext:
    """One role of a system, as Markdown.

    Attributes:
        role: The role, which is the anchor.
        title: The heading.
        connectors: A line for each vendor.
        tables: The properties that correspond, those of another type or unit, and listed values that have other texts.
        lists: The properties that correspond to none.
        commands: How requests are converted.
    """

    role: str
    title: str
    connectors: tuple[str, ...]
    tables: tuple[Table, ...]
    lists: tuple[Listing, ...]
    commands: tuple[CommandBlock, ...]


@dataclasses.dataclass(frozen=True)
class SystemPage:
    """The page of a system."""

    path: str  # Below the folder of the reference.
    header: str
    title: str
    vendors: str  # In words.
    roles: tuple[RoleContext, ...]


def system_page(roles: Sequence[System], connectors: Mapping[str, Connector], titles: Mapping[str, str]) -> SystemPage:
    """Return the page of a system.

    Args:
        roles: Its roles in which it has several vendors; at least one.
        connectors: The connectors that have pages, by key.
        titles: The vendors' titles, by vendor, in their order.
    """
    every = {vendor for each in roles for vendor in each.connectors}
    return SystemPage(
        path=page_of_system(roles[0].name),
        header=header_of_all(),
        title=markdown_text(roles[0].title),
        vendors=join_and(markdown_text(title) for vendor, title in titles.items() if vendor in every),
        roles=tuple(_Role.of(each, connectors, titles).context() for each in roles),
    )


@dataclasses.dataclass(frozen=True)
class _Role:
    system: System
    titles: Mapping[str, str]  # By vendor, as Markdown, in the order of the columns.
    connectors: Mapping[str, tuple[Connector, ...]]
    places: Mapping[str, Mapping[str, Place]]

    @classmethod
    def of(cls, system: System, connectors: Mapping[str, Connector], titles: Mapping[str, str]) -> _Role:
        vendors = [vendor for vendor in titles if vendor in system.connectors]
        members = {
            vendor: tuple(connectors[f"{vendor}/{system.role}/{type_}"] for type_ in system.connectors[vendor])
            for vendor in vendors
        }
        places = {vendor: places_of(members[vendor]) for vendor in vendors}
        return cls(system, {vendor: markdown_text(titles[vendor]) for vendor in vendors}, members, places)

    def context(self) -> RoleContext:
        return RoleContext(
            role=self.system.role,
            title=f"{self.system.role.capitalize()}s",
            connectors=tuple(self._line(vendor, _names(connectors)) for vendor, connectors in self.connectors.items()),
            tables=tuple(each for each in self._tables() if each.rows),
            lists=tuple(each for each in self._lists() if each.lines),
            commands=tuple(
                CommandBlock(self.titles[vendor], _commands(connectors))
                for vendor, connectors in self.connectors.items()
            ),
        )

    def _tables(self) -> Iterator[Table]:
        vendors, links = tuple(self.titles.values()), self.system.links
        yield Table("What corresponds", vendors, tuple(self._row(self._cells(each.paths)) for each in links))
        yield Table("Other types and units", vendors, tuple(self._forms()))
        yield from (self._values(each) for each in links)

    def _lists(self) -> Iterator[Listing]:
        yield Listing("What only one vendor has", self._by_vendor(self.system.without_counterpart))
        yield Listing("What nobody has reviewed", self._by_vendor(self.system.undecided))
        yield Listing("What only looks the same", tuple(self._unlike()))

    def _row(self, cells: Mapping[str, str]) -> Row:
        return tuple(cells.get(vendor, "") for vendor in self.titles)

    def _cells(self, paths: PathsByVendor) -> dict[str, str]:
        """Return links to the properties by vendor, without vendors that lack them."""
        cells = {vendor: ", ".join(self._links(vendor, paths.get(vendor, ()))) for vendor in self.titles}
        return {vendor: cell for vendor, cell in cells.items() if cell}

    def _links(self, vendor: str, paths: Iterable[str]) -> Iterator[str]:
        places = self.places[vendor]
        return (link_to_property(places[path], _TOP) for path in paths if path in places)

    def _forms(self) -> Iterator[Row]:
        for link in self.system.links:
            words = {vendor: self._form(link, vendor) for vendor in self.titles if vendor in link.paths}
            if len(set(words.values())) > 1:
                yield self._row(
                    {vendor: f"{cell}: {words[vendor]}" for vendor, cell in self._cells(link.paths).items()}
                )

    def _form(self, link: Link, vendor: str) -> str:
        """Return the form of the first of the properties of a vendor in a link."""
        first = self.places[vendor][link.paths[vendor][0]]
        return form_in_words(first.property, link.units.get(vendor))

    def _values(self, link: Link) -> Table:
        vendors = [vendor for vendor in self.titles if vendor in link.paths]
        names = dict.fromkeys(markdown_code(link.paths[vendor][0]) for vendor in vendors)
        rows = ({vendor: markdown_code(text) for vendor, text in row.items()} for row in link.values)
        return Table(
            title=f"Values of {', '.join(names)}",
            vendors=tuple(self.titles[vendor] for vendor in vendors),
            rows=tuple(tuple(row.get(vendor, "") for vendor in vendors) for row in rows),
        )

    def _by_vendor(self, paths: PathsByVendor) -> tuple[str, ...]:
        return tuple(self._line(vendor, [cell]) for vendor, cell in self._cells(paths).items())

    def _line(self, vendor: str, items: Iterable[str]) -> str:
        return f"{self.titles[vendor]}: {', '.join(items)}"

    def _unlike(self) -> Iterator[str]:
        for each in self.system.differs:
            cells = self._cells(each.paths)
            if len(cells) > 1:
                properties = join_and(f"{cell} ({self.titles[vendor]})" for vendor, cell in cells.items())
                yield f"{properties}: {markdown_text(each.because)}"


def _names(connectors: Iterable[Connector]) -> Iterator[str]:
    for each in connectors:
        yield f"{link_to_connector(each.key, each.name, _TOP)} ({markdown_code(each.type)})"


def _commands(connectors: Sequence[Connector]) -> tuple[str, ...]:
    """Return a command for each connector; the vendor alone means the first."""
    targets = (each.vendor if at == 0 else f"{each.vendor}/{each.type}" for at, each in enumerate(connectors))
    return tuple(f"connector-catalog convert --to {target} {_REQUESTS}" for target in targets)
