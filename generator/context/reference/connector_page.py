"""The reference page of a connector: finished Markdown."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.context.connector_shape import ConnectorShape
from generator.context.literals import markdown_code, markdown_text
from generator.context.names import ClassName
from generator.context.reference.elsewhere import SystemContext, links_of, system_context
from generator.context.reference.property import WEB_ADDRESS
from generator.context.reference.section import StepContext, step_context
from generator.context.requests.examples import RequestContext, request_examples
from generator.context.requests.vendor_api import VendorApi
from generator.documents.store import Origin
from generator.systems.elsewhere import Elsewhere
from templates.connector_catalog.references import page_of
from templates.connector_catalog.wording import join_and


class TopicLink(NamedTuple):
    """A link to a vendor's page: its subject, as Markdown, and its address."""

    topic: str
    url: str


@dataclasses.dataclass(frozen=True)
class ReferenceContext:
    """One page: Markdown for its title, its steps and its last lines."""

    path: str  # Below the folder of the reference.
    header: str
    title: str
    vendor: str
    role: str
    type: str
    class_name: ClassName
    naming: str  # The properties that name the destination; may be empty.
    system: SystemContext | None  # None if no other vendor has a connector of the same system.
    steps: tuple[StepContext, ...]
    requests: tuple[RequestContext, ...]
    links: tuple[TopicLink, ...]  # To the vendor's own pages.
    document: str
    url: str  # The document's address; may be empty.
    date: str  # When the document was read; may be empty.
    absent_from: str  # Later documents that do not have the connector any more; may be empty.
    since: str  # The date of the first document that has the connector, if an earlier one lacks it; may be empty.


def reference_context(
    shape: ConnectorShape,
    header: str,
    origin: Origin,
    elsewhere: Elsewhere | None = None,
    api: VendorApi = VendorApi(),  # noqa: B008 - it does not change
) -> ReferenceContext:
    """Return the context of one connector's page; the address and the date of its document may be empty."""
    connector = shape.connector
    links = links_of(elsewhere)
    return ReferenceContext(
        path=page_of(connector.key),
        header=header,
        title=markdown_text(connector.name),
        vendor=markdown_text(shape.vendor.title),
        role=connector.role,
        type=markdown_code(connector.type),
        class_name=shape.class_name,
        naming=markdown_code(connector.naming) if connector.naming else "",
        system=system_context(elsewhere) if elsewhere is not None else None,
        steps=tuple(step_context(step.name, step.properties, step.rules or (), links) for step in connector.steps),
        requests=request_examples(shape, api),
        links=tuple(_links(shape.vendor.links)),
        document=markdown_text(origin.name),
        url=origin.url if WEB_ADDRESS.fullmatch(origin.url) else "",
        date=markdown_text(origin.date),
        absent_from=markdown_text(join_and(connector.absent_from or ())),
        since=shape.connector.since or "",
    )


def _links(links: Mapping[str, str]) -> Iterator[TopicLink]:
    return (TopicLink(markdown_text(topic), url) for topic, url in links.items() if WEB_ADDRESS.fullmatch(url))
