"""Text that is safe to show on a terminal and in a log. Needs the standard library only."""

from __future__ import annotations


def shown(text: str) -> str:
    """Return a text with every character escaped that could break a line or control a terminal."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _number(each) for each in text)


def shortened(text: str, most: int) -> str:
    """Return a text shortened to a number of characters, with three dots at the cut."""
    return text if len(text) <= most else f"{text[:most]}..."


def _number(letter: str) -> str:
    code = ord(letter)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
