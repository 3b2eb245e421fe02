"""The values that the readers return."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil

import pytest

import generator.records
from generator.records.record import ConnectorRecord, PageRecords, PropertyRecord, StepRecord
from tests.records.reading import VENDORS, context

MODULES = [each.name for each in pkgutil.walk_packages(generator.records.__path__, "generator.records.")]


@pytest.mark.parametrize("name", MODULES)
def test_every_dataclass_is_frozen(name: str):
    classes = [each for each in vars(importlib.import_module(name)).values() if isinstance(each, type)]
    parameters = [each.__dataclass_params__ for each in classes if dataclasses.is_dataclass(each)]

    assert all(each.frozen for each in parameters)


def test_records_can_be_compared_and_changed_only_into_others():
    record = PropertyRecord("a", "#a")
    step = StepRecord("form", "#a", (record,))
    page = PageRecords("acme", (ConnectorRecord("source", "acme", "Acme", "#a", steps=(step,)),))

    assert page == dataclasses.replace(page)
    with pytest.raises(dataclasses.FrozenInstanceError):
        page.rows = 1  # type: ignore[misc]
    assert dataclasses.replace(page, rows=1).connectors is page.connectors


def test_the_context_knows_the_vendor_s_keys_and_steps():
    assert context("stitch").key("source", "acme") == "stitch/source/acme"
    assert context("stitch").steps("source") == ("form", "oauth")
    assert context("fivetran").steps("destination") == ("config", "auth")


def test_a_role_that_the_profile_does_not_have_has_no_steps():
    given = context("stitch")
    vendor = VENDORS["stitch"]._replace(requests={"source": VENDORS["stitch"].requests["source"]})

    assert dataclasses.replace(given, vendor=vendor).steps("destination") == ()
