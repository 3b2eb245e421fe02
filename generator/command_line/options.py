"""Types of the command line's options and arguments."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from generator.changes.rules import Severity, rules_table
from generator.paths import Layout


class VendorName(click.ParamType[str]):
    """A vendor that has a profile in the project."""

    name = "vendor"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the vendor's name."""
        return _choice(ctx).convert(value, param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """Return the names of the vendors."""
        return _choice(ctx).get_metavar(param, ctx)


class SummaryFile(click.Path):
    """A file to write. A missing folder is an error before the command does anything."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False, writable=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.parent.is_dir():
            self.fail(f"there is no folder {path.parent}", param, ctx)
        return path


class SeverityName(click.ParamType[Severity]):
    """The severity of a change, in lower case."""

    name = "severity"
    _choice = click.Choice([each.word for each in Severity])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Severity:
        """Return the severity."""
        return value if isinstance(value, Severity) else Severity[self._choice.convert(value, param, ctx).upper()]

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """Return the names of the severities."""
        return self._choice.get_metavar(param, ctx)


def _print_rules(ctx: click.Context, _param: click.Parameter, is_given: bool) -> None:
    if is_given:
        ctx.obj.write_text(rules_table())
        ctx.exit()


DOCUMENTS = click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
VENDOR = click.option("--vendor", type=VendorName(), help="The vendor of the documents; by default recognised.")
BASE_URL = click.option("--base-url", help="Where the schemas are published; by default what pyproject.toml states.")
ACCEPT_REMOVALS = click.option(
    "--accept-removals", is_flag=True, help="Accept lost connectors, envelopes and properties."
)
JOBS = click.option("--jobs", type=click.IntRange(min=1), help="Number of processes; by default one per core.")

_CAPTURE = (
    click.option("--name", help="Name of the capture; by default derived from the document."),
    click.option("--url", default="", help="URL of the document."),
    click.option("--date", default="", help="Date when it was fetched; by default the date in the file's name."),
    click.option(
        "--history-only", is_flag=True, help="Write no capture: add documents that are not the latest to the history."
    ),
    ACCEPT_REMOVALS,
)

_REFRESH = (
    click.argument("vendors", nargs=-1, type=VendorName()),
    ACCEPT_REMOVALS,
    click.option("--force", is_flag=True, help="Fetch and read documents that have not changed, too."),
    click.option("--dry-run", is_flag=True, help="Write nothing but the summary."),
    click.option("--summary", type=SummaryFile(), help="Write the changes to this file in Markdown, if there are any."),
    JOBS,
)

SEVERITIES = click.option(
    "--severities",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A YAML file of severities that replace those of the rules.",
)

_COMPARISON = (
    click.option(
        "--format",
        type=click.Choice(["text", "markdown", "json", "github"]),
        default="text",
        show_default=True,
    ),
    click.option(
        "--for",
        "audience",
        type=click.Choice(["writers", "readers", "all"]),
        default="all",
        show_default=True,
        help="Whose severities count: writers of requests, readers of responses.",
    ),
    click.option(
        "--only", multiple=True, type=SeverityName(), help="Show all changes of this severity only; may be repeated."
    ),
    click.option("--fail-on", type=SeverityName(), help="Exit with 1 if a change has at least this severity."),
    SEVERITIES,
    click.option(
        "--all", "everything", is_flag=True, help="Show each change alone, and changes of words and examples too."
    ),
    click.option(
        "--rules",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_print_rules,
        help="Print the severity of each kind of change, with the reason, and exit.",
    ),
)


_Command = Callable[..., Any]


def capture_options(command: _Command) -> _Command:
    """Add the options of ``capture`` to a command."""
    return _with_options(command, _CAPTURE)


def refresh_options(command: _Command) -> _Command:
    """Add the arguments and options of ``refresh`` to a command."""
    return _with_options(command, _REFRESH)


def comparison_options(command: _Command) -> _Command:
    """Add the options of ``diff`` to a command."""
    return _with_options(command, _COMPARISON)


def _with_options(command: _Command, options: Sequence[Callable[[_Command], _Command]]) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command


def _choice(ctx: click.Context | None) -> click.Choice[str]:
    # Pydantic is loaded only where a vendor is given.
    from generator.profiles.profile import vendor_names

    project = ctx.find_root().params.get("project") if ctx is not None else None
    layout = Layout(project) if project is not None else Layout()
    return click.Choice(vendor_names(layout.vendors))
