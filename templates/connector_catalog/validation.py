"""Validates payloads with the validators of their connectors. Needs the standard library only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Literal

from .anchors import reference_of
from .entry import Entry
from .misspelt import merge_misspelt
from .nearest import limited_hints
from .nesting import nesting_problem
from .problems import Problem, is_reported
from .registry import definition_of, find
from .request_checker import checker_of
from .requests import (
    CREATE_ONLY,
    IGNORED,
    is_request,
    places_of,
    problems_beside,
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
    problems = all_problems(entry, payload, unknown=unknown, action=action)
    reported = (problem for problem in problems if is_reported(problem, warnings=warnings))
    return [problem for problem in reported if not is_ignored(problem, ignore)]


def all_problems(entry: Entry, payload: Any, *, unknown: Unknown, action: Action) -> list[Problem]:
    """Return the problems of a payload of all levels, with every check made."""
    with limited_hints():
        return _all_problems(entry, payload, unknown, action)


def _all_problems(entry: Entry, payload: Any, unknown: Unknown, action: Action) -> list[Problem]:
    whole = is_request(entry, payload)
    too_deep = nesting_problem(payload) if isinstance(payload, dict) else None
    if too_deep is not None:
        problems = [too_deep]
    elif whole:
        problems = _request_problems(entry, payload, unknown, action)
    else:
        is_object = isinstance(payload, dict)
        properties = {name: value for name, value in payload.items() if name not in IGNORED} if is_object else payload
        problems = list(_property_problems(entry, properties, unknown, action))
    return [problem._replace(reference=reference_of(entry, problem.path, payload, whole=whole)) for problem in problems]


def _request_problems(entry: Entry, request: dict[str, Any], unknown: Unknown, action: Action) -> list[Problem]:
    parts = take_apart(entry, request)
    problems = list(problems_beside(entry, request, parts, unknown=unknown, action=action))
    inside = _property_problems(entry, parts.properties, unknown, action)
    problems += [_in_request(problem, entry, parts.places) for problem in inside]
    problems = merge_misspelt(_without_missing_in(_absent_parts(entry, request, parts), problems))
    for part, properties in parts.repeated.items() if action == "update" else ():
        inside = _property_problems(entry, properties, "allow", action)
        problems += [_in_request(problem, entry, dict.fromkeys(properties, part)) for problem in inside]
    return problems


def _absent_parts(entry: Entry, request: dict[str, Any], parts: Parts) -> set[str]:
    """Return the parts that a request must have and lacks, or that are no objects; each has a problem of its own."""
    shape = shape_of(entry)
    absent = {part for part in shape.parts if part not in parts.given and (part in request or part == shape.main_part)}
    return absent | {name for name, value in request.items() if name == shape.id_holder and not isinstance(value, dict)}


def _without_missing_in(absent: set[str], problems: list[Problem]) -> list[Problem]:
    """Leave out the problems of properties that are missing because a whole part is absent."""
    missing = (each for each in problems if each.code in ("required", "any-of"))
    redundant = {id(each) for each in missing if each.path.partition(".")[0] in absent and "." in each.path}
    redundant |= {id(each) for each in problems if each.code == "any-of" and each.path in absent}
    return [each for each in problems if id(each) not in redundant]


def _property_problems(entry: Entry, properties: Any, unknown: str, action: str) -> Iterator[Problem]:
    """Yield the problems of a connector's properties, by path in them."""
    validate_properties = validator_of(entry)
    yield from validate_properties(properties, unknown=unknown, warnings=True, partial=action != "create")
    if action == "update" and isinstance(properties, dict):
        create_only = _create_only(entry)
        yield from (Problem(name, "create-only", CREATE_ONLY) for name in properties if name in create_only)


@cache
def _create_only(entry: Entry) -> frozenset[str]:
    steps = definition_of(entry.vendor, entry.type)["steps"]
    id_ = shape_of(entry).id_in_main_part
    names = (each["name"] for step in steps for each in step["properties"] if each.get("createOnly"))
    return frozenset(name for name in names if name != id_)


def _in_request(problem: Problem, entry: Entry, places: dict[str, str]) -> Problem:
    """Return the problem of a property with its path in the request."""
    name = re.split(r"[.\[]", problem.path, maxsplit=1)[0]
    part = places.get(name) or places_of(entry).get(name) or next(iter(places_of(entry).values()), "")
    path = f"{part}.{problem.path}" if problem.path else part
    return problem._replace(path=path)
