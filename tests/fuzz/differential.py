"""Drawn payloads, valid, broken and hostile: schema (read by two libraries), model and validator say the same."""

from __future__ import annotations

import copy
import functools
import json
import random
from collections.abc import Callable
from typing import Any

from tests.bench.payloads import Drawer
from tests.bench.verdicts import Places, Readers
from tests.cases.verdicts import committed
from tests.fuzz.bad_content import nested
from tests.fuzz.report import Report

_OF_ONE = 25
"""How many payloads are drawn for one connector."""

_HOSTILE: tuple[Callable[[], Any], ...] = (
    lambda: 10**30,
    lambda: -(10**400),
    lambda: 2**63,
    lambda: 1e308,
    lambda: -0.0,
    lambda: 1.0,
    lambda: float("nan"),
    lambda: float("inf"),
    lambda: "\ud800",
    lambda: "\x00",
    lambda: "",
    lambda: "x" * 100_000,
    lambda: "\U0001f600",
    lambda: "e\u0301",
    lambda: "1",
    lambda: "true",
    lambda: "2026-02-29T24:00:00Z",
    lambda: "2026-01-01t00:00:00z",
    lambda: "2026-01-01T00:00:00+25:00",
    lambda: "2026-01-01T23:59:60Z",
    lambda: "\u0661\u0662",
    lambda: "2026-01-01\n",
    lambda: "1\n",
    lambda: None,
    lambda: True,
    lambda: 0,
    list,
    dict,
    lambda: [[]],
    lambda: [None],
    lambda: {"": None},
    lambda: {"$ref": "#"},
    lambda: [True, 1, 1.0, "1"],
    lambda: nested(60),
)
_NAMES = ("", "__class__", "__proto__", "\ud800", "self", "model_config", "a\nb", "x" * 10_000, "_type", "1", "\u0130")


def run(seed: int, count: int) -> Report:
    """Draw so many payloads."""
    chance = random.Random(seed)
    keys = sorted(committed())
    failures: list[str] = []
    for number in range(count):
        if number % _OF_ONE == 0:
            connector = committed()[chance.choice(keys)]
            drawer = Drawer(connector, chance)
        payload = _drawn(drawer, chance)
        if fault := disagreement(connector.key, payload):
            failures.append(f"{number} {connector.key}: {fault}: {_shown(payload)}")
    return Report(count, tuple(failures))


def _drawn(drawer: Drawer, chance: random.Random) -> dict[str, Any]:
    """Return a valid payload, one with a fault, or one with a hostile value or name."""
    kind = chance.randrange(4)
    if kind == 0:
        return drawer.valid().payload
    payload = copy.deepcopy((drawer.valid() if kind == 2 else drawer.broken()).payload)
    if kind == 1:
        return payload
    holders = [payload, *(each for each in payload.values() if isinstance(each, dict))]
    holder = chance.choice(holders)
    if holder and chance.random() < 0.8:
        holder[chance.choice(sorted(holder))] = chance.choice(_HOSTILE)()
    else:
        holder[chance.choice(_NAMES)] = chance.choice(_HOSTILE)()
    return payload


@functools.lru_cache(maxsize=64)
def _readers(key: str) -> Readers:
    return Readers.of(committed()[key])


def disagreement(key: str, payload: dict[str, Any]) -> str:
    """Return how the readers of a connector differ about a payload; empty where they agree."""
    return difference(_readers(key), payload)


def difference(readers: Readers, payload: dict[str, Any]) -> str:
    """Return how readers differ about a payload; empty where they agree."""
    answers: dict[str, Any] = {}
    asked = {"model": readers._by_model, "validator": readers._by_validator}
    values = _values(payload)
    if not any(isinstance(each, str) and each.endswith("\n") for each in values):
        # Its `$` matches before a last line break too, which JSON Schema's does not.
        asked["jsonschema"] = readers._by_jsonschema
    if is_json(payload):
        # It reads JSON alone.
        asked["jsonschema-rs"] = readers._by_jsonschema_rs
    for name, ask in asked.items():
        try:
            answers[name] = ask(payload)
        except Exception as fault:
            answers[name] = f"{type(fault).__name__}: {str(fault)[:100]}"
    crashed = [each for each in answers.values() if isinstance(each, str)]
    others = [found for name, found in answers.items() if name != "model"]
    if not crashed and _agree(answers["model"], others, payload):
        return ""
    return str({name: each if isinstance(each, str) else sorted(each)[:3] for name, each in answers.items()})


def _agree(model: Places, others: list[Places], payload: dict[str, Any]) -> bool:
    """Whether verdict and first path are the same.

    A model looks at its rules where its fields are right: its first path is one of those that the others have.
    """
    firsts = {min(each, default=None) for each in others}
    if len(firsts) > 1:
        return False
    if not _is_text(payload):
        # An open object takes every name; a model refuses one that no JSON text can hold.
        return bool(model) or not others[0]
    return bool(model) is bool(others[0]) and (not model or all(min(model) in each for each in others))


def is_json(payload: Any) -> bool:
    """Whether a value is one that JSON can carry and that readers of other languages hold exactly."""
    try:
        json.dumps(payload, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return False
    return not any(isinstance(each, int) and abs(each) >= 2**63 for each in _values(payload))


def _is_text(payload: Any) -> bool:
    try:
        json.dumps(payload, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _values(value: Any) -> list[Any]:
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [value, *(each for one in inner for each in _values(one))]


def _shown(payload: dict[str, Any]) -> str:
    return ascii(payload)[:300]
