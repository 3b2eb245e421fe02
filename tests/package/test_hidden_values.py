"""No value of a payload, secret or not, is in what the package says about it: a token stands in each value in turn."""

from __future__ import annotations

import copy
import importlib
import itertools
import json
import logging
import pickle
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from connector_catalog import find, get_model, plan_diff, validate
from pydantic import ValidationError

from tests.cases.verdicts import committed
from tests.package.building import KEYS, Object, data, request_of
from tests.package.running import run

TOKEN = "t0k3n-that-stands-in-each-value"
CHOSEN = [*KEYS[::120], "fivetran/source/yahoo_dsp", "stitch/source/platform.mysql"]
RUNS = list(
    itertools.product(("text", "json", "github", "sarif"), ("x.jsonl", "x.json", "x.yaml"), ("create", "update"))
)
HIDING = ("object_model.py", "payload.py")
"""Modules whose frames of a traceback have no value, either."""


def _with_tokens(value: Any) -> Iterator[Any]:
    """The value with the token in each place at every level, as several types."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from ({**value, name: each} for each in _with_tokens(inner))
    elif isinstance(value, list) and value:
        yield from ([each, *value[1:]] for each in _with_tokens(value[0]))
    yield from (TOKEN, [TOKEN], {"a": TOKEN}, [[{"b": [TOKEN]}]])


def _wrong(key: str) -> list[Object]:
    vendor, _, type_ = key.split("/")
    payloads = [each for each in _with_tokens(data()[key]["full"]) if isinstance(each, dict) and len(each) > 1]
    return [each for each in payloads if validate(vendor, type_, each)]


def _said(fault: Exception) -> Iterator[str]:
    """All texts that an exception gives, also where a tool shows the variables of our frames."""
    yield from (
        str(fault),
        repr(fault),
        f"{fault!a}",
        *map(repr, fault.args),
        "".join(traceback.format_exception(fault)),
    )
    for each in (fault.__cause__, fault.__context__):
        assert each is None or TOKEN not in str(each)
    if isinstance(fault, ValidationError):
        yield from (str(fault.errors()), fault.json(), fault.title)
    for frame in traceback.TracebackException.from_exception(fault, capture_locals=True).stack:
        if frame.filename.endswith(HIDING):
            yield str(frame.locals)


def _calls(key: str, payload: Object) -> Iterator[Callable[[], Any]]:
    vendor, _, type_ = key.split("/")
    entry = find(vendor, type_)
    alone = importlib.import_module(f"connector_catalog.validators.{vendor}.{entry.module}")
    request = request_of(committed()[key], {name: each for name, each in payload.items() if name != "a"})
    yield lambda: alone.validate(payload, warnings=True)
    for given in (payload, request):
        for action in ("create", "update", "draft"):
            yield lambda given=given, action=action: validate(vendor, type_, given, action=action, warnings=True)  # type: ignore[misc]
        for action in ("create", "update"):
            model = get_model(vendor, type_, action=action)  # type: ignore[call-overload]
            yield lambda given=given, model=model: _refused(model.from_payload, given)  # type: ignore[misc]
            yield lambda given=given, model=model: _refused(model.model_validate, given)  # type: ignore[misc]
            yield lambda given=given, model=model: _refused(lambda: model(**given))  # type: ignore[misc]
    yield lambda: plan_diff(request, request)


def _refused(call: Callable[..., Any], *arguments: Any) -> None:
    """Call something that makes a model: only what is raised counts, a model is there to show its values."""
    call(*arguments)


def _shown(call: Callable[[], Any], caplog: pytest.LogCaptureFixture) -> str:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            made = call()
            texts = [str(made), repr(made), *(str(each) for each in made or ())]
            texts += [str(pickle.loads(pickle.dumps(made))), str(copy.deepcopy(made))]
        except Exception as fault:  # whatever is raised
            logging.getLogger("test").exception("refused")
            texts = list(_said(fault))
            del fault
    return "\n".join([*texts, *(str(each.message) for each in caught), caplog.text])


@pytest.mark.parametrize("key", CHOSEN)
def test_no_call_shows_a_value(key: str, caplog: pytest.LogCaptureFixture) -> None:
    wrong = _wrong(key)
    assert len(wrong) > 2
    for payload in wrong[:: max(1, len(wrong) // 20)]:
        for call in _calls(key, payload):
            caplog.clear()
            assert TOKEN not in _shown(call, caplog)


@pytest.mark.parametrize("action", ["create", "update"])
def test_no_call_shows_a_valid_value_beside_others_that_break_a_rule(
    action: str, caplog: pytest.LogCaptureFixture
) -> None:
    # The object is already filled when its rules are checked.
    given: Object = {"start_date": "2026-01-01T00:00:00Z", "cron_expression": TOKEN}
    if action == "create":
        given |= data()["stitch/source/platform.gitlab"]["minimal"]
        del given["groups"]
    else:
        given |= {"no_such_property": 1}
    model = get_model("stitch", "platform.gitlab", action=action)  # type: ignore[call-overload]
    for call in (model.from_payload, model.model_validate, lambda given: model(**given)):
        caplog.clear()
        shown = _shown(lambda call=call: call(given), caplog)
        assert "ValidationError" in shown
        assert TOKEN not in shown


@pytest.mark.parametrize("key", CHOSEN)
def test_no_format_of_the_command_shows_a_value(key: str, tmp_path: Path) -> None:
    wrong = _wrong(key)
    requests = [request_of(committed()[key], each) for each in wrong[:: max(1, len(wrong) // 20)] if "a" not in each]
    assert requests
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, requests)))
    for name in ("x.json", "x.yaml"):
        (tmp_path / name).write_text(json.dumps(requests))
    for format_, name, action in RUNS:
        ran = run("validate", "--jobs", "1", "--format", format_, "--action", action, tmp_path / name)
        assert ran.status in (0, 1)
        assert TOKEN not in ran.out + ran.err


def test_a_value_that_is_shown_would_be_seen(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise ValueError(TOKEN)

    assert TOKEN in _shown(fail, caplog)
    assert TOKEN in _shown(lambda: [TOKEN], caplog)
