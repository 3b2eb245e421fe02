"""Draws the descriptions on which the prose rules are measured: at random, with a fixed seed."""

from __future__ import annotations

import dataclasses
import functools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.blocks.block import Block, Page, Table, markdown, walk
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.pipeline.reading import read_records
from generator.profiles.profile import load_vendors

SEED = 20261121
PER_DOCUMENT = 75

STITCH = ("stitch/connect-api-2021-01.html", "stitch/source-destination-reference-2026-08.html")
FIVETRAN = ("fivetran/openapi-2025-12.json", "fivetran/openapi-2026-05.json")


@dataclasses.dataclass(frozen=True)
class Described:
    """A property's description in a document.

    Attributes:
        document: The document's path below ``shared/documents``.
        place: Element path of the row, or JSON pointer of the property.
        name: The property's name.
        types: The vendor's type words.
        blocks: The description; empty for OpenAPI, whose ``text`` is Markdown.
        text: The description as Markdown.
    """

    document: str
    place: str
    name: str
    types: tuple[str, ...]
    blocks: tuple[Block, ...]
    text: str


def drawn(documents: Path) -> list[Described]:
    """Return the sample, in the order of documents and draws."""
    found: list[Described] = []
    for name, population in populations(documents).items():
        found += random.Random(f"{SEED} {name}").sample(population, PER_DOCUMENT)
    return found


def populations(documents: Path) -> dict[str, list[Described]]:
    """Return every description of each document."""
    pages = {name: list(rows(documents, name)) for name in STITCH}
    return pages | {name: list(_properties(documents, name)) for name in FIVETRAN}


@functools.cache
def rows(documents: Path, name: str) -> tuple[Described, ...]:
    """Return every property row of a page, including nested ones."""
    return tuple(_rows(documents, name))


def _rows(documents: Path, name: str) -> Iterator[Described]:
    reading = read_records(
        documents / name, None, Diagnostics(name), vendors=load_vendors(Layout().vendors, Diagnostics())
    )
    assert reading is not None
    assert isinstance(reading.blocks, Page)
    descriptions = {
        row.place: row.cells[-1].blocks
        for section in reading.blocks.sections
        if section.place in reading.coverage.sections
        for row in walk(section.blocks)
        if not isinstance(row, Table) and hasattr(row, "cells") and row.cells
    }
    records = [p for c in reading.records.connectors for step in c.steps for p in step.properties]
    while records:
        record = records.pop(0)
        records = [*record.children, *records]
        if record.place in descriptions:
            blocks = descriptions[record.place]
            yield Described(name, record.place, record.name, record.type_words, blocks, markdown(blocks))


def _properties(documents: Path, name: str) -> Iterator[Described]:
    """Yield every property with a description in the schemas of config and auth."""
    schemas = json.loads((documents / name).read_text(encoding="utf-8"))["components"]["schemas"]
    for schema, body in schemas.items():
        if "_config" in schema or "_auth" in schema:
            yield from _below(name, f"/components/schemas/{schema}", body)


def _below(name: str, pointer: str, node: Any) -> Iterator[Described]:
    if not isinstance(node, dict):
        return
    for key, child in (node.get("properties") or {}).items():
        place = f"{pointer}/properties/{key}"
        if isinstance(child, dict) and child.get("description"):
            yield Described(name, place, key, (str(child.get("type", "")),), (), child["description"])
        yield from _below(name, place, child)
    yield from _below(name, f"{pointer}/items", node.get("items"))
