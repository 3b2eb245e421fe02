"""All generated files of a catalog, in as many processes as one likes; the result does not depend on how many."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ProcessPoolExecutor

from generator.catalog.catalog import Catalog
from generator.catalog.connector import Connector
from generator.context.fault import OutputError
from generator.documents.store import Origin
from generator.outputs.audit import audit
from generator.outputs.connector_files import connector_files
from generator.outputs.formatting import format_python
from generator.outputs.package import package_files
from generator.outputs.reference_index import index_pages
from generator.paths import PACKAGE, REFERENCE

_CHUNK = 16


@dataclasses.dataclass(frozen=True)
class Generated:
    """Files by their path in the project, and which of them belong to which connector."""

    files: dict[str, str]
    own: dict[str, tuple[str, ...]]


def generated_files(
    catalog: Catalog, fresh: Collection[Connector], jobs: int, advance: Callable[[int, int], None]
) -> Generated:
    """The generated files of some of a catalog's connectors, and those that are made from the whole of it.

    Args:
        catalog: What is printed.
        fresh: Those of its documented connectors whose own files are printed.
        jobs: How many processes print.
        advance: Told how many connectors are done, of how many.

    Raises:
        OutputError: A document's text has come out as code (``unsafe-output``), or two names collide.
    """
    origins = {origin.name: origin for origin in catalog.documents}
    tasks = [(connector, origins[connector.sources[0].document]) for connector in fresh]
    files: dict[str, str] = {}
    own: dict[str, tuple[str, ...]] = {}
    for done, (connector, printed) in enumerate(zip(fresh, _printed(tasks, jobs), strict=True), 1):
        files |= printed
        own[connector.key] = tuple(printed)
        advance(done, len(tasks))
    files |= {f"{PACKAGE}/{path}": text for path, text in package_files(documented(catalog)).items()}
    files |= {f"{REFERENCE}/{path}": text for path, text in index_pages(catalog).items()}
    faults = [fault for path, text in files.items() if path.endswith(".py") for fault in audit(path, text)]
    if faults:
        raise OutputError("unsafe-output", faults[0].partition(":")[0], faults[0])
    return Generated(format_python(dict(sorted(files.items()))), own)


def documented(catalog: Catalog) -> list[Connector]:
    """The connectors that have files of their own."""
    return [connector for connector in catalog.connectors if connector.status == "documented"]


def _printed(tasks: list[tuple[Connector, Origin]], jobs: int) -> Iterator[dict[str, str]]:
    """The files of each connector, in order."""
    if jobs == 1 or len(tasks) <= _CHUNK:
        yield from (connector_files(*task) for task in tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(connector_files, *zip(*tasks, strict=True), chunksize=_CHUNK)
