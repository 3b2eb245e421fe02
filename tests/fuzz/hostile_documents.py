"""Documents of the vendors' shapes, made up, with a hostile text at each place: a function for each shape."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.records.fivetran import test_openapi as openapi

Text = Callable[[str], str]
"""Returns the text for a place by the place's name; each has its own token."""


def stitch_page(text: Text) -> str:
    """Return a page with tables."""

    def shown(place: str) -> str:
        return html.escape(text(place))

    cells = {
        "first": shown("description"),
        "second": f"<p>Accepted values are:</p><ul><li><code>{shown('listed value')}</code></li><li>x</li></ul>",
        "third": f"Default: <code>{shown('stated default')}</code>.",
        "fourth": f"Required if <code>first</code> is <code>{shown('condition')}</code>.",
        "fifth": f'See <a href="{shown("link target")}">{shown("link text")}</a>.',
        "sixth": f'See <a href="https://www.stitchdata.com/docs/{shown("path of a link")}">x</a>.',
        "seventh": f"<strong>{shown('emphasis')}</strong><pre>{shown('code block')}</pre>",
    }
    rows = "".join(
        f"<tr><td><strong>{name}</strong><br>STRING<br>OPTIONAL</td><td>{cell}</td></tr>"
        for name, cell in cells.items()
    )
    label = f"<tr><td><strong>eighth</strong><br>{shown('label')}<br>REQUIRED</td><td>A.</td></tr>"
    example = html.escape(json.dumps({"first": text("example value"), "extra": {text("example key"): 1}}))
    return (
        f'<h4 id="source-acme-object">The {shown("heading")} source connection property object</h4>'
        f"<p>Acme correspond to source <code>type: platform.acme</code>.</p><p>{shown('paragraph')}</p>"
        f"<table>{rows}{label if text('switch').startswith('<') else ''}</table>"
        f'<h6 id="acme-example">Example {shown("heading")} source connection property object</h6><pre>{example}</pre>'
    )


def fivetran_page(text: Text) -> str:
    """Return the text extracted from a page."""
    payload = {
        "group_id": "group_id",
        "service": "acme_mail",
        "config": {"mode": f"A | {text('listed value')}", "folders": [text("example item")], "depth": text("example")},
    }
    line = {place: " ".join(text(place).split()).replace("|", "/") for place in ("title", "description", "default")}
    return (
        f"{line['title']} API Configuration\nRequest\nPOST https://api.fivetran.com/v1/connections\n"
        f"{json.dumps(payload)}\nConfig parameters\n| Name | Description |\n|---|---|\n"
        f"mode | {line['description']} |\nfolders | Default value: {line['default']} |\ndepth | x |\n"
        "Authorization\nWords.\n"
    )


def fivetran_openapi(text: Text) -> str:
    """Return an OpenAPI file."""
    return json.dumps(
        openapi.file(
            {
                "p0": {"type": "string", "description": text("description"), "title": text("title")},
                "p1": {"type": "string", "enum": ["x", text("enum")]},
                "p2": {"type": "string", "default": text("default")},
                "p3": {"type": "string", "pattern": text("pattern")},
                "p4": {"type": "string", "format": text("format")},
                "p5": {"type": "string", "example": text("example")},
                "p6": {"type": "object", "example": {text("example key"): [text("example value")]}},
                "p7": {"type": "array", "items": {"type": "string", "enum": [text("item")]}},
                "p8": {"type": "string", "description": f"Default value: `{text('stated default')}`."},
                "p9": {"type": "string", "description": f"Required if `p1` is `{text('condition')}`."},
                "p10": {"type": "string", "description": f"See [x]({text('link')})."},
                "p11": {
                    "type": "string",
                    "description": f"See [x](https://fivetran.com/docs/{text('path of a link')}).",
                },
                "p12": {"type": "string", "x-unknown": text("unknown keyword"), "externalDocs": {"url": text("url")}},
            }
        )
    )


