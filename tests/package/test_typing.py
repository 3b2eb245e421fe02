"""A type checker knows every id, class and accepted value of the package."""

from __future__ import annotations

import functools
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.paths import GENERATED, PROJECT

# Each line that ends with a comment is wrong, or asks for a type: the comment is what the checker says of it.
SCRIPT = """
import connector_catalog
from connector_catalog import Problem, get_model, validate
from connector_catalog.fivetran import IterableConnection, IterableConnectionUpdate
from connector_catalog.stitch import BraintreeSource, MysqlSource
from datetime import date

reveal_type(get_model("stitch", "platform.mysql"))  # note: type[connector_catalog.payload.CreateModel]
reveal_type(get_model("fivetran", "iterable"))  # note: type[connector_catalog.payload.CreateModel]
reveal_type(get_model("fivetran", "iterable", action="update"))  # note: type[connector_catalog.payload.UpdateModel]
get_model("stitch", "iterable")  # call-overload
get_model("airbyte", "iterable")  # call-overload
get_model("fivetran", "iterable", action="delete")  # call-overload

made = IterableConnection(schema_="s", sync_mode="SelectedEvents", events=["e"])
reveal_type(made.sync_mode)  # note: Literal['SelectedEvents'] | Literal['AllEvents'] | None
reveal_type(made.to_payload(group_id="g"))  # note: dict[str, Any]
reveal_type(BraintreeSource.from_payload({}))  # note: connector_catalog.stitch.source_braintree.BraintreeSource
IterableConnection(schema_="s", sync_mod="AllEvents")  # call-arg
IterableConnection(schema_="s", sync_mode="All")  # arg-type
IterableConnection(schema_=1)  # arg-type
IterableConnection()  # call-arg
IterableConnectionUpdate()
IterableConnectionUpdate(schema_="s")  # call-arg
made.no_such  # attr-defined

problems: list[Problem] = validate("stitch", "platform.mysql", {}, unknown="warn", action="update")
validate("stitch", "platform.mysql", {}, unknown="perhaps")  # arg-type
connector_catalog.nothing  # attr-defined
from connector_catalog.stitch import Nothing  # attr-defined
"""


@functools.cache
def _found(folder: Path) -> dict[int, list[str]]:
    """Return mypy's messages for each line of the script."""
    path = folder / "script.py"
    path.write_text(SCRIPT, encoding="utf-8")
    call = [sys.executable, "-m", "mypy", "--strict", "--python-version=3.11", "--config-file=", "--no-pretty"]
    call += [f"--cache-dir={PROJECT / '.mypy_cache'}", path.name]
    environment = {"MYPYPATH": str(PROJECT / GENERATED), "PATH": ""}
    done = subprocess.run(call, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout[-2000:] + done.stderr
    found: dict[int, list[str]] = {}
    for line in done.stdout.splitlines()[:-1]:
        parts = re.fullmatch(r"(.*?):(\d+): (\w+): (.*)", line)
        assert parts is not None, line
        # The package itself has nothing wrong.
        assert parts[1] == path.name, line[:300]
        found.setdefault(int(parts[2]), []).append(f"{parts[3]}: {parts[4]}")
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    return _found(tmp_path_factory.mktemp("typing"))


EXPECTED = {number: line.partition("  # ")[2] for number, line in enumerate(SCRIPT.splitlines(), 1) if "  # " in line}


@pytest.mark.parametrize("number", EXPECTED)
def test_mypy_reports_the_expected_type_or_error(number: int, found: dict[int, list[str]]) -> None:
    expected = EXPECTED[number]
    if expected.startswith("note: "):
        assert found.get(number) == [f'note: Revealed type is "{expected.removeprefix("note: ")}"']
    else:
        assert [each[-len(expected) - 2 :] for each in found.get(number, []) if each.startswith("error: ")] == [
            f"[{expected}]"
        ]


def test_nothing_is_said_of_the_other_lines(found: dict[int, list[str]]) -> None:
    assert set(found) <= set(EXPECTED), {number: said for number, said in found.items() if number not in EXPECTED}
