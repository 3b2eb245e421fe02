"""``generate``: writes what differs, refuses what has been lost, changes nothing where anything is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.command_line.main import main
from generator.files import folders
from generator.files.workspace import Workspace
from generator.paths import CATALOG, GENERATED, Layout
from generator.pipeline import cache
from tests.small_project import ITERABLE, OPENAPI, STITCH

GONE = "fivetran/source/iterable"
Change = Callable[[Path], object]


def run(layout: Layout, *options: str) -> Result:
    """Runs the command in this process; one job, because the tests themselves run side by side."""
    return CliRunner().invoke(main, ["--project", str(layout.root), "generate", "--jobs", "1", *options])


def _bytes(layout: Layout) -> dict[str, bytes]:
    paths = folders.files_below(layout.root, CATALOG) | folders.files_below(layout.root, GENERATED)
    return {path: (layout.root / path).read_bytes() for path in sorted(paths)}


def _times(layout: Layout) -> dict[str, int]:
    return {path: (layout.root / path).stat().st_mtime_ns for path in _bytes(layout)}


def _assert_refused(done: Result, *statuses: int) -> None:
    # CliRunner keeps what would have been a traceback as the exception of the result.
    assert isinstance(done.exception, SystemExit), repr(done.exception)
    assert done.exit_code in statuses
    assert "Traceback" not in done.output


def test_first_run_writes_everything_and_the_second_touches_nothing(small: Layout) -> None:
    first = run(small)
    times, files = _times(small), _bytes(small)
    second = run(small)

    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert {f"{GENERATED}/connector_catalog/__init__.py", f"{GENERATED}/reference/index.md"} <= set(files)
    assert second.stderr.splitlines()[-1] == first.stderr.splitlines()[-1] + "; nothing has changed"
    assert _times(small) == times


def test_missing_changed_and_leftover_files_are_put_right_and_no_other_is_touched(small: Layout) -> None:
    run(small)
    files, times = _bytes(small), _times(small)
    index, shared = f"{GENERATED}/reference/index.md", f"{GENERATED}/connector_catalog/payload.py"
    (small.root / index).unlink()
    (small.root / shared).write_text("changed\n", encoding="utf-8")
    (small.root / GENERATED / "leftover.md").write_text("x\n", encoding="utf-8")
    done = run(small)

    assert "1 files new, 1 changed, 1 removed" in done.stderr
    assert _bytes(small) == files
    assert {path for path, time in _times(small).items() if times[path] != time} == {index, shared}


def test_check_writes_nothing(small: Layout) -> None:
    before = _bytes(small)
    done = run(small, "--check")

    _assert_refused(done, 1)
    assert _bytes(small) == before
    assert not small.cache.exists()
    assert re.fullmatch(r"3 documents, 8 connectors, \d{3} properties, 0 unaccounted", done.stderr.splitlines()[-1])


def test_output_goes_to_the_folder_that_is_asked_for(small: Layout, tmp_path: Path) -> None:
    before = _bytes(small)
    done = run(small, "--output", str(tmp_path / "out"))

    assert done.exit_code == 0
    assert (tmp_path / "out" / GENERATED / "connector_catalog/validation.py").is_file()
    assert (tmp_path / "out" / CATALOG / "index.json").is_file()
    assert _bytes(small) == before


def _without_documents(root: Path) -> None:
    for path in (ITERABLE, OPENAPI):
        (root / CATALOG / path).unlink()


def _without_part(root: Path) -> None:
    path = root / CATALOG / STITCH
    capture = json.loads(path.read_text(encoding="utf-8"))
    capture["sections"] = [each for each in capture["sections"] if "braintree" not in (each["anchor"] or "")]
    path.write_text(json.dumps(capture), encoding="utf-8")


def _without_row(root: Path) -> None:
    path = root / CATALOG / STITCH
    capture = json.loads(path.read_text(encoding="utf-8"))
    part = next(each for each in capture["sections"] if each["anchor"] == "source-form-properties-braintree-object")
    rows = part["blocks"]["table[2]"]
    del rows[next(name for name, cells in rows.items() if "cron_expression" in json.dumps(cells[0]))]
    examples = [
        each for each in capture["sections"] if "braintree" in (each["anchor"] or "") and "code[1]" in each["blocks"]
    ]
    for example in examples:
        code = example["blocks"]["code[1]"]
        example["blocks"]["code[1]"] = "\n".join(line for line in code.splitlines() if "cron_expression" not in line)
    path.write_text(json.dumps(capture), encoding="utf-8")


def _without_property_of_envelope(root: Path) -> None:
    path = root / CATALOG / OPENAPI
    text = path.read_text(encoding="utf-8")
    assert '"time_zone_offset"' in text
    path.write_text(text.replace('"time_zone_offset"', '"time_zone_shift"'), encoding="utf-8")


REMOVALS = {
    "documents of a connector": (_without_documents, GONE),
    "part": (_without_part, "stitch/source/platform.braintree"),
    "row": (_without_row, "stitch/source/platform.braintree form.cron_expression"),
    "property of an envelope": (
        _without_property_of_envelope,
        "catalog/envelopes/fivetran.json: error [removed-property] fivetran/destination/request.envelope time_zone",
    ),
}


@pytest.mark.parametrize("removal", REMOVALS)
def test_what_is_gone_is_refused_by_name_and_nothing_is_written(removal: str, small: Layout) -> None:
    change, subject = REMOVALS[removal]
    change(small.root)
    before = _bytes(small)
    done = run(small)

    _assert_refused(done, 1)
    assert any(subject in line and "--accept-removals" in line for line in done.stderr.splitlines())
    assert _bytes(small) == before
    assert not (small.root / GENERATED).exists()


def test_accepted_removal_takes_the_files_away(small: Layout) -> None:
    _without_documents(small.root)
    done = run(small, "--accept-removals")

    assert done.exit_code == 0, done.output
    assert not (small.root / CATALOG / f"connectors/{GONE}.json").exists()
    assert not (small.root / GENERATED / "connector_catalog/fivetran").exists()
    assert run(small).exit_code == 0


def _write(path: str, content: str | bytes) -> Change:
    data = content if isinstance(content, bytes) else content.encode()
    return lambda root: (root / CATALOG / path).write_bytes(data)


def _edit(path: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / CATALOG / path).read_text(encoding="utf-8")
        assert old in text
        (root / CATALOG / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


EXAMPLE = r"\"<MERCHANT_ID>\""

BROKEN: dict[str, Change] = {
    "capture cut off": _write(ITERABLE, '{"capture": 1, "document": {'),
    "capture empty": _write(ITERABLE, ""),
    "capture binary": _write(ITERABLE, bytes(range(256))),
    "capture another JSON": _write(ITERABLE, "[]"),
    "capture without sections": _write(ITERABLE, '{"capture": 1, "document": {}}'),
    "capture of another form": _edit(ITERABLE, '"sections": [', '"sections": [3, '),
    "capture of a later form": _edit(ITERABLE, '"capture": 1', '"capture": 99'),
    "example cut off": _edit(STITCH, EXAMPLE, r"\"<MERCHANT"),
    "example with half a character": _edit(STITCH, EXAMPLE, r"\"\\ud800\""),
    "example with a number that is too large": _edit(STITCH, EXAMPLE, "1e999"),
    "example that is nested too deep": _edit(STITCH, EXAMPLE, "[" * 900 + "]" * 900),
    "corrections cut off": _write("corrections/stitch.json", "["),
    "correction that is stale": _edit("corrections/stitch.json", r"\"database\n\"", "no such text"),
    "correction to a type that is none": _write(
        "corrections/fivetran.json",
        json.dumps(
            [
                {
                    "connector": GONE,
                    "step": "config",
                    "path": "schema",
                    "field": "type",
                    "old": "string",
                    "new": "text",
                    "reason": "A reason that is long enough to be one.",
                }
            ]
        ),
    ),
    "glossary that is not YAML": _write("glossary.yaml", "a: ["),
    "glossary in another encoding": _write("glossary.yaml", b"a: caf\xe9.\n"),
    "glossary missing": lambda root: (root / CATALOG / "glossary.yaml").unlink(),
    "table of secrecy cut off": _write("secrecy.yaml", "a: ["),
    "catalog cut off": _write(f"connectors/{GONE}.json", "{"),
    "catalog of another form": _write(f"connectors/{GONE}.json", "{}"),
    "no catalog": lambda root: (root / CATALOG).rename(root / "elsewhere"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_broken_input_gives_no_traceback_and_changes_nothing(fault: str, small: Layout) -> None:
    BROKEN[fault](small.root)
    before = _bytes(small)
    done = run(small)

    _assert_refused(done, 1, 2)
    assert "error" in done.stderr.lower()
    assert _bytes(small) == before


def test_a_run_that_failed_is_not_remembered(small: Layout) -> None:
    _without_documents(small.root)
    run(small)

    assert cache.Cache(small, Workspace(small.root), small.root, ()).remembered() is None
