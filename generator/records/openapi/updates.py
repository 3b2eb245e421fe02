"""Compare the properties of create and update requests."""

from __future__ import annotations

import dataclasses

from generator.blocks.specification import Schema, Specification
from generator.records.openapi.alternatives import selector_of
from generator.records.record import PropertyRecord, VariantRecord
from templates.connector_catalog.constraints import is_same


def marked_create_only(
    rows: tuple[PropertyRecord, ...], update: Schema, specification: Specification
) -> tuple[PropertyRecord, ...]:
    """Return properties with a mark on each that the schema of an update lacks, nested ones included."""
    # What both only require, and declare nowhere, can be changed.
    required = update.keywords.get("required", ())
    return tuple(
        row
        if row.name in required and row.name not in update.properties
        else _marked(row, update.properties.get(row.name), specification)
        for row in rows
    )


def _marked(row: PropertyRecord, update: Schema | None, specification: Specification) -> PropertyRecord:
    if update is None:
        return dataclasses.replace(row, declared={**row.declared, "createOnly": True})
    holder = specification.resolved(update)
    holder = holder if holder.items is None else specification.resolved(holder.items)
    variants = _by_value(holder, specification)
    return dataclasses.replace(
        row,
        children=marked_create_only(row.children, holder, specification) if holder.properties else row.children,
        variants=tuple(_marked_variant(each, variants, specification) for each in row.variants),
    )


def _marked_variant(
    variant: VariantRecord, updates: list[tuple[object, Schema]], specification: Specification
) -> VariantRecord:
    for value, schema in updates:
        if is_same(value, variant.value):
            return dataclasses.replace(
                variant, properties=marked_create_only(variant.properties, schema, specification)
            )
    return variant


def _by_value(schema: Schema, specification: Specification) -> list[tuple[object, Schema]]:
    schemas = [specification.resolved(each) for each in schema.variants]
    told = selector_of(schemas, specification) if schemas else None
    return list(zip(told[1], schemas, strict=True)) if told is not None else []
