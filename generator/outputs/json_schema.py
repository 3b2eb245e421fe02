"""Prints JSON Schemas."""

from __future__ import annotations

import json

from generator.context.schema import DIALECT, SchemaContext
from generator.outputs.environment import render
from generator.serialize import dumps


def schema_text(schema: SchemaContext) -> str:
    """The text of a schema's file: the template's output, written by the one serializer."""
    return dumps(json.loads(render("schemas/schema.json.jinja", schema=schema, dialect=DIALECT)))
