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
_GLUED = re.compile("(?:access|api|auth|bearer|client|private|refresh|secret|shared)(?:key|secret|token)s?")
"""Two words that are written as one."""
_NAMES_COLUMNS = frozenset(
    {
        "attribute", "cluster", "clustering", "column", "distribution", "foreign", "group", "grouping",
        "partition", "primary", "row", "sort", "sorting", "unique",
    }
)  # fmt: skip
"""Prefixes of ``key`` in names of columns and attributes, which are not secret."""
_ENDINGS = (
    "access_key_id", "auth_code", "auth_header", "certificate_backup", "certificate_id", "certificate_path",
    "certificate_source", "client_id", "connection_string", "credentials_json", "json_key", "key_access_id",
    "key_backup", "key_id", "key_path", "param_value", "pass_phrase", "public_key", "sas_url", "service_account_info",
    "service_account_json", "session_handle", "shared_access_signature", "short_code", "tenant_id", "token_id",
)  # fmt: skip


def is_secret_name(name: str) -> bool:
    """Return whether a name looks like a secret: a password, a token, a key, or a part of one."""
    words = [word.lower() for word in _WORD.findall(name)]
    while words and words[-1].isdigit():
        words.pop()
    if not words or _means_name(words):
        return False
    last, spelled = words[-1].rstrip("0123456789"), "_".join(words)
    return (
        last in _LAST
        or _GLUED.fullmatch(last) is not None
        or not _ANYWHERE.isdisjoint(words)
        or any(spelled == ending or spelled.endswith(f"_{ending}") for ending in _ENDINGS)
    )


def _means_name(words: list[str]) -> bool:
    """Return whether words are a term for a name, such as ``host_name_in_certificate`` or ``sort_key``."""
    before = words[-2] if len(words) > 1 else ""
    return before == "in" or (words[-1] in ("key", "keys") and before in _NAMES_COLUMNS)


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
    """Load the table from a YAML file; a missing file gives an empty table, an entry without a reason is an error."""
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
