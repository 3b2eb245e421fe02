"""How a file of ``bad_payloads`` is made: by a function, or of one part that is repeated."""

from __future__ import annotations

import random
from collections.abc import Callable

Maker = Callable[[random.Random, int], bytes]

MAKERS: dict[str, Maker] = {}
"""The maker of each file, by its name; it takes the size in bytes."""


def file(name: str) -> Callable[[Maker], Maker]:
    def add(maker: Maker) -> Maker:
        MAKERS[name] = maker
        return maker

    return add


def repeated(name: str, part: bytes, before: bytes = b"", after: bytes = b"") -> None:
    """Add a file that repeats one part."""

    def make(_: random.Random, size: int) -> bytes:
        return before + part * max(1, (size - len(before) - len(after)) // len(part)) + after

    MAKERS[name] = make


def numbered(name: str, part: str, before: str = "", after: str = "", between: str = ",") -> None:
    """Add a file that repeats a part with a number in it, in an order that only the seed knows."""

    def make(draw: random.Random, size: int) -> bytes:
        count = max(1, size // (len(part) + len(between) + 5))
        numbers = [str(number) for number in range(10**6, 10**6 + count)]
        draw.shuffle(numbers)
        body = between.join(part.replace("#", number) for number in numbers)
        return f"{before}{body}{after}".encode()

    MAKERS[name] = make
