"""All generated files of a catalog."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping

from generator.context.catalog_shape import CatalogShape
from generator.outputs.audit import refuse_unsafe
from generator.outputs.catalog_files import catalog_files
from generator.outputs.formatting import format_python
from generator.outputs.package import source_files
from generator.outputs.printed import ConnectorFiles, SharedParts
from generator.outputs.schema_audit import refuse_invalid_schemas
from generator.outputs.task import Task
from generator.outputs.workers import printed
from generator.paths import PACKAGE


@dataclasses.dataclass(frozen=True)
class Generated:
    """The generated files that a run has printed.

    Attributes:
        files: The text of each file, by its path in the project.
        printed: The outputs of the connectors that were printed, by key.
        audited: The digests of the schemas of several connectors that the audit has passed.
    """

    files: dict[str, str]
    printed: dict[str, ConnectorFiles]
    audited: set[str]


def generated_files(
    shape: CatalogShape,
    kept: Mapping[str, SharedParts],
    jobs: int,
    advance: Callable[[int, int], None],
    audited: Collection[str] = (),
) -> Generated:
    """Print the generated files of a catalog.

    Args:
        shape: The catalog.
        kept: The parts of shared files of the connectors that need not be printed again, by key.
        jobs: The number of processes that print.
        advance: Called with the number of connectors that are printed, and of all that will be.
        audited: The digests of schemas that the audit of an earlier run has passed.

    Raises:
        OutputError: A module is unsafe or does not compile (``unsafe-output``), a schema is invalid
            (``invalid-schema``), or two names collide.
    """
    tasks = _tasks(shape, kept)
    outputs: dict[str, ConnectorFiles] = {}
    for task, files in zip(tasks, printed(tasks, jobs, shape.catalog.base_url), strict=True):
        outputs[task.connector.key] = files
        advance(len(outputs), len(tasks))
    whole = catalog_files(shape, {**kept, **{key: each.shared for key, each in outputs.items()}})
    refuse_unsafe(whole)
    passed = refuse_invalid_schemas(whole, audited)
    formatted = format_python(whole | {path: text for each in outputs.values() for path, text in each.files.items()})
    outputs = {
        key: dataclasses.replace(each, files={path: formatted[path] for path in each.files})
        for key, each in outputs.items()
    }
    copied = {f"{PACKAGE}/{path}": text for path, text in source_files().items()}
    return Generated(formatted | copied, outputs, passed)


def _tasks(shape: CatalogShape, kept: Collection[str]) -> list[Task]:
    """Return the connectors to print."""
    origins = {origin.name: origin for origin in shape.catalog.documents}
    return [
        Task(
            each,
            shape.vendors[each.vendor],
            origins[each.sources[0].document],
            shape.elsewhere.get(each.key),
            shape.apis[each.vendor, each.role],
        )
        for each in shape.connectors
        if each.key not in kept
    ]
