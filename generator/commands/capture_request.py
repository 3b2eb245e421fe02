"""The options and the outcome of capturing a document."""

from __future__ import annotations

import dataclasses
import enum

from generator.documents.answer import NO_VERSION, Version


@dataclasses.dataclass(frozen=True)
class Request:
    """The options for a document. Empty options are derived from the document.

    Attributes:
        vendor: Name of the vendor.
        name: Name of the capture, without the vendor's.
        url: Address that the document was fetched from.
        date: Date of the document.
        accept_removals: Whether the document may lack connectors and properties that the catalog has.
        history_only: Whether to add an older document to the history without writing a capture.
        version: The server's version of the document.
        only_changes: Whether to skip a document that states the same as its capture.
        refuses_unknown: Whether unknown keywords, formats and shapes are errors, as in unattended runs.
    """

    vendor: str | None = None
    name: str | None = None
    url: str = ""
    date: str = ""
    accept_removals: bool = False
    history_only: bool = False
    version: Version = NO_VERSION
    only_changes: bool = False
    refuses_unknown: bool = False


class Outcome(enum.StrEnum):
    """The outcome of capturing a document."""

    CHANGED = "changed"
    UNCHANGED = "no new facts"
    FAULTY = "has errors"
