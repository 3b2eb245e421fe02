"""The command line: its commands, and which module runs each. What they print goes through :mod:`generator.console`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from generator.console import Console, end_with
from generator.diagnostics import Level
from generator.faults import as_diagnostic, is_refusal
from generator.options import BASE_URL, VendorName, comparison_options
from generator.paths import PROJECT, Layout
from generator.release_cli import changelog, npm, publish
from generator.workspace import settle

_DOCUMENTS = click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
_VENDOR = click.option("--vendor", type=VendorName(), help="The vendor of the documents; by default recognised.")
_ACCEPT_REMOVALS = click.option("--accept-removals", is_flag=True, help="Accept lost connectors and properties.")


class _Commands(click.Group):
    """Ends a command with one line where the system refuses something, the user interrupts it, or it has a fault."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            end_with("interrupted", 130)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as fault:
            if ctx.obj is not None and ctx.obj.traceback and not is_refusal(fault):
                raise
            end_with(str(as_diagnostic(fault, ctx.invoked_subcommand or "generator")), 2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
@_DOCUMENTS
@_VENDOR
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_obj
def extract(console: Console, documents: tuple[Path, ...], vendor: str | None, format_: str) -> None:
    """Print the connectors of DOCUMENTS, with the documents' own descriptions."""
    from generator.commands import extract as extraction

    found = extraction.extract(console.layout, documents, vendor)
    console.write_text(extraction.as_json(found) if format_ == "json" else extraction.as_table(found))
    console.show(found.diagnostics)
    console.say(str(found.summary))
    console.end(found.diagnostics)


@main.command()
@_DOCUMENTS
@_VENDOR
@click.option("--name", help="Name of the capture; by default derived from the document.")
@click.option("--url", default="", help="URL of the document.")
@click.option("--date", default="", help="Date when it was fetched; by default the date in the file's name.")
@click.option(
    "--history-only", is_flag=True, help="Write no capture: add documents that are not the latest to the history."
)
@_ACCEPT_REMOVALS
@click.pass_obj
def capture(console: Console, /, documents: tuple[Path, ...], **options: Any) -> None:
    """Keep what DOCUMENTS state in catalog/documents, and when they state it in catalog/history."""
    from generator.commands import capture as capturing

    if options["name"] is not None and len(documents) > 1:
        raise click.UsageError("--name requires exactly one document")
    console.end_capture(capturing.capture(console.layout, documents, capturing.Request(**options), console.say))


@main.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if a file is not up to date.")
@click.option("--jobs", type=click.IntRange(min=1), default=None, help="Number of processes; by default one per core.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Write to this folder.")
@BASE_URL
@_ACCEPT_REMOVALS
@click.pass_obj
def generate(console: Console, /, output: Path | None, **options: Any) -> None:
    """Build the catalog and all outputs from the project's captures."""
    from generator.commands import generate as generation

    request = generation.Request(output or console.layout.root, **options)
    with click.progressbar(length=1, label="generate", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def advance(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        found = generation.generate(console.layout, request, advance, console.say)
    console.show(found.diagnostics, Level.ERROR, "`python -m generator lint` prints them")
    for line in (*found.changes, found.summary):
        console.say(line)
    console.end(found.diagnostics)


@main.command()
@click.argument("vendors", nargs=-1, type=VendorName())
@_ACCEPT_REMOVALS
@click.pass_obj
def refresh(console: Console, vendors: tuple[str, ...], accept_removals: bool) -> None:
    """Fetch the documents of VENDORS again, by default of all, and capture them; uses the network."""
    from generator.commands import refresh as refreshing

    console.end_capture(refreshing.refresh(console.layout, vendors, console.say, accept_removals=accept_removals))


@main.command()
@click.argument("old")
@click.argument("new")
@comparison_options
@click.pass_obj
def diff(console: Console, /, **options: Any) -> None:
    """Print the differences between OLD and NEW: documents, captures, catalogs, projects or git revisions."""
    from generator.commands import diff as comparing

    found = comparing.compare(console.layout, comparing.Request(**options))
    for line in found.lines:
        console.write(line)
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
    for line in told.lines:
        console.write(line)
    console.show(told.diagnostics)
    console.end(told.diagnostics)


@main.command()
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def lint(console: Console, documents: tuple[Path, ...]) -> None:
    """Check the catalog against its rules; compare DOCUMENTS with its secrets and its glossary."""
    from generator.commands import lint as linting

    found = linting.lint(console.layout, documents)
    console.show(found.diagnostics)
    for line in found.figures:
        console.write(line)
    console.end(found.diagnostics)


for _each in (changelog, npm, publish):
    main.add_command(_each)
