from __future__ import annotations

import pytest

from generator.documents.document import Document, Kind
from generator.records.readers import vendor_of


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
def test_the_vendor_is_the_one_whose_marks_stand_most_often(content: str, vendor: str | None):
    assert vendor_of(Document("page", Kind.TEXT, content, "")) == vendor
