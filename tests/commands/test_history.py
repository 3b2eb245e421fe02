"""``history``: since when the documents have a connector, its properties and their listed values."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.catalog.history import History
from generator.catalog.history_file import history_text
from generator.command_line.main import main
from generator.paths import PROJECT
from tests.catalog.building import Fields, connector, prop

HEAD = ["acme/source/x: in the first document", "  documents: 2025-12, 2026-05"]


def _run(root: Path, *arguments: str, status: int = 0) -> list[str]:
    result = CliRunner().invoke(main, ["--project", str(root), "history", *arguments])
    assert result.exit_code == status, result.output
    return (result.stdout if status == 0 else result.stderr).splitlines()


def _project(root: Path, old: list[Fields], new: list[Fields]) -> Path:
    history = History()
    for date, properties in (("2025-12", old), ("2026-05", new)):
        history = history.with_document("acme/page", date, [connector(*properties)])
    (root / "catalog/history").mkdir(parents=True)
    (root / "catalog/history/acme.json").write_text(history_text(history, "acme"), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ([], [], ["  every property and listed value: the same dates"]),
        ([], [prop("a")], ["  form.a: since 2026-05"]),
        ([prop("a")], [], ["  form.a: in the first document, last in 2025-12"]),
        ([prop("a", enum=["x"])], [prop("a", enum=["x", "y"])], ['  form.a value "y": since 2026-05']),
        (
            [prop("a", enum=["x"])],
            [prop("a", enum=["y"])],
            ['  form.a value "x": in the first document, last in 2025-12', '  form.a value "y": since 2026-05'],
        ),
    ],
)
def test_what_not_all_documents_have_is_listed(
    old: list[Fields], new: list[Fields], lines: list[str], tmp_path: Path
) -> None:
    root = _project(tmp_path, old, new)

    assert _run(root, "acme/x") == [*HEAD, *lines]
    assert _run(root, "acme/source/x") == [*HEAD, *lines]


def test_a_connector_that_later_documents_lack_says_when_it_was_last_seen(tmp_path: Path) -> None:
    history = History()
    for date, types in (("2025-06", ["x", "old"]), ("2026-06", ["x", "new"])):
        history = history.with_document("acme/page", date, [connector(prop("a"), type=each) for each in types])
    (tmp_path / "catalog/history").mkdir(parents=True)
    (tmp_path / "catalog/history/acme.json").write_text(history_text(history, "acme"), encoding="utf-8")

    assert _run(tmp_path, "acme/old")[0] == "acme/source/old: in the first document, last in 2025-06"
    assert _run(tmp_path, "acme/new")[0] == "acme/source/new: since 2026-06"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("fivetran/destination/redshift", '  config.connection_type value "ProxyAgent": since 2026-05'),
        ("airbyte/destination-cobra", "airbyte/destination/destination-cobra: in the first document, last in 2025-06"),
        ("stitch/platform.pendo", "  form.lookback_window: in the first document, last in 2021-01"),
    ],
)
def test_the_project_has_the_history_of_each_vendor(name: str, found: str) -> None:
    assert found in _run(PROJECT, name)


def test_all_lists_everything(tmp_path: Path) -> None:
    root = _project(tmp_path, [prop("a", enum=["x"])], [prop("a", enum=["x"])])

    assert _run(root, "acme/x", "--all") == [
        *HEAD,
        "  form.a: in the first document",
        '  form.a value "x": in the first document',
    ]


def test_an_unknown_connector_is_an_error_with_a_suggestion(tmp_path: Path) -> None:
    (line, *_) = _run(_project(tmp_path, [], []), "acme/xx", status=1)

    assert "[unknown-connector]" in line
    assert "did you mean acme/x" in line
