"""The exception of the stages ``context`` and ``outputs``: a catalog that cannot be printed."""

from __future__ import annotations


class OutputError(ValueError):
    """Something in the catalog must not or cannot be printed; ``path`` is the connector or file that it concerns."""

    def __init__(self, code: str, path: str, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.path = path

    def __reduce__(self) -> tuple[type[OutputError], tuple[str, str, str]]:
        # It may be raised in a worker, which pickles its arguments.
        return type(self), (self.code, self.path, self.message)
