"""Reads an OpenAPI file, version 3, into the blocks of :mod:`generator.blocks.specification`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from generator.blocks.block import Block, Item, List, Paragraph
from generator.blocks.specification import Operation, Schema, Specification, pointer
from generator.diagnostics import Diagnostics
from templates.connector_catalog.bounds import DOCUMENT
from templates.connector_catalog.constraints import type_of

_SCHEMAS = "/components/schemas/"
_METHODS = ("get", "post", "put", "patch", "delete")
_STRUCTURE = frozenset({"description", "properties", "items", "allOf", "$ref", "discriminator"})
_DEEPEST = 40

# Most texts hold no tag: these are not parsed.
_TAG = re.compile(r"</?[a-z]", re.IGNORECASE)
# A tag inside code is text, such as ``<name>``. A backtick within a word opens no code.
_CODE = re.compile(r"(?<![\w`])`[^`\n]+`(?![\w`])")
# An XML declaration makes the parser warn that the text is no HTML.
_XML_DECLARATION = re.compile(r"<\?xml\b[^>]*>", re.IGNORECASE)
_ITEM = re.compile(r"[-*•]\s+(?P<text>.+)|(?P<literal>`[^`]+`\s*[-–—:].*)")
_MARKS = dict.fromkeys(("br", "p", "ul", "ol"), ("\n", "\n")) | {
    "li": ("\n- ", "\n"),
    "strong": ("**", "**"),
    "b": ("**", "**"),
    "code": ("`", "`"),
}


class OpenapiError(ValueError):
    """The JSON is not a valid OpenAPI file; ``place`` is a JSON pointer."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(message)
        self.place = place


def read_openapi(data: Any, diagnostics: Diagnostics) -> Specification | None:
    """Return the operations and schemas of an OpenAPI file, or ``None`` and an error ``openapi-format``."""
    version = str(data.get("openapi", ""))
    if not version.startswith("3."):
        diagnostics.error("openapi-format", "/openapi", f"unsupported version {version[:20]!r}; expected 3.0 or 3.1")
        return None
    try:
        components = _object(data.get("components", {}), "/components")
        named = _object(components.get("schemas", {}), "/components/schemas")
        schemas = {name: _schema(body, pointer("components", "schemas", name), 0) for name, body in named.items()}
        paths = _object(data.get("paths", {}), "/paths")
        operations = tuple(operation for path, methods in paths.items() for operation in _operations(path, methods))
    except OpenapiError as fault:
        diagnostics.error("openapi-format", fault.place, str(fault))
        return None
    return Specification(operations, schemas)


def _object(value: Any, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise OpenapiError(place, f"its type is {type_of(value)}; expected an object")
    return value


def _schema(body: Any, place: str, depth: int) -> Schema:
    fields = _object(body, place)
    if depth > _DEEPEST:
        raise OpenapiError(place, f"the schema is nested more than {_DEEPEST} levels deep")
    text = fields.get("description", "")
    parts = fields.get("allOf", [])
    if not isinstance(text, str) or not isinstance(parts, list):
        raise OpenapiError(place, "expected the description to be a string and allOf to be an array")
    inner = _object(fields.get("properties", {}), f"{place}/properties")
    mapping = _object(fields.get("discriminator", {}), f"{place}/discriminator").get("mapping", {})
    leads_to = _object(mapping, f"{place}/discriminator/mapping")
    return Schema(
        place,
        keywords={name: value for name, value in fields.items() if name not in _STRUCTURE},
        description=read_markdown(text, f"{place}/description") if text.strip() else (),
        properties={
            name: _schema(child, f"{place}/properties{pointer(name)}", depth + 1) for name, child in inner.items()
        },
        items=_schema(fields["items"], f"{place}/items", depth + 1) if "items" in fields else None,
        parts=tuple(_schema(part, f"{place}/allOf/{number}", depth + 1) for number, part in enumerate(parts)),
        reference=_name(fields["$ref"], place) if "$ref" in fields else "",
        mapping={value: _name(target, f"{place}/discriminator/mapping") for value, target in leads_to.items()},
    )


def _name(reference: Any, place: str) -> str:
    """Return the name of the schema that a reference points to."""
    _, found, name = str(reference).rpartition(_SCHEMAS)
    if not found or not isinstance(reference, str) or not reference.startswith("#"):
        raise OpenapiError(place, f"unsupported reference {str(reference)[:80]!r}; expected one to #{_SCHEMAS}")
    return name.replace("~1", "/").replace("~0", "~")


def _operations(path: str, methods: Any) -> Iterator[Operation]:
    for method, operation in _object(methods, pointer("paths", path)).items():
        if method in _METHODS and isinstance(operation, dict):
            request = _dig(operation, "requestBody", "content", "application/json", "schema")
            answers = [body for status, body in _dig(operation, "responses").items() if str(status).startswith("2")]
            answer = _dig(answers[0] if answers else {}, "content", "application/json", "schema", "properties", "data")
            place = pointer("paths", path, method)
            names = [_name(body["$ref"], place) if "$ref" in body else "" for body in (request, answer)]
            yield Operation(method, path, *names)


def _dig(value: Any, *keys: str) -> dict[str, Any]:
    """Return the object below the keys; an empty one if a key is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def read_markdown(text: str, place: str) -> tuple[Block, ...]:
    """Return the paragraphs and lists of Markdown with HTML tags; lines that begin with a literal are items too."""
    markdown = _without_tags(text, place) if _TAG.search(text) else html.unescape(text)
    lines = [line for line in (part.strip() for part in markdown.split("\n")) if line]
    blocks: list[Block] = []
    items: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        item = _ITEM.fullmatch(line)
        if item is not None and (blocks or items):
            items.append(item["text"] or item["literal"])
            continue
        if items:
            blocks.append(_list(items, f"{place}/list[{number}]"))
            items = []
        if line:
            blocks.append(Paragraph(line, f"{place}/p[{number}]"))
    return tuple(blocks)


def _without_tags(text: str, place: str) -> str:
    """The text with Markdown's marks in place of HTML's tags; tags that have no mark are left out."""
    text = _CODE.sub(lambda code: code[0].replace("<", "&lt;"), _XML_DECLARATION.sub("", text))
    parts: list[str] = []
    # A stack, because tags may be nested more deeply than calls; lxml, because html.parser refuses some texts.
    ahead: list[tuple[PageElement | str, int]] = [(BeautifulSoup(text, "lxml"), 0)]
    while ahead:
        node, depth = ahead.pop()
        if isinstance(node, Tag):
            if depth > DOCUMENT.depth:  # the parser leaves out what is below 256 levels
                raise OpenapiError(place, f"the tags are nested more than {DOCUMENT.depth} levels deep")
            before, after = _link_marks(node) if node.name == "a" else _MARKS.get(node.name, ("", ""))
            inner: list[PageElement | str] = [after, *reversed(node.contents), before]
            ahead += [(each, depth + 1) for each in inner]
        elif type(node) in (str, NavigableString):  # a comment's and a script's text are of other types
            parts.append(str(node))
    return "".join(parts)


def _link_marks(link: Tag) -> tuple[str, str]:
    target = link.get("href")
    return ("[", f"]({target})") if isinstance(target, str) and not re.search(r"[\s()]", target) else ("", "")


def _list(items: list[str], place: str) -> List:
    paths = ((text, f"{place}/item[{number}]") for number, text in enumerate(items, 1))
    return List(tuple(Item((Paragraph(text, f"{path}/p[1]"),), path) for text, path in paths), place)
