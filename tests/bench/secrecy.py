"""Measures how many of the secrets that a vendor marks the name rule finds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.secrecy import is_secret_name
from generator.commands.extract import extract
from generator.commands.lint import secrets_of
from generator.paths import Layout
from tests.bench.figure import Figure
from tests.bench.prose import DOCUMENTS

_NAME = "marks of Fivetran's that the name rule misses"


def figures() -> Iterator[Figure]:
    """Yield the share of the vendor's own marks that the rule misses: at most 0.02."""
    path = DOCUMENTS / "fivetran" / "openapi-2026-05.json"
    if not path.is_file():
        yield Figure(_NAME, None, "of them", 0.02, detail=f"{path} does not exist")
        return
    secrets = secrets_of(extract(Layout(), [path], None).connectors).values()
    marked = [each.name for each in secrets if each.secret_from == "mark"]
    missed = [name for name in marked if not is_secret_name(name)]
    detail = f"{len(missed)} of {len(marked):,}"
    yield Figure(_NAME, len(missed) / len(marked), "of them", 0.02, detail=detail)
