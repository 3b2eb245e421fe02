"""JSON lines in bulk: the verdicts are those of ``validate``, in order, whatever the jobs, with memory that is flat."""

from __future__ import annotations

import functools
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from connector_catalog import validate
from connector_catalog.command import parallel, validating
from connector_catalog.command.blocks import Block, blocks
from connector_catalog.command.finding import Settings
from connector_catalog.command.lines import examine
from connector_catalog.command.quick import LineChecker
from connector_catalog.validation import Unknown

from tests.bench.payloads import Drawer
from tests.cases.verdicts import committed
from tests.package.building import Object, main_part, named_by_request, request_of
from tests.package.running import COMMAND, ENVIRONMENT, request, run

STRANGE: list[Object] = [
    {"$schema": "x"},
    {"paused": "yes"},
    {"sync_frequency": 7},
    {"id": "x"},
    {"pausd": True},
    {"group_id": 5},
    {"auth": {}},
    {"auth": []},
    {"auth": {"schema": "s"}},
    {"auth": {"client_access": {}}},
    {"config": None},
    {"properties": {}},
    {"type": "platform.mysql"},
]


@functools.cache
def drawn(seed: int, each: int) -> list[Object]:
    """Valid and broken requests for every connector, some with something strange beside; for reading only."""
    chance = random.Random(seed)
    made = []
    for connector in committed().values():
        drawer = Drawer(connector, chance)
        for _ in range(each):
            payload = (drawer.valid() if chance.random() < 0.5 else drawer.broken()).payload
            known = {name: value for name, value in payload.items() if name in _names(connector)}
            made.append(request_of(connector, known))
            part = main_part(connector.vendor, connector.role)
            made[-1][part] |= {name: value for name, value in payload.items() if name not in known}
            if chance.random() < 0.3:
                made[-1] |= chance.choice(STRANGE)
            if made[-1].get("auth") and made[-1].get("config") is not None and chance.random() < 0.2:
                made[-1]["config"] |= made[-1].pop("auth")
            if chance.random() < 0.05:
                made[-1].pop(chance.choice(sorted(made[-1])))
    return made


def _names(connector: Any) -> set[str]:
    return {each.name for step in connector.steps for each in step.properties}


def verdict(payload: Object, unknown: Unknown) -> list[Any] | None:
    """What ``validate`` says; ``None`` where the payload does not say for which connector it is."""
    named = named_by_request(payload)
    return None if named is None else list(validate(*named, payload, unknown=unknown, warnings=True))


@pytest.mark.parametrize("unknown", ["error", "warn", "allow"])
def test_bulk_says_what_validate_says_of_drawn_requests(unknown: Unknown) -> None:
    payloads = drawn(1, 2)
    told: dict[int, list[Any]] = {}
    # In small blocks: a block gets as many hints as one payload does.
    for first in range(0, len(payloads), 20):
        data = "\n".join(map(json.dumps, payloads[first : first + 20])).encode()
        for line, problem in examine(Block(first + 1, data, len(data)), Settings(unknown=unknown)).problems:
            told.setdefault(line, []).append(problem)

    expected = [verdict(payload, unknown) for payload in payloads]
    for line, found in enumerate(expected, 1):
        if found is None:
            assert [each.code for each in told[line]] == ["no-connector"]
        else:
            assert told.get(line, []) == found, payloads[line - 1]
    # Where all are valid or none is, this holds nothing.
    assert 0.2 < sum(found == [] for found in expected) / len(expected) < 0.8


def test_most_valid_lines_are_accepted_at_once() -> None:
    checker = LineChecker(Settings())
    valid = [payload for payload in drawn(2, 1) if verdict(payload, "error") == []]

    assert sum(checker.accepts(json.dumps(payload)) for payload in valid) / len(valid) > 0.97


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        (Settings(), json.dumps(request())[:-1] + ', "group_id": "h"}'),
        (Settings(), json.dumps(request(api_key="x:y")).replace('"g"', '"g", "group_id": "g"')),
        *((Settings(), json.dumps(request())[:-1] + f', "group_id"{space}: "h"}}') for space in (" ", "\t", "\r")),
        (Settings(), json.dumps(request(api_key='x":y'))[:-1] + ', "group_id" : "h"}'),
        (Settings(), json.dumps(request(api_key="<KEY>"))),
        (Settings(), json.dumps(request(api_key="<KEY>")).replace("<", "\\u003c")),
        (Settings(unknown="allow"), json.dumps(request(evnts=1)).replace("1", "NaN")),
        (Settings(), json.dumps(request()) + "x"),
        (Settings(), json.dumps(request()).replace("iterable", "iterabl")),
        (Settings(vendor="stitch"), json.dumps(request())),
        (Settings(action="update"), json.dumps(request())),
        (Settings("fivetran", "hubspot"), json.dumps(request())),
    ],
)
def test_what_is_not_plainly_valid_is_not_accepted_at_once(settings: Settings, text: str) -> None:
    assert LineChecker(Settings()).accepts(json.dumps(request()))
    assert not LineChecker(settings).accepts(text)


