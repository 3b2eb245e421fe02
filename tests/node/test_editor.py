"""An editor that uses yaml-language-server shows the mistakes in a request, and no others."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from generator.paths import PACKAGE, PROJECT
from tests.node.tools import needs_node, run

SCHEMAS = PROJECT / PACKAGE / "schemas"

pytestmark = needs_node


class Opened(NamedTuple):
    """A file that an editor opens: its bundle, its text, and for each problem its line and words of it."""

    bundle: str
    text: str
    problems: tuple[tuple[int, str], ...] = ()


STITCH = "type: platform.mysql\nproperties:\n  host: h\n  port: '3306'\n  user: u\n  password: p\n"
FIVETRAN = "service: adroll\ngroup_id: g\nconfig:\n  schema: s\n  table: t\nauth:\n  refresh_token: r\n"
AIRBYTE = (
    "name: n\nworkspaceId: w\nconfiguration:\n  sourceType: postgres\n  host: h\n  port: 5432\n  database: d\n"
    "  username: u\n  replication_method:\n    method: CDC\n    replication_slot: s\n    publication: p\n"
)
FILES = [
    Opened("stitch", STITCH),
    Opened("stitch", STITCH.replace("  host: h\n", ""), ((2, 'Missing property "host"'),)),
    Opened("stitch", STITCH.replace("platform.mysql", "platform.mysqll"), ((1, "not accepted"),)),
    Opened("stitch-draft", STITCH.replace("  host: h\n", "")),
    Opened("stitch-update", STITCH.replace("host: h", "hots: h"), ((3, "hots is not allowed"),)),
    Opened("fivetran", FIVETRAN),
    Opened("fivetran", FIVETRAN.replace("group_id: g\n", ""), ((1, 'Missing property "group_id"'),)),
    Opened("fivetran", f"{FIVETRAN}pausd: true\n", ((8, "pausd is not allowed"),)),
    Opened("fivetran-draft", FIVETRAN.replace("  table: t\n", "")),
    Opened("fivetran-draft", FIVETRAN.replace("table: t", "table: 7"), ((5, "Incorrect type"),)),
    Opened("airbyte", AIRBYTE),
    Opened("airbyte", AIRBYTE.replace("5432", "x"), ((6, "Incorrect type"),)),
    Opened("airbyte", AIRBYTE.replace("    publication: p\n", ""), ((9, 'Missing property "publication"'),)),
    Opened("airbyte", AIRBYTE.replace("method: CDC", "method: CDD"), ((10, "CDC"),)),
    Opened("airbyte", AIRBYTE.replace("sourceType: postgres", "sourceType: postgre"), ((4, "not accepted"),)),
    Opened("airbyte", "name: n\nworkspaceId: w\ndefinitionId: d\nconfiguration:\n  whatever: 1\n"),
    Opened("airbyte-draft", AIRBYTE.replace("    publication: p\n", "")),
    Opened("airbyte-update", AIRBYTE.replace("host: h", "hots: h"), ((5, "hots is not allowed"),)),
]


@pytest.mark.parametrize("bundle", sorted({each.bundle for each in FILES}))
def test_an_editor_shows_the_mistakes_of_a_request(bundle: str) -> None:
    own = [each for each in FILES if each.bundle == bundle]
    question = {"bundle": str(SCHEMAS / f"{bundle}.json"), "texts": [each.text for each in own]}
    (told,) = run("editor.mjs", [question])

    apart = [(each, found) for each, found in zip(own, told["problems"], strict=True) if not _is_told(each, found)]
    assert apart == []


def _is_told(opened: Opened, found: list[Any]) -> bool:
    return len(found) == len(opened.problems) and all(
        each["line"] == line and words in each["message"]
        for each, (line, words) in zip(found, opened.problems, strict=True)
    )
