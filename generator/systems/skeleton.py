"""Writes a review sheet as YAML that can be pasted into ``catalog/systems/<system>.yaml``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.systems.sheet import Sheet, SheetLink
from templates.connector_catalog.yaml_scalars import is_plain


def skeleton(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a sheet, with scores and reasons as comments."""
    system = sheet.system
    yield f"# {system.name}.yaml{'' if sheet.is_decided else ' (new)'}"
    yield f"title: {_scalar(system.title)}"
    yield f"{system.role}:"
    yield "  connectors:"
    for vendor, ids in system.connectors.items():
        yield f"    {vendor}: {_flow(ids)}"
    if sheet.links:
        yield "  links:"
    for link in sheet.links:
        yield f"    # {link.score:.2f}: {', '.join(link.reasons)}"
        yield from _link(link)
    if sheet.alone:
        yield "  withoutCounterpart:"
    for vendor, paths in sheet.alone.items():
        yield f"    {vendor}:"
        yield from (f"      - {_scalar(path)}" for path in paths)
    for each in sheet.contradictions:
        both = " and ".join(f"{vendor} {path}" for vendor, path in (each.one, each.other))
        yield f"  # {each.score:.2f}: {both} are similar ({', '.join(each.reasons)}), but a decision keeps them apart"
    yield ""


def _link(link: SheetLink) -> Iterator[str]:
    if not link.values:
        yield f"    - {_mapping(link.paths)}"
        return
    for index, (vendor, path) in enumerate(link.paths.items()):
        yield f"    {'-' if index == 0 else ' '} {vendor}: {_scalar(path)}"
    yield "      values:"
    yield from (f"        - {_mapping(row)}" for row in link.values)


def _mapping(values: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{name}: {_scalar(value)}' for name, value in values.items())}}}"


def _flow(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_scalar, values))}]"


def _scalar(text: str) -> str:
    """Return a string as YAML, quoted if it would be read as something else."""
    return text if is_plain(text) else json.dumps(text, ensure_ascii=False)
