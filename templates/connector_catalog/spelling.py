"""Whether a word is a misspelling or an abbreviation of another one. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Sequence

_ONE_EDIT = 3
_TWO_EDITS = 6
_SHORTEST_ABBREVIATION = 4


def is_misspelling(typed: str, name: str) -> bool:
    """Return whether the typed word is a few edits from a name: none for short words, at most two for long ones.

    An edit inserts, removes or replaces a letter, or swaps two neighbours. Of two edits, none is at the first or the
    last letter, where typing mistakes are rare and other words are many.
    """
    shorter = min(len(typed), len(name))
    if shorter < _ONE_EDIT or abs(len(typed) - len(name)) > 2:
        return False
    has_same_ends = typed[0] == name[0] and typed[-1] == name[-1]
    if shorter < _TWO_EDITS and typed[0] != name[0]:
        return False
    most = 2 if shorter >= _TWO_EDITS and has_same_ends else 1
    return edits(typed, name, most) <= most


def edits(one: str, other: str, most: int) -> int:
    """Return the number of edits between two words; any number above ``most`` if there are more."""
    # An edit changes the length by one at most, and the set of letters by two.
    if abs(len(one) - len(other)) > most or len({*one} ^ {*other}) > 2 * most:
        return most + 1
    above: list[int] = []
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, 1):
        above, before, row = row, above, [index]
        for column, other_letter in enumerate(other, 1):
            cost = min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != other_letter))
            if before and column > 1 and letter == other[column - 2] and one[index - 2] == other_letter:
                cost = min(cost, before[column - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def is_initials(typed: str, words: Sequence[str]) -> bool:
    """Return whether a word consists of the first letters of several words, such as ``ga4`` of Google Analytics 4."""
    return len(words) > 1 and typed == "".join(word[0] for word in words)


def is_abbreviation(typed: str, words: Sequence[str]) -> bool:
    """Return whether a word has one or two letters of each of several words, the first one among them, or all of them.

    The letters are in their order, as in ``sfmc`` for Salesforce Marketing Cloud, and at least four.
    """
    if not 1 < len(words) <= len(typed) or len(typed) < _SHORTEST_ABBREVIATION:
        return False
    # The numbers of letters that the words so far can account for.
    ends = {0}
    for word in words:
        ends = {end for start in ends if typed[start : start + 1] == word[0] for end in _ends(typed, start, word)}
    return len(typed) in ends


def _ends(typed: str, start: int, word: str) -> set[int]:
    """Return where letters of a word can end in a text in which its first letter is at ``start``."""
    second = typed[start + 1 : start + 2]
    ends = {start + 1}
    if second and second in word[1:]:
        ends.add(start + 2)
    if typed.startswith(word, start):
        ends.add(start + len(word))
    return ends
