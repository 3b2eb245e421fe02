"""Validates payloads with the validators of their connectors. Needs the standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Literal

from .problems import Problem
from .registry import ENVELOPES, Entry, describe, find
from .requests import IGNORED, is_request, places_of, request_problems, take_apart

Unknown = Literal["error", "warn", "allow"]
Action = Literal["create", "update"]

_INDEX = re.compile(r"\[\d+\]")
_MISSING = ("required", "any-of")


def validate(
    vendor: str, type: str, payload: Any, *, unknown: Unknown = "error", action: Action = "create"
) -> list[Problem]:
    """The problems of a payload; an empty list where it is valid.

    Args:
        vendor: ``fivetran`` or ``stitch``.
        type: The id that the vendor's API takes.
        payload: A whole request, or the connector's properties alone.
        unknown: What to do with names that the catalog does not know.
        action: What the request does: one that changes a connection need not hold what is required.

    Raises:
        UnknownConnectorError: The catalog has no such connector.
        ValueError: ``unknown`` or ``action`` is something else.
    """
    if unknown not in ("error", "warn", "allow"):
        raise ValueError("unknown must be 'error', 'warn' or 'allow'")
    if action not in ("create", "update"):
        raise ValueError("action must be 'create' or 'update'")
    entry = find(vendor, type)
    whole = is_request(entry, payload)
    if whole:
        found = list(request_problems(entry, payload, unknown=unknown, action=action))
        parts = take_apart(entry, payload)
        own = _own_problems(entry, parts.properties, unknown, action)
        found += [_moved(problem, entry, parts.places) for problem in own]
    else:
        given = payload
        if isinstance(payload, dict) and not IGNORED.isdisjoint(payload):
            given = {name: value for name, value in payload.items() if name not in IGNORED}
        found = list(_own_problems(entry, given, unknown, action))
    return [problem._replace(reference=_reference(entry, problem.path, whole)) for problem in found]


@cache
def validator_of(entry: Entry) -> Any:
    """The ``validate`` of the connector's own module."""
    return import_module(f"{__package__}.validators.{entry.vendor}.{entry.module}").validate


def _own_problems(entry: Entry, properties: Any, unknown: str, action: str) -> Iterator[Problem]:
    for problem in validator_of(entry)(properties, unknown=unknown):
        if action == "create" or problem.code not in _MISSING:
            yield Problem(*problem)
    if action == "update" and isinstance(properties, dict):
        for name in _create_only(entry).intersection(properties):
            yield Problem(name, "create-only", "it cannot be changed later; leave it out")


@cache
def _create_only(entry: Entry) -> frozenset[str]:
    steps = describe(entry.vendor, entry.type)["steps"]
    return frozenset(each["name"] for step in steps for each in step["properties"] if each.get("createOnly"))


def _moved(problem: Problem, entry: Entry, places: dict[str, str]) -> Problem:
    """The problem with its path from the top of the request."""
    name = re.split(r"[.\[]", problem.path, maxsplit=1)[0]
    part = places.get(name) or places_of(entry).get(name) or next(iter(places_of(entry).values()), "")
    path = f"{part}.{problem.path}" if problem.path else part
    return problem._replace(path=path)


def _reference(entry: Entry, path: str, whole: bool) -> str:
    """The page of the reference, and on it the nearest place above the path that has an anchor.

    The page tells of the connector's own properties: what stands beside them in a whole request has no place on it.
    """
    page = f"{entry.key}.md"
    names = _INDEX.sub("", path).split(".")
    if whole:
        names = names[1:] if names[0] in ENVELOPES[entry.vendor].parts else []
    anchors = _anchors(entry)
    while names:
        anchor = anchors.get(".".join(names))
        if anchor is not None:
            return f"{page}#{anchor}"
        names = names[:-1]
    return page


@cache
def _anchors(entry: Entry) -> dict[str, str]:
    found: dict[str, str] = {}

    def enter(step: str, properties: list[dict[str, Any]], above: str) -> None:
        for each in properties:
            path = above + each["name"]
            found.setdefault(path, re.sub(r"[^A-Za-z0-9._-]", "-", f"{step}-{path}"))
            inner = each.get("properties") or each.get("items", {}).get("properties") or []
            enter(step, inner, f"{path}.")

    for step in describe(entry.vendor, entry.type)["steps"]:
        enter(step["name"], step["properties"], "")
    return found
