"""Ends commands that fail or are interrupted."""

from __future__ import annotations

from typing import Any

import click

from generator.command_line.console import end_with
from generator.faults import as_diagnostic, is_refusal


class Commands(click.Group):
    """Ends a command with one line if the system refuses something, the user interrupts it, or it has a fault."""

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
