"""Validates payloads with the validators of their connectors. Needs the standard library only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Literal

from .anchors import reference_of
from .misspelt import without_echoes
from .nearest import limited_hints
from .nesting import nesting_problem
from .problems import Problem, is_reported
from .registry import Entry, find, stated
from .request_checker import checker_of
from .requests import (
    CREATE_ONLY,
    IGNORED,
    is_request,
    places_of,
    request_problems,
    shape_of,
    take_apart,
    validator_of,
)
from .shapes import Parts
from .warning_codes import is_ignored, refuse_other_codes

Unknown = Literal["error", "warn", "allow"]
Action = Literal["create", "update", "draft"]


def validate(
    vendor: str,
    type: str,
    payload: Any,
    *,
    unknown: Unknown = "error",
    action: Action = "create",
    warnings: bool = False,
    ignore: Collection[str] = (),
) -> list[Problem]:
    """Return the problems of a payload. It is accepted if none has the level ``error``.

    Args:
        vendor: The vendor's name in the catalog.
        type: The id that the vendor's API takes.
        payload: A whole request, or the connector's properties alone.
        unknown: How to treat names that the catalog does not know: as problems, as warnings, or not at all.
        action: Whether the request creates, updates, or is a draft that is completed later. An update or a draft may
            leave out what is required; everything given is checked.
        warnings: Whether to return all warnings and notes too, and not only those that ``unknown`` asks for.
        ignore: Codes of warnings and notes that are not returned, such as ``placeholder``.

    Raises:
        UnknownConnectorError: The catalog does not have this connector.
        ValueError: ``unknown`` or ``action`` has another value, or ``ignore`` has a code that is not one of a warning.
    """
    if unknown not in ("error", "warn", "allow"):
        raise ValueError("unknown must be 'error', 'warn' or 'allow'")
    if action not in ("create", "update", "draft"):
        raise ValueError("action must be 'create', 'update' or 'draft'")
    refuse_other_codes(ignore)
    entry = find(vendor, type)
    if action == "create" and checker_of(entry).accepts(payload, unknown, warnings=warnings):
        return []
    found = all_problems(entry, payload, unknown=unknown, action=action)
    reported = (problem for problem in found if is_reported(problem, warnings=warnings))
    return [problem for problem in reported if not is_ignored(problem, ignore)]


def all_problems(entry: Entry, payload: Any, *, unknown: Unknown, action: Action) -> list[Problem]:
    """Return the problems of a payload of all levels, with every check made."""
    with limited_hints():
        return _all_problems(entry, payload, unknown, action)


def _all_problems(entry: Entry, payload: Any, unknown: Unknown, action: Action) -> list[Problem]:
    whole = is_request(entry, payload)
    too_deep = nesting_problem(payload) if isinstance(payload, dict) else None
    if too_deep is not None:
        found = [too_deep]
    elif whole:
        parts = take_apart(entry, payload)
        found = list(request_problems(entry, payload, parts, unknown=unknown, action=action))
        own = _own_problems(entry, parts.properties, unknown, action)
        found += [_moved(problem, entry, parts.places) for problem in own]
        found = without_echoes(_outside(_absent(entry, payload, parts), found))
        for part, properties in parts.repeated.items() if action == "update" else ():
            own = _own_problems(entry, properties, "allow", action)
            found += [_moved(problem, entry, dict.fromkeys(properties, part)) for problem in own]
    else:
        is_object = isinstance(payload, dict)
        given = {name: value for name, value in payload.items() if name not in IGNORED} if is_object else payload
        found = list(_own_problems(entry, given, unknown, action))
    return [problem._replace(reference=reference_of(entry, problem.path, payload, whole=whole)) for problem in found]


def _absent(entry: Entry, request: dict[str, Any], parts: Parts) -> set[str]:
    """Return the parts that a request does not have as it must; there is a problem of each of them itself."""
    shape = shape_of(entry)
    return {part for part in shape.parts if part not in parts.given and (part in request or part == shape.main_part)}


def _outside(absent: set[str], found: list[Problem]) -> list[Problem]:
    """Leave out the problems of properties that are missing because a whole part is absent."""
    missing = (each for each in found if each.code in ("required", "any-of"))
    echoes = {id(each) for each in missing if each.path.partition(".")[0] in absent and "." in each.path}
    echoes |= {id(each) for each in found if each.code == "any-of" and each.path in absent}
    return [each for each in found if id(each) not in echoes]


def _own_problems(entry: Entry, properties: Any, unknown: str, action: str) -> Iterator[Problem]:
    found: list[Problem] = validator_of(entry)(properties, unknown=unknown, warnings=True, partial=action != "create")
    yield from found
    if action == "update" and isinstance(properties, dict):
        for name in _create_only(entry).intersection(properties):
            yield Problem(name, "create-only", CREATE_ONLY)


@cache
def _create_only(entry: Entry) -> frozenset[str]:
    steps = stated(entry.vendor, entry.type)["steps"]
    id_ = shape_of(entry).id_in_main_part
    names = (each["name"] for step in steps for each in step["properties"] if each.get("createOnly"))
    return frozenset(name for name in names if name != id_)


def _moved(problem: Problem, entry: Entry, places: dict[str, str]) -> Problem:
    """Return the problem with its path from the top of the request."""
    name = re.split(r"[.\[]", problem.path, maxsplit=1)[0]
    part = places.get(name) or places_of(entry).get(name) or next(iter(places_of(entry).values()), "")
    path = f"{part}.{problem.path}" if problem.path else part
    return problem._replace(path=path)
