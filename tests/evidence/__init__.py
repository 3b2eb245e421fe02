"""Real requests with the verdict that each must get. ``README.md`` beside this file describes the data."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
ACCEPTED, REFUSED = "accepted", "refused"
_REQUIRED = {"from", "vendor", "role", "type", "action", "verdict", "request"}
_OF_REFUSALS = {"reason", "problems"}


@dataclasses.dataclass(frozen=True)
class Evidence:
    """One request.

    Attributes:
        name: Where the request is stored: the file's name and the request's number in it.
        source: Where the request comes from.
        type: The id that the request names; empty where it names none.
        action: ``create``, ``draft`` or ``update``.
        verdict: ``accepted`` or ``refused``.
        reason: Why it is refused: a kind, a colon and a sentence; empty for a request that is accepted.
        problems: The codes of its errors, each once and sorted.
        pending: The cause in the issue that has to be removed before the verdict comes out; empty where it does now.
    """

    name: str
    source: str
    vendor: str
    role: str
    type: str
    action: str
    request: Any
    verdict: str
    reason: str = ""
    problems: tuple[str, ...] = ()
    pending: str = ""

    @property
    def kind(self) -> str:
        """The kind of the reason, such as ``placeholder``."""
        return self.reason.partition(":")[0]


def load(folder: Path = FOLDER) -> list[Evidence]:
    """Return the requests of all files.

    Raises:
        ValueError: An entry lacks a field, has one too many, or states no reason for a refusal.
    """
    found = []
    for path in sorted(folder.glob("*.json")):
        for number, entry in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            found.append(_evidence(f"{path.stem}-{number}", entry))
    return found


def _evidence(name: str, entry: dict[str, Any]) -> Evidence:
    expected = _REQUIRED | (_OF_REFUSALS if entry.get("verdict") == REFUSED else set())
    if entry.keys() - {"pending"} != expected or entry["verdict"] not in (ACCEPTED, REFUSED):
        raise ValueError(f"{name}: expected {sorted(expected)}, got {sorted(entry)}")
    if entry["verdict"] == REFUSED and not (": " in entry["reason"] and entry["problems"]):
        raise ValueError(f"{name}: expected a kind and a sentence as the reason, and the codes of the problems")
    fields = {field: value for field, value in entry.items() if field not in ("from", "type", "problems")}
    return Evidence(
        name=name, source=entry["from"], type=entry["type"] or "", problems=tuple(entry.get("problems", ())), **fields
    )


def refusals(found: Iterable[Evidence]) -> list[str]:
    """Return a line for each reason of a refusal, with how many requests are refused for it."""
    counts = Counter(each.reason for each in found if each.verdict == REFUSED)
    return [f"{count} × {reason}" for reason, count in sorted(counts.items())]
