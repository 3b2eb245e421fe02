"""A fault of a file, a JSON text or a YAML text."""

from __future__ import annotations


class DataError(ValueError):
    """A file or a text that is refused.

    Attributes:
        code: ``not-readable``, ``too-large``, ``not-json``, ``not-yaml`` or ``duplicate-key``.
        place: ``line 3, column 7`` or a JSON pointer; may be empty.
    """

    def __init__(self, code: str, place: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.place = place

    @property
    def is_unreadable(self) -> bool:
        """Whether the file could not be read, so that nothing is known about its bytes."""
        return self.code == "not-readable"


def too_deep(place: str, levels: int) -> DataError:
    """Return the fault of a value that is nested too deeply."""
    return DataError("too-large", place, f"nested more than {levels} levels deep")


def too_many_digits(place: str, digits: int) -> DataError:
    """Return the fault of a number that is too long."""
    return DataError("too-large", place, f"a number has more than {digits:,} digits")


def duplicate_key(place: str, key: str) -> DataError:
    """Return the fault of a key that an object has twice."""
    return DataError("duplicate-key", place, f"duplicate key {key[:80]!r}")
