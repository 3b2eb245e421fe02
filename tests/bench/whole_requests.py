"""Whether the bundle, the model and the validator agree on whole requests, most of which have one thing wrong."""

from __future__ import annotations

import functools
import itertools
import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pydantic
from connector_catalog import find, get_model, validate
from connector_catalog.constraints import is_same
from connector_catalog.paths import NOT_GIVEN
from connector_catalog.requests import is_request, shape_of

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.catalog.property import Property
from generator.diagnostics import Diagnostics
from generator.paths import CATALOG, PACKAGE, PROJECT
from tests.bench.drawn_requests import RequestDrawer
from tests.bench.figure import Figure

REQUESTS = 50_000
ACTIONS = ("create", "update")


class RequestReaders:
    """The bundle, the model and the validator of one connector's requests."""

    def __init__(self, connector: Connector, action: str) -> None:
        self._entry = find(connector.vendor, connector.type)
        self._action: Any = action
        self._model: Any = get_model(connector.vendor, connector.type, action=action)  # type: ignore[call-overload]
        self._bundle = _bundle_of(connector, action)

    def verdicts(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return whether the bundle accepts a request, and the codes and paths of the others' errors.

        Where nothing says that it is a whole request of this connector, the bundle is not asked.
        """
        found = {"model": self._by_model(request), "validator": self._by_validator(request)}
        return found | ({"bundle": self._bundle.is_valid(request)} if self._is_named(request) else {})

    def _is_named(self, request: dict[str, Any]) -> bool:
        shape = shape_of(self._entry)
        is_told = self._action == "update" or not shape.has_alternative_id(request)
        return is_request(self._entry, request) and (is_told or shape.id_of(request) is not NOT_GIVEN)

    def sends(self, request: dict[str, Any]) -> bool:
        """Return whether the model of a request gives the same one again, with a main part where it had none."""
        expected = {name: value for name, value in request.items() if name != "$schema"}
        sent = self._model.from_payload(request).to_payload()
        return is_same(sent, expected) or is_same(sent, expected | {shape_of(self._entry).main_part: {}})

    def _by_model(self, request: dict[str, Any]) -> Counter[tuple[str, str]]:
        try:
            self._model.from_payload(request)
        except pydantic.ValidationError as fault:
            return Counter((_path(each["loc"]), each["type"]) for each in fault.errors())
        return Counter()

    def _by_validator(self, request: dict[str, Any]) -> Counter[tuple[str, str]]:
        found = validate(self._entry.vendor, self._entry.type, request, action=self._action)
        return Counter((each.path, each.code) for each in found if each.level == "error")


def agree(verdicts: dict[str, Any]) -> bool:
    """Return whether the three readers say the same: the model and the validator also where and what is wrong."""
    accepts = not verdicts["validator"]
    return verdicts["model"] == verdicts["validator"] and verdicts.get("bundle", accepts) is accepts


def disagreements(connector: Connector, action: str, count: int, kinds: Counter[str] | None = None) -> Iterator[str]:
    """Yield a line for each request on which the readers differ, or that comes back as another one."""
    chance = random.Random(f"{connector.key} {action}")
    drawer = RequestDrawer(connector, envelope(connector.vendor, connector.role), action, chance)
    readers = RequestReaders(connector, action)
    for number in range(count):
        request, fault = drawer.valid(), "valid"
        if number % 5:
            drawn = drawer.drawn()
            request, fault = drawn.payload, drawn.fault
        verdicts = readers.verdicts(request)
        if kinds is not None:
            kinds[f"{fault} {'refused' if verdicts['validator'] else 'accepted'}"] += 1
        if not agree(verdicts) or (fault == "valid" and verdicts["validator"]):
            yield f"{connector.key} {action} {fault}: {verdicts}"
        elif "bundle" in verdicts and not verdicts["validator"] and not readers.sends(request):
            yield f"{connector.key} {action} {fault}: comes back as another request"


def figures() -> Iterator[Figure]:
    """Count the whole requests of each vendor on which the readers disagree."""
    connectors = sorted(load_catalog(PROJECT, Diagnostics()).values(), key=lambda each: each.key)
    least = -(-REQUESTS // (len(connectors) * len(ACTIONS)))
    for vendor, own in itertools.groupby(connectors, key=lambda each: each.vendor):
        pairs = list(itertools.product(own, ACTIONS))
        found = [line for connector, action in pairs for line in disagreements(connector, action, least)]
        name = f"{vendor}: whole requests on which bundle, model and validator disagree"
        yield Figure(name, float(len(found)), "requests", 0, detail=f"of {least * len(pairs):,}")


@functools.cache
def envelope(vendor: str, role: str) -> tuple[Property, ...]:
    """Return what the requests of a role have beside the connectors' own properties."""
    path = PROJECT / CATALOG / "envelopes" / f"{vendor}.json"
    if not path.is_file():
        return ()
    stated = json.loads(path.read_text(encoding="utf-8"))["envelopes"].get(role, [])
    return tuple(map(Property.model_validate, stated))


@functools.cache
def _bundle(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PROJECT / PACKAGE / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def _bundle_of(connector: Connector, action: str) -> jsonschema_rs.Draft202012Validator:
    """Return the bundle as far as it concerns one connector; an update need not name its connector."""
    bundle, name = _bundle(connector.vendor if action == "create" else f"{connector.vendor}-update"), connector.role
    own = f"{connector.role}:{connector.type}"
    definitions = {each: bundle["$defs"][each] for each in (name, own)}
    if action == "update":
        return jsonschema_rs.Draft202012Validator(
            {"$defs": definitions, "$ref": f"#/$defs/{own}"}, validate_formats=True
        )
    choices = [each for each in bundle["allOf"] if each["then"]["$ref"] == f"#/$defs/{own}"]
    return jsonschema_rs.Draft202012Validator(bundle | {"$defs": definitions, "allOf": choices}, validate_formats=True)


def _path(place: tuple[int | str, ...]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")
