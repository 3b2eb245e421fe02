"""Nothing that is written ever shows a value of a payload: a token stands in each secret, and is in no output."""

from __future__ import annotations

import copy
import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cases.verdicts import committed
from tests.package.building import Object, data, own_properties, request_of
from tests.package.running import run

TOKEN = "s3cr3t-T0k3n-of-this-test"
KEYS = [
    key
    for key, connector in sorted(committed().items())
    if any(each.secret for step in connector.steps for each in step.properties)
]
CHOSEN = [*KEYS[::60], "fivetran/source/iterable", "fivetran/source/adobe_workfront", "stitch/source/platform.mysql"]
RUNS = list(
    itertools.product(("text", "json", "github", "sarif"), ("x.jsonl", "list.json", "list.yaml"), ("error", "warn"))
)


def _planted(key: str) -> Object:
    """The full request with the token in each secret, and in all that is below one."""
    properties = own_properties(committed()[key])
    full = copy.deepcopy(data()[key]["full"])
    _plant(full, properties)
    return request_of(committed()[key], full)


def _plant(value: Object, properties: Iterable[Any]) -> None:
    for each in properties:
        if each.name not in value:
            continue
        inner = value[each.name]
        if each.secret:
            value[each.name] = [TOKEN] if isinstance(inner, list) else TOKEN if isinstance(inner, str) else {"a": TOKEN}
        for item in inner if isinstance(inner, list) else [inner]:
            if isinstance(item, dict) and isinstance(value[each.name], dict | list):
                meant = [one.properties for one in each.all_variants if one.is_selected_by(item)]
                _plant(item, meant[0] if meant else each.children)


def _broken(planted: Object) -> Iterator[Object]:
    """The request with each other thing wrong in turn, and with the secrets themselves of wrong types."""
    for part in ("config", "auth", "properties", "configuration"):
        for name in planted.get(part, {}):
            for wrong in (5, [TOKEN], {"a": TOKEN}, None):
                yield {**planted, part: {**planted[part], name: wrong}}
        if part in planted:
            yield {**planted, part: TOKEN}
            yield {**planted, part: {**planted[part], "no_such_name": TOKEN}}
    yield {**planted, "group_id": [TOKEN], "paused": TOKEN, "sync_frequency": TOKEN}
    yield {**planted, "service": TOKEN, "type": TOKEN}


def _texts(planted: Object) -> Iterator[tuple[str, str]]:
    """Files that are wrong as text, by their suffix."""
    text = json.dumps(planted, indent=1)
    yield "json", text[:-2]
    yield "json", text.replace(f'"{TOKEN}"', TOKEN, 1)
    yield "json", text.replace(f'"{TOKEN}"', f'"\\{TOKEN}"', 1)
    yield "json", text.replace(f'"{TOKEN}"', f'"{TOKEN}', 1)
    yield "json", f"{text}{TOKEN}"
    yield "yaml", f"a: {TOKEN}: b"
    yield "yaml", f"a: *{TOKEN}"
    yield "yaml", f"a: !!int {TOKEN}"
    yield "yaml", f"a: !!float {TOKEN}"
    yield "yaml", f"a: !!timestamp {TOKEN}"
    yield "yaml", f"a: !!binary {TOKEN}"
    yield "yaml", f"a: !{TOKEN} b"
    yield "yaml", f"a: '{TOKEN}"
    yield "yaml", f'a: "\\{TOKEN}"'
    yield "yaml", f"&{TOKEN} a: &{TOKEN} [*{TOKEN}]"
    yield "yaml", f"a: [{TOKEN}"
    yield "yaml", f"%{TOKEN}\n---\na: 1"
    yield "yaml", f"a: |{TOKEN}\n b"
    yield "yaml", f"? [{TOKEN}]\n: b"
    yield "yaml", f"<<: {TOKEN}"


@pytest.mark.parametrize("key", CHOSEN)
def test_no_output_shows_a_secret(key: str, tmp_path: Path) -> None:
    planted = _planted(key)
    assert TOKEN in json.dumps(planted)
    wrong = list(_broken(planted))
    lines = tmp_path / "x.jsonl"
    lines.write_text("\n".join(map(json.dumps, wrong)))
    (tmp_path / "list.json").write_text(json.dumps(wrong))
    (tmp_path / "list.yaml").write_text(json.dumps(wrong))

    for name, file, unknown in RUNS:
        ran = run("validate", "--format", name, "--unknown", unknown, tmp_path / file)
        assert ran.status == 1
        assert TOKEN not in ran.out + ran.err


def test_no_output_shows_a_secret_of_a_text_that_cannot_be_read(tmp_path: Path) -> None:
    for number, (suffix, text) in enumerate(_texts(_planted("stitch/source/platform.mysql"))):
        path = tmp_path / f"{number}.{suffix}"
        path.write_text(text)
        # Python's own YAML loader tells more than the one in C.
        for ran in (run("validate", path), run("validate", "--format", "json", "-", stdin=text.encode())):
            assert ran.status == 1, text
            assert TOKEN not in ran.out + ran.err, text


def test_no_output_shows_a_secret_with_the_slow_yaml_loader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    test_no_output_shows_a_secret_of_a_text_that_cannot_be_read(tmp_path)
