"""All generated files of a catalog, in as many processes as one likes; the result does not depend on how many."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection

from generator.catalog.catalog import Catalog, connector_path
from generator.catalog.connector import Connector
from generator.catalog.envelope import Envelope
from generator.outputs.audit import refuse_unsafe
from generator.outputs.connector_files import validator_file
from generator.outputs.formatting import format_python
from generator.outputs.header import header_of_all
from generator.outputs.kept_lines import KeptLines
from generator.outputs.package import package_files, runtime_files
from generator.outputs.package_data import index_file, vendors_file
from generator.outputs.reference_index import index_pages
from generator.outputs.schema_bundle import bundle_text, list_text
from generator.outputs.workers import Workers
from generator.paths import PACKAGE, REFERENCE


@dataclasses.dataclass(frozen=True)
class Generated:
    """Files by their path in the project, and which of them belong to which connector."""

    files: dict[str, str]
    own: dict[str, tuple[str, ...]]


def generated_files(
    catalog: Catalog,
    fresh: Collection[Connector],
    kept: KeptLines,
    workers: Workers,
    advance: Callable[[int, int], None],
) -> Generated:
    """The generated files of some of a catalog's connectors, and those that are made from the whole of it.

    Args:
        catalog: What is printed.
        fresh: Those of its documented connectors that are printed.
        kept: The lines of the others in the files that have one for each connector.
        workers: The processes that print.
        advance: Told how many connectors are done, of how many.

    Raises:
        OutputError: A document's text has come out as code (``unsafe-output``), or two names collide.
    """
    origins = {origin.name: origin for origin in catalog.documents}
    tasks = [(connector, origins[connector.sources[0].document]) for connector in fresh]
    files: dict[str, str] = {}
    own: dict[str, tuple[str, ...]] = {}
    lines, definitions = dict(kept.lines), dict(kept.definitions)
    for done, (connector, printed) in enumerate(zip(fresh, workers.printed(tasks), strict=True), 1):
        files |= printed.files
        own[connector.key] = (connector_path(connector), *printed.files)
        lines[connector.key], definitions[connector.key] = printed.line, printed.definition
        advance(done, len(tasks))
    whole = _of_the_whole(catalog, lines, definitions)
    refuse_unsafe(whole)
    # These are modules of ours, with nothing of a document in them.
    whole |= {f"{PACKAGE}/{path}": text for path, text in runtime_files().items()}
    return Generated(format_python(dict(sorted((files | whole).items()))), own)


def _of_the_whole(catalog: Catalog, lines: dict[str, str], definitions: dict[str, str]) -> dict[str, str]:
    """The files that are made from the whole catalog."""
    connectors = documented(catalog)
    package = package_files(connectors) | {
        "index.json": index_file(catalog, connectors),
        "vendors.json": vendors_file(catalog.profiles),
    }
    vendors: list[str] = sorted({connector.vendor for connector in connectors})
    for vendor in vendors:
        own = [connector for connector in connectors if connector.vendor == vendor]
        envelopes = catalog.envelopes.get(vendor, {})
        package[f"data/{vendor}.jsonl"] = "".join(f"{lines[each.key]}\n" for each in own)
        package[f"schemas/{vendor}.json"] = bundle_text(vendor, own, definitions, envelopes)
    package["schemas/catalog.json"] = list_text(vendors)
    files = {f"{PACKAGE}/{path}": text for path, text in package.items()}
    for roles in catalog.envelopes.values():
        for envelope in roles.values():
            files |= validator_file(_as_connector(envelope), header_of_all())
    return files | {f"{REFERENCE}/{path}": text for path, text in index_pages(catalog).items()}


def documented(catalog: Catalog) -> list[Connector]:
    """The connectors that have files of their own."""
    return [connector for connector in catalog.connectors if connector.status == "documented"]


def _as_connector(envelope: Envelope) -> Connector:
    """Return an envelope as a connector, for the context of its validator."""
    return Connector(
        vendor=envelope.vendor,
        role=envelope.role,
        type=envelope.type,
        name=envelope.name,
        status="documented",
        steps=envelope.steps,
    )
