"""Prints the files that are made from one connector: schema, model, validator, reference page."""

from __future__ import annotations

import dataclasses

from generator.catalog.connector import Connector
from generator.context.bundle import definition_name, request_definition
from generator.context.model import model_context
from generator.context.reference import reference_context
from generator.context.schema import schema_context
from generator.context.validator import validator_context
from generator.documents.store import Origin
from generator.outputs.audit import refuse_unsafe
from generator.outputs.environment import render
from generator.outputs.header import header_of
from generator.outputs.json_schema import schema_text
from generator.outputs.package_data import data_line
from generator.outputs.pydantic_models import model_text
from generator.paths import PACKAGE, REFERENCE
from generator.serialize import dumps_line


@dataclasses.dataclass(frozen=True)
class Printed:
    """What one connector is printed as.

    Attributes:
        files: The text of each file, by its path in the project; Python is not yet formatted.
        line: Its line in the data of the package.
        definition: Its definition in the bundle of its vendor's schemas, on one line.
    """

    files: dict[str, str]
    line: str
    definition: str


def connector_files(connector: Connector, origin: Origin) -> Printed:
    """All that is printed of one connector.

    Raises:
        OutputError: A document's text has come out as code (``unsafe-output``), or two names collide.
    """
    header = header_of(connector)
    schema = schema_context(connector, header)
    model = model_context(connector, f"# {header}")
    page = reference_context(connector, header, origin)
    files = {
        f"{PACKAGE}/schemas/{schema.path}": schema_text(schema),
        f"{PACKAGE}/{model.package}/{model.module}.py": model_text(model),
        **validator_file(connector, header),
        f"{REFERENCE}/{page.path}": render("reference/connector.md.jinja", page=page),
    }
    refuse_unsafe(files)
    definition = f"{dumps_line(definition_name(connector))}:{dumps_line(request_definition(connector))}"
    return Printed(files, data_line(connector), definition)


def validator_file(connector: Connector, header: str) -> dict[str, str]:
    """The text of a connector's validator, by its path in the project."""
    validator = validator_context(connector, f"# {header}")
    path = f"{PACKAGE}/validators/{validator.package}/{validator.module}.py"
    return {path: render("connector_catalog/validators/vendor/connector.py.jinja", validator=validator)}
