"""The constraints of a connector's properties, as the package's own values."""

from __future__ import annotations

from typing import Any

from generator.catalog.limits import limits_of, limits_of_items
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


def value_constraints(property_: Property) -> ValueConstraints:
    """Return all constraints of a property's value."""
    nested = _nested(property_) if "object" in property_.types else None
    return _constraints(property_, property_.types, listed_values(property_))._replace(
        items=_item_constraints(property_),
        object=nested,
        open=is_open(property_),
        deprecated=bool(property_.deprecated),
        deprecated_values=tuple(property_.deprecated_values or ()),
        variants=_variants(property_.variants),
        port=is_port_number(property_),
        secret=bool(property_.secret),
    )


def field_constraints(property_: Property) -> ValueConstraints:
    """Return the constraints that a model checks in addition to a field's type hint.

    It checks the types where a type hint would accept too much, or report one fault as several errors, and the items
    of a list where they have limits. It checks everything about a secret, which may be a reference, unless the hint
    accepts strings only and all of them.
    """
    constraints, values = _unhinted_constraints(property_), accepted_values(property_)
    takes_all_strings = constraints == ValueConstraints() and property_.types == ("string",) and not values
    if property_.secret and not takes_all_strings:
        constraints = _constraints(property_, constraints.types or property_.types, values)._replace(secret=True)
    return constraints._replace(items=_limited_items(property_))


def _unhinted_constraints(property_: Property) -> ValueConstraints:
    values = accepted_values(property_)
    if values:
        are_strings = all(isinstance(value, str) for value in values)
        return _constraints(property_, (), () if are_strings else values)
    if not property_.types:
        return _constraints(property_, ("array", "boolean", "null", "number", "object", "string"), ())
    is_ambiguous = len(property_.types) > 1 or property_.types == ("number",)
    return _constraints(property_, property_.types if is_ambiguous else (), ())


def accepted_values(property_: Property) -> tuple[Any, ...]:
    """Return the only values that a property accepts; none if it accepts others too."""
    return () if is_open(property_) else listed_values(property_)


def listed_values(property_: Property) -> tuple[Any, ...]:
    """Return the values that are listed for a property, whether or not it accepts others."""
    return property_.accepted or ()


def is_open(property_: Property) -> bool:
    """Return whether the listed values of a property are not the only ones."""
    return bool(property_.enum_open and property_.enum)


def _constraints(property_: Property, types: tuple[str, ...], values: tuple[Any, ...]) -> ValueConstraints:
    """Return constraints with these types and values, and with the property's limits."""
    return limits_of(property_)._replace(types=types, values=values)


def selector_of(variants: tuple[Variant, ...]) -> Selector:
    """Return the selector of variants: the property that tells them apart, and its value for each."""
    selectors = [each.selector for each in variants]
    return Selector(
        selectors[0].property, tuple(each.value for each in selectors), tuple(each.required for each in selectors)
    )


def _item_constraints(property_: Property) -> ValueConstraints | None:
    """Return all constraints of the items of a list."""
    if property_.items is None or property_.string_encoding == "json":
        return None
    values = property_.items.enum or ()
    return limits_of_items(property_.items)._replace(
        types=property_.items.types,
        values=values,
        open=bool(property_.enum_open and values),
        object=_nested(property_.items),
        variants=_variants(property_.items.variants),
        secret=bool(property_.secret),
    )


def _limited_items(property_: Property) -> ValueConstraints | None:
    """Return the constraints of the items of a list where they have limits, which a type hint does not check."""
    if property_.items is None:
        return None
    of_other_type = property_.secret and (property_.items.types not in ((), ("string",)) or property_.items.enum)
    if not of_other_type and limits_of_items(property_.items) == ValueConstraints():
        return None
    return _item_constraints(property_)


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
