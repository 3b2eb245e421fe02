"""Prints validators."""

from __future__ import annotations

from generator.context.models.validator import ValidatorContext
from generator.outputs.environment import render
from generator.paths import PACKAGE


def validator_file(validator: ValidatorContext) -> dict[str, str]:
    """Return the text of a validator, by its path in the project."""
    path = f"{PACKAGE}/validators/{validator.package}/{validator.module}.py"
    return {path: render("connector_catalog/validators/vendor/connector.py.jinja", validator=validator)}
