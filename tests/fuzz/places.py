"""Connectors in catalog form that hold a hostile text at every place that takes a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import jsonschema_rs

from generator.catalog.connector import Connector
from generator.context.requests.vendor_api import VendorApi
from generator.documents.store import Origin
from tests import vendors
from tests.fuzz.hostile import hostile

Json = dict[str, Any]

PROPERTY_PLACES: dict[str, Callable[[str], Json]] = {
    "name": lambda text: {"name": text},
    "name of a secret": lambda text: {"name": f"{text}secret", "secret": True},
    "requirement": lambda text: {"requirement": text},
    "requiredWhen property": lambda text: {"requirement": "conditional", "requiredWhen": [_when(text, "x")]},
    "requiredWhen value": lambda text: {"requirement": "conditional", "requiredWhen": [_when("other", text)]},
    "appliesWhen property": lambda text: {"appliesWhen": [_when(text, "x")]},
    "appliesWhen value": lambda text: {"appliesWhen": [_when("other", text)]},
    "expectedWhen value": lambda text: {"expectedWhen": [_when("other", text)]},
    "enum": lambda text: {"enum": ["x", text]},
    "enum of anything": lambda text: {"type": None, "enum": [1, text, {text: text}, [text]]},
    "open enum": lambda text: {"enum": ["x", text], "enumOpen": True},
    "meanings key": lambda text: {"enum": ["x", text], "meanings": {text: "Means this."}},
    "meanings value": lambda text: {"enum": ["x"], "meanings": {"x": text}},
    "deprecatedValues": lambda text: {"enum": ["x", text], "deprecatedValues": [text]},
    "default": lambda text: {"default": text},
    "default object": lambda text: {"type": "object", "default": {text: [text, {text: text}]}},
    "defaultWhen property": lambda text: {"defaultWhen": [{"anyGiven": [text], "value": "x"}]},
    "defaultWhen value": lambda text: {"defaultWhen": [{"anyGiven": ["other"], "value": text}]},
    "const": lambda text: {"const": text},
    "format": lambda text: {"format": text},
    "pattern": lambda text: {"pattern": text} if _is_pattern(text) else {},
    "separator": lambda text: {"encoding": "list", "separator": text},
    "unit": lambda text: {"type": "integer", "unit": text},
    "secretFrom": lambda text: {"secret": True, "secretFrom": "text", "description": text},
    "items enum": lambda text: {"type": "array", "items": {"type": "string", "enum": ["x", text]}},
    "items property": lambda text: {"type": "array", "items": {"type": "object", "properties": [_string(text)]}},
    "nested name": lambda text: {"type": "object", "properties": [_string(text)]},
    "nested twice": lambda text: {"type": "object", "properties": [_string(text) | _object(text)]},
    "name of an object": lambda text: {"name": f"{text}o"} | _object("x"),
    "examples": lambda text: {"examples": [text]},
    "examples object": lambda text: {"type": "object", "examples": [{text: [text]}]},
    "note": lambda text: {"note": text},
    "link": lambda text: {"link": text},
    "link after a host": lambda text: {"link": f"https://vendor.example/{text}"},
    "title": lambda text: {"title": text},
    "description": lambda text: {"description": text},
    "description and title": lambda text: {"description": f"x {text}", "title": text, "secret": True},
    "source place": lambda text: {"sources": [{"document": "acme/case", "place": text}]},
    "source document": lambda text: {"sources": [{"document": text, "place": "x"}]},
    "absentFrom": lambda text: {"absentFrom": [text]},
    "name beginning a field": lambda text: {"name": f"f_{text}"},
    "variant's title": lambda text: _variants("x", title=text),
    "selector's value": lambda text: _variants(text, title="X"),
    "variant's open": lambda text: _variants(text, additionalProperties=True),
    "selector's property": lambda text: _variants("x", selected_by=text),
    "variant's properties": lambda text: _variants(
        "x", properties=[_string(text) | {"title": text, "description": text}]
    ),
    "variant's values": lambda text: _variants(
        "x", properties=[_string("x") | {"enum": ["x", text], "default": text, "examples": [text]}]
    ),
    "variant's secret": lambda text: _variants("x", properties=[_string(f"{text}secret") | {"secret": True}]),
    "variants in variants": lambda text: _variants(
        "x", properties=[_string("inner") | _variants(text, title=text, properties=[_string(text)])]
    ),
    "variants of items": lambda text: {
        "type": "array",
        "items": _variants(text, title=text, properties=[_string(text)]),
    },
    "variant's absentFrom": lambda text: _variants("x", absentFrom=[text]),
}
"""The places of a property, each by the fields that hold the text."""

_OTHER_PLACES = (
    "connector name",
    "naming",
    "step name",
    "rule",
    "example key",
    "example value",
    "connector source",
    "origin name",
    "origin url",
    "origin date",
    "envelope key",
    "envelope value",
)
PLACES = (*PROPERTY_PLACES, *_OTHER_PLACES)


def connector(text: int) -> Connector:
    """Return a connector that holds a text, with its tokens, at every place."""
    here = {name: hostile(text, number) for number, name in enumerate(PLACES)}
    properties: list[Json] = [{"name": "other", "type": "string", "enum": ["x", "y"], "enumOpen": True}]
    for number, (name, fields) in enumerate(PROPERTY_PLACES.items()):
        made = {"name": f"p{number}", "type": "string", "description": "What it is."} | fields(here[name])
        properties.append({field: value for field, value in made.items() if value is not None})
    names = [each["name"] for each in properties]
    # Without a token a text is the same at each place: the second property of one name is left out.
    properties = [each for number, each in enumerate(properties) if each["name"] not in names[:number]]
    example = {"p1": here["example value"], here["example key"]: [{here["example key"]: here["example value"]}]}
    return Connector.model_validate(
        {
            "vendor": "acme",
            "role": ("source", "destination")[text % 2],
            "type": f"acme-t{text}",
            "name": here["connector name"] or "x",
            "status": "documented",
            "naming": here["naming"],
            "steps": [
                {
                    "name": here["step name"],
                    "properties": properties,
                    "rules": [
                        {"anyOf": ["other", "p38"]},
                        {"atMostOne": ["p36", here["rule"]]},
                        {"dependentRequired": {"p36": ["other"]}},
                    ],
                    "examples": [example],
                }
            ],
            "sources": [{"document": "acme/case", "place": here["connector source"]}],
        }
    )


def origin(text: int) -> Origin:
    """Return the document of a connector, with a text at each of its places."""
    here = {name: hostile(text, number) for number, name in enumerate(PLACES)}
    return Origin(here["origin name"], "acme", "html", here["origin url"], here["origin date"], "0" * 64)


def api(text: int) -> VendorApi:
    """Return how requests like a connector's are sent, with a text in the envelope."""
    here = {name: hostile(text, number) for number, name in enumerate(PLACES)}
    envelope = {here["envelope key"]: [here["envelope value"]]}
    return vendors.api("acme", ("source", "destination")[text % 2], envelope)


def _is_pattern(text: str) -> bool:
    """Whether a text is a regular expression; a reader of documents refuses others."""
    try:
        jsonschema_rs.Draft202012Validator({"pattern": text})
        re.compile(text)
    except (ValueError, re.error, RecursionError):
        return False
    return True


def _when(name: str, value: str) -> Json:
    return {"property": name, "in": ["x", value]}


def _string(name: str) -> Json:
    return {"name": name, "type": "string", "description": "What it is."}


def _object(name: str) -> Json:
    return {"type": "object", "properties": [_string(name)]}


def _variants(value: str, *, selected_by: str = "kind", properties: Sequence[Json] = (), **fields: Any) -> Json:
    """Return an object of two variants, the first one with what is given."""
    return {
        "type": "object",
        "variants": [_variant(value, selected_by, properties) | fields, _variant(f"{value} y", selected_by, ())],
    }


def _variant(value: str, selected_by: str, properties: Sequence[Json]) -> Json:
    selector = {"name": selected_by, "type": "string", "const": value}
    others = [each for each in properties if each["name"] != selected_by]
    return {
        "name": value,
        "selector": {"property": selected_by, "value": value, "required": True},
        "properties": [selector, *others],
    }
