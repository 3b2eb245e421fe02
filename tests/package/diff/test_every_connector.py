"""For every connector: the answer to a request is no change, another value is one, and no secret is ever shown."""

from __future__ import annotations

import copy
import functools
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from connector_catalog import describe, entries, plan_diff
from connector_catalog.entry import Entry
from connector_catalog.paths import value_at, with_value

from generator.profiles.api import RoleProfile
from tests.cases.verdicts import committed
from tests.package.building import envelopes, id_in_request, id_path, main_part, with_id
from tests.package.diff.test_plan_diff import MASK, TOKEN
from tests.vendors import PROFILES

Object = dict[str, Any]

CHUNKS = 8
chunked = pytest.mark.parametrize("chunk", range(CHUNKS))


def _entries(chunk: int) -> tuple[Entry, ...]:
    return entries()[chunk::CHUNKS]


@functools.cache
def _stated(entry: Entry) -> dict[str, dict[str, Object]]:
    """What the catalog states of each property that a caller may set, by the part in which it stands."""
    parts = _profile(entry).request.parts
    found: dict[str, dict[str, Object]] = {part: {} for part in parts}
    for step in describe(entry.vendor, entry.type)["steps"]:
        part = next(part for part, steps in parts.items() if step["name"] in steps)
        settable = [each for each in step["properties"] if each.get("requirement") not in ("readOnly", "internal")]
        id_ = id_path(entry.vendor, entry.role)
        found[part] |= {each["name"]: each for each in settable if (part, each["name"]) != id_}
    return found


def _profile(entry: Entry) -> RoleProfile:
    return next(each for role, each in PROFILES[entry.vendor].roles.items() if role == entry.role)


def _inside(value: Object, stated: Object) -> list[Object]:
    """What the catalog states of the properties of an object; of its variant where it is one of several."""
    for each in stated.get("variants", ()):
        told = each["selector"]
        if value.get(told["property"]) == told["value"]:
            return list(each["properties"])
    return list(stated.get("properties", ()))


def _request(entry: Entry) -> Object:
    """A request with every property that a caller may set, and something in each list and each object."""
    full = describe(entry.vendor, entry.type)["full"]
    parts: Object = {
        part: {name: _filled(full[name], each) for name, each in stated.items() if name in full}
        for part, stated in _stated(entry).items()
    }
    return _with_id(entry, envelopes()[entry.vendor, entry.role] | parts)


def _with_id(entry: Entry, request: Object) -> Object:
    """A request with the id of its connector, which is among the properties of some vendors."""
    first, *inner = id_path(entry.vendor, entry.role)
    return with_id({first: {} if inner else None} | request, entry.key, id_in_request(committed()[entry.key]))


def _filled(value: Any, stated: Object) -> Any:
    if isinstance(value, dict):
        inner = [each for each in _inside(value, stated) if not each.get("readOnly")]
        return {each["name"]: _filled(value.get(each["name"], _example(each)), each) for each in inner} | value
    if value == [] and stated.get("type") != "string":
        return [_filled_item(stated.get("items", {}), index) for index in range(3)]
    return value


def _filled_item(stated: Object, index: int) -> Any:
    inner = stated.get("properties") or [each["properties"] for each in stated.get("variants", ())][:1]
    if inner:
        inner = inner if isinstance(inner[0], dict) else inner[0]
        return {each["name"]: _other(_example(each), each, index) for each in inner}
    return _other(_example(stated), stated, index)


def _example(stated: Object) -> Any:
    types = stated.get("type", "string")
    type_ = types if isinstance(types, str) else types[0]
    if stated.get("enum"):
        return stated["enum"][0]
    texts = {"date": "2026-01-01", "date-time": "2026-01-01T00:00:00Z"}
    text = texts.get(stated.get("format", ""), "1" if stated.get("encoding") == "integer" else "text")
    return {"array": ["x", "y"], "object": {}, "boolean": True, "integer": 7, "number": 7.5}.get(type_, text)


def _other(value: Any, stated: Object, index: int = 0) -> Any:
    """Another value of a property; with an index, one of many."""
    listed = [each for each in stated.get("enum", ()) if _letters(each) != _letters(value)]
    if stated.get("enum"):
        return listed[index % len(listed)] if listed else value
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1 + index
    if isinstance(value, list):
        return [*value, *([f"more{index}"] if not value or isinstance(value[0], str) else value[:1])]
    return _other_text(value, stated, index) if isinstance(value, str) else value


