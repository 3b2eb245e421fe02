"""All generated files of a catalog."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping

from generator.catalog.catalog import Catalog
from generator.outputs.audit import refuse_unsafe
from generator.outputs.catalog_files import apis_of, catalog_files, documented, elsewhere_in, vendors_of
from generator.outputs.formatting import format_python
from generator.outputs.package import source_files
from generator.outputs.printed import ConnectorFiles
from generator.outputs.schema_audit import refuse_invalid_schemas
from generator.outputs.task import Task
from generator.outputs.workers import printed
from generator.paths import PACKAGE
from generator.systems.elsewhere import Elsewhere


@dataclasses.dataclass(frozen=True)
class Generated:
    """All generated files.

    Attributes:
        files: The text of each file, by its path in the project.
        printed: The outputs of the connectors that were printed, by key.
        audited: The digests of the schemas of several connectors that the audit has passed.
    """

    files: dict[str, str]
    printed: dict[str, ConnectorFiles]
    audited: set[str]


def generated_files(
    catalog: Catalog,
    kept: Mapping[str, ConnectorFiles],
    jobs: int,
    advance: Callable[[int, int], None],
    audited: Collection[str] = (),
    elsewhere: Mapping[str, Elsewhere] | None = None,
) -> Generated:
    """Return all generated files of a catalog.

    Args:
        catalog: The catalog.
        kept: The outputs of connectors that need not be printed again, by key.
        jobs: The number of processes that print.
        advance: Called with the number of connectors that are printed, and of all that will be.
        audited: The digests of schemas that the audit of an earlier run has passed.
        elsewhere: By key of a connector, what there is of its system at other vendors; ``None`` to find it out.

    Raises:
        OutputError: A module is unsafe or does not compile (``unsafe-output``), a schema is invalid
            (``invalid-schema``), or two names collide.
    """
    origins = {origin.name: origin for origin in catalog.documents}
    vendors = vendors_of(catalog)
    if elsewhere is None:
        elsewhere = elsewhere_in(catalog)
    apis = apis_of(catalog)
    fresh = [each for each in documented(catalog) if each.key not in kept]
    tasks = [
        Task(
            each,
            vendors[each.vendor],
            origins[each.sources[0].document],
            elsewhere.get(each.key),
            apis[each.vendor, each.role],
        )
        for each in fresh
    ]
    made: dict[str, ConnectorFiles] = {}
    for connector, outputs in zip(fresh, printed(tasks, jobs, catalog.base_url), strict=True):
        made[connector.key] = outputs
        advance(len(made), len(tasks))
    whole = catalog_files(catalog, {**kept, **made})
    refuse_unsafe(whole)
    passed = refuse_invalid_schemas(whole, audited)
    formatted = format_python(whole | {path: text for each in made.values() for path, text in each.files.items()})
    made = {
        key: dataclasses.replace(each, files={path: formatted[path] for path in each.files})
        for key, each in made.items()
    }
    files = formatted | {path: text for each in kept.values() for path, text in each.files.items()}
    return Generated(files | {f"{PACKAGE}/{path}": text for path, text in source_files().items()}, made, passed)
