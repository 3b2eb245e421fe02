"""A type checker knows every id, class, keyword and accepted value of the package, and has nothing else to say."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.paths import PROJECT
from tests.package.checkers import PYRIGHT, Found, mypy, pyright
from tests.package.programs import pipelines

PROGRAMS = Path(pipelines.__file__).parent
README = re.findall(r"```python\n(.*?)```", (PROJECT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
STRICT = "# pyright: strict\n"

# Modules of the package that the programs do not import.
OTHERS = "".join(
    f"import connector_catalog.{name}\n"
    for name in (
        *("payload", "validation", "validators.stitch.source_braintree", "fivetran.source_iterable"),
        *(f"stitch.source_{name}" for name in ("braintree", "hubspot", "twitter_ads", "aurora")),
    )
)

# Each line that ends with a comment asks for a type: the comment is what mypy says of it.
TYPES = """
from connector_catalog import describe, find, get_model
from connector_catalog.airbyte import PostgresSource
from connector_catalog.fivetran import AdrollConnection, IterableConnection
from connector_catalog.stitch import BraintreeSource

made = IterableConnection(schema="s", sync_mode="SelectedEvents", events=["e"])
reveal_type(made.schema_)  # str
reveal_type(made.sync_mode)  # Literal['SelectedEvents'] | Literal['AllEvents'] | None
reveal_type(made.to_payload(group_id="g"))  # dict[str, Any]
reveal_type(made.api_key)  # pydantic.types.SecretStr | None
reveal_type(BraintreeSource.from_payload({}))  # connector_catalog.stitch.source_braintree.BraintreeSource
reveal_type(BraintreeSource.from_payload({}).start_date)  # str
reveal_type(get_model("stitch", "platform.mysql"))  # type[connector_catalog.payload.CreateModel]
reveal_type(get_model("fivetran", "iterable"))  # type[connector_catalog.payload.CreateModel]
reveal_type(get_model("fivetran", "iterable", action="update"))  # type[connector_catalog.payload.UpdateModel]
reveal_type(get_model("fivetran", find("fivetran", "iterable").type))  # type[connector_catalog.payload.CreateModel]
reveal_type(describe("fivetran", "adroll")["steps"][0]["properties"][0]["name"])  # str
"""


def _write(folder: Path) -> Path:
    """Write what the checkers read, and return the folder."""
    for path in PROGRAMS.glob("[a-z]*.py"):
        shutil.copy(path, folder)
    (folder / "pipelines.py").write_text(f"{STRICT}{(PROGRAMS / 'pipelines.py').read_text(encoding='utf-8')}")
    for number, text in enumerate(README):
        (folder / f"readme_{number}.py").write_text(f"{STRICT}{text}", encoding="utf-8")
    return folder


def _wrong_lines() -> list[int]:
    lines = (PROGRAMS / "wrong.py").read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if "  # " in line]


def _errors(found: Found) -> dict[str, dict[int, list[str]]]:
    kept = {
        name: {number: [each for each in said if not each.startswith("note: ")] for number, said in lines.items()}
        for name, lines in found.items()
    }
    return {name: {number: said for number, said in lines.items() if said} for name, lines in kept.items()}


def test_mypy_reports_each_wrong_use_once_and_knows_the_types(tmp_path: Path) -> None:
    _write(tmp_path)
    (tmp_path / "types_of.py").write_text(TYPES, encoding="utf-8")
    (tmp_path / "others.py").write_text(OTHERS, encoding="utf-8")

    found = mypy(tmp_path)

    told = {number: said for number, said in found.pop("types_of.py").items() if said}
    asked = {n: line.partition("  # ")[2] for n, line in enumerate(TYPES.splitlines(), 1) if "  # " in line}
    assert told == {number: [f'note: Revealed type is "{type_}"'] for number, type_ in asked.items()}
    errors = _errors(found)
    wrong = errors.pop("wrong.py")
    assert {number: len(said) for number, said in wrong.items()} == dict.fromkeys(_wrong_lines(), 1)
    assert {name: lines for name, lines in errors.items() if lines} == {}


@pytest.mark.skipif(not PYRIGHT.exists(), reason="pyright is not installed: run `make node`")
def test_pyright_reports_each_wrong_use(tmp_path: Path) -> None:
    found = pyright(_write(tmp_path))

    wrong = found.pop("wrong.py")
    assert sorted(wrong) == _wrong_lines()
    # It names both the call and the argument where no overload fits.
    assert [said for said in wrong.values() if len(said) != 1 and "No overloads" not in said[0]] == []
    assert found == {}


def test_there_is_something_to_report() -> None:
    assert len(_wrong_lines()) > 20
    assert len(README) > 5


def test_the_program_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADROLL_TOKEN", "very-secret")

    said = pipelines.main()

    assert said[1:8] == [
        *("fivetran adroll", "fivetran google_ads", "fivetran s3", "fivetran snowflake"),
        *("stitch platform.braintree", "stitch platform.mysql", "stitch platform.sftp"),
    ]
    assert "very-secret" not in "".join(said)
