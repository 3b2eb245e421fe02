"""The pydantic model of a connector: a schema that the engine turns into type hints, and the rest of the text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from generator.catalog.property import Items, Property, Variant
from generator.context.connector_shape import ConnectorShape, kind_of
from generator.context.constraints import accepted_values, field_constraints, is_open, listed_values
from generator.context.dialects import Schema
from generator.context.documented import documented
from generator.context.engine_schema import (
    ANYTHING,
    is_secret_object,
    listed,
    or_reference,
    own_type,
    plain,
    takes_strings,
    union,
)
from generator.context.fault import OutputError
from generator.context.model_class import ClassContext, FieldContext, RequestContext
from generator.context.names import ClassName, FieldName, ModuleName
from generator.context.requirements import Requirements, requirements_of_object
from templates.connector_catalog.variants import SelectedBy


@dataclasses.dataclass(frozen=True)
class ModelContext:
    """One module of a vendor's package, the comment at its top, and its classes, the connector's own first."""

    package: str
    module: ModuleName
    header: str
    schema: Schema  # The engine's input: names, types and accepted values, none of the vendor's prose.
    classes: dict[ClassName, ClassContext]

    @property
    def main(self) -> ClassName:
        """The connector's own class."""
        return next(iter(self.classes.values())).name

    @property
    def role(self) -> str:
        """The connector's role."""
        request = self.classes[self.main].request
        return request.role if request is not None else ""


def model_context(shape: ConnectorShape, header: str) -> ModelContext:
    """Return the context of one connector's model.

    Raises:
        OutputError: Two names of the connector become the same in Python (``name-collision``).
    """
    connector = shape.connector
    other_parts = {part: names for part, names in shape.parts.items() if part != shape.request.main_part}
    request = RequestContext(connector.vendor, connector.role, connector.type, other_parts)
    builder = _Builder()
    doc = f"Properties of {kind_of(shape.vendor, connector.role)}: {connector.name}."
    requirements = shape.requirements.without(shape.request.id_in_main_part)
    schema = builder.object(requirements, shape.class_name, doc, request)
    return ModelContext(connector.vendor, shape.module, header, schema, builder.classes)


def object_schema(
    requirements: Requirements, name: ClassName, doc: str
) -> tuple[Schema, dict[ClassName, ClassContext]]:
    """Return the engine's schema of an object of its own, and its classes by name, its own first.

    Raises:
        OutputError: Two of its names become the same in Python (``name-collision``).
    """
    builder = _Builder()
    return builder.object(requirements, name, doc, None), builder.classes


class _Builder:
    def __init__(self) -> None:
        self.classes: dict[ClassName, ClassContext] = {}

    def object(
        self,
        requirements: Requirements,
        name: ClassName,
        doc: str,
        request: RequestContext | None,
        variant: SelectedBy | None = None,
        *,
        is_open: bool = False,
    ) -> Schema:
        """Return the engine's schema of one object; enter its class and those nested in it."""
        if name in self.classes or any(name == each.name.update for each in self.classes.values() if each.request):
            raise OutputError("name-collision", name, f"two objects become the class {name}")
        fields = [_field(each, each.name in requirements.required) for each in requirements.properties]
        by_name = {str(each.name): each for each in fields}
        for field in fields:
            if by_name[field.name] is not field:
                raise OutputError("name-collision", name, f"two properties become the field {field.name} of {name}")
        self.classes[name] = ClassContext(
            name, doc, by_name, requirements.rules, requirements.steps, request, variant, is_open
        )
        return {
            "title": str(name),
            "type": "object",
            "properties": {FieldName.of(each.name): self._value(each, name) for each in requirements.properties},
            "required": [FieldName.of(each) for each in requirements.required],
        }

    def _value(self, property_: Property, above: ClassName) -> Schema:
        hint = self._own_value(property_, above)
        if not property_.secret or not hint or takes_strings(property_):
            return hint
        return or_reference(hint)

    def _own_value(self, property_: Property, above: ClassName) -> Schema:
        if accepted_values(property_):
            return listed(property_)
        return own_type(property_) or self._nested_value(property_, above) or plain(property_)

    def _nested_value(self, property_: Property, above: ClassName) -> Schema:
        """Return the engine's schema of an object or a list of something; an empty one for other values."""
        if property_.variants:
            return self._variants(property_.variants, property_.types, above, property_)
        if property_.children and "object" in property_.types and property_.string_encoding != "json":
            return self._nested(property_, property_.types, above, property_)
        is_list = not property_.types or "array" in property_.types
        if property_.items is not None and is_list and property_.string_encoding != "json":
            hint = self._items(property_.items, above, property_)
            any_string = not property_.items.types or (property_.items.types == ("string",) and "enum" not in hint)
            items = {"type": "array", "items": or_reference(hint) if property_.secret and not any_string else hint}
            return union([items], property_.types or ANYTHING)
        return {}

    def _items(self, items: Items, above: ClassName, property_: Property) -> Schema:
        if items.variants:
            return self._variants(items.variants, items.types, above, property_)
        if items.properties:
            types = items.type if isinstance(items.type, tuple) else ()
            return self._nested(items, types, above, property_)
        if items.enum and not property_.enum_open:
            return {"enum": items.enum}
        hidden = {"format": "password"} if property_.secret and items.type == "string" else {}
        return {"type": items.type} | hidden if items.type else {}

    def _nested(self, inner: Property | Items, types: Iterable[str], above: ClassName, property_: Property) -> Schema:
        doc = property_.description or f"The object that {property_.name} holds."
        name, is_open = above.nested(property_.name), bool(inner.additional_properties)
        return union(
            [self.object(requirements_of_object(inner.properties or ()), name, doc, None, is_open=is_open)], types
        )

    def _variants(
        self, variants: Iterable[Variant], types: Iterable[str], above: ClassName, property_: Property
    ) -> Schema:
        schemas = []
        for each in variants:
            doc = f"The variant {each.title or each.name} of {property_.name}."
            name, is_open = above.nested(property_.name).of_variant(each.name), bool(each.additional_properties)
            selected_by = SelectedBy(each.selector.property, each.selector.value, each.selector.required)
            requirements = requirements_of_object(each.properties)
            schemas.append(self.object(requirements, name, doc, None, selected_by, is_open=is_open))
        return union(schemas, types)


def _field(property_: Property, required: bool) -> FieldContext:
    is_string = property_.types == ("string",) and not accepted_values(property_)
    secret = bool(property_.secret) and not is_string and not is_secret_object(property_)
    changeable = not property_.create_only and not property_.is_set_by_vendor
    name = FieldName.of(property_.name)
    known = listed_values(property_) if is_open(property_) else ()
    constraints = field_constraints(property_)
    return FieldContext(name, property_.name, required, secret, documented(property_), constraints, changeable, known)
