"""Draws whole requests for a connector: valid ones, and ones with one thing wrong, most often in the envelope."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Sequence
from typing import Any

from generator.catalog.connector import Connector
from generator.catalog.property import Property
from tests.bench.beyond_limits import beyond
from tests.bench.payloads import Drawer, Drawn
from tests.vendors import VENDORS, shape

Object = dict[str, Any]

_WRONG_TYPES: tuple[Any, ...] = (None, 7, 1.5, True, "x", "", [], ["x"], {}, {"x": "y"}, "25:99", "True", "0", -1)
_OTHER_IDS: tuple[Any, ...] = ("no_such_connector", "", None, 7, ["x"], {"x": 1}, True)


class RequestDrawer:
    """Draws requests of one connector.

    Args:
        connector: The connector.
        envelope: What its requests have beside its properties; empty where the vendor's documents do not say.
        action: ``create`` or ``update``.
        chance: The source of randomness; the same seed gives the same requests.
    """

    def __init__(self, connector: Connector, envelope: Sequence[Property], action: str, chance: random.Random) -> None:
        self._connector = connector
        self._shape = VENDORS[connector.vendor].requests[connector.role]
        self._made = shape(connector)
        self._properties = Drawer(connector, chance)
        self._chance = chance
        self._action = action
        taken = {*self._shape.parts, self._shape.id_field, *self._shape.alternative_ids}
        stated = [each for each in envelope if each.name not in taken]
        self._settable = [each for each in stated if self._is_settable(each)]
        self._fixed = [each for each in stated if not self._is_settable(each)]

    def _is_settable(self, found: Property) -> bool:
        if found.read_only or found.requirement == "readOnly":
            return False
        return not (found.create_only if self._action == "update" else found.update_only)

    def valid(self) -> Object:
        """Return a request without a fault."""
        request: Object = self._request(self._properties.valid().payload)
        if self._action == "create":
            return request
        # Nothing has to be in an update.
        created = {each.name for step in self._connector.steps for each in step.properties if each.create_only}
        for part in self._shape.parts:
            inner = request.get(part, {})
            for name in [each for each in inner if each in created or self._chance.random() < 0.3]:
                if f"{part}.{name}" != self._shape.id_field:
                    del inner[name]
        return request

    def drawn(self) -> Drawn:
        """Return a request with one fault; it may be one that is allowed all the same."""
        faults: dict[str, Callable[[Object], None]] = {
            "drop": self._drop,
            "misspelt": self._misspell,
            "type": self._retype,
            "limit": self._exceed,
            "fixed": self._fix,
            "moved": self._move,
            "repeated": self._repeat,
            "part": self._break_part,
            "id": self._break_id,
            "schema": lambda request: request.update({"$schema": self._chance.choice(_WRONG_TYPES)}),
            "alternative": self._name_otherwise,
        }
        fault = self._chance.choice([*faults, "own"])
        if fault == "own":
            return Drawn(self._request(self._properties.broken().payload), fault)
        request = copy.deepcopy(self.valid())
        faults[fault](request)
        return Drawn(request, fault)

    def _request(self, properties: Object) -> Object:
        beside = self._properties.object_of(self._settable)
        request: Object = {**self._made.assemble(properties), **beside}
        if self._action == "update":
            self._without_id(request)
        return request

    def _without_id(self, request: Object) -> None:
        *above, name = self._shape.id_field.split(".")
        holder: Any = request
        for each in above:
            holder = holder.get(each) if isinstance(holder.get(each), dict) else {}
        holder.pop(name, None)

    def _drop(self, request: Object) -> None:
        del request[self._chance.choice(list(request))]

    def _misspell(self, request: Object) -> None:
        name = self._chance.choice([*request, *(each.name for each in self._settable)])
        request[self._chance.choice([f"{name}s", name.upper() + "_", name[:-1] + "_", "a.b", "", "x[0]"])] = (
            request.pop(name, "x")
        )

    def _retype(self, request: Object) -> None:
        if not self._settable:
            return
        found = self._chance.choice(self._settable)
        value = self._chance.choice(_WRONG_TYPES)
        inner = request.get(found.name)
        if isinstance(inner, dict) and self._chance.random() < 0.5:
            name = self._chance.choice([*(each.name for each in found.children), "no_such_name"])
            inner[name] = value
        else:
            request[found.name] = value

    def _exceed(self, request: Object) -> None:
        limited = [(each.name, value) for each in self._settable for value in beyond(each)]
        for name, value in [self._chance.choice(limited)] if limited else []:
            request[name] = value

    def _fix(self, request: Object) -> None:
        if self._fixed:
            request |= self._properties.object_of([self._chance.choice(self._fixed)])
            request.setdefault(self._chance.choice(self._fixed).name, "x")

    def _move(self, request: Object) -> None:
        """Put a property into another part, or beside the parts; or something of the envelope into a part."""
        parts = [part for part in self._shape.parts if isinstance(request.get(part), dict)]
        source = self._chance.choice([request, *(request[part] for part in parts)])
        target = self._chance.choice([*self._shape.parts, ""])
        holder = request.setdefault(target, {}) if target else request
        names = [name for name in source if name not in self._shape.parts]
        if names and isinstance(holder, dict) and holder is not source:
            name = self._chance.choice(names)
            holder[name] = source.pop(name)

    def _repeat(self, request: Object) -> None:
        parts = [part for part in self._shape.parts if request.get(part)]
        target = self._chance.choice(list(self._shape.parts))
        if parts and isinstance(request.setdefault(target, {}), dict):
            own = request[self._chance.choice(parts)]
            name = self._chance.choice(list(own))
            request[target].setdefault(name, own[name])

    def _break_part(self, request: Object) -> None:
        request[self._chance.choice(list(self._shape.parts))] = self._chance.choice(_WRONG_TYPES)

    def _break_id(self, request: Object) -> None:
        *above, name = self._shape.id_field.split(".")
        holder = request
        for each in above:
            holder = holder.setdefault(each, {}) if isinstance(holder.get(each, {}), dict) else {}
        holder[name] = self._chance.choice([*_OTHER_IDS, self._shape.id_in_request(self._connector.type)])

    def _name_otherwise(self, request: Object) -> None:
        for name in self._shape.alternative_ids:
            request[name] = self._chance.choice(("ca081b9c-28ea-41c6-bd7d-6ccd2b3c9a11", 7, "x"))
            if self._chance.random() < 0.7:
                self._without_id(request)
