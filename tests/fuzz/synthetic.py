"""Made-up documents and payloads of any size: a function of the size for each."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.records.fivetran import test_openapi as openapi

_TEXTS = (
    "How often. Accepted values are: <code>fast</code>, <code>slow</code>.",
    "Where it is. Required if <code>p0</code> is <code>fast</code>.",
    "A number between 1 and 9. Default: <code>3</code>.",
)


def page_of_rows(size: int) -> str:
    """Return a page with a connector that has so many properties."""
    rows = "".join(
        f"<tr><td><strong>p{number}</strong><br>STRING<br>OPTIONAL</td><td>{_TEXTS[number % 3]}</td></tr>"
        for number in range(size)
    )
    return f"{_heading(0)}<table>{rows}</table>"


def page_of_spanned_rows(size: int) -> str:
    """Return a page with a connector that has so many properties, whose type and label are one cell each."""
    head = "<tr><th>Name</th><th>Type</th><th>Required</th><th>Description</th></tr>"
    first = '<tr><td>p0</td><td rowspan="0">STRING</td><td rowspan="999999">Required</td><td>A place.</td></tr>'
    rows = "".join(f"<tr><td>p{number}</td><td>{_TEXTS[number % 3]}</td></tr>" for number in range(1, size))
    return f"{_heading(0)}<table>{head}{first}{rows}</table>"


def page_of_connectors(size: int) -> str:
    """Return a page with so many connectors."""
    row = "<tr><td><strong>p0</strong><br>STRING<br>REQUIRED</td><td>A place.</td></tr>"
    return "".join(f"{_heading(number)}<table>{row}</table>" for number in range(size))


def page_of_nested_rows(size: int) -> str:
    """Return a page with a payload that has so many values."""
    payload = json.dumps({f"p{number}": {"x": [number]} for number in range(size)})
    row = "<tr><td><strong>p0</strong><br>OBJECT<br>REQUIRED</td><td>A place.</td></tr>"
    example = '<h6 id="acme-example">Example Acme source connection property object</h6>'
    return f"{_heading(0)}<table>{row}</table>{example}<pre>{payload}</pre>"


def page_of_prose(size: int) -> str:
    """Return a page with a description of so many sentences."""
    text = " ".join(_TEXTS[number % 3] for number in range(size))
    return f"{_heading(0)}<table><tr><td><strong>p0</strong><br>STRING<br>OPTIONAL</td><td>{text}</td></tr></table>"


def text_of_rows(size: int) -> str:
    """Return the text of a page with so many properties."""
    config = {f"p{number}": "A | B" for number in range(size)}
    payload = json.dumps({"group_id": "group_id", "service": "acme_mail", "config": config})
    rows = "".join(f"p{number} | How much. Default value: A |\n" for number in range(size))
    return (
        "Acme Mail API Configuration\nRequest\nPOST https://api.fivetran.com/v1/connections\n"
        f"{payload}\nConfig parameters\n| Name | Description |\n|---|---|\n{rows}Authorization\nWords.\n"
    )


def openapi_of_properties(size: int) -> str:
    """Return an OpenAPI file with a service that has so many properties."""
    one = {"type": "string", "enum": ["a", "b"], "description": "How much. Default value: `a`."}
    return json.dumps(openapi.file({f"p{number}": one for number in range(size)}))


def openapi_of_services(size: int) -> str:
    """Return an OpenAPI file with so many services."""
    parts = openapi.parts(openapi.NAMES["source"][1], "acme_config_V1")
    return json.dumps(openapi.file(services={f"acme_{number}": parts for number in range(size)}))


def _heading(number: int) -> str:
    return (
        f'<h4 id="source-acme{number}-object">The Acme {number} source connection property object</h4>'
        f"<p>Acme {number} correspond to source <code>type: platform.acme{number}</code>.</p>"
    )


DOCUMENTS: dict[str, tuple[str, Callable[[int], str], int]] = {
    "rows of a page": ("page.html", page_of_rows, 100),
    "rows that cells span": ("page.html", page_of_spanned_rows, 50),
    "connectors of a page": ("page.html", page_of_connectors, 40),
    "values of a payload": ("page.html", page_of_nested_rows, 200),
    "sentences of a description": ("page.html", page_of_prose, 30),
    "rows of a text": ("page.txt", text_of_rows, 100),
    "properties of an OpenAPI file": ("openapi.json", openapi_of_properties, 60),
    "services of an OpenAPI file": ("openapi.json", openapi_of_services, 60),
}
"""By what grows: the name of the file, what writes it, and the smaller of two sizes; ten times as much is the other."""


def unknown_names(size: int) -> dict[str, Any]:
    """Return properties with so many names that nobody knows."""
    return {f"nobody_{number}": number for number in range(size)}


def wrong_items(size: int) -> dict[str, Any]:
    """Return properties with a list of so many wrong values."""
    return {"events": list(range(size)), "custom_events": list(range(size))}


def right_items(size: int) -> dict[str, Any]:
    """Return properties with a list of so many right values."""
    return {"events": [f"e{number}" for number in range(size)], "schema": "s"}


PAYLOADS: dict[str, tuple[Callable[[int], dict[str, Any]], int]] = {
    "unknown names of a payload": (unknown_names, 300),
    "wrong items of a payload": (wrong_items, 2_000),
    "right items of a payload": (right_items, 20_000),
}
"""By what grows: what makes the payload, and the smaller of two sizes."""
