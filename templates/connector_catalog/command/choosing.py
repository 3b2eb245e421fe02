"""Finds the connector of a parsed payload, whatever it is, and validates the payload."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..entry import Entry
from ..nesting import TOO_DEEP, is_too_deep
from ..problems import Problem
from ..registry import envelope
from ..request_naming import connector_with, named_in, not_recognised, recognised
from ..validation import all_problems, validate
from ..warning_codes import is_ignored
from .finding import Settings


def problems_of(payload: Any, settings: Settings, *, is_doubted: bool = False) -> list[Problem]:
    """Return the problems of a payload, of all levels.

    One that is doubted is known not to be accepted at once, which takes as long to find out as all problems do.
    """
    if settings.since:
        return _of_upgrade(payload, settings)
    entry = choose(payload, settings)
    if isinstance(entry, Problem):
        return [_of_unnamed(payload, entry)]
    if is_doubted:
        problems = all_problems(entry, payload, unknown=settings.unknown, action=settings.action)
        return [each for each in problems if not is_ignored(each, settings.ignore)]
    return validate(
        entry.vendor,
        entry.type,
        payload,
        unknown=settings.unknown,
        action=settings.action,
        warnings=True,
        ignore=settings.ignore,
    )


def _of_upgrade(payload: Any, settings: Settings) -> list[Problem]:
    """Return the effects on a payload of the changes since a version."""
    # Imported here: other commands do without.
    from ..upgrades.checking import removal_of, upgrade_problems  # noqa: PLC0415

    removed = removal_of(payload, settings.since, settings.vendor, settings.type)
    if removed is not None:
        return [removed]
    entry = choose(payload, settings)
    if isinstance(entry, Problem):
        return [_of_unnamed(payload, entry)]
    return upgrade_problems(entry, payload, settings.since, settings.action)


def _of_unnamed(payload: Any, problem: Problem) -> Problem:
    """Return the problem of a payload without a connector: that of its nesting if it is nested too deeply."""
    return Problem("", "too-deep", TOO_DEEP) if is_too_deep(payload) else problem


def choose(payload: Any, settings: Settings) -> Entry | Problem:
    """Return the connector that the settings name, else the one that the payload names, or the problem."""
    if settings.vendor is not None and settings.type is not None:
        return connector_with(settings.vendor, settings.type, "")
    if not isinstance(payload, dict):
        return Problem("", "type", "expected an object")
    entry = named_in(payload, settings.vendor)
    if isinstance(entry, Entry):
        return entry
    if settings.found and not _resembles(payload, entry, settings.vendor):
        entry = not_recognised(payload)
    if entry.code == "no-connector" and not entry.hint:
        return entry._replace(hint="or use --vendor and --type" if settings.vendor is None else "or use --type")
    return entry


def _resembles(payload: Mapping[str, Any], unknown: Problem, vendor: str | None) -> bool:
    """Return whether an object with an unknown id is a request: the id is similar to one, or it has other fields."""
    match = recognised(payload, vendor)
    if match is None or unknown.hint:
        return match is not None
    profile, shape = match
    fields = {path.partition(".")[0] for path in (*shape.recognised_by, shape.id_field)}
    others = {*shape.names, *(name for role in profile.requests for name in envelope(profile.name, role))} - fields
    return not others.isdisjoint(payload)
