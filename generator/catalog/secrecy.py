"""Decides which properties are secrets by their names, where no mark and no sentence says so.

The rule is wide; ``catalog/secrecy.yaml`` holds the names that it takes for secrets and that are none, with reasons.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable
from pathlib import Path

from generator.catalog.connector import Connector, Property
from generator.catalog.yaml_map import load_map
from generator.diagnostics import Diagnostics

_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_LAST = frozenset(
    {
        "arn", "cert", "certificate", "credential", "credentials", "jwt", "key", "keys", "keystore", "pass",
        "passcode", "passphrase", "passwd", "password", "pat", "phrase", "pwd", "secret", "secrets", "token",
        "tokens", "truststore",
    }
)  # fmt: skip
_ANYWHERE = frozenset({"password", "passphrase", "secret"})
_ENDINGS = (
    "access_key_id", "account_key_2", "api_key_2", "auth_code", "certificate_backup", "certificate_id",
    "certificate_path", "certificate_source", "client_id", "connection_string",
    "json_key", "key_backup", "key_id", "key_path", "param_value", "pass_phrase", "public_key", "sas_url",
    "service_account_json", "session_handle", "short_code", "tenant_id", "token_id",
)  # fmt: skip


def is_secret_name(name: str) -> bool:
    """Whether a property of this name looks like a secret: a password, a token, a key, or what belongs to one."""
    words = [word.lower() for word in _WORD.findall(name)]
    spelled = "_".join(words)
    return bool(words) and (
        words[-1].rstrip("0123456789") in _LAST
        or not _ANYWHERE.isdisjoint(words)
        or any(spelled == ending or spelled.endswith(f"_{ending}") for ending in _ENDINGS)
    )


class Secrecy:
    """The rule, and the reviewed table of names that are no secrets after all."""

    def __init__(self, decided: dict[str, str]) -> None:
        self._decided = decided

    def is_decided(self, name: str) -> bool:
        """Whether somebody has decided that a property of this name is no secret."""
        return any(fnmatch.fnmatchcase(name.lower(), pattern) for pattern in self._decided)

    def mark_all(self, connectors: Iterable[Connector]) -> None:
        """Marks the secrets among the properties of connectors."""
        for connector in connectors:
            for _, _, found in connector.paths():
                self.mark(found)

    def mark(self, found: Property) -> None:
        """Marks a property as secret where its name says so and its values are open and its own."""
        # An object of which nothing is declared may hold text of the caller's own too.
        holds_text = not found.types or "string" in found.types or found.types == ("object",)
        # What a string carries as JSON is in the string: a key inside makes the whole of it a secret.
        holds_objects = bool(found.children) and found.string_encoding != "json"
        closed = found.enum is not None or found.const is not None or holds_objects
        if found.secret is not None or not holds_text or closed:
            return
        if is_secret_name(found.name) and not self.is_decided(found.name):
            found.secret = True
            found.secret_from = "name"
            found.mark_inferred("secret")


def load_secrecy(path: Path, diagnostics: Diagnostics) -> Secrecy:
    """The reviewed table in a YAML file; an entry without a reason is an error."""
    if not path.is_file():
        return Secrecy({})
    data = load_map(path, "secrecy-format", "from names to reasons", diagnostics)
    decided: dict[str, str] = {}
    for pattern, reason in data.items():
        if isinstance(reason, str) and len(reason) > 10:
            decided[pattern.lower()] = reason
        else:
            diagnostics.error("secrecy-format", path.name, f"{pattern} has no reason; expected a sentence")
    return Secrecy(decided)
