"""Waits between attempts to fetch a document."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

from generator.documents.answer import FetchError

_MOST_ATTEMPTS = 5
_MOST_CONNECTIONS = 3


class Backoff:
    """Counts the attempts for one document, with exponential backoff between them.

    The waits double from one second. Each is shortened at random by up to a half, so that clients do not retry at the
    same time. A ``Retry-After`` of the server is respected if the deadline allows.

    Args:
        deadline: The time of the monotonic clock after which no attempt begins.
        wait: Waits for a number of seconds.
        draw: Returns a random number from 0 to 1.
    """

    def __init__(self, deadline: float, wait: Callable[[float], None], draw: Callable[[], float]) -> None:
        self._deadline = deadline
        self._wait = wait
        self._draw = draw
        self._attempts = 1

    def before_retry(self, reason: str, *, is_connection: bool = False, retry_after: str = "") -> None:
        """Wait before the next attempt; raise ``FetchError`` with the reason if no attempt is left."""
        if self._attempts >= (_MOST_CONNECTIONS if is_connection else _MOST_ATTEMPTS):
            raise FetchError(f"{reason}; tried {self._attempts} times")
        requested = _seconds_of(retry_after)
        seconds = max(2.0 ** (self._attempts - 1) * (1 - self._draw() / 2), requested)
        if time.monotonic() + seconds > self._deadline:
            is_requested = requested == seconds
            obstacle = f"the server asks to wait for {requested:,.0f} seconds" if is_requested else "there is no time"
            raise FetchError(f"{reason}, and {obstacle}; try again later")
        self._attempts += 1
        self._wait(seconds)


def _seconds_of(retry_after: str) -> float:
    """Return the seconds that ``Retry-After`` asks for; 0 if it is absent, invalid or in the past."""
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after[:12])
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0.0
