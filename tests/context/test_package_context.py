"""The package of a vendor: the names of its models and where they are."""

from __future__ import annotations

import pytest

from generator.context.fault import OutputError
from generator.context.names import ClassName, ModuleName
from generator.context.package.modules import ModelEntry, VendorPackage, vendor_package
from generator.records.record import UNIQUE_IDS
from tests.context.building import connector
from tests.vendors import ACME, VENDORS

STITCH = VENDORS["stitch"]


def test_models_are_in_order_of_their_names() -> None:
    connectors = [connector(type_="z-a"), connector(type_="b", role="destination"), connector(type_="platform.c")]
    found = vendor_package(STITCH, iter(connectors))

    assert found == VendorPackage(
        "stitch",
        "Stitch",
        ClassName("StitchType"),
        ("StitchSource", "StitchDestination"),
        (
            ModelEntry("destination", "b", ClassName("BDestination"), ModuleName("destination_b")),
            ModelEntry("source", "platform.c", ClassName("CSource"), ModuleName("source_c")),
            ModelEntry("source", "z-a", ClassName("ZASource"), ModuleName("source_z_a")),
        ),
    )
    assert found.types == ["b", "platform.c", "z-a"]
    requests = ("AcmeDataSource", "AcmeDataDestination")
    assert vendor_package(ACME, []) == VendorPackage("acme", "Acme Data", ClassName("AcmeDataType"), requests, ())


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (("a-b", "source"), ("a_b", "source"), "the source a-b and the source a_b of stitch become the name ABSource"),
        (
            ("ab", "source"),
            ("ab", "destination"),
            f"the source ab and the destination ab of stitch have the same id; {UNIQUE_IDS}",
        ),
    ],
)
def test_two_connectors_of_one_name_are_told(one: tuple[str, str], other: tuple[str, str], words: str) -> None:
    connectors = [connector(type_=type_, role=role) for type_, role in (("z", "source"), one, other)]
    with pytest.raises(OutputError) as caught:
        vendor_package(STITCH, connectors)

    assert (caught.value.code, caught.value.path, caught.value.message) == ("name-collision", other[0], words)
