"""``schema()`` returns what the file of a connector's schema has."""

from __future__ import annotations

import json

import pytest
from connector_catalog import UnknownConnectorError, entries, schema

from generator.paths import PACKAGE, PROJECT


def test_every_schema_is_that_of_its_file() -> None:
    for entry in entries()[::7]:
        text = (PROJECT / PACKAGE / "schemas" / f"{entry.key}.json").read_text(encoding="utf-8")
        assert json.dumps(schema(entry.vendor, entry.type)) == json.dumps(json.loads(text)), entry.key


def test_an_unknown_connector_has_none() -> None:
    with pytest.raises(UnknownConnectorError):
        schema("stitch", "platform.nothing")
