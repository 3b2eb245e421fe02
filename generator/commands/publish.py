"""``publish``: write the schemas below the addresses that they state, and copies that never change.

An address of version ``v1`` has the newest schema. The copy below the month of the documents, such as ``2026-08``, has
an ``$id`` of its own, and is never written again: what refers to it is checked in the same way for ever.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import tree
from generator.base_url import VERSION, BaseUrl, read_base_url
from generator.diagnostics import Diagnostics
from generator.folders import files_below
from generator.paths import META_SCHEMA, PACKAGE, Layout
from generator.replacement import replace
from generator.workspace import workspace

_FOLDER = f"{PACKAGE}/schemas"
_COPY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?:\.[0-9]{1,3})?")


@dataclasses.dataclass
class Published:
    """The result of a run, and its last line."""

    diagnostics: Diagnostics
    summary: str = "nothing is written"


def publish(layout: Layout, site: Path, base_url: str | None, copy: str | None) -> Published:
    """Write the schemas of a project to the folder of a site.

    Args:
        layout: The project, in which ``generate`` has been run.
        site: What is served at the base URL.
        base_url: The base URL; ``None`` for the one that the project states.
        copy: The version of the copies that never change; ``None`` for the month of the newest document.

    Raises:
        OSError: A file could not be read or written.
    """
    found = Published(Diagnostics())
    url = read_base_url(layout.root, base_url, found.diagnostics)
    texts = dict(_texts(layout.root))
    if not texts:
        found.diagnostics.error("not-generated", _FOLDER, "there are no schemas; `make generate` makes them")
    if found.diagnostics.failed:
        return found
    name = copy if copy is not None else _month(layout.root)
    if _COPY.fullmatch(name) is None:
        message = "the name of the copies is no date; expected one such as 2026-08, 2026-08-31 or 2026-08.2"
        found.diagnostics.error("version", "", message)
        return found
    files = {
        f"schemas/{version}/{path}": _at(text, url, version)
        for version in (VERSION, name)
        for path, text in texts.items()
    }
    difference = tree.compare(site, files, (f"schemas/{VERSION}", f"schemas/{name}"))
    kept = f"schemas/{name}/"
    spoilt = [path for path in (*difference.changed, *difference.leftover) if path.startswith(kept)]
    if spoilt or ((site / kept).is_dir() and any(path.startswith(kept) for path in difference.missing)):
        message = (
            f"{kept} is published and differs in {len(spoilt):,} files: it never changes; choose another --version"
        )
        found.diagnostics.error("immutable", kept, message)
        return found
    with workspace(site) as made:
        replace(made, files, difference)
    found.summary = f"{len(texts):,} schemas in {site}, as {VERSION} and {name}"
    return found


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each schema and of the list for editors."""
    for path in files_below(root, _FOLDER):
        if path.endswith(".json"):
            yield path.removeprefix(f"{_FOLDER}/"), (root / path).read_text(encoding="utf-8")
    if (root / META_SCHEMA).is_file():
        yield Path(META_SCHEMA).name, (root / META_SCHEMA).read_text(encoding="utf-8")


def _at(text: str, url: BaseUrl, version: str) -> str:
    """Return the text of a file with the addresses of a version, below the base URL."""
    found: dict[str, Any] = json.loads(text)
    own = [found["$id"]] if "$id" in found else [each["url"] for each in found.get("schemas", ())]
    for address in own:
        path = address.partition(f"/schemas/{VERSION}/")[2]
        text = text.replace(json.dumps(address), json.dumps(url.schema(path, version)))
    return text


def _month(root: Path) -> str:
    """Return the month of the newest document that the schemas are made from; empty where it is not known."""
    path = root / PACKAGE / "build.json"
    return str(json.loads(path.read_bytes()).get("date", "")) if path.is_file() else ""
