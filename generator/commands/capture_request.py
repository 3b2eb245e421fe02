"""What is asked of a document that is captured, and what becomes of it."""

from __future__ import annotations

import dataclasses
import enum

from generator.documents.answer import NO_VERSION, Version


@dataclasses.dataclass(frozen=True)
class Request:
    """The options for a document; an empty one is derived from the document.

    Attributes:
        vendor: Its vendor.
        name: The name of its capture, without the vendor's.
        url: Where it was fetched from.
        date: When it was fetched.
        accept_removals: Whether it may lack what the catalog has.
        history_only: Whether it is added to the history and no capture is written: for what is not the latest.
        version: What the server calls this version of it.
        only_changes: Whether it is left out if it states what its capture states.
        refuses_unknown: Whether keywords, formats and shapes that no reader knows are errors, where nobody looks.
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
    """What has become of a document."""

    KEPT = "changed"
    SAME = "states what it has stated before"
    FAULTY = "has errors"
