"""A canary for every connector: a token in each of its secrets, which must show itself in the payload alone."""

from __future__ import annotations

import functools
import importlib
import io
import itertools
import json
import logging
import random
import re
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pydantic
import pytest
from connector_catalog import find, get_model, validate

from generator.catalog.property import Property, Variant
from tests.cases.verdicts import committed
from tests.package.building import KEYS, Object, data, own_properties, request_of

TOKEN = "canary-s3cr3t-T0k3n"
# A list, an object, a number, a text: of each property, one of them is wrong.
SAMPLES: tuple[Any, ...] = ({"no": ["such"]}, [["no"]], 12345, "no such text")
IN_FULL = 20
SAMPLED = 4


def _canary(found: Property, value: Any) -> Any:
    """A value of a secret that is, or that holds, the token, and that its type takes."""
    if not found.types or "string" in found.types:
        return _text(found, value)
    if "array" in found.types:
        return [TOKEN]
    if "object" in found.types:
        return _planted(value, found.children) | ({} if found.children else {"key": TOKEN})
    return value


def _text(found: Property, value: Any) -> Any:
    """The token, in a text that the pattern of a property accepts; the value where it accepts none."""
    texts = (TOKEN, f"{value}{TOKEN}", f"{TOKEN}{value}")
    return next((each for each in texts if found.pattern is None or re.search(found.pattern, each)), value)


def _planted(value: Any, properties: Sequence[Property], variants: Sequence[Variant] = ()) -> Any:
    """A payload with the token in each of its secrets, at every level."""
    if isinstance(value, list):
        return [_planted(each, properties, variants) for each in value]
    if not isinstance(value, dict):
        return value
    meant = next((each.properties for each in variants if each.is_selected_by(value)), properties)
    by_name = {each.name: each for each in meant}
    return {
        name: inner
        if name not in by_name
        else _canary(by_name[name], inner)
        if by_name[name].secret
        else _planted(inner, by_name[name].children, by_name[name].all_variants)
        for name, inner in value.items()
    }


@functools.cache
def _properties(key: str) -> list[Property]:
    return own_properties(committed()[key])


@functools.cache
def _canaries() -> dict[str, Object]:
    """The full payloads in which there is a token, by the connectors' keys."""
    planted = {key: _planted(data()[key]["full"], _properties(key)) for key in KEYS}
    return {key: payload for key, payload in planted.items() if TOKEN in json.dumps(payload)}


def _chunk(number: int) -> list[str]:
    return list(_canaries())[number::8]


def _broken(key: str) -> Iterator[Object]:
    """The payload, wrong in one property each that holds no token; and with each secret where none is looked for."""
    payload = _canaries()[key]
    names = [name for name in payload if TOKEN not in json.dumps(payload[name])]
    if key not in _in_full():
        names = random.Random(key).sample(names, min(SAMPLED, len(names)))
    for name in names:
        for sample in SAMPLES if key in _in_full() else SAMPLES[:2]:
            yield payload | {name: sample}
    yield payload | {"no_such_property": 1, TOKEN[:6]: TOKEN}
    for name in payload:
        if TOKEN in json.dumps(payload[name]):
            yield payload | {name: [{"no": TOKEN}]}
            yield payload | {name: {"no": [TOKEN], TOKEN[:6]: {TOKEN[:7]: TOKEN}}}


@functools.cache
def _in_full() -> frozenset[str]:
    """Connectors of which every property is broken: those with the most different secrets."""
    secrets = {key: json.dumps(payload).count(TOKEN) for key, payload in _canaries().items()}
    return frozenset(sorted(secrets, key=lambda key: (-secrets[key], key))[:IN_FULL])


def _told(call: Callable[[], Any]) -> str:
    """Whatever a user or a log may get to see of what a call gives or raises."""
    told = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            made = call()
            told += [str(made), repr(made), f"{made}", ascii(made)]
        except Exception as fault:  # whatever is raised must show no secret either
            told += [str(fault), repr(fault), *map(repr, fault.args)]
            if isinstance(fault, pydantic.ValidationError):
                told += [str(fault.errors()), fault.json()]
            told.append(_logged(fault))
    return "\n".join([*told, *(str(each.message) for each in caught)])


_LOGGED: set[tuple[tuple[Any, int], ...]] = set()
"""The places of the tracebacks that have been logged: their lines of source are the same each time."""


def _logged(fault: Exception) -> str:
    """What a log gets of a fault: the whole traceback where it is a new one, else the faults that it tells of."""
    places = tuple((frame.f_code, line) for frame, line in traceback.walk_tb(fault.__traceback__))
    if places in _LOGGED:
        return "".join(traceback.TracebackException.from_exception(fault, limit=0).format())
    _LOGGED.add(places)
    stream = io.StringIO()
    logger = logging.Logger("canary")
    logger.addHandler(logging.StreamHandler(stream))
    logger.exception("it failed: %s, %r", fault, fault)
    return stream.getvalue()


