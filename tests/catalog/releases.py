"""Makes releases for tests."""

from __future__ import annotations

from typing import Any

from generator.catalog.release import Release, ReleasedChange


def change(type_: str, rule: str = "property-added", **more: Any) -> ReleasedChange:
    """Returns a change of a connector; a safe addition of a property unless it says otherwise."""
    stated = {"subject": "property", "kind": "added", "step": "form", "path": "a", "after": "a"}
    severities = {"writers": "safe", "readers": "safe"}
    return ReleasedChange.model_validate({"key": f"acme/source/{type_}", "rule": rule} | stated | severities | more)


def release(version: str, previous: str, *changes: ReleasedChange, **more: Any) -> Release:
    """Returns a release that has a date unless it says otherwise."""
    stated = {"documents": {"acme/page": "2026-05"}, "connectors": (1, 2), "wording": 0, "date": "2026-08-31"}
    return Release.model_validate({"version": version, "previous": previous, "changes": changes} | stated | more)
