"""Reads Airbyte's API file: every connector whose configuration a request can hold, and the envelope of the requests.

The configuration in a request is one of the schemas ``source-…`` or ``destination-…``. The schema ``…-update`` of each
lacks the properties that cannot be changed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from generator.blocks.specification import Operation, Schema, Specification
from generator.records.checks import report_id
from generator.records.openapi.accounts import CONTAINER
from generator.records.openapi.envelope import read_envelope
from generator.records.openapi.property import PropertyReader
from generator.records.openapi.requests import ITEM, Requests
from generator.records.openapi.updates import with_create_only_marks
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords, StepRecord

_PATHS = {"source": "/sources", "destination": "/destinations"}
PATHS = re.compile(rf"/(?:sources|destinations)(?:{ITEM})?|/workspaces/{{workspaceId}}/definitions/.*")
"""The paths of sources and destinations, and of their definitions."""

_CONFIGURATION = "configuration"
_READ = frozenset({"description", "example", "oneOf"})
_UPDATE = "-update"


def read_configurations(specification: Specification, context: Context) -> PageRecords | None:
    """Return the connectors of a file; one without a request that creates a source is an error."""
    requests_by_role = {
        role: requests for role, path in _PATHS.items() if (requests := _requests_at(path, specification)).create
    }
    if "source" not in requests_by_role:
        context.diagnostics.error("unknown-document", "/paths", "no request creates a source; expected POST /sources")
        return None
    reader = PropertyReader(specification, context)
    envelopes, connectors = {}, list[ConnectorRecord]()
    for role, requests in requests_by_role.items():
        subject = f"{context.vendor.name} {role} envelope"
        reader.read_bodies(requests, subject)
        schemas = [_without_configuration(specification.named(name)) for name in requests]
        envelopes[role] = read_envelope(schemas, (), reader, subject)
        configurations = _Configurations(specification, role, reader, context)
        connectors += configurations.read(requests.create)
        for name in (requests.update, requests.response):
            configurations.compare(requests.create, name)
        reader.accounts.report_unread(requests, context.diagnostics)
    return PageRecords(context.vendor.name, tuple(connectors), envelopes)


def _requests_at(path: str, specification: Specification) -> Requests:
    create = _first_operation("post", re.escape(path), specification)
    update = _first_operation("patch", re.escape(path) + ITEM, specification)
    return Requests(
        create=create.request if create is not None else "",
        update=update.request if update is not None else "",
        response=create.response if create is not None else "",
    )


def _first_operation(method: str, path: str, specification: Specification) -> Operation | None:
    """Return the first operation with a method and a path that matches a pattern."""
    for operation in specification.operations:
        if operation.method == method and re.fullmatch(path, operation.path):
            return operation
    return None


def _without_configuration(schema: Schema | None) -> Schema | None:
    if schema is None:
        return None
    properties = {name: child for name, child in schema.properties.items() if name != _CONFIGURATION}
    required = [name for name in schema.keywords.get("required", ()) if name != _CONFIGURATION]
    return dataclasses.replace(schema, properties=properties, keywords={**schema.keywords, "required": required})


@dataclasses.dataclass(frozen=True)
class _Configurations:
    specification: Specification
    role: str
    reader: PropertyReader
    context: Context

    def read(self, request: str) -> Iterator[ConnectorRecord]:
        """Yield the connector of each schema that the configuration in a request can be."""
        base = self.specification.named(request)
        holder = self._configuration(request)
        if holder is None:
            place = base.place if base is not None else "/paths"
            self.context.diagnostics.error("missing-configuration", place, "the request has no configuration")
            return
        self.reader.read_keywords(holder, _READ, _CONFIGURATION)
        first_by_name: dict[str, Schema] = {}
        for variant in self.specification.resolved(holder).variants:
            names = [node.reference for node in self.specification.nodes(variant) if node.reference]
            if not names:
                continue
            first = first_by_name.setdefault(names[0], variant)
            if first is variant:
                yield from self._connector(names[0], variant)
            else:
                message = f"duplicate connector; it is also listed at {first.place}"
                subject = self.context.key(self.role, names[0][:60])
                self.context.diagnostics.error("duplicate-connector", variant.place, message, subject)
                self.reader.accounts.skip(variant)

    def compare(self, request: str, name: str) -> None:
        """Warn if the schema of the configuration in the schema ``name`` is not the one of a request, which is read."""
        first, other = self._configuration(request), self._configuration(name)
        if first is None or other is None:
            return
        if self.specification.resolved(other).place == self.specification.resolved(first).place:
            self.reader.accounts.read(other, _READ, _CONFIGURATION)
            return
        message = f"this is another schema than that of {request[:60]}, whose connectors are read; it is ignored"
        self.context.diagnostics.unread("configuration-differs", other.place, message, _CONFIGURATION)
        self.reader.accounts.skip(other)

    def _configuration(self, name: str) -> Schema | None:
        base = self.specification.named(name)
        return base.properties.get(_CONFIGURATION) if base is not None else None

    def _connector(self, type_: str, schema: Schema) -> Iterator[ConnectorRecord]:
        if re.fullmatch(rf"{self.role}-[a-z0-9][a-z0-9_.\-]*", type_) is None:
            expected = f"{self.role}-, lower-case letters, digits, -, _ and ."
            report_id(type_, expected, schema.place, self.context.diagnostics)
            self.reader.accounts.skip(schema)
            return
        if type_ not in self.specification.schemas:
            # The reference has been reported as dangling.
            self.reader.accounts.skip(schema)
            return
        subject = self.context.key(self.role, type_)
        self.reader.read_keywords(schema, {*CONTAINER, "title", "groups"}, subject)
        (step,) = self.context.steps(self.role)
        place = self.specification.schemas[type_].place
        rows = self.reader.records(self.specification.resolved(schema), f"{subject} {step}")
        update = self._update_schema(type_)
        if update is not None:
            rows = with_create_only_marks(rows, update, self.specification)
        yield ConnectorRecord(self.role, type_, "", place, steps=(StepRecord(step, place, rows),))

    def _update_schema(self, type_: str) -> Schema | None:
        """Return the schema of the configuration in a request that updates; ``None`` if the file has none."""
        schema = self.specification.schemas.get(f"{type_}{_UPDATE}")
        if schema is None:
            return None
        self.context.coverage.outlined.add(schema.place)
        return self.specification.resolved(schema)
