"""Files are written by the one serializer."""

from __future__ import annotations

from generator.catalog.rules import Rule, Subject
from generator.diagnostics import Diagnostics
from generator.serialize import dumps


def _check(subject: Subject, diagnostics: Diagnostics) -> None:
    for path, connector in subject.connectors.items():
        if (subject.root / path).read_text(encoding="utf-8") != dumps(connector.to_json()):
            message = "the file is not as the serializer writes it; `make generate` writes it"
            diagnostics.error(RULE.name, path, message)


RULE = Rule("canonical-text", "Each file is exactly what the serializer writes.", _check)
