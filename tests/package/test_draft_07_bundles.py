"""The bundles of draft-07 accept the requests that those of draft 2020-12 accept."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.context.json_schema.request import ACTIONS
from tests.bench import dialects
from tests.bench.dialects import SCHEMAS, disagreements
from tests.cases.verdicts import committed

VENDORS = {
    vendor: list(own)
    for vendor, own in itertools.groupby(
        sorted(committed().values(), key=lambda each: each.key), key=lambda each: each.vendor
    )
}
NAMES = sorted(path.name for path in SCHEMAS.glob("*.draft-07.json"))


def _some(vendor: str) -> list[Connector]:
    return VENDORS[vendor][::19]


def test_each_bundle_has_one_of_draft_07() -> None:
    assert len(NAMES) == len(VENDORS) * len(ACTIONS)
    for name in NAMES:
        old, new = (json.loads((SCHEMAS / each).read_bytes()) for each in (name, name.replace(".draft-07", "")))
        assert old["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert old["$id"] == new["$id"].replace(".json", ".draft-07.json")
        assert old["definitions"].keys() >= {each for each in new["$defs"] if ":" in each}


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_dialects_agree_on_drawn_requests(vendor: str) -> None:
    assert list(disagreements(_some(vendor), 90)) == []


def test_a_bundle_that_refuses_less_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = dialects._loaded

    def opened(name: str) -> Any:
        text = json.dumps(loaded(name))
        return json.loads(text.replace('"additionalProperties": false', '"type": "object"') if "." in name else text)

    monkeypatch.setattr(dialects, "_loaded", opened)

    assert len(list(disagreements(_some("fivetran"), 90))) > 5
