"""A request as Python that uses the models, in the form that formatters leave as it is.

No template engine finds code in it, and nothing in it is invisible.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.context.literals import visible_escapes, without_placeholders
from templates.connector_catalog.python_source import arguments


def python_request(module: str, model: str, properties: Mapping[str, Any], envelope: Mapping[str, Any]) -> str:
    """Return a module that makes a request.

    Args:
        module: The module that has the model.
        model: The model's name.
        properties: The connector's properties.
        envelope: What the request has beside them.
    """
    expression = f"{model}({arguments(properties)}).to_payload({arguments(envelope)})"
    # Both have something to escape in string literals only.
    expression = visible_escapes(without_placeholders(expression))
    return f"from {module} import {model}\n\nrequest = {expression}"
