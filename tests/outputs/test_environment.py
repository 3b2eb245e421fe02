"""The one Jinja environment: its filters, and that it never prints an empty text for a name that is not there."""

from __future__ import annotations

import ast
import json
from typing import Any

import jinja2
import pytest

from generator.outputs.environment import FILTERS, environment, render

HOSTILE = 'quote " and """ and \\ and \n and \u202e'

# Each filter with a check of what it prints for a hostile text. A filter without a line here fails below.
CHECKS: dict[str, Any] = {
    "docstring": lambda printed: ast.get_docstring(ast.parse(f"def f():\n    {printed}\n").body[0], clean=False),
    "docstring_line": lambda printed: ast.literal_eval(f'"""{printed}\n"""').removesuffix("\n"),
    "json": json.loads,
    "line": json.loads,
    "python": ast.literal_eval,
}


def test_every_filter_has_a_check() -> None:
    assert set(CHECKS) == set(FILTERS)


@pytest.mark.parametrize("name", FILTERS)
def test_filter_prints_a_text_that_reads_back(name: str) -> None:
    printed = environment().from_string("{{ text | " + name + " }}").render(text=HOSTILE)

    assert CHECKS[name](printed) == HOSTILE


def test_the_json_filter_refuses_values_that_json_does_not_have() -> None:
    with pytest.raises(ValueError, match="JSON"):
        FILTERS["json"](float("nan"))


@pytest.mark.parametrize("template", ["{{ nothing }}", "{{ known.nothing }}", "{% if nothing %}{% endif %}"])
def test_undefined_name_fails(template: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string(template).render(known={})


def test_unknown_filter_fails() -> None:
    with pytest.raises(jinja2.TemplateError):
        environment().from_string("{{ 1 | nothing }}")


@pytest.mark.parametrize("template", environment().list_templates(extensions=["jinja"]))
def test_every_template_compiles(template: str) -> None:
    environment().get_template(template)


def test_rendered_text_ends_with_one_newline() -> None:
    text = render("connector_catalog/vendor/empty.py.jinja", header="# header", title="Title.")

    assert text.startswith("# header\n")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_value_that_looks_like_a_template_is_printed_and_not_run() -> None:
    assert "{{ 7 * 7 }}" in render("connector_catalog/vendor/empty.py.jinja", header="# h", title="{{ 7 * 7 }}")
