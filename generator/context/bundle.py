"""The JSON Schema of a vendor's requests: a definition for each connector, and which one holds for a request."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.catalog.envelope import Envelope
from generator.context.connector_shape import ConnectorShape
from generator.context.header import header_of_all
from generator.context.requirements import Requirements, requirements_of_object
from generator.context.schema import any_of, object_schema, step_begun
from generator.serialize import dumps_line
from templates.connector_catalog.constraints import Rules, StepRules
from templates.connector_catalog.vendors import Vendor


@dataclasses.dataclass(frozen=True)
class BundleContext:
    """The values that the template of a bundle prints."""

    id: str
    comment: str
    title: str
    head: dict[str, Any]  # Keywords that find the connector's id in a request.
    choices: tuple[dict[str, Any], ...]  # For each connector, its id's place and value, and what then holds.
    definitions: tuple[str, ...]  # Finished lines.
    open: bool  # Whether a request may have more than is defined.


@dataclasses.dataclass(frozen=True)
class BundleEntry:
    """One bundle in the list for editors: what they show, and the files that it is for."""

    name: str
    description: str
    file_match: tuple[str, ...]
    url: str


def bundle_context(
    vendor: Vendor,
    connectors: Sequence[tuple[str, str]],
    definitions: Sequence[str],
    envelopes: Mapping[str, Envelope],
) -> BundleContext:
    """Return the context of a vendor's bundle, given each connector's role and id, and its :func:`definition_line`."""
    own = [_line(role, envelope_definition(each)) for role, each in sorted(envelopes.items())]
    return BundleContext(
        id=f"urn:connector-catalog:schema:{vendor.name}",
        comment=header_of_all(),
        title=f"Requests that create connections with {vendor.title}'s API",
        head=_head(vendor, connectors),
        choices=tuple(_choice(vendor, role, type_, role in envelopes) for role, type_ in connectors),
        definitions=(*own, *definitions),
        open=not envelopes,
    )


def definition_line(shape: ConnectorShape) -> str:
    """Return the line of a connector's definition."""
    return _line(f"{shape.connector.role}:{shape.connector.type}", request_definition(shape))


def request_definition(shape: ConnectorShape) -> dict[str, Any]:
    """Return the schema of a request that creates a connection of this type."""
    stated, path = shape.requirements, shape.request.id_field
    parts = {part: object_schema(_restricted(stated, set(own).issuperset)) for part, own in shape.parts.items()}
    definition: dict[str, Any] = {
        "title": shape.connector.name,
        "type": "object",
        "properties": _with_id(parts, path, shape.connector.type),
        "required": list(dict.fromkeys((path.partition(".")[0], shape.request.main_part))),
    }
    across = _clauses_across(shape, _restricted(stated, lambda names: len(set(map(shape.part_of, names))) > 1))
    return definition | ({"allOf": across} if across else {})


def id_condition(path: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object that has a value of a schema at a dotted path."""
    name, _, rest = path.partition(".")
    inner = id_condition(rest, schema) if rest else schema
    return {"properties": {name: inner}, "required": [name]}


def envelope_definition(envelope: Envelope) -> dict[str, Any]:
    """Return what a request that creates has beside the connector's properties, and the key for its schema."""
    own = (each for each in envelope.properties if not (each.read_only or each.update_only))
    body = object_schema(requirements_of_object(own))
    del body["additionalProperties"]
    return body | {"properties": {"$schema": {"type": "string"}} | body["properties"]}


def bundle_entry(vendor: Vendor) -> BundleEntry:
    """Return the entry of a vendor's bundle in the list for editors."""
    return BundleEntry(
        name=f"{vendor.title} connection",
        description=f"A request that creates a connection with {vendor.title}'s API",
        file_match=tuple(f"*.{vendor.name}.{ending}" for ending in ("json", "yaml", "yml")),
        url=f"{vendor.name}.json",
    )


def _head(vendor: Vendor, connectors: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return the schema of an id: at one of the places where requests of the vendor have it, and of a connector."""
    types: dict[str, list[str]] = {}
    for role, type_ in connectors:
        types.setdefault(vendor.requests[role].id_field, []).append(type_)
    heads = [id_condition(path, {"enum": own}) for path, own in types.items()]
    return heads[0] if len(heads) == 1 else {"anyOf": heads}


def _choice(vendor: Vendor, role: str, type_: str, has_envelope: bool) -> dict[str, Any]:
    names = [f"{role}:{type_}", role] if has_envelope else [f"{role}:{type_}"]
    condition = id_condition(vendor.requests[role].id_field, {"const": type_})
    return {"if": condition, "then": {"allOf": [{"$ref": f"#/$defs/{name}"} for name in names]}}


def _line(name: str, definition: dict[str, Any]) -> str:
    return f"{dumps_line(name)}:{dumps_line(definition)}"


def _with_id(properties: dict[str, Any], path: str, type_: str) -> dict[str, Any]:
    """Return properties with the id at its dotted path, which may lead into a part."""
    name, _, rest = path.partition(".")
    if not rest:
        return {name: {"const": type_}} | properties
    holder = properties.get(name, {"type": "object", "properties": {}})
    inner = _with_id(holder["properties"], rest, type_)
    required = list(dict.fromkeys((rest.partition(".")[0], *holder.get("required", ()))))
    return properties | {name: holder | {"properties": inner, "required": required}}


def _restricted(stated: Requirements, concerned: Callable[[Iterable[str]], bool]) -> Requirements:
    """Return those requirements whose properties pass a test together."""
    rules = stated.rules
    return Requirements(
        tuple(each for each in stated.properties if concerned([each.name])),
        tuple(name for name in stated.required if concerned([name])),
        Rules(
            tuple(each for each in rules.conditions if concerned([each.name, *(name for name, _ in each.when)])),
            tuple((name, others) for name, others in rules.dependent if concerned([name, *others])),
            tuple(group for group in rules.any_of if concerned(group)),
        ),
        tuple(each for each in stated.steps if concerned(_names_of(each))),
    )


def _names_of(step: StepRules) -> list[str]:
    return [*step.triggers, *step.unless, *step.required, *(name for group in step.any_of for name in group)]


def _clauses_across(shape: ConnectorShape, across: Requirements) -> list[dict[str, Any]]:
    """Return a clause for each rule that concerns properties of several parts."""

    def given(name: str, **schemas: dict[str, Any]) -> dict[str, Any]:
        """Return the schema of a request that has a property in its part."""
        part = shape.part_of(name)
        return {"properties": {part: schemas | {"required": [name]}}, "required": [part]}

    clauses = []
    for condition in across.rules.conditions:
        holds = [given(name, properties={name: {"enum": list(values)}}) for name, values in condition.when]
        clauses.append({"if": holds[0] if len(holds) == 1 else {"allOf": holds}, "then": given(condition.name)})
    for name, others in across.rules.dependent:
        clauses.append({"if": given(name), "then": {"allOf": list(map(given, others))}})
    clauses += [any_of(group, given) for group in across.rules.any_of]
    for step in across.steps:
        then = [*map(given, step.required), *(any_of(group, given) for group in step.any_of)]
        clauses.append({"if": step_begun(step, given), "then": {"allOf": then}})
    return clauses
