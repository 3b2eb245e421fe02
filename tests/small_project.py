"""A project like this one with a few of its connectors, which is generated in a moment."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from generator.commands.generate import Request, generate
from generator.paths import CATALOG, GENERATED, PROJECT, Layout
from generator.serialize import dumps
from tests.vendors import PROFILES

TABLES = ("glossary.yaml", "secrecy.yaml", "names.yaml", *(f"vendors/{name}.yaml" for name in PROFILES))
PARTS = ("braintree", "aurora", "hubspot", "s3")
SERVICES = ("iterable", "amqp", "double_click_publishers", "snowflake")
STITCH = "documents/stitch/source-destination-reference.json"
OPENAPI = "documents/fivetran/openapi.json"
ITERABLE = "documents/fivetran/iterable.json"

Json = dict[str, Any]


def make(root: Path, parts: Collection[str] | None = PARTS, services: Collection[str] = SERVICES) -> Layout:
    """Writes the project's captures and what people write, nothing that is generated.

    Args:
        root: The project's folder.
        parts: The parts of Stitch's page that it has; ``None`` for all.
        services: The services of Fivetran's file that it has.
    """
    stitch, corrections = _json(STITCH), _json("corrections/stitch.json")
    if parts is not None:
        stitch = _with_parts(stitch, parts)
        corrections = [each for each in corrections if each["connector"].rpartition(".")[2] in parts]
    texts = {
        STITCH: dumps(stitch),
        OPENAPI: dumps(_with_services(_json(OPENAPI), services)),
        **{path: (PROJECT / CATALOG / path).read_text(encoding="utf-8") for path in (ITERABLE, *TABLES)},
        "corrections/stitch.json": dumps(corrections),
    }
    for path, text in texts.items():
        (root / CATALOG / path).parent.mkdir(parents=True, exist_ok=True)
        (root / CATALOG / path).write_text(text, encoding="utf-8")
    return Layout(root)


def make_generated(root: Path) -> Layout:
    """Writes the project with all that is generated from it, as one that nobody has run ``generate`` in."""
    layout = make(root)
    done = generate(layout, Request(root, jobs=1), lambda done, total: None)
    assert not done.diagnostics.failed, [str(each) for each in done.diagnostics]
    shutil.rmtree(layout.cache)
    return layout


def copy(made: Layout, root: Path, *, generated: bool = False) -> Layout:
    """A copy of a project's catalog, and of what is generated where that is asked for."""
    for folder in (CATALOG, GENERATED)[: 2 if generated else 1]:
        shutil.copytree(made.root / folder, root / folder)
    return Layout(root)


def copy_with_cache(made: Layout, root: Path) -> Layout:
    """A copy of a project in which ``generate`` has been run, with what that run has kept."""
    layout = copy(made, root, generated=True)
    shutil.copytree(made.cache, layout.cache)
    return layout


def _json(path: str) -> Any:
    return json.loads((PROJECT / CATALOG / path).read_text(encoding="utf-8"))


def _with_parts(capture: Json, parts: Collection[str]) -> Json:
    """Stitch's page with some of its parts."""
    marks = [f"-{part}-object" for part in parts]
    sections = [each for each in capture["sections"] if any(mark in (each["anchor"] or "") for mark in marks)]
    return capture | {"sections": sections}


def _with_services(capture: Json, services: Collection[str]) -> Json:
    """Fivetran's file with some of its services, and the schemas that these lead to."""
    specification = capture["specification"]
    schemas = {name: _with_mapping(body, services) for name, body in specification["schemas"].items()}
    left = [name for names in specification["operations"].values() for name in names]
    kept: set[str] = set()
    while left:
        name = left.pop()
        if name in schemas and name not in kept:
            kept.add(name)
            left += _texts(schemas[name])
    reached = {name: body for name, body in schemas.items() if name in kept}
    return capture | {"specification": specification | {"schemas": reached}}


def _with_mapping(schema: Any, services: Collection[str]) -> Any:
    if not isinstance(schema, dict) or "mapping" not in schema:
        return schema
    return schema | {"mapping": {key: name for key, name in schema["mapping"].items() if key in services}}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)


def change(layout: Layout) -> None:
    """Changes the inputs so that files of every folder change, some are new and some are left over."""
    page = layout.root / CATALOG / STITCH
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("public_key", "public_key_two"), encoding="utf-8")
    services = layout.root / CATALOG / OPENAPI
    text = services.read_text(encoding="utf-8")
    services.write_text(re.sub(r'"amqp":', '"amqp_two":', text), encoding="utf-8")
