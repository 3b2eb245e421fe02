"""The three answers to one question: does the JSON Schema, the model, the validator accept a payload?"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import importlib
import importlib.util
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pydantic
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.catalog.catalog import load_catalog
from generator.catalog.connector import Connector
from generator.context.names import ClassName, ModuleName
from generator.diagnostics import Diagnostics
from generator.paths import PACKAGE, PROJECT
from tests import cases
from tests.vendors import VENDORS

FORMATS = FormatChecker(formats=())
"""The formats that the schemas name. jsonschema's own check of ``date-time`` needs another package."""


@FORMATS.checks("date", raises=ValueError)
def _is_date(value: Any) -> bool:
    return not isinstance(value, str) or (len(value) == 10 and bool(datetime.date.fromisoformat(value)))


@FORMATS.checks("date-time", raises=ValueError)
def _is_date_time(value: Any) -> bool:
    if not isinstance(value, str):
        return True
    in_form = re.fullmatch(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", value, re.ASCII)
    return in_form is not None and bool(datetime.datetime.fromisoformat(value.upper()))


@dataclasses.dataclass(frozen=True)
class Outputs:
    """The schema, the model and the validator of one connector, ready to be asked."""

    connector: Connector
    schema: dict[str, Any]
    model: type[Any]
    validate: Callable[..., list[Any]]

    @functools.cached_property
    def schema_validator(self) -> Draft202012Validator:
        """jsonschema's validator of the schema, which checks formats too."""
        return Draft202012Validator(self.schema, format_checker=FORMATS)

    def faults(self, payload: Any) -> dict[str, str]:
        """Return the objections of each of the three to a payload; empty where it accepts it."""
        return {
            "schema": "; ".join(fault.message for fault in self.schema_validator.iter_errors(payload)),
            "model": self._model_fault(payload),
            "validator": "; ".join(
                f"{each.path} {each.code} {each.message}" for each in self.validate(payload) if each.level == "error"
            ),
        }

    def verdicts(self, payload: Any) -> dict[str, bool]:
        """Whether each of the three accepts a payload."""
        return {name: not fault for name, fault in self.faults(payload).items()}

    def _model_fault(self, payload: Any) -> str:
        try:
            # A request has the connector's id; in the requests of some vendors it is one of the properties.
            id_ = self.model._shape().id_in_main_part
            read = self.model.from_payload if id_ and id_ in payload else self.model.model_validate
            read(payload)
        except pydantic.ValidationError as fault:
            return str(fault)
        return ""


ALL_ACCEPT = {"schema": True, "model": True, "validator": True}
ALL_REFUSE = {"schema": False, "model": False, "validator": False}


def names_of(connector: Connector) -> tuple[str, str]:
    """The names of a connector's module and class."""
    module = ModuleName.of_connector(VENDORS[connector.vendor], connector.role, connector.type)
    return str(module), str(ClassName.of_connector(VENDORS[connector.vendor], connector.role, connector.type))


@functools.cache
def committed() -> dict[str, Connector]:
    """The documented connectors of the catalog, by key."""
    return {each.key: each for each in load_catalog(PROJECT, Diagnostics()).values() if each.status == "documented"}


_BATCH = 128


def in_batches() -> pytest.MarkDecorator:
    """Parametrise a test with ``keys``: all documented connectors, some at a time, because a test costs time itself."""
    keys = sorted(committed())
    batches = [keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH)]
    return pytest.mark.parametrize("keys", batches, ids=[batch[0] for batch in batches])


@functools.cache
def outputs_of(key: str) -> Outputs:
    """The committed outputs of a connector of the catalog."""
    connector = committed()[key]
    module, name = names_of(connector)
    schema = json.loads((PROJECT / PACKAGE / "schemas" / f"{key}.json").read_text(encoding="utf-8"))
    model = getattr(importlib.import_module(f"connector_catalog.{connector.vendor}.{module}"), name)
    validator = importlib.import_module(f"connector_catalog.validators.{connector.vendor}.{module}")
    return Outputs(connector, schema, model, validator.validate)


def outputs_of_case(case: str, folder: Path) -> Outputs:
    """The outputs that are printed for a case, imported from files below a folder."""
    connector = cases.load(case)
    _, name = names_of(connector)
    schema = json.loads(cases.printed(case, "schema"))
    model = getattr(import_text(cases.printed(case, "model"), f"{case}_model", folder), name)
    validator = import_text(cases.printed(case, "validator"), f"{case}_validator", folder)
    return Outputs(connector, schema, model, validator.validate)


def import_text(text: str, name: str, folder: Path) -> ModuleType:
    """Import a module from its text; what it imports of its package is the committed source."""
    path = folder / f"{name}.py"
    path.write_text(text, encoding="utf-8", newline="\n")
    spec = importlib.util.spec_from_file_location(f"connector_catalog.validators.cases.{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # pydantic looks names up in the module of the class, which it finds in sys.modules.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
