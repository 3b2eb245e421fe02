"""The exception of the last stages may be raised in a worker process."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

import pytest

from generator.context.fault import OutputError

FAULT = OutputError("name-collision", "stitch/source/platform.x", "two names become x")


def _pickled(fault: OutputError) -> OutputError:
    back = pickle.loads(pickle.dumps(fault))
    assert isinstance(back, OutputError)
    return back


def _refuse() -> None:
    raise FAULT


def _assert_whole(fault: OutputError) -> None:
    assert (fault.code, fault.path, fault.message) == (FAULT.code, FAULT.path, FAULT.message)
    assert str(fault) == FAULT.message


@pytest.mark.parametrize("copied", [_pickled, copy.copy, copy.deepcopy])
def test_a_copy_says_the_same(copied: Callable[[OutputError], OutputError]) -> None:
    _assert_whole(copied(FAULT))


def test_it_comes_back_from_a_worker() -> None:
    with ProcessPoolExecutor(1) as pool, pytest.raises(OutputError) as caught:
        pool.submit(_refuse).result(timeout=60)

    _assert_whole(caught.value)
