"""The constraints of a connector's properties, as the package's own values."""

from __future__ import annotations

from generator.catalog.connector import Items, Property
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints


def object_constraints(requirements: Requirements) -> ObjectConstraints:
    """Return the constraints of an object."""
    properties = {each.name: value_constraints(each) for each in requirements.properties}
    return ObjectConstraints(properties, requirements.required, requirements.rules, requirements.steps)


def value_constraints(found: Property) -> ValueConstraints:
    """Return all constraints of a property's value."""
    is_nested = bool(found.children) and "object" in found.types
    has_items = found.items is not None and found.string_encoding != "json"
    return _form(found)._replace(
        types=found.types,
        values=found.accepted or (),
        items=_item_constraints(found.items) if found.items is not None and has_items else None,
        object=object_constraints(requirements_of_object(found.children)) if is_nested else None,
    )


def field_constraints(found: Property) -> ValueConstraints:
    """Return the constraints that a model checks beside the type hint of a property's field."""
    values = found.accepted or ()
    only_strings = all(isinstance(value, str) for value in values)
    return _form(found)._replace(types=_types_beside_hint(found), values=() if only_strings else values)


def _types_beside_hint(found: Property) -> tuple[str, ...]:
    """Return the types where a type hint would accept too much, or report one fault as several errors."""
    if found.accepted:
        return ()
    if not found.types:
        return ("array", "boolean", "null", "number", "object", "string")
    return found.types if len(found.types) > 1 or found.types == ("number",) else ()


def _form(found: Property) -> ValueConstraints:
    """Return the constraints of a property's strings and numbers, beside its types and accepted values."""
    format_ = found.format if found.format in ("date", "date-time") else ""
    encoding = str(found.string_encoding or "") if "string" in found.types and not format_ else ""
    return ValueConstraints(
        pattern=found.pattern or "",
        format=format_,
        encoding=encoding,
        separator=found.separator or ("," if encoding == "list" else ""),
        minimum=found.minimum,
        maximum=found.maximum,
    )


def _item_constraints(items: Items) -> ValueConstraints:
    nested = object_constraints(requirements_of_object(items.properties)) if items.properties else None
    return ValueConstraints(items.types, items.enum or (), object=nested)
