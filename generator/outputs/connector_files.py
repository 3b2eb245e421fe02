"""Prints the files that are made from one connector: schema, model, validator, reference page."""

from __future__ import annotations

import functools

from generator.catalog.connector import Connector
from generator.context.model import model_context
from generator.context.reference import reference_context
from generator.context.schema import schema_context
from generator.context.validator import validator_context
from generator.documents.store import Origin
from generator.outputs.audit import refuse_unsafe
from generator.outputs.environment import render
from generator.outputs.header import header_of
from generator.outputs.json_schema import schema_text
from generator.outputs.pydantic_models import model_text
from generator.paths import PACKAGE, REFERENCE


def connector_files(connector: Connector, origin: Origin) -> dict[str, str]:
    """The text of each file, by its path in the project; Python is not yet formatted.

    Raises:
        OutputError: A document's text has come out as code (``unsafe-output``), or two names collide.
    """
    header = header_of(connector)
    schema = schema_context(connector, header)
    model = model_context(connector, f"# {header}")
    validator = validator_context(connector, f"# {header}")
    page = reference_context(connector, header, origin.url, origin.date)
    files = {
        f"{PACKAGE}/schemas/{schema.path}": schema_text(schema),
        f"{PACKAGE}/{model.package}/{model.module}.py": model_text(model),
        f"{PACKAGE}/validators/{validator.package}/{validator.module}.py": render(
            "validator/module.py.jinja", validator=validator
        ),
        f"{REFERENCE}/{page.path}": render("markdown/connector.md.jinja", page=page),
    }
    refuse_unsafe(files, _helpers())
    return files


@functools.cache
def _helpers() -> str:
    """The part that all validators have alike, without the imports that it begins with."""
    text = render("validator/helpers.py.jinja")
    refuse_unsafe({"helpers.py": text})
    return text[text.index("\n\n\n") :]
