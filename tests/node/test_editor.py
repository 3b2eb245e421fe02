"""Editors show the mistakes in a request, at their places, and offer and explain what the connector has.

yaml-language-server stands for editors of YAML files, vscode-json-languageservice for those of JSON files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from tests.node.editing import SERVERS, Problem, Question, as_json, shown
from tests.node.tools import needs_node

pytestmark = needs_node

STITCH = "type: platform.mysql\nproperties:\n  host: h\n  port: '3306'\n  user: u\n  password: p\n"
FIVETRAN = "service: adroll\ngroup_id: g\nconfig:\n  schema: s\n  table: t\nauth:\n  refresh_token: r\n"
AIRBYTE = (
    "name: n\nworkspaceId: w\nconfiguration:\n  sourceType: postgres\n  host: h\n  port: 5432\n  database: d\n"
    "  username: u\n  replication_method:\n    method: CDC\n    replication_slot: s\n    publication: p\n"
)


class Opened(NamedTuple):
    """A file that an editor opens: its bundle, its text as YAML, and for each problem its key and words of it.

    A problem of the whole file has no key.
    """

    bundle: str
    text: str
    problems: tuple[tuple[str, str], ...] = ()


def _misspelt(text: str, name: str, typed: str, holder: str, bundle: str) -> Opened:
    """A file in which a required name is misspelt: two problems, for it is both missing and unknown."""
    told = ((holder, f'Missing property "{name}"'), (typed, f"{typed} is not allowed"))
    return Opened(bundle, text.replace(f"{name}:", f"{typed}:"), told)


FILES = [
    Opened("stitch", STITCH),
    Opened("stitch", STITCH.replace("  host: h\n", ""), (("properties", 'Missing property "host"'),)),
    Opened("stitch", STITCH.replace("platform.mysql", "platform.mysqll"), (("type", "not accepted"),)),
    Opened("stitch", STITCH.replace("'3306'", "true"), (("port", "Incorrect type"),)),
    Opened("stitch", STITCH.replace("'3306'", "x"), (("port", "Incorrect type"),)),
    _misspelt(STITCH, "host", "hots", "properties", "stitch"),
    Opened("stitch-draft", STITCH.replace("  host: h\n", "")),
    Opened("stitch-update", STITCH.replace("host: h", "hots: h"), (("hots", "hots is not allowed"),)),
    Opened("fivetran", FIVETRAN),
    Opened("fivetran", FIVETRAN.replace("group_id: g\n", ""), (("", 'Missing property "group_id"'),)),
    Opened("fivetran", f"{FIVETRAN}pausd: true\n", (("pausd", "pausd is not allowed"),)),
    Opened("fivetran", f"{FIVETRAN}paused: 'yes'\n", (("paused", "Incorrect type"),)),
    Opened("fivetran", FIVETRAN.replace("auth:\n", ""), (("refresh_token", "refresh_token is not allowed"),)),
    Opened("fivetran", FIVETRAN.replace("schema: s", "schema: [s]"), (("schema", "Incorrect type"),)),
    Opened(
        "fivetran",
        FIVETRAN.replace("table: t", "table: t\n  sync_mode: All"),
        (("sync_mode", "AllAdvertisables"),),
    ),
    Opened(
        "fivetran",
        FIVETRAN.replace("table: t", "table: t\n  sync_mode: SpecificAdvertisables"),
        (("config", 'Missing property "advertisables"'),),
    ),
    _misspelt(FIVETRAN, "config", "confg", "", "fivetran"),
    Opened("fivetran-draft", FIVETRAN.replace("  table: t\n", "")),
    Opened("fivetran-draft", FIVETRAN.replace("table: t", "table: 7"), (("table", "Incorrect type"),)),
    Opened("airbyte", AIRBYTE),
    Opened("airbyte", AIRBYTE.replace("5432", "x"), (("port", "Incorrect type"),)),
    Opened(
        "airbyte", AIRBYTE.replace("    publication: p\n", ""), (("replication_method", 'Missing property "publica'),)
    ),
    Opened("airbyte", AIRBYTE.replace("method: CDC", "method: CDD"), (("method", "CDC"),)),
    Opened("airbyte", AIRBYTE.replace("    method: CDC\n", ""), (("replication_method", 'Missing property "method"'),)),
    Opened(
        "airbyte", AIRBYTE.replace("sourceType: postgres", "sourceType: postgre"), (("sourceType", "not accepted"),)
    ),
    Opened(
        "airbyte",
        AIRBYTE.partition("    method")[0].replace("method:\n", "method: null\n"),
        (("replication_method", "Incorrect type"),),
    ),
    Opened("airbyte", "name: n\nworkspaceId: w\ndefinitionId: d\nconfiguration:\n  whatever: 1\n"),
    Opened("airbyte-draft", AIRBYTE.replace("    publication: p\n", "")),
    Opened("airbyte-update", AIRBYTE.replace("host: h", "hots: h"), (("hots", "hots is not allowed"),)),
]


BUNDLES = sorted({each.bundle for each in FILES})


@pytest.mark.parametrize("server", SERVERS)
def test_an_editor_shows_the_mistakes_of_a_request(server: str) -> None:
    own = {bundle: [each for each in FILES if each.bundle == bundle] for bundle in BUNDLES}
    texts = {
        bundle: [each.text if server == "yaml" else as_json(each.text) for each in files]
        for bundle, files in own.items()
    }
    answers = shown([Question(bundle, server, texts[bundle]) for bundle in BUNDLES])

    apart = [
        (opened, text, told.problems)
        for bundle, answer in zip(BUNDLES, answers, strict=True)
        for opened, text, told in zip(own[bundle], texts[bundle], answer, strict=True)
        if not _are_told(opened, text, told.problems)
    ]
    assert apart == []


def _are_told(opened: Opened, text: str, found: Sequence[Problem]) -> bool:
    expected = [(_line_of(key, text), words) for key, words in opened.problems]
    return len(found) == len(expected) and all(
        any(each.line == line and words in each.message for each in found) for line, words in expected
    )


def _line_of(key: str, text: str) -> int:
    """The line, from 1, on which a key stands in a YAML or JSON text; the first one without a key."""
    beginnings = ("",) if not key else (f"{key}:", f'"{key}":')
    return next(number for number, line in enumerate(text.splitlines(), 1) if line.strip().startswith(beginnings))


CONFIG_OF_ADROLL = {
    *("advertisables", "dimensions", "metrics", "report_type", "schema", "sync_mode", "table", "timeframe_months"),
}
OFFERED = [
    ("fivetran", FIVETRAN.replace("  schema: s\n", "  |\n"), CONFIG_OF_ADROLL - {"table"}),
    (
        "fivetran",
        FIVETRAN.replace("  table: t", "  table: t\n  sync_mode: |"),
        {"AllAdvertisables", "SpecificAdvertisables"},
    ),
    ("fivetran", "service: adroll\n|\n", {"config", "auth", "group_id", "paused"}),
    ("fivetran", "|\n", {"service"}),
    ("stitch", "type: platform.mysql\nproperties:\n  host: h\n  |\n", {"port", "user", "password", "ssh"}),
    ("airbyte", "|\n", {"configuration"}),
    ("airbyte", AIRBYTE.replace("method: CDC", "method: |"), {"CDC", "Xmin", "Standard"}),
    ("airbyte", AIRBYTE.replace("    publication: p\n", "    |\n"), {"publication", "queue_size"}),
]


def test_an_editor_offers_what_can_stand_there() -> None:
    bundles = sorted({bundle for bundle, _, _ in OFFERED})
    own = [[(text, names) for each, text, names in OFFERED if each == bundle] for bundle in bundles]
    questions = [
        Question(bundle, "yaml", [text for text, _ in some]) for bundle, some in zip(bundles, own, strict=True)
    ]

    for some, answer in zip(own, shown(questions), strict=True):
        for (text, names), told in zip(some, answer, strict=True):
            assert names <= set(told.offered), text
            # An object without a title is offered by its type.
            assert [each for each in told.offered if each.startswith("object(")] == [], text


def test_an_editor_of_json_offers_the_same() -> None:
    texts = ['{"service": "adroll", "config": {|}}', '{"service": "adroll", "config": {"sync_mode": |}}']
    (told,) = shown([Question("fivetran", "json", texts)])
    names, values = (set(each.offered) for each in told)

    assert names == CONFIG_OF_ADROLL
    assert values == {'"AllAdvertisables"', '"SpecificAdvertisables"'}


@pytest.mark.parametrize("server", SERVERS)
def test_an_editor_explains_a_property(server: str) -> None:
    text = FIVETRAN if server == "yaml" else as_json(FIVETRAN)
    ((found,),) = shown([Question("fivetran", server, [text.replace("refresh_token", "refresh|_token")])])

    assert "Secret" in found.explained
    assert found.problems == []
