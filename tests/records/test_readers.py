"""Which readers there are, and which one reads a document."""

from __future__ import annotations

from typing import Any

import pytest

from generator.documents.document import Document, Kind
from generator.records.reader import reader_for, readers_of, recognise
from tests.records.reading import VENDORS


def _document(content: str, kind: Kind = Kind.TEXT, data: Any = None) -> Document:
    return Document("page", kind, content, "", data)


def _recognised(document: Document, *vendors: str) -> str | None:
    found = recognise(document, vendors or VENDORS)
    return found[0] if found is not None else None


@pytest.mark.parametrize(
    ("content", "vendor"),
    [
        ("The Acme source connection property object", "stitch"),
        ("POST https://API.stitchdata.com/v4/sources", "stitch"),
        ("POST https://api.fivetran.com/v1/connections", "fivetran"),
        ("Fivetran's words about an Acme connection property object, by Fivetran", "fivetran"),
        ("connection property object, connection property object, as at Fivetran", "stitch"),
        ("Acme", None),
        ("", None),
    ],
)
def test_a_document_is_that_of_the_vendor_whose_marks_it_bears_most_often(content: str, vendor: str | None) -> None:
    assert _recognised(_document(content)) == vendor


@pytest.mark.parametrize(
    ("paths", "vendor"),
    [
        ({"/v1/connections": {}}, "fivetran"),
        ({"/v2/connectors/{id}": {}}, "fivetran"),
        ({"/v1/destinations": {}}, "fivetran"),
        ({"/connections": {}}, None),
        ({"/v1/connections/{id}/test": {}}, None),
        ({}, None),
        ([], None),
        (None, None),
        ("/v1/connections", None),
    ],
)
def test_an_openapi_file_is_recognised_by_its_paths(paths: Any, vendor: str | None) -> None:
    # The text of the file is full of marks of pages.
    file = _document("connection property object, api.fivetran.com", Kind.OPENAPI, {"openapi": "3.0.1", "paths": paths})

    assert _recognised(file) == vendor


def test_only_the_given_vendors_are_considered() -> None:
    page = _document("api.fivetran.com, api.stitchdata.com, Fivetran")

    assert _recognised(page, "stitch") == "stitch"
    assert _recognised(page, "acme") is None


def test_each_vendor_with_a_profile_has_readers() -> None:
    assert {vendor for vendor in VENDORS if readers_of(vendor)} == set(VENDORS)


@pytest.mark.parametrize("name", ["acme", "prose", "openapi", "record", ""])
def test_what_is_not_a_vendor_s_package_has_no_readers(name: str) -> None:
    assert readers_of(name) == ()


@pytest.mark.parametrize(
    ("vendor", "kind", "is_read"),
    [
        ("stitch", "html", True),
        ("stitch", "text", True),
        ("stitch", "openapi", False),
        ("fivetran", "openapi", True),
        ("fivetran", "html", True),
        ("fivetran", "capture", False),
        ("fivetran", "pdf", False),
        ("acme", "html", False),
    ],
)
def test_the_reader_for_a_kind_of_document(vendor: str, kind: str, is_read: bool) -> None:
    reader = reader_for(vendor, kind)

    assert (reader is not None) is is_read
    assert reader is None or Kind(kind) in reader.kinds
