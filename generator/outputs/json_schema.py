"""Prints JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.context.json_schema.bundle import BundleContext, BundleEntry
from generator.context.json_schema.connector import SchemaContext
from generator.context.json_schema.dialects import DRAFT_2020_12
from generator.outputs.environment import render
from generator.serialize import dumps


def schema_text(schema: SchemaContext) -> str:
    """Return the text of a schema's file: the template's output, written by the one serializer."""
    return dumps(json.loads(render("schemas/schema.json.jinja", schema=schema, dialect=DRAFT_2020_12.uri)))


def bundle_text(bundle: BundleContext) -> str:
    """Return the text of a vendor's bundle, with a line for each definition."""
    return render("schemas/bundle.json.jinja", bundle=bundle)


def bundle_list_text(entries: Iterable[BundleEntry]) -> str:
    """Return the text of the list of bundles, in the form of SchemaStore's catalog."""
    return dumps(json.loads(render("schemas/catalog.json.jinja", entries=tuple(entries))))
