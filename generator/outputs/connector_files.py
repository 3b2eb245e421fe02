"""Prints the files that are made from connectors: for each a schema, a model, a validator and a reference page."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.base_url import NOWHERE, BaseUrl
from generator.catalog.connector import Connector
from generator.context.connector_shape import ConnectorShape, shape_of
from generator.context.header import header_of
from generator.context.json_schema.connector import schema_context
from generator.context.json_schema.update import definition_lines
from generator.context.models.connector import ModelContext, model_context
from generator.context.models.stub import stub_context
from generator.context.models.validator import validator_context
from generator.context.package.data import connector_data
from generator.context.reference.connector_page import reference_context
from generator.outputs.audit import refuse_unsafe
from generator.outputs.environment import render
from generator.outputs.json_schema import schema_text
from generator.outputs.printed import ConnectorFiles, SharedParts
from generator.outputs.pydantic_models import model_texts
from generator.outputs.schema_audit import refuse_invalid_schemas
from generator.outputs.task import Task
from generator.outputs.validators import validator_file
from generator.paths import PACKAGE, REFERENCE
from generator.serialize import dumps_line


def connector_files(tasks: Sequence[Task], base_url: BaseUrl = NOWHERE) -> list[ConnectorFiles]:
    """Return the outputs of connectors; Python is not yet formatted.

    Raises:
        OutputError: A module is unsafe or does not compile (``unsafe-output``), a schema is invalid
            (``invalid-schema``), or two names collide.
    """
    shapes = [shape_of(task.connector, task.vendor) for task in tasks]
    models = [model_context(shape, f"# {header_of(shape.connector)}") for shape in shapes]
    texts = model_texts(models)
    return [
        _files(shape, task, base_url, _model_files(model, text))
        for task, shape, model, text in zip(tasks, shapes, models, texts, strict=True)
    ]


def _model_files(model: ModelContext, text: str) -> dict[str, str]:
    path = f"{PACKAGE}/{model.package}/{model.module}"
    stub = render("connector_catalog/vendor/connector.pyi.jinja", stub=stub_context(model))
    return {f"{path}.py": text, f"{path}.pyi": stub}


def _files(shape: ConnectorShape, task: Task, base_url: BaseUrl, model: dict[str, str]) -> ConnectorFiles:
    header = header_of(shape.connector)
    schema = schema_context(shape, header, base_url)
    printed_schema = schema_text(schema)
    page = reference_context(shape, header, task.origin, task.elsewhere, task.api)
    files = {
        f"{PACKAGE}/schemas/{schema.path}": printed_schema,
        **model,
        **validator_file(validator_context(shape, f"# {header}")),
        f"{REFERENCE}/{page.path}": render("reference/connector.md.jinja", page=page),
    }
    refuse_unsafe(files)
    refuse_invalid_schemas(files)
    data = dumps_line(connector_data(shape))
    shared = SharedParts(data, _schema_line(shape.connector, printed_schema), definition_lines(shape))
    return ConnectorFiles(files, shared)


def _schema_line(connector: Connector, text: str) -> str:
    """Return a schema as a line: in the wheel, lines of one file need a fifth of the space of files of their own."""
    return dumps_line(
        {"vendor": connector.vendor, "role": connector.role, "type": connector.type, "schema": json.loads(text)}
    )