def _other_text(text: str, stated: Object, index: int) -> str:
    if stated.get("encoding") == "json":
        return json.dumps({"more": index})
    if stated.get("encoding") == "list":
        return f"{text}{stated.get('separator', ',')}more{index}"
    if stated.get("format") in ("date", "date-time"):
        return f"{2030 + index}-05-06" + ("T00:00:00Z" if stated["format"] == "date-time" else "")
    if stated.get("encoding") == "boolean":
        return "false" if text == "true" else "true"
    return f"{text}{index}1" if text.isdecimal() else f"{text} more{index}"


def _letters(value: Any) -> str:
    return str(value).casefold().replace("_", "")


# What a vendor makes of a request.


def _answer(entry: Entry, request: Object) -> Object:
    parts = _stated(entry)
    answered = {
        part: {
            name: _answered(value, parts[part][name], entry.vendor)
            for name, value in request[part].items()
            if name in parts[part]
        }
        for part in parts
    }
    for part in parts:
        answered[part] = {
            name: value for name, value in answered[part].items() if not _hidden(entry, parts[part][name])
        }
        answered[part]["set_by_the_vendor"] = {"and": ["not mentioned"]}
    own = with_id(request, entry.key)
    beside: Object = {name: value for name, value in own.items() if name not in parts}
    shape = _profile(entry).response
    left_out = "".join([_profile(entry).id_prefix] if shape.omits_id_prefix else [])
    naming = PROFILES[entry.vendor].destination_naming
    names = naming.formats.get(describe(entry.vendor, entry.type).get("naming", ""), ())
    main = main_part(entry.vendor, entry.role)
    told = [str(answered[main].pop(name)) for name in names if name in answered[main]]
    made = beside | answered | {"set_by_the_vendor": {"id": 1}}
    if told:
        made = with_value(naming.response_field, ".".join(told), made)
    made = with_value(shape.id, entry.type.removeprefix(left_out), made)
    return with_value(shape.wrapper, made, {"code": "Success"}) if shape.wrapper else made


def _hidden(entry: Entry, stated: Object) -> bool:
    return bool(stated.get("writeOnly") or (_profile(entry).response.omits_secrets and stated.get("secret")))


def _answered(value: Any, stated: Object, vendor: str) -> Any:
    if value is None:
        return None
    if stated.get("secret"):
        return [MASK] * len(value) if isinstance(value, list) else MASK
    if isinstance(value, dict):
        inner = {each["name"]: each for each in _inside(value, stated)}
        return {name: _answered(each, inner.get(name, {}), vendor) for name, each in value.items()}
    if isinstance(value, list):
        items = [_answered(each, stated.get("items", {}), vendor) for each in value]
        is_in_order = any(isinstance(each, dict) for each in items) and not _has_key(stated.get("items", {}))
        return items if is_in_order else items[::-1]
    return _spelt_otherwise(value, stated)


def _has_key(stated: Object) -> bool:
    keys = {"id", "name", "table", "table_name", "report_name", "key"}
    return any(each["name"] in keys and not each.get("secret") for each in stated.get("properties", ()))


def _spelt_otherwise(value: Any, stated: Object) -> Any:
    carried = stated.get("encoding", stated.get("format", ""))
    if stated.get("enum") and carried != "boolean":
        return str(value).upper()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return value
    separator = stated.get("separator", ",")
    spellings: dict[str, Callable[[str], Any]] = {
        "boolean": lambda text: {"true": True, "false": False}.get(text, text),
        "date-time": lambda text: re.sub(r"(?:\.0+)?Z$", ".000000+00:00", text),
        "integer": lambda text: int(text) if text.isdecimal() else text,
        "json": lambda text: json.dumps(json.loads(text), indent=2),
        "list": lambda text: separator.join(reversed(text.split(separator))),
    }
    return spellings.get(carried, str)(value)


@chunked
def test_answer_to_a_full_request_is_no_change(chunk: int) -> None:
    for entry in _entries(chunk):
        request = _request(entry)
        answer = _answer(entry, request)

        assert plan_diff(request, answer) == [], entry.key
        assert plan_diff(request, copy.deepcopy(request), masked="report") == [], entry.key


