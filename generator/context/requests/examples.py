"""The requests at the end of a reference page, in each language that the vendor's requests have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.context.connector_shape import ConnectorShape
from generator.context.literals import markdown_json
from generator.context.requests.curl import curl_text
from generator.context.requests.python import python_request
from generator.context.requests.terraform import terraform_text
from generator.context.requests.vendor_api import VendorApi
from generator.context.requests.yaml import yaml_text


class CodeBlock(NamedTuple):
    """A block of code: the name of its language, the word for that behind the fence, and its text."""

    language: str
    fence: str
    text: str


class RequestContext(NamedTuple):
    """A request below one heading, in several languages."""

    title: str
    blocks: tuple[CodeBlock, ...]


def request_examples(shape: ConnectorShape, api: VendorApi) -> tuple[RequestContext, ...]:
    """Return the least request that is accepted, and one with every property; none of a connector without steps."""
    if not shape.connector.steps:
        return ()
    return (
        RequestContext("Minimal request", tuple(_blocks(shape, api, shape.minimal))),
        RequestContext("Full request", tuple(_blocks(shape, api, shape.full))),
    )


def _blocks(shape: ConnectorShape, api: VendorApi, properties: Mapping[str, Any]) -> Iterator[CodeBlock]:
    request = shape.assemble(dict(properties), api.envelope)
    text = markdown_json(request)
    yield CodeBlock("JSON", "json", text)
    yield CodeBlock("YAML", "yaml", yaml_text(request))
    # The model knows the id.
    arguments = {name: each for name, each in properties.items() if name != shape.request.id_in_main_part}
    module = f"connector_catalog.{shape.vendor.name}"
    yield CodeBlock("Python", "python", python_request(module, shape.class_name, arguments, api.envelope))
    if api.call is not None:
        yield CodeBlock("curl", "sh", curl_text(api.call, text))
    if api.terraform is not None:
        yield CodeBlock("Terraform", "hcl", terraform_text(api.terraform, shape.short_type, request))
