"""Reads Fivetran's OpenAPI file: every service that its API can create, and the envelope of the requests.

The request that creates a connection maps each ``service`` to a schema. That schema consists of the envelope, the
service's own ``config`` and ``auth``, and the naming of the destination's schema and tables. What only a response has
in ``config`` and ``auth`` is set by the vendor.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from generator.blocks.specification import Schema, Specification
from generator.records.checks import report_id
from generator.records.fivetran.request import SERVICE, SERVICE_CHARACTERS
from generator.records.openapi.property import PropertyReader, read_envelope
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords, StepRecord

_PATHS = {"source": r"/v\d+/(?:connections|connectors)", "destination": r"/v\d+/destinations"}
_ONE = r"/\{\w+\}"
PATHS = re.compile(rf"(?:{'|'.join(_PATHS.values())})(?:{_ONE})?")
"""The paths of connections and destinations."""

_NAMING = re.compile(r"schema_format_(?P<kind>\w+)")


def read_services(specification: Specification, context: Context) -> PageRecords | None:
    """Return the services of a file; one without a request that creates a connection is an error."""
    requests = {role: each for role, path in _PATHS.items() if (each := find_requests(specification, path)) is not None}
    if "source" not in requests:
        message = "no request creates a connection of one of several services; expected POST /v1/connections"
        context.diagnostics.error("unknown-document", "/paths", message)
        return None
    reader = PropertyReader(specification, context)
    envelopes, connectors = {}, list[ConnectorRecord]()
    for role, each in requests.items():
        schemas = [specification.named(name) for name in (each.create, each.update, each.response)]
        context.coverage.sections.update(schema.place for schema in schemas if schema is not None)
        envelopes[role] = read_envelope(schemas, context.steps(role), reader, f"{context.vendor.name} {role} envelope")
        connectors += _Services(specification, role, each, reader, context).read()
    return PageRecords(context.vendor.name, tuple(connectors), envelopes)


@dataclasses.dataclass(frozen=True)
class Requests:
    """The names of the schemas of a role's requests and response."""

    create: str
    update: str
    response: str


def find_requests(specification: Specification, path: str) -> Requests | None:
    """Return the requests at a path; ``None`` if none creates one of several services."""
    found = {"create": "", "update": "", "response": ""}
    for operation in specification.operations:
        if operation.method == "post" and re.fullmatch(path, operation.path):
            found |= {"create": operation.request, "response": operation.response}
        elif operation.method in ("patch", "put") and re.fullmatch(path + _ONE, operation.path):
            found["update"] = operation.request
    base = specification.named(found["create"])
    return Requests(**found) if base is not None and base.mapping else None


@dataclasses.dataclass(frozen=True)
class _Services:
    specification: Specification
    role: str
    requests: Requests
    reader: PropertyReader
    context: Context

    def read(self) -> Iterator[ConnectorRecord]:
        """Yield the connector of each service."""
        base = self.specification.named(self.requests.create)
        for service, name in base.mapping.items() if base is not None else ():
            if SERVICE.fullmatch(service) is not None:
                yield self._service(service, name)
            else:
                place = self.specification.schemas[self.requests.create].place
                report_id(service, SERVICE_CHARACTERS, place, self.context.diagnostics)

    def _service(self, service: str, name: str) -> ConnectorRecord:
        place = self.specification.schemas[name].place
        subject = self.context.key(self.role, service)
        own = self._parts(name, self.requests.create)
        steps: dict[str, StepRecord] = {}
        for part in own.values():
            self._add(part, steps, subject, read_only=False)
        if "config" not in steps:
            message = "the service has no config; expected an object with its properties"
            self.context.diagnostics.error("service-without-config", place, message, subject)
        response = self.specification.named(self.requests.response)
        answer = response.mapping.get(service) if response is not None else None
        for part_name, part in (self._parts(answer, self.requests.response) if answer else {}).items():
            if part_name not in own:
                self._add(part, steps, subject, read_only=True)
        naming = ["", *(match["kind"] for part_name in own if (match := _NAMING.fullmatch(part_name)))][-1]
        return ConnectorRecord(self.role, service, "", place, naming=naming, steps=tuple(steps.values()))

    def _parts(self, name: str, envelope: str) -> dict[str, Schema]:
        """Return the schemas that a service's schema consists of, without the envelope, by name."""
        sections = self.context.coverage.sections
        schema = self.specification.schemas[name]
        sections.update({schema.place, *(part.place for part in schema.parts)})
        while schema.reference:
            schema = self.specification.schemas[schema.reference]
            sections.add(schema.place)
        base = self.specification.named(envelope)
        found: dict[str, Schema] = {}
        for part in schema.parts:
            resolved = self.specification.resolved(part)
            if base is None or resolved.place != base.place:
                sections.update(self.specification.places(part))
                found[part.reference or part.place] = resolved
        # The properties beside the parts, or of a schema that has no parts.
        beside = {step: body for step, body in schema.properties.items() if base is None or step not in base.properties}
        return found | ({name: dataclasses.replace(schema, parts=(), properties=beside)} if beside else {})

    def _add(self, part: Schema, steps: dict[str, StepRecord], subject: str, *, read_only: bool) -> None:
        """Add the properties of a part to the connector's steps."""
        allowed = self.context.steps(self.role)
        for name, body in part.properties.items():
            if name not in allowed:
                expected = ", ".join(allowed)
                message = f"unknown part {name[:40]!r} of the request; it is ignored; expected one of: {expected}"
                self.context.diagnostics.warning("unknown-part", body.place, message, subject)
                continue
            schema = self.specification.resolved(body)
            self.context.coverage.sections.update({part.place, *self.specification.places(body)})
            self.reader.report_unknown(schema, f"{subject} {name}")
            step = steps.get(name, StepRecord(name, body.place))
            found = self.reader.records(schema, f"{subject} {name}")
            if read_only:
                found = tuple(dataclasses.replace(record, requirement="readOnly") for record in found)
            known = {record.name: record for record in step.properties}
            for record in found:
                if record.name in known:
                    message = f"duplicate property; the definition at {known[record.name].place} is used"
                    about = f"{subject} {name}.{record.name}"
                    self.context.diagnostics.warning("duplicate-property", record.place, message, about)
            new = (record for record in found if record.name not in known)
            steps[name] = dataclasses.replace(step, properties=(*step.properties, *new))
