"""The constraints of a connector's properties, as the package's own values."""

from __future__ import annotations

from typing import Any

from generator.catalog.property import Property
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints


def object_constraints(requirements: Requirements) -> ObjectConstraints:
    """Return the constraints of an object."""
    properties = {each.name: value_constraints(each) for each in requirements.properties}
    return ObjectConstraints(
        properties,
        requirements.required,
        requirements.rules,
        requirements.steps,
        requirements.applies,
        requirements.expected,
    )


def value_constraints(found: Property) -> ValueConstraints:
    """Return all constraints of a property's value."""
    items = None
    if found.items is not None and found.string_encoding != "json":
        listed = found.items.enum or ()
        items = ValueConstraints(
            found.items.types,
            listed,
            object=_nested(found.items.properties),
            open=bool(found.enum_open and listed),
        )
    nested = _nested(found.children) if "object" in found.types else None
    return _constraints(found, found.types, listed_values(found))._replace(
        items=items,
        object=nested,
        open=is_open(found),
        deprecated=bool(found.deprecated),
        deprecated_values=tuple(found.deprecated_values or ()),
    )


def field_constraints(found: Property) -> ValueConstraints:
    """Return the constraints that a model checks beside the type hint of a property's field.

    It checks the types where a type hint would accept too much, or report one fault as several errors.
    """
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
    """Return constraints with these types and values, and those of the property's strings and numbers."""
    format_ = found.format if found.format in ("date", "date-time") else ""
    encoding = str(found.string_encoding or "") if "string" in found.types and not format_ else ""
    separator = found.separator or ("," if encoding == "list" else "")
    limits = (found.minimum, found.maximum)
    return ValueConstraints(types, values, found.pattern or "", format_, encoding, separator, *limits)


def _nested(properties: tuple[Property, ...] | None) -> ObjectConstraints | None:
    return object_constraints(requirements_of_object(properties)) if properties else None
