"""The pydantic model of a connector: the schema that the engine turns into type hints, and the rest of the text."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Connector, Items, Property
from generator.context.checks import check_of
from generator.context.documented import documented
from generator.context.fault import OutputError
from generator.context.model_class import ClassContext, FieldContext
from generator.context.names import ClassName, FieldName, ModuleName
from generator.context.payload import Payload, payload_of, required_names, rules_of

_ANYTHING = ("string", "integer", "number", "boolean", "object")
_TEXTS = {
    "boolean": "BooleanText",
    "integer": "IntegerText",
    "date": "DateText",
    "date-time": "DateTimeText",
    "list": "ListText",
    "json": "JsonText",
}


@dataclasses.dataclass(frozen=True)
class ModelContext:
    """One module: its main class first.

    Attributes:
        package: The vendor's package that holds it.
        module: Its name.
        header: The comment at its top.
        schema: What the engine reads: names, types and listed values, none of the vendor's prose.
        classes: By name.
    """

    package: str
    module: ModuleName
    header: str
    schema: dict[str, Any]
    classes: dict[str, ClassContext]

    @property
    def main(self) -> ClassName:
        """The connector's own class."""
        return next(iter(self.classes.values())).name


def model_context(connector: Connector, header: str) -> ModelContext:
    """The context of one connector's model.

    Raises:
        OutputError: Two names of the connector become the same in Python (``name-collision``).
    """
    payload = payload_of(connector)
    name = ClassName.of_connector(connector.vendor, connector.role, connector.type)
    builder = _Builder()
    schema = builder.object(list(payload.properties), payload.required, name, _main_class(connector, payload, name))
    module = ModuleName.of_connector(connector.role, connector.type)
    return ModelContext(connector.vendor, module, header, schema, builder.classes)


def _main_class(connector: Connector, payload: Payload, name: ClassName) -> ClassContext:
    doc = f"Properties of a {connector.vendor.title()} {connector.role}: {connector.name}."
    return ClassContext(
        name,
        doc,
        fields={},
        vendor=connector.vendor,
        type=connector.type,
        key=payload.key,
        rules=payload.rules,
        gates=payload.gates,
        elsewhere=payload.elsewhere,
        type_key=payload.type_key,
    )


class _Builder:
    def __init__(self) -> None:
        self.classes: dict[str, ClassContext] = {}

    def object(
        self, properties: Sequence[Property], required: tuple[str, ...], name: ClassName, context: ClassContext
    ) -> dict[str, Any]:
        """The engine's schema of one object; enters its class and those nested in it."""
        if name in self.classes or any(name == each.update for each in self.classes.values() if each.vendor):
            raise OutputError("name-collision", name, f"two objects become the class {name}")
        fields = {FieldName.of(each.name): _field(each, each.name in required) for each in properties}
        names = Counter(FieldName.of(each.name) for each in properties)
        twice = [field for field, count in names.items() if count > 1]
        if twice:
            raise OutputError("name-collision", name, f"two properties become the field {twice[0]} of {name}")
        self.classes[name] = dataclasses.replace(context, fields={str(key): value for key, value in fields.items()})
        return {
            "title": str(name),
            "type": "object",
            "properties": {FieldName.of(each.name): self._value(each, name) for each in properties},
            "required": [FieldName.of(each) for each in required],
        }

    def _value(self, found: Property, above: ClassName) -> dict[str, Any]:
        if found.accepted is not None:
            return self._listed(found.accepted, found)
        node: dict[str, Any] = {}
        if found.types == ("string",) and not found.secret and check_of(found).carries in _TEXTS:
            return {"customTypePath": f"connector_catalog.texts.{_TEXTS[check_of(found).carries]}"}
        if _is_secret_object(found):
            return {"customTypePath": "connector_catalog.texts.SecretObject"}
        if found.types:
            # A number that was given as 3 comes back as 3.
            node["type"] = [*(["integer"] if "number" in found.types else []), *found.types]
        if found.secret and found.types == ("string",):
            node["format"] = "password"
        if found.children and "object" in found.types and found.string_encoding != "json":
            nested = self._nested(found.children, above.nested(found.name), found)
            return _union(nested, [each for each in found.types if each != "object"])
        if found.items is not None and found.string_encoding != "json":
            listing = {"type": "array", "items": self._items(found.items, above, found)}
            others = [each for each in found.types or _ANYTHING if each != "array"]
            return _union(listing, others)
        return node

    def _listed(self, values: tuple[Any, ...], found: Property) -> dict[str, Any]:
        if any(isinstance(value, list | dict) for value in values):
            return {}
        if found.string_encoding == "boolean" and values == ("true", "false"):
            return {"customTypePath": "connector_catalog.texts.BooleanText"}
        return {"enum": list(values)}

    def _items(self, items: Items, above: ClassName, found: Property) -> dict[str, Any]:
        if items.properties:
            nested = self._nested(items.properties, above.nested(found.name), found)
            types = items.type if isinstance(items.type, tuple) else ()
            return _union(nested, [each for each in types if each != "object"])
        if items.enum:
            return {"enum": list(items.enum)}
        hidden = {"format": "password"} if found.secret and items.type == "string" else {}
        return {"type": items.type} | hidden if items.type else {}

    def _nested(self, properties: Sequence[Property], name: ClassName, found: Property) -> dict[str, Any]:
        doc = found.description or f"The object that {found.name} holds."
        context = ClassContext(name, doc, {}, rules=rules_of(properties))
        return self.object(properties, required_names(properties), name, context)


def _union(nested: dict[str, Any], others: list[Any]) -> dict[str, Any]:
    """An object, or a value of one of the other types."""
    return {"anyOf": [nested, {"type": others}]} if others else nested


def _is_secret_object(found: Property) -> bool:
    return bool(found.secret) and found.types == ("object",) and not found.children


def _field(found: Property, required: bool) -> FieldContext:
    is_text = found.types == ("string",) and found.accepted is None
    hidden_by_hint = is_text or _is_secret_object(found)
    secret = bool(found.secret) and not hidden_by_hint
    changeable = not found.create_only and found.requirement not in ("readOnly", "internal")
    name = FieldName.of(found.name)
    return FieldContext(name, found.name, required, secret, documented(found), check_of(found), changeable)
