"""A token in each secret of a request shows itself in the payload alone, whatever is done with the request."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pydantic
import pytest
from connector_catalog import fields, get_model, load
from connector_catalog.vendors import vendors

from generator.catalog.property import Property
from tests.cases.verdicts import committed
from tests.package.building import Object, own_properties, part_of, request_of
from tests.package.test_secrets import TOKEN, _canaries, _told

KEYS = sorted(_canaries())[::9]
WRONG: tuple[Any, ...] = (7, [TOKEN], {"no": TOKEN})


def _field(key: str) -> Any:
    """The adapter of the type of a field that holds a request."""
    vendor, role, _ = key.split("/")
    return pydantic.TypeAdapter(getattr(fields, vendors()[vendor].request_name(role)))


def _request(key: str) -> Object:
    return request_of(committed()[key], _canaries()[key])


def _secrets(key: str) -> set[str]:
    """The properties of a connector that are secrets, or that hold some."""
    every = own_properties(committed()[key])
    holders = {each.name for each in every if any(inner.secret for inner in _inside(each))}
    return {each.name for each in every if each.secret} | holders


def _inside(found: Property) -> Iterator[Property]:
    inner = [*found.children, *(each for one in found.all_variants for each in one.properties)]
    for each in inner:
        yield each
        yield from _inside(each)


def _assign(made: Any, key: str, value: Any) -> Any:
    """Assign a value to each field of a secret, and put it into each list of them; return what is refused, too."""
    refused, secrets = [], _secrets(key)
    for name, field in type(made).model_fields.items():
        if (field.serialization_alias or name) not in secrets:
            continue
        try:
            setattr(made, name, value)
        except pydantic.ValidationError as fault:
            refused.append(str(fault) + repr(fault.errors()))
        inner = getattr(made, name)
        if isinstance(inner, list):
            inner.append(value)
    return [made, *refused]


def _ways(key: str) -> dict[str, Callable[[], Any]]:
    """What may be done with a valid request."""
    request, adapter = _request(key), _field(key)
    made = load(request)
    ways: dict[str, Callable[[], Any]] = {
        "load": lambda: load(request),
        "field": lambda: adapter.validate_python(request),
        "dump": lambda: adapter.dump_python(made),
        "dump as JSON": lambda: adapter.dump_json(made),
        "copy": lambda: made.model_copy(deep=True),
        "copy with a change": lambda: made.model_copy(update={"no_such": TOKEN}),
        "wrong envelope": lambda: made.to_payload(**{part_of(key): TOKEN}),
    }
    for value in (TOKEN, *WRONG):
        ways[f"assign {type(value).__name__}"] = lambda value=value: _assign(load(request), key, value)  # type: ignore[misc]
        ways[f"send {type(value).__name__}"] = lambda value=value: _sent(load(request), key, value)  # type: ignore[misc]
    return ways


def _sent(made: Any, key: str, value: Any) -> str:
    _assign(made, key, value)
    try:
        made.to_payload(**{part_of(key): value})
    except pydantic.ValidationError as fault:
        return str(fault) + repr(fault.errors())
    raise AssertionError("it was sent")


@pytest.mark.parametrize("number", range(4))
def test_what_is_done_with_a_request_shows_no_secret(number: int) -> None:
    shown = [(key, way) for key in KEYS[number::4] for way, call in _ways(key).items() if TOKEN in _told(call)]

    assert shown == []


@pytest.mark.parametrize("number", range(4))
def test_a_wrong_request_shows_no_secret(number: int) -> None:
    shown = []
    for key in KEYS[number::4]:
        request, adapter = _request(key), _field(key)
        part = next(name for name, value in request.items() if isinstance(value, dict))
        broken = [request | {"no_such": TOKEN, "paused": TOKEN, "name": [TOKEN]}, {part: request[part]}]
        broken += [request | {part: [request[part]]}, request | {part: {**request[part], "no_such": TOKEN, "x": {}}}]
        for wrong in broken:
            ways = (lambda: load(wrong), lambda: adapter.validate_python(wrong))  # noqa: B023
            shown += [key for call in ways if TOKEN in _told(call)]

    assert shown == []


def test_secrets_of_the_model_are_hidden_where_they_are_assigned_and_sent_in_the_clear() -> None:
    key = "fivetran/source/adroll"
    made = get_model("fivetran", "adroll")(schema="s", table="t")
    made.refresh_token = TOKEN  # type: ignore[attr-defined]

    assert TOKEN not in _told(lambda: made)
    assert json.dumps(made.to_payload()).count(TOKEN) == 1
    assert TOKEN in json.dumps(load(_request(key)).to_payload())
