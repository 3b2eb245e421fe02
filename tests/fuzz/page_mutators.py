"""Changes one element of an HTML page."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

Mutator = Callable[[str, random.Random], str | None]
"""Returns the changed page; ``None`` if it has nothing to change."""

_WORD = re.compile(r"[A-Za-z_]{3,}")
_ELEMENTS = {
    "heading": r"<(h[1-6])\b[^>]*>.*?</\1>",
    "row": r"<tr\b[^>]*>(?:(?!<tr\b).)*?</tr>",
    "cell": r"<(t[dh])\b[^>]*>(?:(?!<t[dh]\b).)*?</\1>",
    "item": r"<li\b[^>]*>(?:(?!<li\b).)*?</li>",
    "paragraph": r"<p\b[^>]*>.*?</p>",
    "code": r"<code\b[^>]*>.*?</code>",
    "example": r"<pre\b[^>]*>.*?</pre>",
    "table": r"<table\b[^>]*>(?:(?!<table\b).)*?</table>",
    "list": r"<ul\b[^>]*>(?:(?!<ul\b).)*?</ul>",
    "section": r"<(h[1-6])\b[^>]*>.*?(?=<h[1-6]\b|\Z)",
}
_TEXT_WITHIN = re.compile(r"(?<=>)[^<>]+(?=<)")


def pick(pattern: str, page: str, rng: random.Random) -> re.Match[str] | None:
    """Return one of the places where a pattern is found."""
    found = [*re.finditer(pattern, page, re.DOTALL)]
    return rng.choice(found) if found else None


def replaced(page: str, match: re.Match[str], new: str) -> str:
    """Return a page with other text in one place."""
    return page[: match.start()] + new + page[match.end() :]


def _delete(text: str, _: random.Random) -> str:
    return ""


def _duplicate(text: str, _: random.Random) -> str:
    return text + text


def garbled(text: str, rng: random.Random) -> str | None:
    """Return a text with one letter of a word dropped, changed or doubled, or a word dropped or added."""
    words = [*_WORD.finditer(text)]
    if not words:
        return None
    word = rng.choice(words)
    at = rng.randrange(word.start(), word.end())
    return rng.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + rng.choice("xQ7") + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[: word.start()] + text[word.end() :].lstrip(),
            text[: word.end()] + " extra" + text[word.end() :],
        )
    )


def _garble(element: str, rng: random.Random) -> str | None:
    texts = [each for each in _TEXT_WITHIN.finditer(element) if _WORD.search(each[0])]
    if not texts:
        return None
    text = rng.choice(texts)
    changed = garbled(text[0], rng)
    return None if changed is None else element[: text.start()] + changed + element[text.end() :]


def _without_mark(element: str, _: random.Random) -> str:
    return re.sub(r"^<[^>]*>|</[^>]*>$", "", element)


def _emptied(element: str, _: random.Random) -> str:
    return re.sub(r"(?s)(^<[^>]*>).*(</[^>]*>$)", r"\1\2", element)


def _unclosed(element: str, _: random.Random) -> str:
    return re.sub(r"</[^>]*>$", "", element)


def _another_level(element: str, rng: random.Random) -> str | None:
    level = int(element[2]) + rng.choice((-2, -1, 1, 2))
    return (
        re.sub(r"^(</?h)\d|(</h)\d(?=>$)", lambda tag: f"{tag[1] or tag[2]}{level}", element)
        if 1 <= level <= 6
        else None
    )


def _spanning(element: str, rng: random.Random) -> str:
    number = rng.choice(("2", "2", "3", "0", "1000000"))
    return re.sub(r"^<(t[dh])", rf'<\1 {rng.choice(("colspan", "rowspan"))}="{number}"', element)


def _without_line(element: str, rng: random.Random) -> str:
    lines = element.split("\n")
    del lines[rng.randrange(len(lines))]
    return "\n".join(lines)


def _wrapped(element: str, rng: random.Random) -> str:
    tag = rng.choice(("div", "section", "blockquote", "ul", "dl"))
    return f"<{tag}>{element}</{tag}>"


def _within(kind: str, change: Callable[[str, random.Random], str | None]) -> Mutator:
    def mutate(page: str, rng: random.Random) -> str | None:
        match = pick(_ELEMENTS[kind], page, rng)
        new = change(match[0], rng) if match is not None else None
        return None if match is None or new is None else replaced(page, match, new)

    return mutate


def _moved(kind: str) -> Mutator:
    def mutate(page: str, rng: random.Random) -> str | None:
        match = pick(_ELEMENTS[kind], page, rng)
        if match is None:
            return None
        rest = replaced(page, match, "")
        other = pick(_ELEMENTS[kind], rest, rng)
        return None if other is None else rest[: other.end()] + match[0] + rest[other.end() :]

    return mutate


def _swapped(kind: str) -> Mutator:
    def mutate(page: str, rng: random.Random) -> str | None:
        found = [*re.finditer(_ELEMENTS[kind], page, re.DOTALL)]
        if len(found) < 2:
            return None
        at = rng.randrange(len(found) - 1)
        one, two = found[at], found[at + 1]
        return page[: one.start()] + two[0] + page[one.end() : two.start()] + one[0] + page[two.end() :]

    return mutate


def _table_split(page: str, rng: random.Random) -> str | None:
    row = pick(r"</tr>(?=\s*<tr\b)", page, rng)
    return None if row is None else replaced(page, row, "</tr></table><table>")


_CHANGES: Mapping[str, Mapping[str, Callable[[str, random.Random], str | None]]] = {
    "heading": {"level": _another_level, "unmarked": _without_mark, "emptied": _emptied, "unclosed": _unclosed},
    "row": {"unmarked": _without_mark, "emptied": _emptied, "unclosed": _unclosed},
    "cell": {"unmarked": _without_mark, "emptied": _emptied, "unclosed": _unclosed, "spanning": _spanning},
    "item": {"unmarked": _without_mark, "unclosed": _unclosed},
    "paragraph": {"unmarked": _without_mark},
    "code": {"unmarked": _without_mark},
    "example": {"without a line": _without_line, "unmarked": _without_mark},
    "table": {"unmarked": _without_mark, "wrapped": _wrapped},
    "list": {"unmarked": _without_mark},
    "section": {"wrapped": _wrapped},
}

HTML: Mapping[str, Mutator] = {
    **{f"{kind} deleted": _within(kind, _delete) for kind in _ELEMENTS},
    **{f"{kind} duplicated": _within(kind, _duplicate) for kind in _ELEMENTS},
    **{f"{kind} garbled": _within(kind, _garble) for kind in _ELEMENTS},
    **{f"{kind} moved": _moved(kind) for kind in _ELEMENTS},
    **{f"{kind} swapped": _swapped(kind) for kind in _ELEMENTS},
    **{f"{kind} {name}": _within(kind, change) for kind, each in _CHANGES.items() for name, change in each.items()},
    "table split": _table_split,
}
"""The changes of an HTML page, by name."""
