"""Commands that make a release: the changelog of the data, the npm package and the published schemas."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generator.command_line.console import Console
from generator.command_line.options import BASE_URL, SEVERITIES
from generator.diagnostics import Level


@click.command()
@click.argument("old", required=False)
@click.option("--write", is_flag=True, help="Write catalog/changes and catalog/CHANGELOG.md.")
@click.option("--check", is_flag=True, help="Exit with 1 if these files are not current.")
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), help="Date of the release. Without it, the version is unreleased."
)
@SEVERITIES
@click.pass_obj
def changelog(console: Console, /, date: datetime | None, **options: Any) -> None:
    """Print the changes of the data since OLD, by default the last release tag, and the next version."""
    from generator.commands import changelog as logging

    if options["write"] and options["check"]:
        raise click.UsageError("--write and --check exclude each other")
    stated = "" if date is None else f"{date:%Y-%m-%d}"
    found = logging.changelog(console.layout, logging.Request(date=stated, **options), console.say)
    console.write_text(found.section)
    for line in found.lines:
        console.say(line)
    console.show(found.diagnostics, Level.ERROR)
    console.end(found.diagnostics)


@click.command()
@BASE_URL
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Default: dist/npm.")
@click.pass_obj
def npm(console: Console, base_url: str | None, output: Path | None) -> None:
    """Make the TypeScript package: declarations, schemas and the map of secrets."""
    from generator.commands import npm as packaging

    found = packaging.npm(console.layout, output or console.layout.root / "dist" / "npm", base_url)
    console.show(found.diagnostics, Level.ERROR, "`python -m generator lint` prints them")
    console.say(found.summary)
    console.end(found.diagnostics)


@click.command()
@click.argument("site", type=click.Path(path_type=Path, file_okay=False))
@BASE_URL
@click.option("--version", help="Version of the permanent copies. Default: the documents' month.")
@click.pass_obj
def publish(console: Console, site: Path, base_url: str | None, version: str | None) -> None:
    """Write the schemas to SITE at the addresses that they state, with permanent copies of this version."""
    from generator.commands import publish as publishing

    found = publishing.publish(console.layout, site, base_url, version)
    console.show(found.diagnostics)
    console.say(found.summary)
    console.end(found.diagnostics)
