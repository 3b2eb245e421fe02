"""The Jinja environment and its filters."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import jinja2

from generator.context.literals import docstring, docstring_line, python_literal
from generator.paths import TEMPLATES
from generator.serialize import dumps_line, dumps_shown

FILTERS: dict[str, Callable[..., str]] = {
    "docstring": docstring,
    "docstring_line": docstring_line,
    "json": dumps_shown,
    "line": dumps_line,
    "python": python_literal,
}
"""The filters that templates use in addition to Jinja's."""


@functools.cache
def environment() -> jinja2.Environment:
    """Return the environment, in which an undefined name is an error and nothing is escaped without a filter."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
    )
    made.filters |= FILTERS
    return made


def render(template: str, **context: Any) -> str:
    """Return the text of a template, with exactly one newline at its end."""
    return environment().get_template(template).render(**context).strip("\n") + "\n"
