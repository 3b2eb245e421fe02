"""The conditions under which a property was required before a change. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import dropwhile
from typing import Any, NamedTuple

from ..paths import NOT_GIVEN
from ..stated_conditions import conditions_of
from .catalog_change import StoredChange
from .places import Place

_DEFAULTS = ("default", "defaultWhen")


class OldConditions(NamedTuple):
    """The conditions under which a property was required before a version that requires it more often.

    Attributes:
        stated: The conditions in the catalog; at least one.
        defaults: The fields about defaults that have changed since, by the name of the property that has them.
    """

    stated: list[Mapping[str, Any]]
    defaults: Mapping[str, Mapping[str, Any]]

    def hold(self, place: Place) -> bool:
        """Return whether all of them are known to hold in the object that lacks the property."""
        siblings = {each["property"]: self._before(each["property"], place) for each in self.stated}
        return all(each.holds(place.holder) for each in conditions_of(self.stated, siblings))

    def _before(self, name: str, place: Place) -> Mapping[str, Any]:
        if name not in place.siblings:
            return {}
        fields = {**place.siblings[name], **self.defaults.get(name, {})}
        return {field: each for field, each in fields.items() if each is not NOT_GIVEN}


def conditions_before(change: StoredChange, changes: Iterable[StoredChange]) -> OldConditions | None:
    """Return the conditions before a change; ``None`` if there were none, or if it is another kind of change.

    Args:
        change: The change.
        changes: The changes of the connector, the oldest first.
    """
    if change.public.rule != "became-required":
        return None
    later = dropwhile(lambda each: each.public.version != change.public.version, changes)
    since = [each for each in later if each.public.step == change.public.step]
    own = (each for each in since if each.public.path == change.public.path)
    stated = next((each.before for each in own if each.public.field == "requiredWhen"), NOT_GIVEN)
    if not isinstance(stated, list):
        return None
    above = change.public.path.rpartition(".")[0]
    defaults: dict[str, dict[str, Any]] = {}
    for each in since:
        holder, _, name = each.public.path.rpartition(".")
        if holder == above and each.public.field in _DEFAULTS:
            defaults.setdefault(name, {}).setdefault(each.public.field, each.before)
    return OldConditions(stated, defaults)
