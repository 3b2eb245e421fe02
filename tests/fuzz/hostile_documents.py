"""Documents of the vendors' shapes, made up, with a hostile text at each place: a function for each shape."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator

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


SHAPES: dict[str, tuple[str, Callable[[Text], str]]] = {
    "stitch/page": ("page.html", stitch_page),
    "fivetran/page": ("page.txt", fivetran_page),
    "fivetran/openapi": ("openapi.json", fivetran_openapi),
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
