"""Finds the changes of the data that affect a payload. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..anchors import reference_of
from ..entry import Entry
from ..problems import Problem
from ..registry import UnknownConnectorError, find
from ..request_naming import named_in, recognised
from ..requests import is_request
from ..validation import Action, all_problems
from ..vendors import vendors
from ..wording import counted
from .affected import Affected
from .catalog_change import data_versions, stored_changes, versions_after
from .effects import OTHER_PROBLEMS
from .given import parts_of

_REMOVED = "connector-removed"


def check_upgrade(
    payload: Any, *, since: str, vendor: str | None = None, type: str | None = None, action: Action = "create"
) -> list[Problem]:
    """Return the effects of the changes since a version of the data on a payload, breaking ones first.

    A problem's code is the rule of the change. Its level is ``error`` where the catalog accepted the payload and now
    refuses it, and ``warning`` where it is still accepted and may mean something else. The note ``other-problems``
    counts errors that no change explains.

    Args:
        payload: A whole request; with a vendor and a type, the connector's properties alone too.
        since: The version of the data that the payload was written for.
        vendor: The vendor's name in the catalog; ``None`` where the payload names its connector.
        type: The id that the vendor's API takes; ``None`` where the payload names it.
        action: Whether the request creates, updates, or is a draft.

    Raises:
        UnknownVersionError: The package does not know the version.
        UnknownConnectorError: The catalog does not have the connector, and no change has removed it.
    """
    versions_after(since)
    removed = removal_of(payload, since, vendor, type)
    if removed is not None:
        return [removed]
    if vendor is not None and type is not None:
        return upgrade_problems(find(vendor, type), payload, since, action)
    connector = named_in(payload, vendor) if isinstance(payload, dict) else Problem("", "type", "expected an object")
    if isinstance(connector, Problem):
        raise UnknownConnectorError("unknown-connector", f"{connector.path}: {connector.message}".removeprefix(": "))
    return upgrade_problems(connector, payload, since, action)


def upgrade_problems(entry: Entry, payload: Any, since: str, action: Action) -> list[Problem]:
    """Return the effects of the changes since a version on a payload of a connector, breaking ones first."""
    problems = all_problems(entry, payload, unknown="error", action=action)
    too_deep = [each for each in problems if each.code == "too-deep"]
    if too_deep:
        return too_deep
    affected = Affected(problems)
    effects = [
        each for part in parts_of(entry, payload) for each in affected.by_changes(stored_changes(part.key, since), part)
    ]
    whole = is_request(entry, payload)
    distinct = {(each.path, each.code): each for each in reversed(effects)}.values()
    pages = [each._replace(reference=reference_of(entry, each.path, payload, whole=whole)) for each in distinct]
    return [*sorted(pages, key=lambda each: (each.level != "error", each.path)), *_others(affected, since)]


def _others(affected: Affected, since: str) -> Iterator[Problem]:
    count = len(affected.unexplained)
    if count:
        message = f"{counted(count, 'error')} of other causes than changes since data version {since}"
        yield Problem("", OTHER_PROBLEMS, message, "`connector-catalog validate` lists them", level="note")


def removal_of(payload: Any, since: str, vendor: str | None, type_: str | None) -> Problem | None:
    """Return a problem if the connector of a payload was removed since a version, else ``None``."""
    path = ""
    match = recognised(payload, vendor) if type_ is None and isinstance(payload, dict) else None
    if match is not None:
        vendor, path = match[0].name, match[1].id_field
    if vendor is None or vendor not in vendors():
        return None
    for role, shape in vendors()[vendor].requests.items():
        own = type_ if match is None else shape.id_of(payload) if shape.id_field == path else None
        for change in stored_changes(f"{vendor}/{role}/{own}", since)[-1:] if isinstance(own, str) else ():
            if change.public.rule == _REMOVED:
                version = change.public.version
                last = data_versions()[data_versions().index(version) - 1]
                message = f"the connector was removed in data version {version}"
                return Problem(path, _REMOVED, message, f"{last} is the last version that has it")
    return None
