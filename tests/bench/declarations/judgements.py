"""Whose error a difference is, the vendor's or a rule's, as somebody who read both decided: ``differences.json``."""

from __future__ import annotations

import json
from pathlib import Path

_PATH = Path(__file__).parent / "differences.json"


def judgements() -> dict[tuple[str, str], str]:
    """Return the words for each difference that somebody has judged, by kind and place."""
    judged = json.loads(_PATH.read_text(encoding="utf-8"))
    return {(each["kind"], each["place"]): f" ({each['fault']}: {each['reason']})" for each in judged}
