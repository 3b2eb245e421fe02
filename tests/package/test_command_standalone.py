"""The bundled validator: one file, the standard library only, the same answers as the package."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import connector_catalog
import pytest
from connector_catalog.command.standalone import standalone
from connector_catalog.requests import validator_of

from templates.connector_catalog.command.standalone import bundle
from tests.package.running import run

CHOSEN = ["fivetran/source/google_ads", "stitch/source/platform.mysql", "fivetran/destination/snowflake"]
RUN = """
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("bundled", sys.argv[1])
module = importlib.util.module_from_spec(spec)
sys.modules["bundled"] = module
spec.loader.exec_module(module)
asked = json.load(sys.stdin)
print(json.dumps([[list(each) for each in module.validate(payload, unknown=unknown)] for payload, unknown in asked]))
"""


def _payloads(full: dict[str, Any]) -> Iterator[Any]:
    yield from (full, {}, None, [], full | {"no_such_property": 1})
    for name in full:
        yield {other: value for other, value in full.items() if other != name}
        for wrong in (5, "x", None, [{"a": 1}], {"a": "b"}, True):
            yield full | {name: wrong}


@pytest.mark.parametrize("key", CHOSEN)
def test_it_answers_as_the_package_does(key: str, tmp_path: Path) -> None:
    vendor, _, type_ = key.split("/")
    path = tmp_path / "validator.py"
    path.write_text(run("standalone", vendor, type_).out, encoding="utf-8")
    payloads = list(_payloads(connector_catalog.describe(vendor, type_)["full"]))
    asked = [(each, unknown) for each in payloads for unknown in ("error", "warn", "allow")]

    call = [sys.executable, "-I", "-S", "-c", RUN, str(path)]
    done = subprocess.run(call, input=json.dumps(asked), check=True, capture_output=True, text=True)
    validate = validator_of(connector_catalog.find(vendor, type_))
    expected = [[list(each) for each in validate(payload, unknown=unknown)] for payload, unknown in asked]
    assert json.loads(done.stdout) == expected
    assert [] in expected
    assert sum(bool(each) for each in expected) > 20


def test_every_connector_can_be_bundled() -> None:
    for entry in connector_catalog.entries()[::30]:
        text = standalone(entry.vendor, entry.type)
        imported = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
        assert all(node.level == 0 for node in imported), entry.key
        assert [node.module for node in imported].count("__future__") == 1, entry.key


def package(folder: Path, monkeypatch: pytest.MonkeyPatch, **modules: str) -> str:
    """Write a package with these modules; a double underscore in a name stands for a folder."""
    name = f"bundled_{folder.name}".replace("-", "_")
    for module, text in modules.items():
        path = folder / name / f"{module.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.joinpath("__init__.py").touch()
        path.write_text(text, encoding="utf-8")
    folder.joinpath(name, "__init__.py").touch()
    monkeypatch.syspath_prepend(folder)
    return name


def test_modules_are_put_before_those_that_import_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = package(
        tmp_path,
        monkeypatch,
        inner__own='# A mark.\n"""Own "text"."""\n\nfrom __future__ import annotations\n\nimport re\n'
        "from ..shared import double as twice, _BASE\nfrom ..base import (\n    one,\n)\n\n\n"
        "def result():  # kept\n    return twice(_BASE) + one + len(re.findall('a', 'aa'))\n",
        shared='"""Shared."""\n\nfrom __future__ import annotations\n\nimport json as j\nfrom typing import Any\n'
        "from .base import one\n\n_BASE: Any = j.loads('20') + one\n\n\ndef double(value):\n    return value * 2\n",
        base='"""Base."""\n\nfrom typing import NamedTuple\n\none = 1\n',
    )
    text = bundle(name, "inner.own")
    names: dict[str, Any] = {}
    exec(compile(text, "bundle", "exec"), names)  # it was bundled from the text above

    assert names["result"]() == 45
    assert names["__doc__"] == 'Own "text".'
    assert text.index("one = 1") < text.index("_BASE: Any") < text.index("def result")
    assert text.count("from __future__") == 1
    assert "from typing import Any, NamedTuple\n" in text
    assert "# kept" in text
    assert "A mark" not in text


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ('"""Own."""\nfrom .base import other\n\n\ndef one():\n    pass\n', "several modules define one"),
        ('"""Own."""\n\n\ndef inner():\n    from .base import other\n', "inside of a function"),
        ('"""Own."""\nfrom . import base\n', "only modules"),
    ],
)
def test_what_cannot_be_bundled_is_refused(
    own: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = package(tmp_path, monkeypatch, own=own, base='"""Base."""\none = 1\nother = 2\n')

    with pytest.raises(ValueError, match=message):
        bundle(name, "own")