def airbyte_openapi(text: Text) -> str:
    """Return an OpenAPI file in YAML, of a connector whose properties are one of several objects."""

    def variant(value: Any, **fields: Any) -> dict[str, Any]:
        kind = {"kind": {"type": "string", "const": value, "enum": [value]}}
        return {"type": "object", "required": ["kind"], "properties": kind} | fields

    within = {
        "kind": {"type": "string", "const": "deep"},
        "secret": {"type": "string", "airbyte_secret": True, "title": text("title in a variant")},
        "picked": {"type": "string", "enum": ["x", text("enum in a variant")], "default": text("default in a variant")},
        "inner": {"type": "object", "oneOf": [variant(text("selector inside")), variant("x")]},
    }
    properties = {
        "titled": {"oneOf": [variant("x", title=text("title of a variant")), variant("y", title="Y")]},
        "told": {"oneOf": [variant(text("selector value")), variant("y")]},
        "default": {"default": {"kind": text("default of variants")}, "oneOf": [variant("x"), variant("y")]},
        "words": {"oneOf": [variant("x", description=text("description of a variant")), variant("y")]},
        "within": {"oneOf": [variant("deep", properties=within), variant("y")]},
        "streams": {"type": "array", "items": {"type": "object", "oneOf": [variant(text("selector of items"))]}},
        "labelled": {"title": text("title"), "group": text("group"), "description": text("description")},
        "matched": {"pattern": text("pattern"), "pattern_descriptor": text("words of a pattern")},
        "shown": {"default": text("default"), "examples": [text("example")], "format": text("format")},
        "unread": {"x-unknown": text("unknown keyword"), "display_type": text("display type")},
        "sourceType": {"const": "acme", "enum": ["acme"]},
    }
    types = {name: "object" if "oneOf" in fields else "string" for name, fields in properties.items()}
    return yaml.safe_dump(airbyte_file({name: {"type": types[name]} | each for name, each in properties.items()}))


def airbyte_file(properties: dict[str, Any], id_: str = "source-acme") -> dict[str, Any]:
    """Return an OpenAPI file with one connector of these properties."""

    def reference(name: str) -> dict[str, str]:
        return {"$ref": f"#/components/schemas/{name}"}

    body = {"content": {"application/json": {"schema": reference("SourceRequest")}}}
    requests = {"requestBody": body, "responses": {"200": body}}
    request = {"name": {"type": "string"}, "configuration": reference("SourceConfiguration")}
    return {
        "openapi": "3.0.3",
        "paths": {"/sources": {"post": requests}, "/sources/{sourceId}": {"patch": requests}},
        "components": {
            "schemas": {
                "SourceRequest": {"type": "object", "properties": request},
                "SourceConfiguration": {"oneOf": [reference(id_)]},
                id_: {"type": "object", "properties": properties},
            }
        },
    }


SHAPES: dict[str, tuple[str, Callable[[Text], str]]] = {
    "stitch/page": ("page.html", stitch_page),
    "fivetran/page": ("page.txt", fivetran_page),
    "fivetran/openapi": ("openapi.json", fivetran_openapi),
    "airbyte/openapi": ("openapi.yaml", airbyte_openapi),
}
"""For the name of a capture the name of a document's file, and what writes it."""


def refused_names(text: str) -> Iterator[tuple[str, str]]:
    """Yield documents in which a text is the name of something, so that a reader refuses them."""
    shown = html.escape(text)
    page = (
        '<h4 id="source-acme-object">The Acme source connection property object</h4>'
        f"<p>Acme correspond to source <code>type: {shown}</code>.</p><table><tr><td><strong>{shown}</strong><br>"
        f"{shown}<br>{shown}</td><td>A.</td></tr></table>"
    )
    yield "page.html", page
    yield "openapi.json", json.dumps(openapi.file({text: {"type": text, "description": text}}, [text]))
    parts = openapi.parts(openapi.NAMES["source"][1], "acme_config_V1")
    yield "openapi.json", json.dumps(openapi.file(services={text: parts}))
    kind = {"properties": {text: {"const": "x"}}}
    yield (
        "openapi.yaml",
        yaml.safe_dump(airbyte_file({"p": {"type": text, "oneOf": [kind, {}]}, text: {"title": text}})),
    )
    yield "openapi.yaml", yaml.safe_dump(airbyte_file({}, text))