@functools.cache
def _made_for(key: str) -> tuple[Any, Any, Any]:
    """The models of a connector for a creation and for an update, and the module of its validator."""
    vendor, _, type_ = key.split("/")
    create, update = (get_model(vendor, type_, action=action) for action in ("create", "update"))  # type: ignore[call-overload]
    return (
        create,
        update,
        importlib.import_module(f"connector_catalog.validators.{vendor}.{find(vendor, type_).module}"),
    )


def _ways(key: str, payload: Object) -> dict[str, Callable[[], Any]]:
    """The calls that a payload of a connector is given to."""
    connector = committed()[key]
    vendor, type_ = connector.vendor, connector.type
    create, update, alone = _made_for(key)
    known = {each.name for each in _properties(key)}
    request = request_of(connector, {name: value for name, value in payload.items() if name in known})
    return {
        "create from properties": lambda: create.from_payload(payload),
        "create from a request": lambda: create.from_payload(request),
        "create by names": lambda: create(**payload),
        "create by pydantic": lambda: create.model_validate(payload),
        "update": lambda: update.from_payload(payload),
        "update by names": lambda: update(**payload),
        "validate": lambda: validate(vendor, type_, payload),
        "validate a request": lambda: validate(vendor, type_, request),
        "validate a change": lambda: validate(vendor, type_, request, action="update", unknown="warn"),
        "standalone": lambda: alone.validate(payload),
    }


def test_there_are_canaries_in_most_connectors() -> None:
    stated = {key for key in KEYS if any(found.secret for _, _, found in committed()[key].paths())}

    # A connector whose only secrets are the vendor's own to set has none in its full payload.
    assert len(_canaries()) > 0.95 * len(stated) > 600
    assert any(
        isinstance(value, dict) and TOKEN in str(value) for each in _canaries().values() for value in each.values()
    )
    assert any(
        isinstance(value, list) and TOKEN in str(value) for each in _canaries().values() for value in each.values()
    )
    assert len(_in_full()) == IN_FULL


def test_the_texts_of_a_payload_would_show_a_token() -> None:
    def fail() -> None:
        raise ValueError(TOKEN)

    assert TOKEN in _told(lambda: {"a": TOKEN})
    assert _told(fail).count(TOKEN) > 3
    assert TOKEN in _told(lambda: warnings.warn(TOKEN, stacklevel=1))


@pytest.mark.parametrize("number", range(8))
def test_a_valid_payload_shows_its_secrets_to_the_vendor_only(number: int) -> None:
    shown, hidden = [], []
    for key in _chunk(number):
        payload = _canaries()[key]
        shown += [(key, way) for way, call in _ways(key, payload).items() if TOKEN in _told(call)]
        made = _ways(key, payload)["create from a request"]()
        if json.dumps(made.to_payload()).count(TOKEN) != json.dumps(payload).count(TOKEN):
            hidden.append(key)

    assert shown == []
    assert hidden == []


@pytest.mark.parametrize("number", range(8))
def test_a_wrong_payload_shows_no_secret(number: int) -> None:
    shown = [
        (key, way, number)
        for key in _chunk(number)
        for number, payload in enumerate(_broken(key))
        for way, call in _ways(key, payload).items()
        if TOKEN in _told(call)
    ]

    assert shown == []


def test_most_of_the_wrong_payloads_are_wrong() -> None:
    keys = list(itertools.islice(_canaries(), 0, None, 10))
    accepted = [not find_problems(key, payload) for key in keys for payload in _broken(key)]

    assert len(accepted) > 300
    assert sum(accepted) < 0.1 * len(accepted)


def find_problems(key: str, payload: Object) -> list[Any]:
    vendor, _, type_ = key.split("/")
    return list(validate(vendor, type_, payload))


# Its service_account_json is a string that carries JSON with a private key in it.
CARRIER = "stitch/source/platform.ga360"


def test_a_secret_that_a_string_carries_shows_itself_nowhere() -> None:
    payload = data()[CARRIER]["full"] | {"service_account_json": json.dumps({"private_key": TOKEN})}

    assert [way for way, call in _ways(CARRIER, payload).items() if TOKEN in _told(call)] == []


def test_every_string_that_carries_a_secret_is_one() -> None:
    open_ = {
        key
        for key in KEYS
        for _, _, found in committed()[key].paths()
        if found.string_encoding == "json" and not found.secret and any(each.secret for each in found.children)
    }

    assert open_ == set()
