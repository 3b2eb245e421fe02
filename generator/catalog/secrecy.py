"""Recognises secrets by their names.

The rule is wide; ``catalog/secrecy.yaml`` lists, with reasons, the names that look like secrets and are not.
"""

from __future__ import annotations

import dataclasses
import fnmatch
import re
from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.strict_data.load import load_mapping

_CODE = "secrecy-format"
_SHORTEST_REASON = 11
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
    """Return whether a name looks like a secret: a password, a token, a key, or a part of one."""
    words = [word.lower() for word in _WORD.findall(name)]
    spelled = "_".join(words)
    return bool(words) and (
        words[-1].rstrip("0123456789") in _LAST
        or not _ANYWHERE.isdisjoint(words)
        or any(spelled == ending or spelled.endswith(f"_{ending}") for ending in _ENDINGS)
    )


@dataclasses.dataclass(frozen=True)
class Secrecy:
    """The names that look like secrets and are not, as patterns in lower case, with the reasons."""

    decided: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def is_decided(self, name: str) -> bool:
        """Return whether somebody decided that a property of this name is not a secret."""
        return any(fnmatch.fnmatchcase(name.lower(), pattern) for pattern in self.decided)

    def is_secret(self, name: str) -> bool:
        """Return whether a property of this name is a secret."""
        return is_secret_name(name) and not self.is_decided(name)


def load_secrecy(path: Path, diagnostics: Diagnostics) -> Secrecy:
    """Return the table in a YAML file, empty where there is none; an entry without a reason is an error."""
    if not path.is_file():
        return Secrecy()
    decided = {}
    for pattern, reason in load_mapping(path, _CODE, "from names to reasons", diagnostics).items():
        if isinstance(reason, str) and len(reason) >= _SHORTEST_REASON:
            decided[pattern.lower()] = reason
        else:
            diagnostics.error(
                _CODE, path.name, f"{pattern}: expected a sentence that states the reason, got {reason!r}"
            )
    return Secrecy(decided)
