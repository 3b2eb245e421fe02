"""Report unexpected exceptions with the document that was being read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class InternalError(Exception):
    """An unexpected exception, its cause, while a document was read."""

    def __init__(self, document: str) -> None:
        super().__init__(document)
        self.document = document


@contextmanager
def reading(document: str) -> Iterator[None]:
    """Turn an unexpected exception into an ``InternalError`` that names the document."""
    try:
        yield
    except InternalError:
        raise
    except Exception as fault:
        raise InternalError(document) from fault
