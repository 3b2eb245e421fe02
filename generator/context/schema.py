"""The JSON Schema of a connector's properties."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.base_url import NOWHERE, BaseUrl
from generator.catalog.among import Among
from generator.catalog.property import Items, Property, Variant
from generator.catalog.values import type_words_of
from generator.context.connector_shape import ConnectorShape, kind_of
from generator.context.constraints import is_open, selector_of
from generator.context.documented import documented
from generator.context.requirements import Requirements, requirements_of_object
from generator.context.rule_schema import all_given, any_of, at_most_one, requirement, step_begun
from generator.context.type_union import with_single_types
from generator.context.variant_schema import one_of
from templates.connector_catalog.constraints import FORMS, MIDNIGHT, has_type
from templates.connector_catalog.secret_references import REFERENCE
from templates.connector_catalog.value_limits import LIMITS

_COPIED = (
    *("title", "description", "type", "enum", "const", "default", "format", "pattern"),
    *(each.keyword for each in LIMITS),
)
_FIELDS = {name for name, each in Property.model_fields.items() if (each.alias or name) in {*_COPIED, "examples"}}
_OF_A_TYPE = frozenset(_COPIED[_COPIED.index("format") :]) | {"items", "properties", "contentMediaType"}
_ANNOTATIONS = ("title", "description", "default", "contentMediaType", "contentSchema")
_OF_ITEMS = ("type", "enum", "pattern", *(each.keyword for each in LIMITS if each.of_items))


@dataclasses.dataclass(frozen=True)
class SchemaContext:
    """The values that the schema's template prints."""

    path: str  # Below the package's folder of schemas.
    id: str  # Made from the base URL and the connector's key alone.
    comment: str
    title: str
    body: dict[str, Any]  # The keywords of the object, with the documents' examples.


def schema_context(shape: ConnectorShape, comment: str, base_url: BaseUrl = NOWHERE) -> SchemaContext:
    """Return the context of one connector's schema."""
    connector = shape.connector
    examples = [example for step in connector.steps for example in step.examples or ()]
    path = f"{connector.key}.json"
    return SchemaContext(
        path=path,
        id=base_url.schema(path),
        comment=comment,
        title=f"{connector.name}: properties of {kind_of(shape.vendor, connector.role)}",
        body=object_schema(shape.requirements) | ({"examples": examples} if examples else {}),
    )


def object_schema(requirements: Requirements, *, partial: bool = False, is_open: bool = False) -> dict[str, Any]:
    """Return the schema of an object with certain properties.

    It has others only where it ``is_open``; nothing is missing in a ``partial`` one.
    """
    rules = requirements.rules
    body: dict[str, Any] = {"type": "object"}
    body["properties"] = {each.name: _property(each, partial) for each in requirements.properties}
    exclusive = [at_most_one(group) for group in rules.at_most_one]
    closed = {} if is_open else {"additionalProperties": False}
    if partial:
        return body | closed | ({"allOf": exclusive} if exclusive else {})
    if requirements.required:
        body["required"] = list(requirements.required)
    body |= closed
    if rules.dependent:
        body["dependentRequired"] = {name: list(needed) for name, needed in rules.dependent}
    clauses = [requirement(each) for each in rules.conditions]
    clauses += [any_of(group) for group in rules.any_of] + exclusive
    for step in requirements.steps:
        then = all_given(step.required)
        then |= {"allOf": [any_of(group) for group in step.any_of]} if step.any_of else {}
        clauses += [{"if": step_begun(step), "then": then}] if then else []
    return body | ({"allOf": clauses} if clauses else {})


def _property(found: Property, partial: bool) -> dict[str, Any]:
    stated = found.to_json(_FIELDS)
    node = {keyword: stated[keyword] for keyword in _COPIED if keyword in stated}
    if found.format not in FORMS:
        # A strict validator refuses formats that the dialect does not have.
        node.pop("format", None)
    elif found.pattern is not None and found.pattern not in (FORMS[found.format], MIDNIGHT):
        # Readers differ about the format: they do not all check it, nor a leap second or the year 0 in the same way.
        node["allOf"] = [{"pattern": FORMS[found.format]}]
    node["description"] = documented(found)
    node = _with_content(node, found, partial)
    marks = {"writeOnly": found.secret or found.write_only, "readOnly": found.read_only, "deprecated": found.deprecated}
    examples = stated.get("examples", [])
    if is_open(found):
        # The list only serves completion: editors offer examples.
        listed = node.pop("enum")
        known = Among(listed)
        examples = [*listed, *(each for each in examples if each not in known)]
    node = _told_once(node)
    if found.secret:
        node = _or_reference(node)
    node = with_single_types(node)
    node |= {keyword: True for keyword, is_set in marks.items() if is_set}
    return node | ({"examples": examples} if examples else {})


