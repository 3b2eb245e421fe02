"""Lists that a vendor extends are open."""

from __future__ import annotations

import pytest

from generator.catalog.connector import Connector
from generator.catalog.history import History
from generator.catalog.passes.open_lists import open_lists
from tests.catalog.building import Fields, connector, prop, run


def _is_open(fields: Fields, history: History | None = None) -> bool:
    (found,) = run(open_lists, connector(fields), history=history or History()).properties
    assert (found.inferred == ("enumOpen",)) == bool(found.enum_open)
    return bool(found.enum_open)


@pytest.mark.parametrize(
    "name", ["region", "api_region", "regions", "data_center", "datacenter_id", "time_zone", "currency_code", "version"]
)
def test_names_of_what_grows_open_a_list(name: str) -> None:
    assert _is_open(prop(name, enum=["A", "B"]))


@pytest.mark.parametrize("name", ["conversion", "regional", "zonal_mode", "language_model", "subversions_mode"])
def test_other_names_leave_it_closed(name: str) -> None:
    assert not _is_open(prop(name, enum=["A", "B"]))


@pytest.mark.parametrize(
    "values",
    [
        ["eu-west-1", "us-east-2", "ap-southeast-1"],
        ["AWS_US_EAST_1", "GCP_EUROPE_WEST3", "AZURE_EASTUS2"],
        ["Europe/Vienna", "America/New_York", "Etc/GMT+3"],
        ["v1", "v2", "v13"],
        ["1.0", "2.11", "3.0.1"],
        ["EUR", "USD", "JPY"],
    ],
)
def test_forms_of_what_grows_open_a_list(values: list[str]) -> None:
    assert _is_open(prop("a", enum=values))
    assert _is_open(prop("a", "array", items={"enum": values}))
    assert not _is_open(prop("a", enum=[*values, "anything else"]))
    assert not _is_open(prop("a", enum=values[:2]))


@pytest.mark.parametrize("values", [[1, 2, 3], [True, False], ["eu-west-1", 1, 2]])
def test_values_that_are_not_strings_leave_it_closed(values: list[object]) -> None:
    assert not _is_open(prop("region", enum=values))


def test_without_a_list_nothing_is_open() -> None:
    assert not _is_open(prop("region"))


def _on(date: str, history: History, *values: str) -> History:
    found: Connector = connector(prop("a", enum=list(values)))
    return history.with_document("acme/page", date, [found])


def test_a_list_that_has_grown_within_a_year_is_open() -> None:
    grown = _on("2026-05", _on("2025-12", History(), "one", "two"), "one", "two", "three")
    steady = _on("2026-05", _on("2025-12", History(), "one", "two"), "one", "two")

    assert _is_open(prop("a", enum=["one", "two", "three"]), grown)
    assert not _is_open(prop("a", enum=["one", "two"]), steady)
