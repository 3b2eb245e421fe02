"""Names the references to the secrets of a run. Needs the standard library only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..secret_references import Reference, reference_in
from ..wording import join_or

TEMPLATE = "${env:{VENDOR}_{NAME}_{PATH}}"
"""The references by default, such as ``${env:ACME_SHOP_PASSWORD}``."""

_FIELD = re.compile(r"\{([A-Za-z_]*)\}")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST = 100


class Secret(NamedTuple):
    """A secret of a request; its path has names of properties and indexes of items, without the part."""

    vendor: str
    type: str
    name: str
    path: Sequence[str | int]


_FIELDS = (*Secret._fields, *map(str.upper, Secret._fields))


class ReferenceNames:
    """Makes a reference for each secret of a run; no two are equal.

    Raises:
        ValueError: The template does not make references, has an unknown field or has no path.
    """

    def __init__(self, template: str = TEMPLATE) -> None:
        fields = _FIELD.findall(template)
        listed = join_or(f"{{{each}}}" for each in _FIELDS)
        if unknown := [each for each in fields if each not in _FIELDS]:
            raise ValueError(f"unknown field {{{unknown[0]}}}, expected {listed}")
        if not {"path", "PATH"}.intersection(fields):
            raise ValueError("expected the field {path} or {PATH}, which tells secrets apart")
        if reference_in(_FIELD.sub("x", template)) is None:
            raise ValueError(f"expected a reference such as {TEMPLATE}, with the fields {listed}")
        self._template = template
        self._used: set[str] = set()

    def make(self, secret: Secret) -> str:
        """Return a new reference."""
        path = [str(each) for each in secret.path]
        texts = {"vendor": [secret.vendor], "type": [secret.type], "name": [secret.name or secret.type], "path": path}
        text = _FIELD.sub(lambda field: _text(texts[field[1].lower()], field[1]), self._template)
        # The fields have nothing that a reference cannot have.
        base = reference_in(text) or Reference("env", "SECRET")
        number, reference = 1, str(base)
        while reference in self._used:
            number += 1
            reference = str(base._replace(name=f"{base.name}_{number}"))
        self._used.add(reference)
        return reference


def _text(parts: Sequence[str], field: str) -> str:
    """Return the text of a field: as in names of environment variables for a field in capitals."""
    if field.isupper():
        words = re.sub(r"[^A-Za-z0-9]+", "_", _HUMP.sub("_", "_".join(parts)))
        return words.strip("_").upper()[:_LONGEST] or "X"
    return re.sub(r"[^A-Za-z0-9._-]+", "-", ".".join(parts)).strip("-")[:_LONGEST] or "x"
