"""The command line: its commands, and which module runs each.

What they print goes through :mod:`generator.command_line.console`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.command_line.console import Console
from generator.command_line.group import Commands
from generator.command_line.options import (
    ACCEPT_REMOVALS,
    BASE_URL,
    DOCUMENTS,
    JOBS,
    VENDOR,
    capture_options,
    comparison_options,
    refresh_options,
)
from generator.command_line.release import changelog, npm, publish
from generator.diagnostics import Level
from generator.files.workspace import settle
from generator.paths import PROJECT, Layout


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project", type=click.Path(path_type=Path, file_okay=False), default=PROJECT, help="The project's folder."
)
@click.option("--notes", is_flag=True, help="Print diagnostics of level note too.")
@click.option("--traceback", is_flag=True, help="Print the traceback of an internal error.")
@click.pass_context
def main(context: click.Context, project: Path, notes: bool, traceback: bool) -> None:
    """Read the vendors' documentation into the catalog, and generate code from the catalog."""
    context.obj = console = Console(Layout(project.resolve()), notes, traceback)
    settle(console.layout.root, console.say)


@main.command()
@DOCUMENTS
@VENDOR
@click.option("--format", "format_", type=click.Choice(["table", "json", "unread"]), default="table", show_default=True)
@click.pass_obj
def extract(console: Console, documents: tuple[Path, ...], vendor: str | None, format_: str) -> None:
    """Print the connectors of DOCUMENTS, with the documents' own descriptions.

    The table has the properties of requests beside them, too; JSON has descriptions and every other field of the
    connectors. The format unread prints the sentences of pages that no rule reads.
    """
    from generator.commands import extract as extraction

    found = extraction.extract(console.layout, documents, vendor)
    formats = {"json": extraction.as_json, "table": extraction.as_table, "unread": extraction.as_unread}
    console.write_text(formats[format_](found))
    console.show(found.diagnostics)
    console.say(str(found.summary))
    console.end(found.diagnostics)


@main.command()
@DOCUMENTS
@VENDOR
@capture_options
@click.pass_obj
def capture(console: Console, /, documents: tuple[Path, ...], **options: Any) -> None:
    """Keep what DOCUMENTS state in catalog/documents, and when they state it in catalog/history."""
    from generator.commands import capture as capturing

    if options["name"] is not None and len(documents) > 1:
        raise click.UsageError("--name requires exactly one document")
    found = capturing.capture(console.layout, documents, capturing.Request(**options), console.say)
    console.show(found.diagnostics)
    for line in (*(f"wrote {path}" for path in found.written), str(found.summary)):
        console.say(line)
    console.end(found.diagnostics)


@main.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if a file is not up to date.")
@JOBS
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Write to this folder.")
@BASE_URL
@ACCEPT_REMOVALS
@click.pass_obj
def generate(console: Console, /, output: Path | None, **options: Any) -> None:
    """Build the catalog and all outputs from the project's captures."""
    from generator.commands import generate as generation

    request = generation.Request(output or console.layout.root, **options)
    with console.progress("generate") as advance:
        found = generation.generate(console.layout, request, advance, console.say)
    console.show(found.diagnostics, Level.ERROR, "`python -m generator lint` prints them")
    for line in (*found.changes, found.summary):
        console.say(line)
    console.end(found.diagnostics)


@main.command()
@refresh_options
@click.pass_obj
def refresh(console: Console, /, **options: Any) -> None:
    """Fetch the documents of VENDORS again, by default of all, and generate everything from them.

    This is the only command that uses the network. The addresses are in catalog/vendors. Either all of captures,
    history, catalog and outputs are replaced, or nothing is. The changes of the catalog are printed as diff does it.

    The exit status is 0 where nothing has changed or what has changed is written, 1 where a document cannot be fetched
    or has an error, or something would be lost, and 2 where a file cannot be read or written.
    """
    from generator.commands import refresh as refreshing

    with console.progress("generate") as advance:
        found = refreshing.refresh(console.layout, refreshing.Options(**options), advance, console.say)
    console.write_lines(found.changes)
    console.show(found.diagnostics, Level.ERROR, "`python -m generator lint` prints them")
    for line in (*found.documents, *found.files, found.summary):
        console.say(line)
    console.end(found.diagnostics)


@main.command()
@click.argument("old")
@click.argument("new")
@comparison_options
@click.pass_obj
def diff(console: Console, /, **options: Any) -> None:
    """Print the differences between OLD and NEW: documents, captures, catalogs, projects or git revisions."""
    from generator.commands import diff as comparing

    found = comparing.compare(console.layout, comparing.Request(**options))
    console.write_lines(found.lines)
    console.show(found.diagnostics, Level.ERROR)
    console.end(found.diagnostics, failed=found.failed)


@main.command()
@click.argument("connector")
@click.option("--all", "everything", is_flag=True, help="List properties and values that all documents have too.")
@click.pass_obj
def history(console: Console, connector: str, everything: bool) -> None:
    """Print since when the documents have CONNECTOR, <vendor>/<type>, its properties and their values."""
    from generator.commands import history as telling

    told = telling.tell(console.layout, connector, everything=everything)
    console.write_lines(told.lines)
    console.show(told.diagnostics)
    console.end(told.diagnostics)


@main.command()
@click.argument("names", nargs=-1, metavar="[SYSTEM]...")
@click.option("--undecided", is_flag=True, help="Show only systems with undecided connectors or properties.")
@click.option("--format", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True)
@click.pass_obj
def systems(console: Console, /, **options: Any) -> None:
    """Print proposed links and undecided properties of systems, as lines for catalog/systems."""
    from generator.commands import systems as reviewing

    shown = reviewing.show(console.layout, reviewing.Request(**options))
    console.write_lines(shown.lines)
    console.show(shown.diagnostics)
    console.end(shown.diagnostics)


@main.command()
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def lint(console: Console, documents: tuple[Path, ...]) -> None:
    """Check the catalog against its rules; compare DOCUMENTS with its secrets and its glossary."""
    from generator.commands import lint as linting

    found = linting.lint(console.layout, documents)
    console.show(found.diagnostics)
    console.write_lines(found.figures)
    console.end(found.diagnostics)


for _each in (changelog, npm, publish):
    main.add_command(_each)