def _with_content(node: dict[str, Any], found: Property, partial: bool) -> dict[str, Any]:
    """Return the schema of a property and of everything inside its value."""
    if found.string_encoding == "json":
        return node | _json_content(found)
    if found.variants:
        # Of several types, each schema of the union says which one it is for.
        own = {keyword: value for keyword, value in node.items() if keyword != "type" or len(found.types) < 2}
        return {"title": found.name} | own | _variants(found.variants, found.types, partial)
    if found.children and "object" in found.types:
        return {"title": found.name} | node | _object(found, found.children, partial) | {"type": node["type"]}
    if found.items is not None and (not found.types or "array" in found.types):
        items = _items(found.items, partial, open_=bool(found.enum_open))
        # An editor names an object by its title, or else by its type and the title of its parent.
        named = {"title": found.title or found.name} if "properties" in items else {}
        return node | {"items": _or_reference(named | items) if found.secret else named | items}
    return node


def _told_once(node: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without the type where the listed values say it too: a wrong value is one error."""
    listed = node["enum"] if "enum" in node else [node["const"]] if "const" in node else ()
    # ajv's strict mode wants a type with each keyword that applies to one type only.
    is_told = listed and "type" in node and node.keys().isdisjoint(_OF_A_TYPE)
    if not is_told or not all(has_type(value, type_words_of(node["type"])) for value in listed):
        return node
    return {keyword: value for keyword, value in node.items() if keyword != "type"}


def _or_reference(node: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a secret that may also be a reference; unchanged where it accepts all strings anyway."""
    asserted = {keyword: value for keyword, value in node.items() if keyword not in _ANNOTATIONS}
    types = asserted.get("type", "string")
    if asserted.keys() <= {"type"} and (types == "string" or "string" in types):
        return node
    # Not `anyOf`: for a value that is neither, an editor should report only how it fails as a secret.
    reference = {"type": "string", "pattern": REFERENCE}
    kept = {each: node[each] for each in _ANNOTATIONS if each in node}
    return kept | {"if": reference, "else": with_single_types(asserted)}


def _items(items: Items, partial: bool, *, open_: bool) -> dict[str, Any]:
    stated = items.to_json()
    if items.variants:
        return _variants(items.variants, items.types, partial)
    if not items.properties:
        names = {"enum": "examples"} if open_ else {}
        own = {names.get(keyword, keyword): value for keyword, value in stated.items() if keyword in _OF_ITEMS}
        return with_single_types(_told_once(own))
    node = _object(items, items.properties, partial)
    return with_single_types(node | ({"type": stated["type"]} if "type" in stated else {}))


def _variants(variants: tuple[Variant, ...], types: tuple[str, ...], partial: bool) -> dict[str, Any]:
    schemas = [{"title": each.title or each.name} | _object(each, each.properties, partial) for each in variants]
    union = one_of(selector_of(variants), schemas, partial=partial)
    others = [{"type": each} for each in types if each != "object"]
    return {"anyOf": [union, *others]} if others else union


def _object(found: Property | Items | Variant, properties: tuple[Property, ...], partial: bool) -> dict[str, Any]:
    is_open = bool(found.additional_properties)
    return object_schema(requirements_of_object(properties), partial=partial, is_open=is_open)


def _json_content(found: Property) -> dict[str, Any]:
    """Return keywords for readers and editors: a validator does not parse the string."""
    if found.items is not None:
        content = {"type": "array", "items": _items(found.items, partial=False, open_=bool(found.enum_open))}
    else:
        content = object_schema(requirements_of_object(found.properties)) if found.properties else {}
    return {"contentMediaType": "application/json"} | ({"contentSchema": content} if content else {})
