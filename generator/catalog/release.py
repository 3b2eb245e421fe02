"""Releases of the catalog's data: their versions, and what changed in each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple, Self

import pydantic

from generator.catalog.catalog_object import CatalogObject, stated_field

_VERSION = re.compile(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})")
_DATE = r"^20\d\d-\d\d-\d\d$"
_KEY = r"^[a-z0-9_]+/(source|destination)/[^\s/]+$"


class DataVersion(NamedTuple):
    """A version of the catalog's data, by Semantic Versioning."""

    major: int
    minor: int
    patch: int

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Return the version in a text; ``None`` if the text is not a version."""
        match = _VERSION.fullmatch(text)
        return None if match is None else cls(*map(int, match.groups()))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


FIRST = DataVersion(1, 0, 0)
"""The version of the data before the first release."""


def _to_version(value: Any) -> DataVersion:
    if isinstance(value, DataVersion):
        return value
    version = DataVersion.of(value) if isinstance(value, str) else None
    if version is None:
        raise ValueError("expected a version such as 1.2.0")
    return version


_Severity = Literal["safe", "risky", "breaking"]
_VersionText = Annotated[DataVersion, pydantic.PlainValidator(_to_version), pydantic.PlainSerializer(str)]


class ReleasedChange(CatalogObject):
    """A change of a release, as in ``diff``, without its reason.

    Attributes:
        selector: The selector of a removed variant, or of a variant of an object that had none before.
    """

    key: str = pydantic.Field(pattern=_KEY)
    subject: Literal["connector", "step", "property", "variant"]
    kind: Literal["added", "removed", "renamed", "moved", "changed"]
    step: str = pydantic.Field(default="", exclude_if=lambda value: not value)
    path: str = pydantic.Field(default="", exclude_if=lambda value: not value)
    field: str = pydantic.Field(default="", exclude_if=lambda value: not value)
    before: Any = stated_field("The old value.", nullable=True)
    after: Any = stated_field("The new value.", nullable=True)
    rule: str
    writers: _Severity
    readers: _Severity
    selector: dict[str, Any] | None = stated_field("The selector of the variant.")


class Release(CatalogObject):
    """A version of the data, with the changes since the previous one.

    Attributes:
        version: Its version.
        previous: The previous version.
        tag: The last tag with the previous version, or an empty string.
        date: The release date; empty if it is not released yet.
        documents: The dates of the documents, by name.
        connectors: The numbers of connectors before and after.
        wording: The number of changes of wording, examples and form, which ``changes`` leaves out.
        changes: The changes, in the order of the connectors' keys.
    """

    version: _VersionText
    previous: _VersionText
    tag: str = ""
    date: str = pydantic.Field(default="", pattern=rf"^$|{_DATE}")
    documents: Mapping[str, str]
    connectors: tuple[int, int]
    wording: int
    changes: tuple[ReleasedChange, ...]

    @property
    def is_released(self) -> bool:
        """Whether the release has a date."""
        return bool(self.date)
