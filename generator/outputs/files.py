"""All generated files of a catalog, in as many processes as one likes; the result does not depend on how many."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection

from generator.catalog.catalog import Catalog
from generator.catalog.connector import Connector
from generator.outputs.audit import refuse_unsafe
from generator.outputs.formatting import format_python
from generator.outputs.package import package_files
from generator.outputs.reference_index import index_pages
from generator.outputs.workers import Workers
from generator.paths import PACKAGE, REFERENCE


@dataclasses.dataclass(frozen=True)
class Generated:
    """Files by their path in the project, and which of them belong to which connector."""

    files: dict[str, str]
    own: dict[str, tuple[str, ...]]


def generated_files(
    catalog: Catalog, fresh: Collection[Connector], workers: Workers, advance: Callable[[int, int], None]
) -> Generated:
    """The generated files of some of a catalog's connectors, and those that are made from the whole of it.

    Args:
        catalog: What is printed.
        fresh: Those of its documented connectors whose own files are printed.
        workers: The processes that print.
        advance: Told how many connectors are done, of how many.

    Raises:
        OutputError: A document's text has come out as code (``unsafe-output``), or two names collide.
    """
    origins = {origin.name: origin for origin in catalog.documents}
    tasks = [(connector, origins[connector.sources[0].document]) for connector in fresh]
    files: dict[str, str] = {}
    own: dict[str, tuple[str, ...]] = {}
    for done, (connector, printed) in enumerate(zip(fresh, workers.printed(tasks), strict=True), 1):
        files |= printed
        own[connector.key] = tuple(printed)
        advance(done, len(tasks))
    whole = {f"{PACKAGE}/{path}": text for path, text in package_files(documented(catalog)).items()}
    refuse_unsafe(whole)
    whole |= {f"{REFERENCE}/{path}": text for path, text in index_pages(catalog).items()}
    return Generated(format_python(dict(sorted((files | whole).items()))), own)


def documented(catalog: Catalog) -> list[Connector]:
    """The connectors that have files of their own."""
    return [connector for connector in catalog.connectors if connector.status == "documented"]
