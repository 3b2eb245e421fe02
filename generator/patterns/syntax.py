r"""Parses regular expressions of the syntax that Python and ECMA-262 read alike, and writes them in that syntax.

ECMA-262 is the dialect of JSON Schema. Validators use it with and without the flag ``u``; what only some of them accept
is rewritten where it has one meaning (``[\w-.]``, ``\_``) and refused where it has several (``{,3}``, ``\A``).
"""

from __future__ import annotations

import re

from generator.patterns.characters import Reader
from generator.patterns.nodes import (
    Assertion,
    Characters,
    Group,
    Parsed,
    PatternError,
    Repeat,
    complement,
)

_ANY = complement(((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)))
_ANY_TEXT = r"[^\n\r\u2028\u2029]"
"""The meaning of ``.``; other dialects exclude line feeds only."""
_COUNT = re.compile(r"\{([0-9]{1,4})(?:(,)([0-9]{1,4})?)?\}", re.ASCII)
_GROUP = re.compile(r"\(\?(?:([:=!]|<[=!])|<[A-Za-z_$][A-Za-z0-9_$]*>)", re.ASCII)
_LONGEST = 2_000
_DEEPEST = 40
_MOST = 1_000


def parse(source: str) -> Parsed:
    """Parse a regular expression.

    Raises:
        PatternError: It is not one, or Python and ECMA-262 read it differently.
    """
    if len(source) > _LONGEST:
        raise PatternError(f"is longer than {_LONGEST:,} characters")
    if any(ord(character) > 0xFFFF or 0xD800 <= ord(character) <= 0xDFFF for character in source):
        raise PatternError("has a character beyond U+FFFF, which is two characters without the flag u")
    parser = _Parser(source)
    parsed = parser.alternatives(0)
    if parser.position < len(source):
        parser.refuse("has a closing parenthesis without an opening one")
    return parsed


class _Parser(Reader):
    def alternatives(self, depth: int) -> Parsed:
        """Parse alternatives up to a closing parenthesis or the end."""
        if depth > _DEEPEST:
            self.refuse(f"is nested more than {_DEEPEST} levels deep")
        parts = [self._sequence(depth)]
        while self.accept("|"):
            parts.append(self._sequence(depth))
        if len(parts) == 1:
            return parts[0]
        return Parsed(Group(tuple(part.node for part in parts), either=True), "|".join(part.text for part in parts))

    def _sequence(self, depth: int) -> Parsed:
        parts: list[Parsed] = []
        while self.position < len(self.source) and self.source[self.position] not in "|)":
            parts.append(self._repeated(self._atom(depth)))
        return Parsed(Group(tuple(part.node for part in parts)), "".join(part.text for part in parts))

    def _repeated(self, atom: Parsed) -> Parsed:
        start = self.position
        least, most = self._counts()
        if self.position == start:
            return atom
        if isinstance(atom.node, Assertion):
            self.refuse("repeats an assertion")
        self.accept("?")
        return Parsed(Repeat(atom.node, least, most), atom.text + self.source[start : self.position])

    def _counts(self) -> tuple[int, int | None]:
        for mark, counts in (("*", (0, None)), ("+", (1, None)), ("?", (0, 1))):
            if self.accept(mark):
                return counts
        match = _COUNT.match(self.source, self.position)
        if match is None:
            return 1, 1
        least = int(match[1])
        most: int | None = least
        if match[2] is not None:
            most = int(match[3]) if match[3] is not None else None
        if max(least, most or 0) > _MOST or (most is not None and most < least):
            self.refuse(f"repeats more than {_MOST:,} times, or fewer times at most than at least")
        self.position = match.end()
        return least, most

    def _atom(self, depth: int) -> Parsed:
        character = self.source[self.position]
        if character == "(":
            return self._group(depth)
        if character == "\\":
            return self.escape()
        if (
            character in "*+?"
            or _COUNT.match(self.source, self.position)
            or self.source.startswith("{,", self.position)
        ):
            self.refuse("repeats nothing, or repeats in a way that only some dialects know")
        self.position += 1
        if character == "[":
            return self.set_()
        if character == ".":
            return Parsed(Characters(_ANY), _ANY_TEXT)
        if character in "^$":
            return Parsed(Assertion("start" if character == "^" else "end"), character)
        text = f"\\{character}" if character in "{}]" else character
        return Parsed(Characters(((ord(character), ord(character)),)), text)

    def _group(self, depth: int) -> Parsed:
        match = _GROUP.match(self.source, self.position)
        if match is None and self.source.startswith("(?", self.position):
            self.refuse("has a group that only some dialects know")
        kind = "" if match is None else match[1] or ":"
        self.position = self.position + 1 if match is None else match.end()
        inner = self.alternatives(depth + 1)
        if not self.accept(")"):
            self.refuse("has an opening parenthesis without a closing one")
        node = Assertion(kind, inner.node) if kind not in ("", ":") else inner.node
        return Parsed(node, f"(?{kind}{inner.text})" if kind else f"({inner.text})")
