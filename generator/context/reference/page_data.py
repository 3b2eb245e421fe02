"""A reference page as JSON, in the order of the page, for sites that render it themselves."""

from __future__ import annotations

from typing import Any

from generator.context.reference.connector_page import ReferenceContext
from generator.context.reference.property import PropertyContext
from generator.context.reference.section import SectionContext


def page_data(key: str, page: ReferenceContext) -> dict[str, Any]:
    """Return a page as a JSON value. Titles, names, labels, descriptions and facts are Markdown; requests are code.

    Args:
        key: The connector's key, ``<vendor>/<role>/<type>``.
        page: The page.
    """
    vendor, role, type_ = key.split("/", 2)
    return {
        "vendor": vendor,
        "role": role,
        "type": type_,
        "title": page.title,
        "model": page.class_name,
        "links": {each.topic: each.url for each in page.links},
        "document": {"name": page.document, "url": page.url, "date": page.date},
        "steps": [{"name": step.name, "sections": list(map(_section, step.sections))} for step in page.steps],
        "requests": [
            {"title": each.title, "languages": {block.language: block.text for block in each.blocks}}
            for each in page.requests
        ],
    }


def _section(section: SectionContext) -> dict[str, Any]:
    return {
        "title": section.title,
        "anchor": section.anchor,
        "properties": list(map(_property, section.properties)),
        "example": section.example,
    }


def _property(property_: PropertyContext) -> dict[str, Any]:
    return {
        "name": property_.name,
        "anchor": property_.anchor,
        "type": property_.type,
        "labels": list(property_.labels),
        "description": property_.description,
        "facts": [{"text": fact.text, "items": list(fact.items)} for fact in property_.facts],
    }
