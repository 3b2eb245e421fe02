"""Prints the files that are made from one connector: schema, model, validator, reference page."""

from __future__ import annotations

from generator.catalog.connector import Connector
from generator.context.bundle import definition_line
from generator.context.connector_shape import shape_of
from generator.context.header import header_of
from generator.context.model import model_context
from generator.context.package_data import connector_data
from generator.context.reference import reference_context
from generator.context.schema import schema_context
from generator.context.validator import validator_context
from generator.documents.store import Origin
from generator.outputs.audit import refuse_unsafe
from generator.outputs.environment import render
from generator.outputs.json_schema import schema_text
from generator.outputs.printed import ConnectorFiles
from generator.outputs.pydantic_models import model_text
from generator.outputs.validators import validator_file
from generator.paths import PACKAGE, REFERENCE
from generator.serialize import dumps_line
from templates.connector_catalog.vendors import Vendor


def connector_files(connector: Connector, vendor: Vendor, origin: Origin) -> ConnectorFiles:
    """Return the outputs of one connector; Python is not yet formatted.

    Raises:
        OutputError: A document's text would be printed as code (``unsafe-output``), or two names collide.
    """
    header, shape = header_of(connector), shape_of(connector, vendor)
    schema = schema_context(shape, header)
    model = model_context(shape, f"# {header}")
    page = reference_context(shape, header, origin)
    files = {
        f"{PACKAGE}/schemas/{schema.path}": schema_text(schema),
        f"{PACKAGE}/{model.package}/{model.module}.py": model_text(model),
        **validator_file(validator_context(shape, f"# {header}")),
        f"{REFERENCE}/{page.path}": render("reference/connector.md.jinja", page=page),
    }
    refuse_unsafe(files)
    return ConnectorFiles(files, dumps_line(connector_data(shape)), definition_line(shape))
