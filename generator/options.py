"""Types of the command line's options and arguments."""

from __future__ import annotations

from typing import Any

import click

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


def _choice(ctx: click.Context | None) -> click.Choice[str]:
    # Pydantic is loaded only where a vendor is given.
    from generator.vendors import vendor_names

    project = ctx.find_root().params.get("project") if ctx is not None else None
    layout = Layout(project) if project is not None else Layout()
    return click.Choice(vendor_names(layout.vendors))
