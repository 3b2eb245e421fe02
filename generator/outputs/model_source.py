"""Python source of the checks and rules that a model holds as data."""

from __future__ import annotations

from generator.context.checks import Check
from generator.context.literals import python_literal
from generator.context.payload import Rules
from templates.connector_catalog.constraints import DATE, DATE_TIME, INTEGER, MIDNIGHT

PATTERNS = {DATE: "DATE", DATE_TIME: "DATE_TIME", INTEGER: "INTEGER", MIDNIGHT: "MIDNIGHT"}
"""The patterns that the package holds under a name."""


def check_arguments(check: Check) -> str:
    """The arguments of the ``Check`` of one field; those that say nothing are left out."""
    arguments = []
    if check.pattern:
        arguments.append(f"pattern={PATTERNS.get(check.pattern) or python_literal(check.pattern)}")
        arguments.append(f"expected={python_literal(check.expected)}")
    for name in ("dated", "minimum", "maximum", "carries", "separator", "types", "values"):
        value = getattr(check, name)
        if value not in (None, "", (), False):
            arguments.append(f"{name}={python_literal(value)}")
    return ", ".join(arguments)


def rules_source(rules: Rules) -> str:
    """The expression that makes the rules of one class."""
    conditions = [f"Condition({python_literal(each.name)}, {python_literal(each.when)})" for each in rules.conditions]
    inner = "".join(f"{condition}, " for condition in conditions)
    arguments = [f"conditions=({inner})"] if conditions else []
    arguments += [f"dependent={python_literal(rules.dependent)}"] if rules.dependent else []
    arguments += [f"any_of={python_literal(rules.any_of)}"] if rules.any_of else []
    return f"Rules({', '.join(arguments)})"
