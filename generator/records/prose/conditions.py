"""Rules for several properties: conditions (``requiredWhen``), ``anyOf`` and ``dependentRequired``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.records.prose.description import Description
from generator.records.prose.sentences import ALTERNATIVES, LITERAL, LITERALS, value_of, values_of, wordings
from generator.records.record import Statement

_DUTY = (
    r"(?:(?:only\s+)?(?:required|needed|mandatory|necessary)(?:\s+(?:parameter|property|field))?(?:\s+only)?"
    r"(?:\s+for\s+(?:\w+\s+){1,3}?(?=when|if))?"
    r"|(?:must|should)\s+(?:(?P<be>(?:only\s+)?be)|…)\s+(?:populated|specified|provided|set|given|filled(?:\s+in)?)(?:\s+only)?"
    r"|(?:specify|provide|populate)(?:\s+(?:it|this))?\s+only|(?<=\()only)"
    r"\s*,?\s*\b(?:if|when|for|where)\s+(?:the\s+)?(?:value\s+of\s+)?"
)
_SETS = (
    r"(?:\s+(?:parameter|property|field|option|value))?\s*(?:is\s+(?:set\s+to|equal\s+to|one\s+of|either)?|equals(?:\s+to)?"
    r"|has\s+(?:the\s+|a\s+)?values?(?:\s+of)?|=|:|are)\s*(?:the\s+value\s+)?"
)
_BARE_NAME = r"\b(?-i:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]*)+)\b"
_BARE_VALUE = r"(?:[A-Z][A-Za-z0-9_]*|true|false)"
# A property that is named in plain words, which the catalog matches with the step's own names.
_SPELLED = r"(?:[a-z]+\s+)(?:[a-z]+\s+)?(?:type|method|mode|protocol)s?\b"
_PAIR = (
    rf"(?:(?P<y{{0}}>{LITERALS})\s+(?:is|are)\s+(?:the|selected\s+(?:as|for))\s+(?P<z{{0}}>`[\w.]+`)"
    rf"|(?P<p{{0}}>{LITERAL}|{_BARE_NAME}){_SETS}(?P<v{{0}}>{ALTERNATIVES}|{_BARE_VALUE})"
    rf"|(?P<c{{0}}>{_SPELLED})\s+is(?:\s+set\s+to)?\s+(?P<d{{0}}>{ALTERNATIVES})"
    rf"|(?:the\s+)?(?P<e{{0}}>{LITERALS})\s+(?P<f{{0}}>{_SPELLED})"
    rf"|`\"?(?P<q{{0}}>[\w.]+)\"?\s*[:=]\s*(?P<w{{0}}>[^`]+)`(?P<x{{0}}>(?:\s*(?:,|\bor\b)+\s*{LITERAL})*))"
)
_WORDING = re.compile(
    rf"\b{_DUTY}{_PAIR.format(1)}(?:\s*,?\s+(?P<join>and|or)\s+(?:when\s+|if\s+|the\s+)?{_PAIR.format(2)})?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Za-z_][\w.]*")

_ANY_OF = re.compile(
    rf"\b(?:either|at least one of|one of)\s+(?P<names>{LITERALS})\s+(?:must|has to|should|needs to)\s+be\s+"
    r"(?:provided|specified|set|populated|given)",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"(?P<name>`[\w.]+`)(?:\s+(?:property|parameter|field))?\s+(?:must|has to|should|needs to)\s+also\s+be\s+"
    r"(?:provided|specified|set|populated|given)",
    re.IGNORECASE,
)


def find_conditions(description: Description) -> list[Statement]:
    """Return the condition of the first sentence that states one with its values.

    Two conditions joined by "and" must both hold. The catalog cannot express two joined by "or"; they are skipped.
    """
    for match, place in _read(description):
        conditions = [condition for group in "12" if (condition := _condition(match, group)) is not None]
        if conditions and not (match["join"] == "or" and len(conditions) > 1):
            return [Statement("requirement", "conditional", place), Statement("requiredWhen", conditions, place)]
    return []


def _read(description: Description) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each condition; the word "be" is not recorded, so that a capture holds no whole sentence of the page."""
    for paragraph in description.paragraphs():
        for match in _WORDING.finditer(paragraph.text):
            middle = match.span("be") if match["be"] else (match.end(), match.end())
            # "(only if" is a condition because of its parenthesis.
            first = match.start() - paragraph.text.startswith("(only", max(match.start() - 1, 0))
            for start, end in ((first, middle[0]), (middle[1], match.end())):
                if start < end:
                    description.coverage.read(paragraph, start, end)
            yield match, paragraph.place


def _condition(match: re.Match[str], group: str) -> dict[str, Any] | None:
    if match[f"p{group}"]:
        name, values = value_of(match[f"p{group}"]), values_of(match[f"v{group}"]) or [match[f"v{group}"]]
    elif match[f"c{group}"]:
        name, values = _spelled(match[f"c{group}"]), values_of(match[f"d{group}"])
    elif match[f"e{group}"]:
        name, values = _spelled(match[f"f{group}"]), values_of(match[f"e{group}"])
    elif match[f"q{group}"]:
        # The others are pairs too, such as ``"m": "B"``, or values.
        others = (re.split(r"[:=]\s*", each, maxsplit=1)[-1] for each in values_of(match[f"x{group}"] or ""))
        name, values = match[f"q{group}"], [value_of(each) for each in (match[f"w{group}"], *others)]
    elif match[f"z{group}"]:
        name, values = value_of(match[f"z{group}"]), values_of(match[f"y{group}"])
    else:
        return None
    return {"property": name, "in": values} if _NAME.fullmatch(name) else None


def _spelled(words: str) -> str:
    """Return ``authentication_type`` for "the authentication type"."""
    return "_".join(word for word in words.lower().split() if word != "the").removesuffix("s")


def find_groups(description: Description) -> list[Statement]:
    """Return the rules that a sentence states; ``dependentRequired`` lists what this property requires."""
    any_of = wordings(_ANY_OF, description.blocks, description.coverage)
    also = wordings(_ALSO, description.blocks, description.coverage)
    return [
        *(Statement("anyOf", sorted(values_of(match["names"])), place) for match, place in any_of),
        *(Statement("dependentRequired", [value_of(match["name"])], place) for match, place in also),
    ]
