"""The one serializer: every JSON file that the project writes has exactly this form."""

from __future__ import annotations

import json
from typing import Any


def dumps(value: Any) -> str:
    """JSON text with two spaces of indentation, the keys in the order given, and a newline at the end."""
    return json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
