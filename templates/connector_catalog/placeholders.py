"""Recognises placeholders that nobody has replaced, such as ``<PASSWORD>``. Needs the standard library only."""

from __future__ import annotations

import re
from typing import Any

_WORD = r"[a-z][a-z0-9_-]*"
_THINGS = (
    "(?:account|api|bucket|client|cluster|code|credentials?|database|db|domain|dsn|email|endpoint|host|hostname|id"
    "|instance|key|login|name|organi[sz]ation|passphrase|passwd|password|port|project|region|schema|secret|server|site"
    "|subdomain|tenant|token|url|user|username|value|warehouse|workspace)"
)
_PLACEHOLDER = re.compile(
    # <PASSWORD>, <your API key>
    r"<[a-z][a-z0-9_. -]*>"
    # https://<account>.example.com, <account>.example.com
    rf"|(?:[a-z]+://)?(?:[a-z0-9-]+\.){{0,9}}<{_WORD}>(?:[.:/]\S*)?"
    # your_api_key, YOUR-TOKEN, [your secret here]
    rf"|[<\[{{(]?your(?:[_ -][a-z0-9]+){{0,9}}[_ -]{_THINGS}(?:[_ -]here)?[>\]}})]?"
    # changeme, REPLACE_ME, replace-with-token
    r"|change[_ -]?me|replace[_ -]?me|replace[_ -]with(?:[_ -][a-z0-9]+){1,9}"
    # xxxx, xxxx-xxxx; ****, the mask of a secret in a response
    r"|x{4,}(?:-x{3,})*|\*{4,}",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 200
SIGNS = ("<", "*", "\\", "${", "your", "change", "place", "xxxx")
"""Each placeholder and each reference in JSON has one of these, whatever its case; a backslash begins an escape."""


def is_placeholder(text: str) -> bool:
    """Return whether a string is nothing but a placeholder, or an address with one in it."""
    return len(text) <= _LONGEST and _PLACEHOLDER.fullmatch(text) is not None


def has_placeholder(value: Any) -> bool:
    """Return whether a string anywhere in a JSON value is a placeholder."""
    if type(value) is dict:
        return any(map(has_placeholder, value.values()))
    if type(value) is list:
        return any(map(has_placeholder, value))
    return type(value) is str and is_placeholder(value)


def signs_in(data: bytes) -> tuple[str, ...]:
    """Return the signs that JSON data has: where a part of it has none of these, it has no placeholder or reference."""
    lower = data.lower()
    return tuple(sign for sign in SIGNS if sign.encode() in lower)


def has_sign(text: str, signs: tuple[str, ...]) -> bool:
    """Return whether a text has one of these signs."""
    lower = text.lower()
    for sign in signs:  # noqa: SIM110 # faster than any()
        if sign in lower:
            return True
    return False
