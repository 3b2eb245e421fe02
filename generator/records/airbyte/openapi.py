"""Reads Airbyte's API file: every connector whose configuration a request can hold, and the envelope of the requests.

The configuration in a request is one of the schemas ``source-…`` or ``destination-…``. The schema ``…-update`` of each
lacks what cannot be changed.
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
from generator.records.openapi.updates import marked_create_only
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords, StepRecord

_PATHS = {"source": "/sources", "destination": "/destinations"}
_ONE = r"/\{\w+\}"
PATHS = re.compile(rf"/(?:sources|destinations)(?:{_ONE})?|/workspaces/{{workspaceId}}/definitions/.*")
"""The paths of sources and destinations, and of their definitions."""

_CONFIGURATION = "configuration"
_READ = frozenset({"description", "example", "oneOf"})
_UPDATE = "-update"


def read_configurations(specification: Specification, context: Context) -> PageRecords | None:
    """Return the connectors of a file; one without a request that creates a source is an error."""
    requests = {role: found for role, path in _PATHS.items() if (found := _Requests.at(path, specification)).create}
    if "source" not in requests:
        context.diagnostics.error("unknown-document", "/paths", "no request creates a source; expected POST /sources")
        return None
    reader = PropertyReader(specification, context)
    envelopes, connectors = {}, list[ConnectorRecord]()
    for role, found in requests.items():
        subject = f"{context.vendor.name} {role} envelope"
        names = (found.create, found.update, found.response)
        for name in names:
            if name in specification.schemas:
                context.coverage.sections.update(specification.places(specification.schemas[name]))
                reader.accounts.read(specification.schemas[name], CONTAINER, subject)
        schemas = [_without_configuration(specification.named(name)) for name in names]
        envelopes[role] = read_envelope(schemas, (), reader, subject)
        configurations = _Configurations(specification, role, reader, context)
        connectors += configurations.read(found.create)
        for name in names[1:]:
            configurations.compare(found.create, name)
        reader.accounts.report_unread(names, context.diagnostics)
    return PageRecords(context.vendor.name, tuple(connectors), envelopes)


@dataclasses.dataclass(frozen=True)
class _Requests:
    """The names of the schemas of a role's requests and response; empty if absent."""

    create: str = ""
    update: str = ""
    response: str = ""

    @classmethod
    def at(cls, path: str, specification: Specification) -> _Requests:
        one = re.compile(re.escape(path) + _ONE)

        def first(method: str, path: re.Pattern[str]) -> Operation | None:
            operations = (each for each in specification.operations if each.method == method)
            return next((each for each in operations if path.fullmatch(each.path)), None)

        create, update = first("post", re.compile(re.escape(path))), first("patch", one)
        return cls(
            create.request if create else "", update.request if update else "", create.response if create else ""
        )


def _without_configuration(schema: Schema | None) -> Schema | None:
    if schema is None:
        return None
    rest = {name: child for name, child in schema.properties.items() if name != _CONFIGURATION}
    required = [name for name in schema.keywords.get("required", ()) if name != _CONFIGURATION]
    return dataclasses.replace(schema, properties=rest, keywords={**schema.keywords, "required": required})


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
        self.reader.accounts.read(holder, _READ, _CONFIGURATION)
        self.context.coverage.sections.update(self.specification.places(holder))
        listed: dict[str, Schema] = {}
        for each in self.specification.resolved(holder).variants:
            names = [node.reference for node in self.specification.nodes(each) if node.reference]
            if not names:
                continue
            first = listed.setdefault(names[0], each)
            if first is each:
                yield from self._connector(names[0], each)
            else:
                message = f"duplicate connector; it is also listed at {first.place}"
                subject = self.context.key(self.role, names[0][:60])
                self.context.diagnostics.error("duplicate-connector", each.place, message, subject)
                self.reader.accounts.reported(each)

    def compare(self, request: str, name: str) -> None:
        """Warn if the configuration in another schema is not the one in a request: it is not read."""
        first, other = self._configuration(request), self._configuration(name)
        if first is None or other is None:
            return
        if self.specification.resolved(other).place == self.specification.resolved(first).place:
            self.reader.accounts.read(other, _READ, _CONFIGURATION)
            return
        message = f"this is another schema than that of {request[:60]}, whose connectors are read; it is ignored"
        self.context.diagnostics.unread("configuration-differs", other.place, message, _CONFIGURATION)
        self.reader.accounts.reported(other)

    def _configuration(self, name: str) -> Schema | None:
        base = self.specification.named(name)
        return base.properties.get(_CONFIGURATION) if base is not None else None

    def _connector(self, type_: str, schema: Schema) -> Iterator[ConnectorRecord]:
        if re.fullmatch(rf"{self.role}-[a-z0-9][a-z0-9_.\-]*", type_) is None:
            report_id(
                type_, f"{self.role}-, lower-case letters, digits, -, _ and .", schema.place, self.context.diagnostics
            )
            self.reader.accounts.reported(schema)
            return
        if type_ not in self.specification.schemas:
            # The reference is reported as one that leads nowhere.
            self.reader.accounts.reported(schema)
            return
        subject = self.context.key(self.role, type_)
        self.context.coverage.sections.update({*self.specification.places(schema)})
        self.reader.accounts.read(schema, {*CONTAINER, "title", "groups"}, subject)
        (step,) = self.context.steps(self.role)
        place = self.specification.schemas[type_].place
        rows = self.reader.records(self.specification.resolved(schema), f"{subject} {step}")
        update = self._changeable(type_)
        rows = rows if update is None else marked_create_only(rows, update, self.specification)
        yield ConnectorRecord(self.role, type_, "", place, steps=(StepRecord(step, place, rows),))

    def _changeable(self, type_: str) -> Schema | None:
        """Return the schema of the configuration in a request that updates; ``None`` if the file has none."""
        found = self.specification.schemas.get(f"{type_}{_UPDATE}")
        if found is None:
            return None
        self.context.coverage.outlined.add(found.place)
        return self.specification.resolved(found)
