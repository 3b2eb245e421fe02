"""The JSON Schema of a connector's properties."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.base_url import NOWHERE, BaseUrl
from generator.catalog.property import Items, Property, Variant
from generator.catalog.values import type_words_of
from generator.context.connector_shape import ConnectorShape, kind_of
from generator.context.constraints import is_open, selector_of
from generator.context.documented import documented
from generator.context.requirements import Requirements, requirements_of_object
from generator.context.rule_schema import all_given, any_of, at_most_one, requirement, step_begun
from generator.context.type_union import with_single_types
from generator.context.variant_schema import one_of
from templates.connector_catalog.constraints import FORMS, MIDNIGHT, Among, has_type
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
    shown, seen = (each for step in connector.steps for each in shape.examples_of(step)), Among()
    examples = [each for each in shown if seen.add(each)]
    path = f"{connector.key}.json"
    return SchemaContext(
        path=path,
        id=base_url.schema(path),
        comment=comment,
        title=f"{connector.name}: properties of {kind_of(shape.vendor, connector.role)}",
        body=object_schema(shape.requirements) | ({"examples": examples} if examples else {}),
    )


def object_schema(requirements: Requirements, *, partial: bool = False, is_open: bool = False) -> dict[str, Any]:
    """Return the schema of an object with these properties.

    Args:
        requirements: The properties and their requirements.
        partial: Whether required properties may be missing.
        is_open: Whether the object may have other properties.
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


def _property(property_: Property, partial: bool) -> dict[str, Any]:
    fields = property_.to_json(_FIELDS)
    node = {keyword: fields[keyword] for keyword in _COPIED if keyword in fields}
    if property_.format not in FORMS:
        # A strict validator refuses formats that the dialect does not have.
        node.pop("format", None)
    elif property_.pattern is not None and property_.pattern not in (FORMS[property_.format], MIDNIGHT):
        # Readers differ about the format: they do not all check it, nor a leap second or the year 0 in the same way.
        node["allOf"] = [{"pattern": FORMS[property_.format]}]
    node["description"] = documented(property_)
    node = _with_content(node, property_, partial)
    marks = {
        "writeOnly": property_.secret or property_.write_only,
        "readOnly": property_.read_only,
        "deprecated": property_.deprecated,
    }
    examples = fields.get("examples", [])
    if is_open(property_):
        # The list only serves completion: editors offer examples.
        listed = node.pop("enum")
        seen = Among(listed)
        examples = [*listed, *(each for each in examples if each not in seen)]
    node = _without_redundant_type(node)
    if property_.secret:
        node = _or_reference(node)
    node = with_single_types(node)
    node |= {keyword: True for keyword, is_set in marks.items() if is_set}
    return node | ({"examples": examples} if examples else {})


def _with_content(node: dict[str, Any], property_: Property, partial: bool) -> dict[str, Any]:
    """Return the schema of a property and of everything inside its value."""
    if property_.string_encoding == "json":
        return node | _json_content(property_)
    if property_.variants:
        # Of several types, each schema of the union says which one it is for.
        keywords = {keyword: value for keyword, value in node.items() if keyword != "type" or len(property_.types) < 2}
        return {"title": property_.name} | keywords | _variants(property_.variants, property_.types, partial)
    if property_.children and "object" in property_.types:
        nested = _object(property_, property_.children, partial) | {"type": node["type"]}
        return {"title": property_.name} | node | nested
    if property_.items is not None and (not property_.types or "array" in property_.types):
        items = _items(property_.items, partial, is_open=bool(property_.enum_open))
        # An editor names an object by its title, or else by its type and the title of its parent.
        named = {"title": property_.title or property_.name} if "properties" in items else {}
        return node | {"items": _or_reference(named | items) if property_.secret else named | items}
    return node


def _without_redundant_type(node: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without the type if the listed values imply it: a wrong value is then one error."""
    listed = node.get("enum", [node["const"]] if "const" in node else [])
    # ajv's strict mode wants a type with each keyword that applies to one type only.
    may_be_left_out = listed and "type" in node and node.keys().isdisjoint(_OF_A_TYPE)
    if not may_be_left_out or not all(has_type(value, type_words_of(node["type"])) for value in listed):
        return node
    return {keyword: value for keyword, value in node.items() if keyword != "type"}


def _or_reference(node: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a secret that may also be a reference; unchanged if it accepts every string anyway."""
    asserted = {keyword: value for keyword, value in node.items() if keyword not in _ANNOTATIONS}
    types = asserted.get("type", "string")
    if asserted.keys() <= {"type"} and (types == "string" or "string" in types):
        return node
    # Not `anyOf`: for a value that is neither, an editor should report only how it fails as a secret.
    reference = {"type": "string", "pattern": REFERENCE}
    annotations = {each: node[each] for each in _ANNOTATIONS if each in node}
    return annotations | {"if": reference, "else": with_single_types(asserted)}


def _items(items: Items, partial: bool, *, is_open: bool) -> dict[str, Any]:
    fields = items.to_json()
    if items.variants:
        return _variants(items.variants, items.types, partial)
    if not items.properties:
        names = {"enum": "examples"} if is_open else {}
        keywords = {names.get(keyword, keyword): value for keyword, value in fields.items() if keyword in _OF_ITEMS}
        return with_single_types(_without_redundant_type(keywords))
    node = _object(items, items.properties, partial)
    return with_single_types(node | ({"type": fields["type"]} if "type" in fields else {}))


def _variants(variants: tuple[Variant, ...], types: tuple[str, ...], partial: bool) -> dict[str, Any]:
    schemas = [{"title": each.title or each.name} | _object(each, each.properties, partial) for each in variants]
    union = one_of(selector_of(variants), schemas, partial=partial)
    others = [{"type": each} for each in types if each != "object"]
    return {"anyOf": [union, *others]} if others else union


def _object(holder: Property | Items | Variant, properties: tuple[Property, ...], partial: bool) -> dict[str, Any]:
    is_open = bool(holder.additional_properties)
    return object_schema(requirements_of_object(properties), partial=partial, is_open=is_open)


def _json_content(property_: Property) -> dict[str, Any]:
    """Return keywords for readers and editors: a validator does not parse the string."""
    if property_.items is not None:
        content = {"type": "array", "items": _items(property_.items, partial=False, is_open=bool(property_.enum_open))}
    else:
        content = object_schema(requirements_of_object(property_.properties)) if property_.properties else {}
    return {"contentMediaType": "application/json"} | ({"contentSchema": content} if content else {})
