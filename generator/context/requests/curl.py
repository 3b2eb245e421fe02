"""A call of the vendor's API with curl.

The configuration builder writes the same (``templates/builder/src/outputs/curl.ts``).
"""

from __future__ import annotations

import re

from generator.profiles.api import Call

_IN_SHELL = re.compile(r"[\\$`]")


def curl_text(call: Call, request: str) -> str:
    """Return a shell command that sends a request, which is given as JSON; a here-document has it as it is."""
    return "\n".join(
        (
            f"curl --request POST '{call.url}' \\",
            f'  --header "Authorization: {call.scheme} ${call.token}" \\',
            "  --header 'Content-Type: application/json' \\",
            "  --data @- <<JSON",
            _IN_SHELL.sub(r"\\\g<0>", request),
            "JSON",
        )
    )