@pytest.mark.parametrize("value", ["https://x:1/", 'a":b', "a :b", "{", "[[", "change", "\\"])
def test_a_line_with_signs_in_strings_is_accepted_at_once(value: str) -> None:
    assert LineChecker(Settings()).accepts(json.dumps(request(api_key=value)))
    assert LineChecker(Settings()).accepts(json.dumps(request(api_key=value), separators=(" , ", " : ")))


def test_several_processes_say_what_one_says_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(json.dumps(payload) for payload in drawn(3, 1)))
    monkeypatch.setattr(parallel, "_PENDING", 1)
    monkeypatch.setattr(validating, "blocks", functools.partial(blocks, size=1 << 14))
    ran = [run("validate", "--jobs", jobs, "--format", "json", path) for jobs in ("1", "2")]

    assert ran[0] == ran[1]
    told = json.loads(ran[0].out)
    assert [each["line"] for each in told] == sorted(each["line"] for each in told)
    assert len({each["line"] for each in told}) > 500
    assert path.stat().st_size > 10 << 14


def test_no_more_blocks_are_taken_than_are_examined_soon() -> None:
    taken: list[int] = []

    def many() -> Iterator[Block]:
        for number in range(40):
            taken.append(number)
            yield Block(number, b"{}", 2)

    for done, _ in enumerate(parallel.examine_all(many(), Settings(), 2), 1):
        assert len(taken) <= done + 2 * parallel._PENDING
    assert len(taken) == 40


def test_ctrl_c_is_for_the_process_that_started_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "examine", _interrupts)
    told = list(parallel.examine_all(iter([Block(1, b"", 0)] * 2), Settings(), 2))

    assert told == [signal.SIG_IGN, signal.SIG_IGN]


def _interrupts(*_: object) -> Any:
    return signal.getsignal(signal.SIGINT)


def test_an_id_is_looked_up_at_the_vendor_that_was_said() -> None:
    braintree = {"merchant_id": "m", "public_key": "k", "private_key": "s", "start_date": "2026-01-01T00:00:00Z"}
    lines = [
        json.dumps({"service": "x", "type": type_, "properties": braintree})
        for type_ in ("platform.braintree", "platform.mysql")
    ]
    checker = LineChecker(Settings(vendor="stitch"))

    assert [checker.accepts(line) for line in lines] == [True, False]


def test_update_and_a_given_connector_work_in_bulk(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"config": {"api_key": "k"}}\n{"config": {"schema": "s"}}\n{"api_key": 5}\n')
    ran = run("validate", "--type", "iterable", "--action", "update", path)

    assert [line.split("[")[1].split("]")[0] for line in ran.lines] == ["create-only", "type"]


def test_a_line_that_is_too_long_is_a_problem_and_the_next_ones_are_checked(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f'{json.dumps(request())}\n{{"a": "{"x" * 10_000_001}"}}\n{json.dumps(request(evnts=1))}\n')
    ran = run("validate", "--jobs", "1", path)

    assert [line.split(": ")[0] for line in ran.lines] == [f"{path}:2", f"{path}:3"]
    assert "the line has more than 10,000,000 bytes [too-large]" in ran.lines[0]
    assert ran.err == "1 file, 3 payloads, 2 problems\n"


PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _peak(path: Path, jobs: str) -> int:
    """The most memory, in kilobytes, that one of the processes has used."""
    call = [sys.executable, "-c", PEAK, *COMMAND, "validate", "--jobs", jobs, str(path)]
    return int(subprocess.run(call, check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_memory_is_flat(jobs: str, tmp_path: Path) -> None:
    # Long lines: the memory is that of bytes and of problems, the time that of lines.
    good, bad = json.dumps(request(api_key="k" * 1_000)), json.dumps(request(evnts=1))
    few, many = tmp_path / "few.jsonl", tmp_path / "many.jsonl"
    few.write_text(f"{good}\n" * 2_000 + f"{bad}\n" * 1_500)
    many.write_text(f"{good}\n" * 12_000 + f"{bad}\n" * 10_000)

    assert many.stat().st_size > 12 << 20
    assert _peak(many, jobs) < _peak(few, jobs) + 10_000


def test_a_worker_that_is_ended_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{json.dumps(request())}\n" * 60_000)
    monkeypatch.setattr(parallel, "examine", _die)
    ran = run("validate", "--jobs", "2", path)

    assert ran.status == 2
    assert ran.out == f"{path}: a process that validated it was terminated; try --jobs 1 [not-readable]\n"


def _die(*_: object) -> None:
    os._exit(1)
