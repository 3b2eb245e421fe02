"""Facts come from documents that the index names."""

from __future__ import annotations

import json

from generator import paths
from generator.catalog.rules import Rule, Subject
from generator.diagnostics import Diagnostics


def _check(subject: Subject, diagnostics: Diagnostics) -> None:
    index = json.loads((subject.root / paths.INDEX).read_text(encoding="utf-8"))
    known = {document["name"] for document in index["documents"]}
    for path, connector in subject.connectors.items():
        sources = [*connector.sources, *(source for _, _, found in connector.paths() for source in found.sources)]
        for name in sorted({source.document for source in sources} - known):
            diagnostics.error(RULE.name, path, f"the source {name!r} is not among the index's documents")


RULE = Rule("known-source", "Each source is a document of the index.", _check)
