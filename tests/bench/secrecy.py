"""How well the name rule finds what Fivetran itself marks as secret."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.secrecy import is_secret_name
from generator.diagnostics import Diagnostics
from generator.documents.document import read_document
from generator.records.openapi_secrets import text_properties
from tests.bench.facts import DOCUMENTS
from tests.bench.figure import Figure

_NAME = "marks of Fivetran's that the name rule misses"


def figures() -> Iterator[Figure]:
    """The share of the vendor's own marks that the rule does not find: at most 0.02."""
    path = DOCUMENTS / "fivetran" / "openapi-2026-05.json"
    document = read_document(path, Diagnostics(path.name)) if path.is_file() else None
    if document is None:
        yield Figure(_NAME, None, "of them", 0.02, detail=f"{path} is not here")
        return
    marked = [each.name for each in text_properties(document.data) if each.marked]
    missed = [name for name in marked if not is_secret_name(name)]
    detail = f"{len(missed)} of {len(marked):,}"
    yield Figure(_NAME, len(missed) / len(marked), "of them", 0.02, detail=detail)
