"""Patterns of paths as ``.gitignore`` has them.

They are matched here, and not by git: a folder may be no repository, and git runs programs that a repository names.
The tests compare the results with those of git. As in git, names are bytes, and the last pattern that matches decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

INCLUDED = ("*.json", "*.jsonl", "*.ndjson", "*.yaml", "*.yml")
"""The patterns of the files of a folder that are validated by default."""

_BOM = b"\xef\xbb\xbf"
_CLASSES = {
    b"alnum": rb"a-zA-Z0-9",
    b"alpha": rb"a-zA-Z",
    b"blank": rb" \t",
    b"cntrl": rb"\x00-\x1f\x7f",
    b"digit": rb"0-9",
    b"graph": rb"!-~",
    b"lower": rb"a-z",
    b"print": rb" -~",
    b"punct": rb"!-/:-@\[-`{-~",
    b"space": rb" \t\n\r\f\v",
    b"upper": rb"A-Z",
    b"xdigit": rb"0-9a-fA-F",
}


class _NoPatternError(ValueError):
    """A pattern is not complete, and matches nothing."""


class Pattern(NamedTuple):
    """A line of a file: the names of a path, ``None`` for any number of them.

    A pattern that matches ``anywhere`` is for the last name of a path only.
    """

    negated: bool
    only_folders: bool
    anywhere: bool
    names: tuple[re.Pattern[bytes] | None, ...]

    def matches(self, path: Sequence[bytes], *, is_folder: bool) -> bool:
        """Return whether a path, as its names from the folder of the patterns on, is meant."""
        if self.only_folders and not is_folder:
            return False
        if self.anywhere:
            name = self.names[-1]
            return name is None or name.fullmatch(path[-1]) is not None
        return _matches(self.names, path)


def patterns_of(data: bytes) -> list[Pattern]:
    """Return the patterns of the lines of a file; those that can match nothing are left out."""
    patterns = []
    for line in data.removeprefix(_BOM).split(b"\n"):
        text = line.removesuffix(b"\r")
        if text and not text.startswith(b"#"):
            pattern = _pattern(_without_trailing_spaces(text))
            if pattern is not None:
                patterns.append(pattern)
    return patterns


def verdict(patterns: Sequence[Pattern], path: Sequence[bytes], *, is_folder: bool) -> bool | None:
    """Return whether a path is meant, by the last pattern that matches; ``None`` where none does."""
    for pattern in reversed(patterns):
        if pattern.matches(path, is_folder=is_folder):
            return not pattern.negated
    return None


def _without_trailing_spaces(text: bytes) -> bytes:
    stripped = text.rstrip(b" ")
    backslashes = len(stripped) - len(stripped.rstrip(b"\\"))
    # The first of the spaces is part of the name if a backslash precedes it.
    return stripped + b" " if backslashes % 2 and len(stripped) < len(text) else stripped


def _pattern(text: bytes) -> Pattern | None:
    negated = text.startswith(b"!")
    text = text[negated:]
    only_folders = text.endswith(b"/")
    text = text[: len(text) - only_folders]
    anywhere = b"/" not in text
    try:
        names = [_name(each) for each in _names(text.removeprefix(b"/"))]
    except _NoPatternError:
        return None
    return Pattern(negated, only_folders, anywhere, tuple(names)) if text.strip(b"/") else None


def _names(text: bytes) -> Iterator[bytes]:
    """Yield the patterns of the names of a path: a slash in brackets separates none."""
    start = at = 0
    while at < len(text):
        if text[at : at + 1] == b"/" or text[at : at + 2] == b"\\/":
            yield text[start:at]
            start = at = at + (1 if text[at : at + 1] == b"/" else 2)
        else:
            at = _end_of_item(text, at)
    yield text[start:]


def _end_of_item(text: bytes, at: int) -> int:
    letter = text[at : at + 1]
    if letter == b"\\":
        return at + 2
    return _brackets(text, at)[1] if letter == b"[" else at + 1


def _name(text: bytes) -> re.Pattern[bytes] | None:
    """Return the expression for one name of a path; ``None`` for two asterisks, which match any names."""
    if text == b"**":
        return None
    parts = [b""]
    at = 0
    while at < len(text):
        letter = text[at : at + 1]
        if letter == b"*":
            parts.append(b"")
        elif letter == b"?":
            parts[-1] += b"."
        elif letter == b"[":
            parts[-1] += _brackets(text, at)[0]
        elif letter == b"\\" and at + 1 == len(text):
            raise _NoPatternError
        else:
            parts[-1] += re.escape(text[at + 1 : at + 2] if letter == b"\\" else letter)
        at = _end_of_item(text, at)
    if len(parts) == 1:
        return re.compile(parts[0], re.DOTALL)
    # The first place where a part fits leaves the most room for the others, so that no other place has to be tried.
    middle = b"".join(b"(?>.*?%b)" % each for each in parts[1:-1] if each)
    return re.compile(b"%b%b.*%b" % (parts[0], middle, parts[-1]), re.DOTALL)


def _brackets(text: bytes, at: int) -> tuple[bytes, int]:
    """Return the expression for one of several letters in brackets, and where it ends.

    Raises:
        _NoPatternError: There is no closing bracket, or a class of letters is unknown.
    """
    at += 1
    negated = text[at : at + 1] in (b"!", b"^")
    at += negated
    items: list[bytes] = []
    before: int | None = None
    start = at
    while at == start or text[at : at + 1] != b"]":
        name = re.compile(rb"\[:([^\]]{0,40}):\]").match(text, at)
        if name is not None:
            if name[1] not in _CLASSES:
                raise _NoPatternError
            items.append(_CLASSES[name[1]])
            before, at = None, name.end()
            continue
        if text[at : at + 1] == b"-" and before is not None and text[at + 1 : at + 2] not in (b"", b"]"):
            last, at = _letter(text, at + 1)
            if before <= last:
                items[-1] = b"\\x%02x-\\x%02x" % (before, last)
            before = None
            continue
        before, at = _letter(text, at)
        items.append(b"\\x%02x" % before)
    return b"[%b%b]" % (b"^/" if negated else b"", b"".join(items)), at + 1


def _letter(text: bytes, at: int) -> tuple[int, int]:
    at += text[at : at + 1] == b"\\"
    if at >= len(text):
        raise _NoPatternError
    return text[at], at + 1


def _matches(names: Sequence[re.Pattern[bytes] | None], path: Sequence[bytes]) -> bool:
    """Return whether names fit a path; ``None`` fits any number of names, and at least one at the end."""
    pattern = at = mark = 0
    any_names = -1
    while at < len(path):
        name = names[pattern] if pattern < len(names) else None
        if pattern < len(names) and name is None:
            if pattern + 1 == len(names):
                return True
            any_names, mark = pattern, at
            pattern += 1
        elif name is not None and name.fullmatch(path[at]):
            pattern += 1
            at += 1
        elif any_names >= 0:
            mark += 1
            pattern, at = any_names + 1, mark
        else:
            return False
    return pattern == len(names)
