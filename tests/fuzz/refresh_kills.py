"""Kills and failing calls of ``refresh``, as those of the other commands."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

from generator.commands.refresh import refresh
from generator.diagnostics import Diagnostics
from generator.documents.answer import Version
from generator.documents.fetch import Fetched, Wanted
from tests import refreshed_project
from tests.fuzz.kills import Command, attacks, make_command
from tests.fuzz.report import Report


def run(seed: int, count: int) -> Report:
    """Kill ``count`` runs, and make a call of ``count`` others fail."""
    with tempfile.TemporaryDirectory() as folder:
        commands = [refresh_command(Path(folder))]
        failures = [line for line in attacks(commands, random.Random(seed), count, Path(folder, "run")) if line]
    return Report(2 * count, tuple(failures))


def refresh_command(folder: Path) -> Command:
    """Make the command that fetches a page which has changed."""
    made = refreshed_project.make(folder / "made" / "refreshed")
    shutil.rmtree(made.cache)
    arguments = ("refresh", "--jobs", "1", "--summary", str(folder / "summary.md"))
    return make_command("refresh", arguments, made.root, folder, _serve_new_page)


def _serve_new_page() -> None:
    def fetch(wanted: Wanted, diagnostics: Diagnostics) -> Fetched:
        return Fetched(refreshed_project.page(refreshed_project.NEW_ROW), Version('"2"', ""))

    refresh.__kwdefaults__["fetch"] = fetch
