"""Parses the parts of a regular expression that match one character: escapes and sets in brackets."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple, NoReturn

from generator.patterns.nodes import Assertion, Characters, Parsed, PatternError, Ranges, complement

_DIGITS: Ranges = ((0x30, 0x39),)
_WORD: Ranges = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
_SPACE: Ranges = (
    *((0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F)),
    *((0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF)),
)
_CLASSES = {"d": _DIGITS, "w": _WORD, "s": _SPACE}
# The same characters for both dialects: Python's own classes hold other characters.
_CLASS_TEXTS = {
    "d": "0-9",
    "w": "A-Za-z0-9_",
    "s": r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
}
_BOUNDARY = r"(?:(?<![A-Za-z0-9_])(?=[A-Za-z0-9_])|(?<=[A-Za-z0-9_])(?![A-Za-z0-9_]))"
_CONTROLS = {"t": 0x09, "n": 0x0A, "v": 0x0B, "f": 0x0C, "r": 0x0D}
_SYNTAX = "^$\\.*+?()[]{}|/"
_HEX = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{0*([0-9A-Fa-f]{1,6})\}|c([A-Za-z])|(0)(?![0-9])", re.ASCII)


class _Item(NamedTuple):
    """One character, range or class of a set: its characters, and its text in both dialects."""

    ranges: Ranges
    text: str
    is_class: bool = False


class Reader:
    """The source of a regular expression, and how far it has been parsed."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0

    def refuse(self, why: str) -> NoReturn:
        """Raise a ``PatternError`` with the reason and the position."""
        raise PatternError(f"{why}, at character {self.position + 1}")

    def accept(self, text: str) -> bool:
        """Move past a text if it is next; return whether it was."""
        if not self.source.startswith(text, self.position):
            return False
        self.position += len(text)
        return True

    def escape(self) -> Parsed:
        """Parse an escape outside a set."""
        if self.accept("\\b"):
            return Parsed(Assertion("word"), _BOUNDARY)
        item = self._escaped()
        text = item.text
        if item.is_class:
            name = text[1]
            text = f"[{'^' if name.isupper() else ''}{_CLASS_TEXTS[name.lower()]}]"
        return Parsed(Characters(item.ranges), text)

    def _escaped(self) -> _Item:
        """Parse an escape of one character or of a class."""
        self.position += 1
        name = self.source[self.position : self.position + 1]
        if name and name in "dDwWsS":
            self.position += 1
            ranges = _CLASSES[name.lower()]
            return _Item(complement(ranges) if name.isupper() else ranges, f"\\{name}", is_class=True)
        match = _HEX.match(self.source, self.position)
        if match is not None:
            self.position = match.end()
            code = ord(match[4]) & 31 if match[4] else int(match[1] or match[2] or match[3] or "0", 16)
            if code > 0xFFFF or 0xD800 <= code <= 0xDFFF:
                self.refuse("has a character beyond U+FFFF, which is two characters without the flag u")
            return _Item(((code, code),), _hex(code))
        if not name or (name.isalnum() and name not in _CONTROLS):
            self.refuse("has an escape that only some dialects know, or a reference to a group")
        self.position += 1
        code = _CONTROLS.get(name, ord(name))
        return _Item(((code, code),), f"\\{name}" if name in _CONTROLS or name in _SYNTAX else name)

    def set_(self) -> Parsed:
        """Parse a set of characters after its bracket."""
        negated = self.accept("^")
        items: list[_Item] = []
        while not self.accept("]"):
            item = self._item()
            if self.source.startswith("-", self.position) and not self.source.startswith("-]", self.position):
                self.position += 1
                last = self._item()
                if item.is_class or last.is_class:
                    items += [item, _Item(((0x2D, 0x2D),), "\\-"), last]
                    continue
                (low, _), (_, high) = item.ranges[0], last.ranges[0]
                if high < low:
                    self.refuse("has a range whose end is before its start")
                item = _Item(((low, high),), f"{item.text}-{last.text}")
            items.append(item)
        if not items:
            self.refuse("has an empty set of characters")
        ranges = tuple(itertools.chain.from_iterable(item.ranges for item in items))
        texts = [item.text for item in items]
        text = "".join(map(_beside, texts, ["", *texts]))
        if text.endswith("\\-") and self.source[self.position - 3 : self.position - 1] != "\\-" and text != "\\-":
            text = f"{text[:-2]}-"
        node = Characters(complement(ranges) if negated else ranges)
        return Parsed(node, f"[{'^' if negated else ''}{text}]")

    def _item(self) -> _Item:
        """Parse one character or class of a set; its text is safe next to any other."""
        character = self.source[self.position : self.position + 1]
        if not character:
            self.refuse("has a set of characters without its end")
        if self.accept("\\b"):
            return _Item(((0x08, 0x08),), r"\x08")
        if character == "\\":
            item = self._escaped()
            if not item.is_class:
                return item if len(item.text) > 1 else item._replace(text=_safe(item.text))
            name = item.text[1]
            if name.isupper():
                return item._replace(text="".join(f"{_hex(low)}-{_hex(high)}" for low, high in item.ranges))
            return item._replace(text=_CLASS_TEXTS[name])
        self.position += 1
        return _Item(((ord(character), ord(character)),), _safe(character))


def _safe(character: str) -> str:
    """Return a character of a set, escaped if it has a meaning there."""
    return f"\\{character}" if character in "[]^-\\" else character


def _beside(text: str, before: str) -> str:
    """Return an item of a set after another one. Python warns of pairs of marks that may become operators."""
    return _hex(ord(text[0])) + text[1:] if text[0] in "&~|" and before.endswith(text[0]) else text


def _hex(code: int) -> str:
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"
