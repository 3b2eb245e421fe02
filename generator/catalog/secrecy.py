"""Decides which properties are secrets by their names, where no label or sentence says so."""

from __future__ import annotations

import re

from generator.catalog.connector import Property

_SECRET = re.compile(
    r"(?:^|_)(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credentials?|pat)s?(?:$|_(?:value|key|secret)$)"
    r"|(?:^|_)(?:access|account|api|app|auth|client|company|consumer|encryption|integration|json|licen[cs]e|master|private|rsa"
    r"|secure|security|sentinel|shared|signing|ssl|tpl|user)_?keys?$"
    r"|(?:^|_)secret_|^key$|service_account_json|_session_handle$"
)
_PUBLIC = re.compile(
    r"public|(?:^|_)(?:id|ids|uri|url|name|type|expir\w*|location|region|email|bucket|path)$|^next_|^page_|token_uri"
)


def is_secret_name(name: str) -> bool:
    """Whether a property of this name holds a secret: a password, a token, a private or an API key."""
    spelled = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace("-", "_").replace(".", "_")
    return _SECRET.search(spelled) is not None and _PUBLIC.search(spelled) is None


def mark(found: Property) -> None:
    """Marks a property as secret where its name says so and its values are open and its own."""
    holds_text = not found.types or "string" in found.types
    if found.secret is None and holds_text and not found.enum and not found.children and is_secret_name(found.name):
        found.secret = True
        found.mark_inferred("secret")
