"""The constraints of a connector's properties, as the package's own values."""

from __future__ import annotations

from typing import Any

from generator.catalog.property import Items, Property, Variant
from generator.context.plausibility import is_port_number
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints, Variants
from templates.connector_catalog.variants import Selector


def object_constraints(requirements: Requirements, *, is_open: bool = False) -> ObjectConstraints:
    """Return the constraints of an object, which may have other properties too where it ``is_open``."""
    properties = {each.name: value_constraints(each) for each in requirements.properties}
    return ObjectConstraints(
        properties,
        requirements.required,
        requirements.rules,
        requirements.steps,
        requirements.applies,
        requirements.expected,
        is_open,
    )


def value_constraints(found: Property) -> ValueConstraints:
    """Return all constraints of a property's value."""
    nested = _nested(found) if "object" in found.types else None
    return _constraints(found, found.types, listed_values(found))._replace(
        items=_item_constraints(found),
        object=nested,
        open=is_open(found),
        deprecated=bool(found.deprecated),
        deprecated_values=tuple(found.deprecated_values or ()),
        variants=_variants(found.variants),
        port=is_port_number(found),
        secret=bool(found.secret),
    )


def field_constraints(found: Property) -> ValueConstraints:
    """Return the constraints that a model checks in addition to a field's type hint.

    It checks the types where a type hint would accept too much, or report one fault as several errors, and the items
    of a list where they have limits. Of a secret it checks everything, unless its hint accepts all strings and nothing
    else: a reference may stand for it.
    """
    own = _of_field(found)
    if found.secret and (own != ValueConstraints() or found.types != ("string",) or accepted_values(found)):
        own = _constraints(found, own.types or found.types, accepted_values(found))._replace(secret=True)
    return own._replace(items=_limited_items(found))


def _of_field(found: Property) -> ValueConstraints:
    values = accepted_values(found)
    if values:
        only_strings = all(isinstance(value, str) for value in values)
        return _constraints(found, (), () if only_strings else values)
    if not found.types:
        return _constraints(found, ("array", "boolean", "null", "number", "object", "string"), ())
    is_ambiguous = len(found.types) > 1 or found.types == ("number",)
    return _constraints(found, found.types if is_ambiguous else (), ())


def accepted_values(found: Property) -> tuple[Any, ...]:
    """Return the only values that a property accepts; none where it accepts others too."""
    return () if is_open(found) else listed_values(found)


def listed_values(found: Property) -> tuple[Any, ...]:
    """Return the values that are listed for a property, whether or not it accepts others."""
    return found.accepted or ()


def is_open(found: Property) -> bool:
    """Return whether the listed values of a property are not the only ones."""
    return bool(found.enum_open and found.enum)


def _constraints(found: Property, types: tuple[str, ...], values: tuple[Any, ...]) -> ValueConstraints:
    """Return constraints with these types and values and the property's limits for strings and numbers."""
    format_ = found.format if found.format in ("date", "date-time") else ""
    encoding = str(found.string_encoding or "") if "string" in found.types and not format_ else ""
    separator = found.separator or ("," if encoding == "list" else "")
    return ValueConstraints(
        types,
        values,
        found.pattern or "",
        format_,
        encoding,
        separator,
        found.minimum,
        found.maximum,
        min_length=found.min_length,
        max_length=found.max_length,
        exclusive_minimum=found.exclusive_minimum,
        exclusive_maximum=found.exclusive_maximum,
        min_items=found.min_items,
        max_items=found.max_items,
        unique_items=bool(found.unique_items),
    )


def selector_of(variants: tuple[Variant, ...]) -> Selector:
    """Return what tells variants apart: the property that their selectors name."""
    told = [each.selector for each in variants]
    return Selector(told[0].property, tuple(each.value for each in told), tuple(each.required for each in told))


def _item_constraints(found: Property) -> ValueConstraints | None:
    """Return all constraints of the items of a list."""
    if found.items is None or found.string_encoding == "json":
        return None
    listed = found.items.enum or ()
    return _limits_of(found.items)._replace(
        types=found.items.types,
        values=listed,
        open=bool(found.enum_open and listed),
        object=_nested(found.items),
        variants=_variants(found.items.variants),
        secret=bool(found.secret),
    )


def _limited_items(found: Property) -> ValueConstraints | None:
    """Return the constraints of the items of a list where they have limits, which a type hint does not check."""
    if found.items is None:
        return None
    of_other_type = found.secret and (found.items.types not in ((), ("string",)) or found.items.enum)
    if not of_other_type and _limits_of(found.items) == ValueConstraints():
        return None
    return _item_constraints(found)


def _limits_of(items: Items) -> ValueConstraints:
    return ValueConstraints(
        pattern=items.pattern or "",
        minimum=items.minimum,
        maximum=items.maximum,
        min_length=items.min_length,
        max_length=items.max_length,
    )


def _nested(found: Property | Items) -> ObjectConstraints | None:
    if not found.properties:
        return None
    return object_constraints(requirements_of_object(found.properties), is_open=bool(found.additional_properties))


def _variants(variants: tuple[Variant, ...] | None) -> Variants | None:
    if not variants:
        return None
    objects = tuple(
        object_constraints(requirements_of_object(each.properties), is_open=bool(each.additional_properties))
        for each in variants
    )
    return Variants(selector_of(variants), objects)
