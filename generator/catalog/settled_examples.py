"""Applies the corrections of examples to records."""

from __future__ import annotations

import dataclasses

from generator.catalog.context import Context
from generator.catalog.corrections import Correction
from generator.diagnostics import Diagnostics, Level
from generator.records.example import parse_payload
from generator.records.record import ConnectorRecord, ExampleRecord, PageRecords


def settle_examples(records: PageRecords, context: Context) -> None:
    """Correct the texts of examples, and turn the errors about them into warnings."""
    for correction in context.knowledge.corrections.of_examples():
        for connector in records.connectors:
            if f"{records.vendor}/{connector.role}/{connector.type}" == correction.connector:
                _settle(correction, connector, context)


def _settle(correction: Correction, connector: ConnectorRecord, context: Context) -> None:
    steps = [step for step in connector.steps if step.name == correction.step]
    for example in [*(example for step in steps for example in step.examples), *connector.loose_examples]:
        if correction.old in example.text:
            context.usage.corrections.append(correction)
            example.text = example.text.replace(correction.old, correction.new)
            example.value = parse_payload(example.text)[0]
            _settle_error(example, correction, context.diagnostics)


def _settle_error(example: ExampleRecord, correction: Correction, diagnostics: Diagnostics) -> None:
    message = f"the example is corrected: {correction.reason}"
    for found in list(diagnostics):
        if found.code == "example-not-json" and found.place == example.place:
            if example.value is None:
                return
            diagnostics.replace(found, dataclasses.replace(found, level=Level.WARNING, message=message))
            return
    diagnostics.warning("corrected", example.place, message, correction.subject)
