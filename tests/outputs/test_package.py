"""The files of the import package that lead to the connectors."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from generator.catalog.connector import Connector
from generator.context.fault import OutputError
from generator.context.package.modules import VendorPackage, vendor_package
from generator.outputs.package import package_files
from tests import cases
from tests.vendors import ACME, VENDORS


def _connector(type_: str, role: str = "source") -> Connector:
    return Connector.model_validate(
        {"vendor": "stitch", "role": role, "type": type_, "name": type_, "status": "documented"}
    )


def _package(*connectors: Connector) -> VendorPackage:
    return vendor_package(VENDORS["stitch"], connectors)


@pytest.mark.parametrize(
    ("first", "second"),
    [("a-b", "a_b"), ("platform.ab", "ab"), ("a_b", "a__b"), ("a.b", "a-b")],
)
def test_two_types_that_become_one_name_are_refused_by_name(first: str, second: str) -> None:
    with pytest.raises(OutputError) as caught:
        _package(_connector(first), _connector(second))

    assert caught.value.code == "name-collision"
    assert first in str(caught.value)
    assert second in str(caught.value)


def test_a_source_and_a_destination_of_one_name_are_two_classes() -> None:
    files = package_files([_package(_connector("platform.ab"), _connector("ab", "destination"))])

    assert "AbSource" in files["stitch/__init__.py"]
    assert "AbDestination" in files["stitch/__init__.py"]


def test_vendors_do_not_collide_with_each_other() -> None:
    files = package_files([_package(_connector("ab")), vendor_package(ACME, [_connector("ab")])])

    assert {"stitch/__init__.py", "acme/__init__.py"} <= set(files)


def test_every_module_parses() -> None:
    for path, text in package_files(
        [_package(cases.load("two_steps")), vendor_package(ACME, [_connector("2go")])]
    ).items():
        if path.endswith((".py", ".pyi")):
            ast.parse(text, path)


def test_a_vendor_is_named_by_its_title_and_its_ids() -> None:
    files = package_files([vendor_package(ACME, [_connector("b"), _connector("a")])])

    assert 'AcmeDataType = Literal["a", "b"]' in files["ids.py"]
    assert 'vendor: Literal["acme"], type: AcmeDataType' in files["__init__.pyi"]
    assert "Models of Acme Data's connectors" in files["acme/__init__.py"]
    assert "Validators of Acme Data's connectors" in files["validators/acme/__init__.py"]


def test_package_is_marked_as_typed() -> None:
    assert "py.typed" in package_files([_package(_connector("ab"))])


def test_order_of_the_connectors_does_not_matter_to_a_vendor_module() -> None:
    connectors = [_connector("ab"), _connector("cd"), _connector("ef")]

    assert _package(*connectors) == _package(*connectors[::-1])


def test_printed_package_leads_to_model_and_validator(tmp_path: Path) -> None:
    folder = cases.write_package([cases.load("two_steps"), cases.load("fivetran_config")], tmp_path)
    program = """
from connector_catalog import validate
from connector_catalog import stitch
from connector_catalog.fivetran import FivetranConfigConnection
assert stitch.TwoStepsSource(start_date="2020", account="a").to_payload()["type"] == "two_steps"
assert "TwoStepsSource" in dir(stitch)
assert FivetranConfigConnection(schema_="s").to_payload() == {"service": "fivetran_config", "config": {"schema": "s"}}
assert validate("stitch", "two_steps", {"start_date": "2020", "account": "a"}) == []
assert [each.code for each in validate("fivetran", "fivetran_config", {})] == ["required"]
try:
    stitch.Nothing
except AttributeError:
    pass
else:
    raise AssertionError
try:
    validate("stitch", "two_stepz", {})
except LookupError as fault:
    assert "two_steps" in str(fault)
else:
    raise AssertionError
"""
    call = [sys.executable, "-c", program]
    done = subprocess.run(call, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
