"""The changes that :mod:`tests.fuzz.specification_mutations` makes to one place of an OpenAPI file."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Place = tuple[Any, Any]
"""An object or a list, and a key or an index in it."""

_VALUES = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    "",
    "x",
    "string",
    [],
    ["x"],
    [1],
    {},
    {"a": 1},
    {"type": "string"},
    float("nan"),
)
_KEYWORDS: Mapping[str, tuple[Any, ...]] = {
    **dict.fromkeys(("allOf", "oneOf", "anyOf"), ([{"properties": {"auth": {"properties": {"added": {}}}}}], [{}], 5)),
    **dict.fromkeys(("not", "if", "then", "else", "additionalProperties"), ({"properties": {"added": {}}}, True)),
    "patternProperties": ({"^x": {"type": "string"}},),
    "items": ({"type": "string"}, {"properties": {"added": {"type": "string"}}}, [{}]),
    "properties": ({"added": {"type": "integer"}}, {"config": {"properties": {"added": {}}}}),
    "required": (["added"], True),
    "const": ("x", 1),
    "nullable": (True, "yes"),
    "examples": (["x", "y"],),
    "exclusiveMinimum": (True, 5),
    **dict.fromkeys(
        ("minLength", "minItems", "uniqueItems", "multipleOf", "title", "x-added", "$defs", "prefixItems"), (1,)
    ),
    "deprecated": (True, "yes"),
    "format": ("password", "date", "odd", ["date"]),
    "enum": (["A", "B"], "A"),
    "default": ("A", 5, {"a": 1}),
    "type": ("integer", ["string", "null"], "array", 5, "text"),
    "$ref": ("#/components/schemas/Missing", "other.json", 3),
}


def places(value: Any) -> Iterator[Place]:
    """Yield each place of a JSON value."""
    ahead = [value]
    while ahead:
        holder = ahead.pop()
        found = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        yield from ((holder, key) for key in found)
        ahead += [holder[key] for key in found if isinstance(holder[key], dict | list)]


def _delete(place: Place, data: Any, rng: random.Random) -> None:
    del place[0][place[1]]


def _garble(place: Place, data: Any, rng: random.Random) -> None:
    holder, key = place
    value = holder[key]
    if isinstance(value, str) and rng.random() < 0.5:
        cut = rng.randrange(len(value) + 1)
        holder[key] = rng.choice([value[:cut], value + "x", value.upper(), value[:cut] + "\n" + value[cut:]])
    else:
        holder[key] = copy.deepcopy(rng.choice(_VALUES))


def _rename(place: Place, data: Any, rng: random.Random) -> None:
    holder, key = place
    if isinstance(holder, dict):
        new = rng.choice([f"{key}x", str(key).upper(), str(key)[:-1], rng.choice([*_KEYWORDS])])
        items = [(new if name == key else name, value) for name, value in holder.items()]
        holder.clear()
        holder.update(items)


def _duplicate(place: Place, data: Any, rng: random.Random) -> None:
    holder, key = place
    if isinstance(holder, dict):
        holder[f"{key}_again"] = copy.deepcopy(holder[key])
    else:
        holder.append(copy.deepcopy(holder[key]))


def _move(place: Place, data: Any, rng: random.Random) -> None:
    holder, key = place
    targets = [each for each, _ in places(data) if isinstance(each, dict)]
    value = copy.deepcopy(holder[key])
    del holder[key]
    rng.choice(targets)[str(key)] = value


def _wrap(place: Place, data: Any, rng: random.Random) -> None:
    holder, key = place
    if isinstance(holder[key], dict):
        word = rng.choice(["allOf", "oneOf", "anyOf", "not", "items", "if"])
        holder[key] = {word: [holder[key]] if word.endswith("Of") else holder[key]}


def _add(place: Place, data: Any, rng: random.Random) -> None:
    holder, key = place
    target = holder[key] if isinstance(holder[key], dict) else holder
    if isinstance(target, dict):
        word = rng.choice([*_KEYWORDS])
        target[word] = copy.deepcopy(rng.choice(_KEYWORDS[word]))


MUTATORS: Mapping[str, Callable[[Place, Any, random.Random], None]] = {
    "delete": _delete,
    "garble": _garble,
    "rename": _rename,
    "duplicate": _duplicate,
    "move": _move,
    "wrap": _wrap,
    "add": _add,
}
