"""Walks Stitch's pages: the cells of each property of each connector, as they are written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html

from tests.bench.differences.statements import Document, Keywords

_TYPE = re.compile(r"correspond\w* to (source|destination) type: ([\w.\-]+)")
_SENTENCES = {"INTERNAL": "this is an internal", "READ-ONLY": "this is a read-only property"}
_NAME = re.compile(r"[\w.\-]+")


def stitch(path: Path) -> Document:
    """Return what a page of Stitch states."""
    tree = lxml.html.document_fromstring(path.read_bytes())
    found: Document = {}
    rows: dict[str, dict[str, Any]] = {}
    step = "form"
    for element in tree.iter("p", "h1", "h2", "h3", "h4", "h5", "table", "pre"):
        text = _text(element)
        if element.tag == "p" and (match := _TYPE.search(text)):
            rows, step = found.setdefault(f"stitch/{match[1]}/{match[2].rstrip('.')}", {}), "form"
        elif element.tag.startswith("h"):
            id_ = element.get("id", "")
            if "object" not in id_:
                rows = {}
            step = "oauth" if id_.endswith("-oauth") else "form"
        elif element.tag == "pre" and (payload := _payload(element)) is not None:
            rows.setdefault("", {"examples": []})["examples"].append(payload)
        elif element.tag == "table" and "attribute-list" in element.get("class", "") and not _is_nested(element):
            rows.update(_rows(element, f"{step}."))
    return found


def _payload(element: lxml.html.HtmlElement) -> str | None:
    """Return the properties of an example in one order; ``None`` for code of another kind."""
    try:
        return json.dumps(json.loads("".join(element.text_content().split())), sort_keys=True)
    except ValueError:
        return None


def _is_nested(table: lxml.html.HtmlElement) -> bool:
    return next(table.iterancestors("table"), None) is not None


def _rows(table: lxml.html.HtmlElement, above: str) -> Iterator[tuple[str, Keywords]]:
    for row in table.xpath("./tr | ./tbody/tr"):
        cells = row.xpath("./td")
        name = _text(cells[0].xpath(".//strong")[0]) if cells and cells[0].xpath(".//strong") else ""
        if _NAME.fullmatch(name) is None or name == "Name":
            continue
        inner = cells[-1].xpath(".//table[contains(@class, 'attribute-list')][1]")
        label = " ".join(_text(each) for each in cells[:-1]).removeprefix(name).split()
        mark = "REQUIRED" if cells[:-1] and cells[-2].xpath(".//i[contains(@class, 'fa-check')]") else ""
        words = [word for word in label if word.isupper()]
        description = " ".join(" ".join(_own_text(cells[-1])).split())
        # The later page has these labels as sentences only.
        stated = [word for word, sentence in _SENTENCES.items() if sentence in description.lower()]
        yield (
            above + name,
            {
                "type": words[:1],
                "label": " ".join(stated or words[1:]) or mark or "OPTIONAL",
                "description": description,
            },
        )
        for each in inner:
            yield from _rows(each, f"{above}{name}.")


def _own_text(cell: lxml.html.HtmlElement) -> list[str]:
    """Return the text of a cell without the tables in it."""
    depth = len(cell.xpath("ancestor::table"))
    return [
        str(each)
        for each in cell.xpath(f".//text()[count(ancestor::table[contains(@class, 'attribute-list')]) = {depth}]")
    ]


def _text(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
