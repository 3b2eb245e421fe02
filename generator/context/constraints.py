"""The constraints of a connector's properties, as the package's own values."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.connector import Items, Property
from generator.context.payload import required_names, rules_of
from templates.connector_catalog.constraints import Rules, StepRules
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints


def object_constraints(
    properties: Iterable[Property],
    required: tuple[str, ...] | None = None,
    rules: Rules | None = None,
    steps: tuple[StepRules, ...] = (),
) -> ObjectConstraints:
    """Return the constraints of an object with these properties.

    Args:
        properties: The object's properties.
        required: The names of those that are always required; ``None`` for those that say so themselves.
        rules: The rules between them; ``None`` for the conditions that they state themselves.
        steps: The requirements of steps that do not always apply.
    """
    own = tuple(properties)
    return ObjectConstraints(
        {each.name: value_constraints(each) for each in own},
        required_names(own) if required is None else required,
        rules_of(own) if rules is None else rules,
        steps,
    )


def value_constraints(found: Property) -> ValueConstraints:
    """Return all constraints of a property's value."""
    is_nested = bool(found.children) and "object" in found.types
    has_items = found.items is not None and found.string_encoding != "json"
    return _form(found)._replace(
        types=found.types,
        values=accepted_values(found),
        items=_item_constraints(found.items) if found.items is not None and has_items else None,
        object=object_constraints(found.children) if is_nested else None,
    )


def field_constraints(found: Property) -> ValueConstraints:
    """Return the constraints that a model checks beside the type hint of a property's field."""
    values = tuple(found.enum or ())
    only_strings = all(isinstance(value, str) for value in values)
    return _form(found)._replace(types=_types_beside_hint(found), values=() if only_strings else values)


def _types_beside_hint(found: Property) -> tuple[str, ...]:
    """Return the types where a type hint would accept too much, or report one fault as several errors."""
    if found.enum is not None or found.const is not None:
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


def accepted_values(found: Property) -> tuple[object, ...]:
    """Return the only values that a property accepts; none where it accepts others too."""
    if found.enum is not None:
        return tuple(found.enum)
    return (found.const,) if found.const is not None else ()


def _item_constraints(items: Items) -> ValueConstraints:
    types = () if items.type is None else (items.type,) if isinstance(items.type, str) else tuple(items.type)
    nested = object_constraints(items.properties) if items.properties else None
    return ValueConstraints(types, tuple(items.enum or ()), object=nested)
