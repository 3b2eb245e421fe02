"""``publish``: write the schemas below the addresses that they state, and copies that never change.

An address of version ``v1`` has the newest schema. The copy below the month of the documents, such as ``2026-08``, has
an ``$id`` of its own, and is never written again: what refers to it is checked in the same way for ever.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.base_url import VERSION, BaseUrl, read_base_url
from generator.diagnostics import Diagnostics
from generator.files import tree
from generator.files.folders import files_below
from generator.files.replacement import replace
from generator.files.workspace import workspace
from generator.paths import META_SCHEMA, PACKAGE, Layout

_FOLDER = f"{PACKAGE}/schemas"
_MOST_COPIES = 1_000
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
        copy: The version of the copies that never change; ``None`` for the month of the newest document, with a number
            where the site has other copies of this month.

    Raises:
        OSError: A file could not be read or written.
    """
    found = Published(Diagnostics())
    url = read_base_url(layout.root, base_url, found.diagnostics)
    texts = dict(_texts(layout.root))
    if not texts:
        found.diagnostics.error("not-generated", _FOLDER, "there are no schemas; `make generate` makes them")
    names = [copy] if copy is not None else _names(layout.root)
    if _COPY.fullmatch(names[0]) is None:
        message = "the version is no date; expected one such as 2026-08, 2026-08-31 or 2026-08.2"
        found.diagnostics.error("version", names[0], message)
    if found.diagnostics.failed:
        return found
    name = _free_name(site, names, texts, url)
    if name is None:
        message = "what is published differs, and never changes; choose another --version"
        found.diagnostics.error("immutable", f"schemas/{names[0]}", message)
        return found
    files = _at(texts, url, VERSION) | _at(texts, url, name)
    with workspace(site) as made:
        replace(made, files, tree.compare(site, files, (f"schemas/{VERSION}",)))
    found.summary = f"{len(texts):,} schemas in {site}, as {VERSION} and {name}"
    return found


def _free_name(site: Path, names: Iterable[str], texts: Mapping[str, str], url: BaseUrl) -> str | None:
    """Return the first name for which the site has no copies, or identical ones."""
    for name in names:
        folder = f"schemas/{name}"
        if not (site / folder).exists() or not tree.compare(site, _at(texts, url, name), (folder,)):
            return name
    return None


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each schema, and of the list for editors."""
    for path in sorted(files_below(root, _FOLDER)):
        if path.endswith(".json"):
            yield path.removeprefix(f"{_FOLDER}/"), (root / path).read_text(encoding="utf-8")
    if (root / META_SCHEMA).is_file():
        yield Path(META_SCHEMA).name, (root / META_SCHEMA).read_text(encoding="utf-8")


def _at(texts: Mapping[str, str], url: BaseUrl, version: str) -> dict[str, str]:
    """Return the files of a version by their paths in the site, with the addresses that they have there."""
    return {f"schemas/{version}/{path}": _addressed(path, text, url, version) for path, text in texts.items()}


def _addressed(path: str, text: str, url: BaseUrl, version: str) -> str:
    stated = json.loads(text)
    if "$id" in stated:
        return text.replace(json.dumps(stated["$id"]), json.dumps(url.schema(path, version)), 1)
    for each in stated.get("schemas", ()):
        # The bundles are not in a folder.
        own = url.schema(each["url"].rpartition("/")[2], version)
        text = text.replace(json.dumps(each["url"]), json.dumps(own), 1)
    return text


def _names(root: Path) -> list[str]:
    """Return the names that copies may have: the month of the newest document, alone and with a number."""
    path = root / PACKAGE / "build.json"
    month = str(json.loads(path.read_bytes()).get("date", "")) if path.is_file() else ""
    return [month, *(f"{month}.{number}" for number in range(2, _MOST_COPIES))]