@chunked
def test_answer_without_what_signs_in_is_no_change(chunk: int) -> None:
    for entry in _entries(chunk):
        shape = _profile(entry).response
        if shape.omits_parts:
            request = _request(entry)
            wrapped = _answer(entry, request)
            answer = value_at(shape.wrapper, wrapped) if shape.wrapper else wrapped
            less = {name: value for name, value in answer.items() if name not in shape.omits_parts}
            assert plan_diff(request, less) == [], entry.key


@chunked
def test_another_value_is_one_change(chunk: int) -> None:
    changed = 0
    for entry in _entries(chunk):
        request = _request(entry)
        answer = _answer(entry, request)
        places = [
            (part, name, each)
            for part, stated in _stated(entry).items()
            for name, each in stated.items()
            if name in request[part] and not _guards(each) and _other(request[part][name], each) != request[part][name]
        ]
        for part, name, each in places:
            other = copy.deepcopy(request)
            other[part][name] = _other(request[part][name], each)
            found = plan_diff(other, answer)
            # Of JSON, each name that only one text has is a change.
            assert len(found) == 1 or (found and each.get("encoding") == "json"), (entry.key, part, name, found)
            for change in found:
                assert change.path.startswith(f"{part}.{name}")
                assert (change.kind == "recreate") == bool(each.get("createOnly"))
                assert not change.secret
            changed += 1
    assert changed > 3 * len(_entries(chunk))


def _guards(stated: Object) -> bool:
    inner = [*stated.get("properties", ()), *([stated["items"]] if "items" in stated else [])]
    inner += [each for variant in stated.get("variants", ()) for each in variant["properties"]]
    return bool(stated.get("secret")) or any(map(_guards, inner))


# Secrets.


def _planted(value: Any, stated: Object, token: str) -> Iterator[Any]:
    """The value with a token in the place of each secret, and then also in the wrong places around it."""
    yield _with_token(value, stated, token)
    if _guards(stated):
        yield from (token, [token], [{"of": token}], {token[:4]: token}, [[token]], json.dumps({"of": token}))


def _with_token(value: Any, stated: Object, token: str) -> Any:
    if stated.get("secret"):
        return [token] if isinstance(value, list) else token
    if isinstance(value, dict):
        inner = {each["name"]: each for each in _inside(value, stated)}
        return {name: _with_token(each, inner.get(name, {}), token) for name, each in value.items()}
    if isinstance(value, list):
        return [_with_token(each, stated.get("items", {}), token) for each in value]
    return value


@chunked
def test_no_secret_is_shown(chunk: int) -> None:
    for entry in _entries(chunk):
        request = _request(entry)
        planted = {
            (part, name): list(_planted(request[part][name], each, TOKEN))
            for part, stated in _stated(entry).items()
            for name, each in stated.items()
            if name in request[part] and _guards(each)
        }
        if planted:
            _assert_hidden(entry, planted)


def _assert_hidden(entry: Entry, planted: dict[tuple[str, str], list[Any]]) -> None:
    """No value of a secret is shown beside any other; all secrets of a connector have a value at the same time."""
    others: tuple[Any, ...] = (None, MASK, "other", ["other"], {"other": 1}, [{"other": 1}])
    there = [_with_all(entry, dict.fromkeys(planted, other)) for other in others]
    there.append(_with_all(entry, {place: values[0] for place, values in planted.items()}))
    for each in zip(*planted.values(), strict=True):
        wanted = _with_all(entry, dict(zip(planted, each, strict=True)))
        for other in there:
            for desired, actual in ((wanted, other), (other, wanted)):
                found = plan_diff(desired, actual, masked="report")
                shown = repr(found) + "".join(map(str, found)) + json.dumps(found)
                assert TOKEN not in shown, (entry.key, [at.path for at in found if TOKEN in repr(at) + json.dumps(at)])


def _with_all(entry: Entry, values: dict[tuple[str, str], Any]) -> Object:
    """A request with these values, each of which is at the place of its part and name."""
    request: Object = {}
    for (part, name), value in values.items():
        request.setdefault(part, {})[name] = value
    return _with_id(entry, request)
