"""Reads Fivetran's OpenAPI file: every service that its API can create, and the envelope of the requests.

The request that creates a connection leads, by its ``service``, to a schema for each service; that one is made of the
envelope, the service's own ``config`` and ``auth``, and the naming of the destination's schema and tables. What only an
answer has beside these is set by the vendor.
"""

from __future__ import annotations

import dataclasses
import re

from generator.blocks.specification import Schema, Specification
from generator.diagnostics import Diagnostics
from generator.records.coverage import Coverage
from generator.records.fivetran.openapi_envelope import read_envelope
from generator.records.fivetran.page import STEPS, TYPE_ID
from generator.records.openapi.property import PropertyReader
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord

_PATHS = {
    "source": re.compile(r"/v\d+/(?P<what>connections|connectors)(?P<one>/\{\w+\})?"),
    "destination": re.compile(r"/v\d+/(?P<what>destinations)(?P<one>/\{\w+\})?"),
}
_NAMING = re.compile(r"schema_format_(?P<kind>\w+)")


@dataclasses.dataclass(frozen=True)
class Requests:
    """The schemas of a role's requests, by name: what creates, what updates, and what the answer holds."""

    create: str
    update: str
    response: str


def read_fivetran_openapi(
    specification: Specification, coverage: Coverage, diagnostics: Diagnostics
) -> PageRecords | None:
    """The services of a file, connectors and destinations; ``None`` where the file is not Fivetran's."""
    requests = {role: _requests(specification, path) for role, path in _PATHS.items()}
    known = {role: each for role, each in requests.items() if each is not None}
    if "source" not in known:
        message = "no request creates a connection of one of several services; expected Fivetran's POST /v1/connections"
        diagnostics.error("unknown-document", "/paths", message)
        return None
    records = PageRecords("fivetran")
    reader = PropertyReader(specification, coverage, diagnostics)
    for role, request in known.items():
        schemas = [specification.named(name) for name in (request.create, request.update, request.response)]
        coverage.sections.update(schema.place for schema in schemas if schema is not None)
        records.envelopes[role] = read_envelope(schemas, reader, f"fivetran {role} envelope")
        services = _Services(specification, role, request, reader, coverage, diagnostics)
        records.connectors += services.read()
    return records


def _requests(specification: Specification, path: re.Pattern[str]) -> Requests | None:
    found = {"create": "", "update": "", "response": ""}
    for operation in specification.operations:
        match = path.fullmatch(operation.path)
        if match is None:
            continue
        if operation.method == "post" and not match["one"]:
            found |= {"create": operation.request, "response": operation.response}
        elif operation.method in ("patch", "put") and match["one"]:
            found["update"] = operation.request
    base = specification.named(found["create"])
    return Requests(**found) if base is not None and base.mapping else None


@dataclasses.dataclass(frozen=True)
class _Services:
    specification: Specification
    role: str
    requests: Requests
    reader: PropertyReader
    coverage: Coverage
    diagnostics: Diagnostics

    def read(self) -> list[ConnectorRecord]:
        base = self.specification.named(self.requests.create)
        mapping = base.mapping.items() if base is not None else ()
        found = [self._service(service, name) for service, name in mapping]
        return [connector for connector in found if connector is not None]

    def _service(self, service: str, name: str) -> ConnectorRecord | None:
        if TYPE_ID.fullmatch(service) is None:
            message = f"{service[:60]!r} is no service id; expected lower-case letters, digits and underscores"
            self.diagnostics.error("type-name", self.specification.schemas[self.requests.create].place, message)
            return None
        schema = self.specification.schemas[name]
        subject = f"fivetran/{self.role}/{service}"
        connector = ConnectorRecord(self.role, service, "", schema.place)
        own = self._parts(name, self.requests.create)
        for part_name, part in own.items():
            naming = _NAMING.fullmatch(part_name)
            if naming is not None:
                connector.naming = naming["kind"]
            self._part(part, connector, subject, read_only=False)
        if not any(step.name == "config" for step in connector.steps):
            message = "the service has no config; expected an object with its properties"
            self.diagnostics.error("service-without-config", schema.place, message, subject)
        response = self.specification.named(self.requests.response)
        answer = response.mapping.get(service) if response is not None else None
        for part_name, part in (self._parts(answer, self.requests.response) if answer else {}).items():
            if part_name not in own:
                self._part(part, connector, subject, read_only=True)
        return connector

    def _parts(self, name: str, envelope: str) -> dict[str, Schema]:
        """The schemas that a service's schema is made of, without the envelope, by name."""
        schema = self.specification.schemas[name]
        self.coverage.sections.update({schema.place, *(part.place for part in schema.parts)})
        while schema.reference:
            schema = self.specification.schemas[schema.reference]
            self.coverage.sections.add(schema.place)
        base = self.specification.named(envelope)
        found: dict[str, Schema] = {}
        for part in schema.parts:
            resolved = self.specification.resolved(part)
            if base is None or resolved.place != base.place:
                self.coverage.sections.update(self.specification.places(part))
                found[part.reference or part.place] = resolved
        # What stands beside the parts, or is not divided into parts at all.
        beside = {step: body for step, body in schema.properties.items() if base is None or step not in base.properties}
        return found | ({name: dataclasses.replace(schema, parts=(), properties=beside)} if beside else {})

    def _part(self, part: Schema, connector: ConnectorRecord, subject: str, *, read_only: bool) -> None:
        for step_name, body in part.properties.items():
            if step_name not in STEPS:
                message = f"the request holds {step_name[:40]!r}; expected config or auth, so it is not taken over"
                self.diagnostics.warning("unknown-part", body.place, message, subject)
                continue
            schema = self.specification.resolved(body)
            self.coverage.sections.update({part.place, *self.specification.places(body)})
            self.reader.report_unknown(schema, f"{subject} {step_name}")
            step = connector.step(step_name, body.place)
            for record in self.reader.records(schema, f"{subject} {step_name}"):
                self._add(record, step.properties, f"{subject} {step_name}", read_only=read_only)

    def _add(self, record: PropertyRecord, properties: list[PropertyRecord], above: str, *, read_only: bool) -> None:
        twin = next((other for other in properties if other.name == record.name), None)
        if twin is not None:
            message = f"the name stands in two parts of the request, the other one at {twin.place}; the first is taken"
            self.diagnostics.warning("duplicate-property", record.place, message, f"{above}.{record.name}")
            return
        if read_only:
            record.requirement = "readOnly"
        properties.append(record)
