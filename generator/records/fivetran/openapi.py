"""Reads Fivetran's OpenAPI file: every service that its API can create, and the envelope of the requests.

The request that creates a connection maps each ``service`` to a schema. That schema consists of the envelope, the
service's own ``config`` and ``auth``, and the naming of the destination's schema and tables. Properties of ``config``
and ``auth`` that only a response has are set by the vendor.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

from generator.blocks.specification import Schema, Specification
from generator.records.checks import report_id
from generator.records.fivetran.operations import ROLES, find_requests
from generator.records.fivetran.request import SERVICE, SERVICE_CHARACTERS
from generator.records.openapi.accounts import CONTAINER
from generator.records.openapi.envelope import read_envelope
from generator.records.openapi.property import PropertyReader
from generator.records.openapi.requests import Requests
from generator.records.reader import Context
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, StepRecord
from generator.strict_data.pointer import pointer

_NAMING = re.compile(r"schema_format_(?P<kind>\w+)")


def read_services(specification: Specification, context: Context) -> PageRecords | None:
    """Return the services of a file; one without a request that creates a connection is an error."""
    requests_by_role = {
        role: requests
        for role, path in ROLES.items()
        if (requests := find_requests(specification, path, context)) is not None
    }
    if "source" not in requests_by_role:
        message = "no request creates a connection of one of several services; expected POST /v1/connections"
        context.diagnostics.error("unknown-document", "/paths", message)
        return None
    reader = PropertyReader(specification, context)
    envelopes, connectors = {}, list[ConnectorRecord]()
    for role, requests in requests_by_role.items():
        subject = f"{context.vendor.name} {role} envelope"
        reader.read_bodies(requests, subject)
        schemas = [specification.named(name) for name in requests]
        envelopes[role] = read_envelope(schemas, context.steps(role), reader, subject)
        connectors += _Services(specification, role, requests, reader, context).read()
        reader.accounts.report_unread(requests, context.diagnostics)
    return PageRecords(context.vendor.name, tuple(connectors), envelopes)


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
        mapping = base.mapping if base is not None else {}
        for name in (self.requests.create, self.requests.response):
            self._read_discriminator(name, mapping)
        for service, name in mapping.items():
            if name not in self.specification.schemas:
                continue
            if SERVICE.fullmatch(service) is not None:
                yield self._service(service, name)
            else:
                self.reader.accounts.skip(self.specification.schemas[name])
                place = self.specification.schemas[self.requests.create].place
                report_id(service, SERVICE_CHARACTERS, place, self.context.diagnostics)

    def _read_discriminator(self, name: str, services: Mapping[str, str]) -> None:
        """Report the services that only the discriminator of the schema ``name`` has, and those that it lacks."""
        base = self.specification.named(name)
        if base is None:
            return
        self.reader.accounts.read(base, {"discriminator"})
        id_ = self.context.vendor.requests[self.role].id_field
        place, diagnostics = f"{base.place}/discriminator", self.context.diagnostics
        if base.selector not in ("", id_):
            message = f"the discriminator is {base.selector[:40]!r}; expected {id_!r}"
            diagnostics.error("unknown-discriminator", place, message)
        for service, schema_name in base.mapping.items():
            if service in services:
                continue
            message = "only a response has this service, so no request is known that creates it; it is ignored"
            subject = self.context.key(self.role, service[:60])
            diagnostics.warning("response-only-service", f"{place}/mapping{pointer(service)}", message, subject)
            target = self.specification.schemas.get(schema_name)
            if target is not None:
                self.reader.accounts.skip(target)
        missing = [service for service in services if service not in base.mapping] if base.mapping else []
        for service in missing:
            message = "no response has this service, so properties that the vendor sets are unknown"
            subject = self.context.key(self.role, service[:60])
            diagnostics.warning("request-only-service", f"{place}/mapping", message, subject)

    def _service(self, service: str, name: str) -> ConnectorRecord:
        place = self.specification.schemas[name].place
        subject = self.context.key(self.role, service)
        parts = self._parts(name, self.requests.create, subject)
        steps: dict[str, _Step] = {}
        for part in parts.values():
            self._add(part, steps, subject, read_only=False)
        if "config" not in steps:
            message = "the service has no config; expected an object with its properties"
            self.context.diagnostics.error("service-without-config", place, message, subject)
        response = self.specification.named(self.requests.response)
        response_name = response.mapping.get(service, "") if response is not None else ""
        for part_name, part in self._parts(response_name, self.requests.response, subject).items():
            if part_name not in parts:
                self._add(part, steps, subject, read_only=True)
        namings = [match["kind"] for part_name in parts if (match := _NAMING.fullmatch(part_name))]
        return ConnectorRecord(
            self.role,
            service,
            "",
            place,
            naming=namings[-1] if namings else "",
            steps=tuple(StepRecord(name, step.place, tuple(step.rows.values())) for name, step in steps.items()),
        )

    def _parts(self, name: str, envelope: str, subject: str) -> dict[str, Schema]:
        """Return the schemas that a service's schema consists of, without the envelope, by name."""
        parts: dict[str, Schema] = {}
        if name not in self.specification.schemas:
            return parts
        schema = self.specification.schemas[name]
        sections = self.context.coverage.sections
        self.reader.accounts.read(schema, CONTAINER, subject)
        sections.update({schema.place, *(part.place for part in schema.parts)})
        while schema.reference in self.specification.schemas:
            schema = self.specification.schemas[schema.reference]
            sections.add(schema.place)
        base = self.specification.named(envelope)
        for part in schema.parts:
            resolved = self.specification.resolved(part)
            if base is None or resolved.place != base.place:
                sections.update(self.specification.places(part))
                parts[part.reference or part.place] = resolved
        # The properties outside the parts, or all of a schema without parts.
        envelope_names = set(base.properties if base is not None else ()) - set(self.context.steps(self.role))
        others = {step: body for step, body in schema.properties.items() if step not in envelope_names}
        return parts | ({name: dataclasses.replace(schema, parts=(), properties=others)} if others else {})

    def _add(self, part: Schema, steps: dict[str, _Step], subject: str, *, read_only: bool) -> None:
        """Add the properties of a part to the connector's steps."""
        allowed = self.context.steps(self.role)
        for name, body in part.properties.items():
            if name not in allowed:
                expected = ", ".join(allowed)
                message = f"unknown part {name[:40]!r} of the request; it is ignored; expected one of: {expected}"
                self.context.diagnostics.unread("unknown-part", body.place, message, subject)
                self.reader.accounts.skip(body)
                continue
            self.context.coverage.sections.add(part.place)
            self.reader.read_keywords(body, CONTAINER, f"{subject} {name}")
            self._check_object(body, f"{subject} {name}")
            step = steps.setdefault(name, _Step(body.place))
            for record in self.reader.records(body, f"{subject} {name}"):
                row = dataclasses.replace(record, requirement="readOnly") if read_only else record
                first = step.rows.setdefault(record.name, row)
                if first is not row:
                    message = f"duplicate property; the definition at {first.place} is used"
                    property_subject = f"{subject} {name}.{record.name}"
                    self.context.diagnostics.warning("duplicate-property", record.place, message, property_subject)

    def _check_object(self, body: Schema, subject: str) -> None:
        type_ = self.specification.resolved(body).keywords.get("type", "object")
        if type_ not in ("object", ["object"]):
            message = f"the type is {str(type_)[:40]!r}; expected an object with the properties"
            self.context.diagnostics.error("unknown-type", body.place, message, subject)


@dataclasses.dataclass(frozen=True)
class _Step:
    """A step whose properties are being collected, by name."""

    place: str
    rows: dict[str, PropertyRecord] = dataclasses.field(default_factory=dict)
