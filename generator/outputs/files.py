"""All generated files of a catalog, in as many processes as one likes; the result does not depend on how many."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

from generator.catalog.catalog import Catalog
from generator.context.fault import OutputError
from generator.outputs.audit import audit
from generator.outputs.connector_files import connector_files
from generator.outputs.formatting import format_python
from generator.outputs.package import package_files
from generator.outputs.reference_index import index_pages
from generator.paths import PACKAGE, REFERENCE

_CHUNK = 16


def generated_files(catalog: Catalog, jobs: int, advance: Callable[[int, int], None]) -> dict[str, str]:
    """The text of each generated file, by its path in the project.

    Args:
        catalog: What is printed.
        jobs: How many processes print.
        advance: Told how many connectors are done, of how many.

    Raises:
        OutputError: A document's text has come out as code (``unsafe-output``), or two names collide.
    """
    origins = {origin.name: origin for origin in catalog.documents}
    connectors = [connector for connector in catalog.connectors if connector.status == "documented"]
    tasks = [(connector, origins[connector.sources[0].document]) for connector in connectors]
    files: dict[str, str] = {}
    done = 0
    if jobs == 1 or len(tasks) <= _CHUNK:
        for task in tasks:
            files |= connector_files(*task)
            done += 1
            advance(done, len(tasks))
    else:
        with ProcessPoolExecutor(jobs) as pool:
            for printed in pool.map(connector_files, *zip(*tasks, strict=True), chunksize=_CHUNK):
                files |= printed
                done += 1
                advance(done, len(tasks))
    files |= {f"{PACKAGE}/{path}": text for path, text in package_files(connectors).items()}
    files |= {f"{REFERENCE}/{path}": text for path, text in index_pages(catalog).items()}
    faults = [fault for path, text in files.items() if path.endswith(".py") for fault in audit(path, text)]
    if faults:
        raise OutputError("unsafe-output", faults[0].partition(":")[0], faults[0])
    return format_python(dict(sorted(files.items())))
