"""Bad files of payloads for the package's command: no traceback, a stated exit status, bounded time and memory."""

from __future__ import annotations

import contextlib
import importlib
import io
import tempfile
from pathlib import Path

from tests.fuzz.bad_payloads import bad_payload, names
from tests.fuzz.checks.console import faults_of_console
from tests.fuzz.report import Report
from tests.fuzz.watched import Case, watch

_FORMATS = (
    *(("validate", each) for each in ("text", "json", "github", "sarif")),
    *(("adopt", each) for each in ("json", "yaml", "python")),
    *(("convert", each) for each in ("json", "yaml", "python")),
    *(("check-upgrade", each) for each in ("text", "json", "github", "sarif")),
)
_MORE = {"convert": ("--to", "stitch"), "check-upgrade": ("1.0.0",)}


def run(seed: int, count: int) -> Report:
    """Give the commands that read payloads so many files, in each of their formats in turn."""
    files = names()
    with tempfile.TemporaryDirectory() as folder:
        cases = []
        for number in range(count):
            name, round_ = files[number % len(files)], number // len(files)
            size = (2_000, 100_000, 1_000_000)[round_ % 3]
            command, format_ = way = _FORMATS[number % len(_FORMATS)]

            def case(name: str = name, salt: int = seed + round_, size: int = size, way: tuple[str, str] = way) -> str:
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(bad_payload(name, salt, size))
                return faults_of_command([way[0], *_MORE.get(way[0], ()), "--format", way[1], str(path)])

            cases.append(Case(f"{name}, seed {seed + round_}, {size:,} bytes, {command} --format {format_}", case))
        return Report(count, watch(cases))


def faults_of_command(arguments: list[str]) -> str:
    """Run the package's command; return what it does that it must not do."""
    command = importlib.import_module("connector_catalog.command")
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    status: object
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = command.main(arguments)
    except SystemExit as end:
        status = end.code
    except Exception as fault:
        return f"{type(fault).__name__}: {str(fault)[:200]}"
    if status not in (None, 0, 1, 2):
        return f"exit status {status}"
    printed = b"".join(each.buffer.getvalue() for each in (out, err)).decode()
    if "Traceback" in printed:
        return "prints a traceback"
    return next(iter(faults_of_console(printed)), "")
