"""Types of the command line's options and arguments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.changes.rules import Severity
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


BASE_URL = click.option("--base-url", help="Where the schemas are published; by default what pyproject.toml states.")

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
        "--only", multiple=True, type=SeverityName(), help="Show changes of this severity only; may be repeated."
    ),
    click.option("--fail-on", type=SeverityName(), help="Exit with 1 where a change has at least this severity."),
    SEVERITIES,
    click.option(
        "--all", "everything", is_flag=True, help="Show each change alone, and those of words and examples too."
    ),
)


def comparison_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of ``diff`` to a command."""
    for option in reversed(_COMPARISON):
        command = option(command)
    return command


def _choice(ctx: click.Context | None) -> click.Choice[str]:
    # Pydantic is loaded only where a vendor is given.
    from generator.vendors import vendor_names

    project = ctx.find_root().params.get("project") if ctx is not None else None
    layout = Layout(project) if project is not None else Layout()
    return click.Choice(vendor_names(layout.vendors))
