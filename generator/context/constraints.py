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


def value_constraints(prop: Property) -> ValueConstraints:
    """Return all constraints of a property's value."""
    nested = _nested(prop) if "object" in prop.types else None
    return _constraints(prop, prop.types, listed_values(prop))._replace(
        items=_item_constraints(prop),
        object=nested,
        open=is_open(prop),
        deprecated=bool(prop.deprecated),
        deprecated_values=tuple(prop.deprecated_values or ()),
        variants=_variants(prop.variants),
        port=is_port_number(prop),
        secret=bool(prop.secret),
    )


def field_constraints(prop: Property) -> ValueConstraints:
    """Return the constraints that a model checks in addition to a field's type hint.

    It checks the types where a type hint would accept too much, or report one fault as several errors, and the items
    of a list where they have limits. It checks everything about a secret, which may be a reference, unless the hint
    accepts strings only and all of them.
    """
    constraints = _unhinted_constraints(prop)
    if prop.secret and (constraints != ValueConstraints() or prop.types != ("string",) or accepted_values(prop)):
        constraints = _constraints(prop, constraints.types or prop.types, accepted_values(prop))._replace(secret=True)
    return constraints._replace(items=_limited_items(prop))


def _unhinted_constraints(prop: Property) -> ValueConstraints:
    values = accepted_values(prop)
    if values:
        are_strings = all(isinstance(value, str) for value in values)
        return _constraints(prop, (), () if are_strings else values)
    if not prop.types:
        return _constraints(prop, ("array", "boolean", "null", "number", "object", "string"), ())
    is_ambiguous = len(prop.types) > 1 or prop.types == ("number",)
    return _constraints(prop, prop.types if is_ambiguous else (), ())


def accepted_values(prop: Property) -> tuple[Any, ...]:
    """Return the only values that a property accepts; none if it accepts others too."""
    return () if is_open(prop) else listed_values(prop)


def listed_values(prop: Property) -> tuple[Any, ...]:
    """Return the values that are listed for a property, whether or not it accepts others."""
    return prop.accepted or ()


def is_open(prop: Property) -> bool:
    """Return whether the listed values of a property are not the only ones."""
    return bool(prop.enum_open and prop.enum)


def _constraints(prop: Property, types: tuple[str, ...], values: tuple[Any, ...]) -> ValueConstraints:
    """Return constraints with these types and values, and with the property's limits."""
    format_ = prop.format if prop.format in ("date", "date-time") else ""
    encoding = str(prop.string_encoding or "") if "string" in prop.types and not format_ else ""
    separator = prop.separator or ("," if encoding == "list" else "")
    return ValueConstraints(
        types,
        values,
        prop.pattern or "",
        format_,
        encoding,
        separator,
        prop.minimum,
        prop.maximum,
        min_length=prop.min_length,
        max_length=prop.max_length,
        exclusive_minimum=prop.exclusive_minimum,
        exclusive_maximum=prop.exclusive_maximum,
        min_items=prop.min_items,
        max_items=prop.max_items,
        unique_items=bool(prop.unique_items),
    )


def selector_of(variants: tuple[Variant, ...]) -> Selector:
    """Return the selector of variants: the property that tells them apart, and its value for each."""
    selectors = [each.selector for each in variants]
    return Selector(
        selectors[0].property, tuple(each.value for each in selectors), tuple(each.required for each in selectors)
    )


def _item_constraints(prop: Property) -> ValueConstraints | None:
    """Return all constraints of the items of a list."""
    if prop.items is None or prop.string_encoding == "json":
        return None
    values = prop.items.enum or ()
    return _limits_of(prop.items)._replace(
        types=prop.items.types,
        values=values,
        open=bool(prop.enum_open and values),
        object=_nested(prop.items),
        variants=_variants(prop.items.variants),
        secret=bool(prop.secret),
    )


def _limited_items(prop: Property) -> ValueConstraints | None:
    """Return the constraints of the items of a list where they have limits, which a type hint does not check."""
    if prop.items is None:
        return None
    of_other_type = prop.secret and (prop.items.types not in ((), ("string",)) or prop.items.enum)
    if not of_other_type and _limits_of(prop.items) == ValueConstraints():
        return None
    return _item_constraints(prop)


def _limits_of(items: Items) -> ValueConstraints:
    return ValueConstraints(
        pattern=items.pattern or "",
        minimum=items.minimum,
        maximum=items.maximum,
        min_length=items.min_length,
        max_length=items.max_length,
    )


def _nested(holder: Property | Items) -> ObjectConstraints | None:
    if not holder.properties:
        return None
    return object_constraints(requirements_of_object(holder.properties), is_open=bool(holder.additional_properties))


def _variants(variants: tuple[Variant, ...] | None) -> Variants | None:
    if not variants:
        return None
    objects = tuple(
        object_constraints(requirements_of_object(each.properties), is_open=bool(each.additional_properties))
        for each in variants
    )
    return Variants(selector_of(variants), objects)
