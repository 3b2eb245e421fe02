"""Compares the properties of create and update requests."""

from __future__ import annotations

import dataclasses

from generator.blocks.specification import Schema, Specification
from generator.records.openapi.alternatives import selector_of
from generator.records.record import PropertyRecord, VariantRecord
from templates.connector_catalog.constraints import is_same


def with_create_only_marks(
    rows: tuple[PropertyRecord, ...], update: Schema, specification: Specification
) -> tuple[PropertyRecord, ...]:
    """Return properties with the mark ``createOnly`` on each, nested or not, that the schema of an update lacks."""
    # A property that both require and neither declares can be changed.
    undeclared = set(update.keywords.get("required", ())) - set(update.properties)
    return tuple(
        row if row.name in undeclared else _with_marks(row, update.properties.get(row.name), specification)
        for row in rows
    )


def _with_marks(row: PropertyRecord, update: Schema | None, specification: Specification) -> PropertyRecord:
    if update is None:
        return dataclasses.replace(row, declared={**row.declared, "createOnly": True})
    holder = specification.resolved(update)
    holder = holder if holder.items is None else specification.resolved(holder.items)
    variants = _variants_by_value(holder, specification)
    return dataclasses.replace(
        row,
        children=with_create_only_marks(row.children, holder, specification) if holder.properties else row.children,
        variants=tuple(_variant_with_marks(variant, variants, specification) for variant in row.variants),
    )


def _variant_with_marks(
    variant: VariantRecord, updates: list[tuple[object, Schema]], specification: Specification
) -> VariantRecord:
    for value, schema in updates:
        if is_same(value, variant.value):
            return dataclasses.replace(
                variant, properties=with_create_only_marks(variant.properties, schema, specification)
            )
    return variant


def _variants_by_value(schema: Schema, specification: Specification) -> list[tuple[object, Schema]]:
    schemas = [specification.resolved(variant) for variant in schema.variants]
    selector = selector_of(schemas, specification) if schemas else None
    return list(zip(selector.values, schemas, strict=True)) if selector is not None else []
