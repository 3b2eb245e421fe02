"""When two values say the same: brings each into one plain form. Needs the standard library only."""

from __future__ import annotations

import datetime
import json
import math
import re
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

from .property_info import Facts

EMPTY: Hashable = ("empty",)
"""The plain form of what says nothing: null, an empty text, list or object, and what is not there."""

_MASK = frozenset("*•●∙·")
_LEAST_MASK = 4
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,20})?")
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def is_mask(value: Any, facts: Facts) -> bool:
    """Whether a value of an answer only stands for a secret."""
    # A pattern of files may be one asterisk; a mask of what the catalog does not take for a secret is longer.
    least = 1 if facts.guards else _LEAST_MASK
    return isinstance(value, str) and len(value) >= least and _MASK.issuperset(value)


def decoded(value: Any, facts: Facts) -> Any:
    """The list or the object that a string carries; other values as they are."""
    if facts.carries == "list" and isinstance(value, str | int):
        return [each.strip() for each in str(value).split(facts.separator or None) if each.strip()]
    if not isinstance(value, str) or value == "":
        return value
    if facts.carries == "json":
        return _from_json(value)
    return [value] if "array" in facts.types else value


def plain(value: Any, facts: Facts) -> Hashable:
    """A form that two values share where they say the same: ``"3306"`` and 3306 of a port, two spellings of an instant.

    The order of a list counts only where it holds objects.
    """
    value = decoded(value.isoformat() if isinstance(value, datetime.date) else value, facts)
    if value is None or (isinstance(value, str | list | tuple | Mapping) and not value):
        return EMPTY
    if isinstance(value, Mapping):
        inner = {str(name): plain(each, facts.of_property(str(name))) for name, each in value.items()}
        told = frozenset(each for each in inner.items() if each[1] != EMPTY)
        return ("object", told) if told else EMPTY
    if isinstance(value, list | tuple):
        items = [plain(each, facts.of_item()) for each in value]
        if any(isinstance(each, Mapping) for each in value):
            return ("list", tuple(items))
        return ("set", frozenset(Counter(items).items()))
    return _scalar(value, facts)


def _from_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _scalar(value: Any, facts: Facts) -> Hashable:
    if facts.enum:
        return ("text", _folded(_text(value), facts.enum))
    if isinstance(value, str):
        return _carried(value, facts)
    if facts.types == {"string"} and not facts.carries:
        return ("text", _text(value))
    if isinstance(value, bool):
        return ("boolean", value)
    is_number = isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))
    # As text, because NaN is not equal to itself.
    return ("number", value) if is_number else ("text", _text(value))


def _carried(text: str, facts: Facts) -> Hashable:
    carried = facts.types | {facts.carries}
    if "boolean" in carried and text.lower() in ("true", "false"):
        return ("boolean", text.lower() == "true")
    if not carried.isdisjoint(("integer", "number")) and _NUMBER.fullmatch(text):
        return ("number", float(text) if "." in text else int(text))
    moment = _moment(text) if facts.format in ("date", "date-time") else None
    return ("text", text) if moment is None else ("moment", moment)


def _moment(text: str) -> datetime.timedelta | None:
    """How far an instant is from 1970; a date is its midnight, and what has no offset is in UTC."""
    try:
        read = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    # A difference, because the first and the last days of the calendar have no UTC time.
    return (read if read.tzinfo else read.replace(tzinfo=datetime.UTC)) - _EPOCH


def _text(value: Any) -> str:
    """The text of a value as JSON writes it; a whole number never has a decimal point."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _folded(text: str, enum: tuple[Any, ...]) -> str:
    """A listed value without what the vendors' answers change in it: ``SshTunnel`` comes back as ``SSH_TUNNEL``."""
    listed = {_text(each) for each in enum}
    for fold in (_without_case_and_joints, str.casefold):
        if len({fold(each) for each in listed}) == len(listed):
            return fold(text)
    return text


def _without_case_and_joints(text: str) -> str:
    return text.casefold().replace("_", "")
