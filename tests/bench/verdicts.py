"""Where the readers of a connector's constraints find problems in a payload."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Iterable
from typing import Any, cast

import jsonschema
import jsonschema_rs
import pydantic

from generator.catalog.connector import Connector
from generator.context.names import ClassName, ModuleName
from generator.paths import PACKAGE, PROJECT
from templates.connector_catalog.misspelt import misspelt
from tests.vendors import VENDORS

Places = frozenset[str]

FORMATS = jsonschema.FormatChecker(["date", "date-time"])


class Readers:
    """The schema (with two libraries), the model and the validator of one connector."""

    def __init__(self, schema: dict[str, Any], model: Any, validate: Callable[..., list[Any]]) -> None:
        self._model = model
        self._id = model._shape().id_in_main_part
        self._validate = validate
        self._jsonschema = jsonschema.Draft202012Validator(schema, format_checker=FORMATS)
        self._jsonschema_rs = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)

    @classmethod
    def of(cls, connector: Connector) -> Readers:
        """Return the readers that are generated for a connector of the catalog."""
        module = ModuleName.of_connector(VENDORS[connector.vendor], connector.role, connector.type)
        name = ClassName.of_connector(VENDORS[connector.vendor], connector.role, connector.type)
        package = "connector_catalog"
        model = getattr(importlib.import_module(f"{package}.{connector.vendor}.{module}"), name)
        schema = json.loads((PROJECT / PACKAGE / "schemas" / f"{connector.key}.json").read_text(encoding="utf-8"))
        return cls(schema, model, validator_of(connector))

    def places(self, payload: dict[str, Any]) -> dict[str, Places]:
        """Return the paths of the problems that each reader finds; none where it accepts the payload."""
        readers: dict[str, Callable[[dict[str, Any]], Places]] = {
            "jsonschema": self._by_jsonschema,
            "jsonschema-rs": self._by_jsonschema_rs,
            "model": self._by_model,
            "validator": self._by_validator,
        }
        return {name: read(payload) for name, read in readers.items()}

    def warnings(self, payload: dict[str, Any]) -> frozenset[tuple[str, str]]:
        """Return the path and the code of each warning of the validator; the other readers have none."""
        found = self._validate(payload, warnings=True)
        return frozenset((each.path, each.code) for each in found if each.level == "warning")

    def _by_jsonschema(self, payload: dict[str, Any]) -> Places:
        return _without_echoes(_places_in(self._jsonschema, payload), payload)

    def _by_jsonschema_rs(self, payload: dict[str, Any]) -> Places:
        found: set[str] = set()
        for error in self._jsonschema_rs.iter_errors(payload):
            instance: Any = payload
            for part in error.instance_path:
                instance = instance[part]
            keyword = str(error.schema_path[-1]) if error.schema_path else ""
            node: Any = self._jsonschema.schema
            for part in error.schema_path[:-1]:
                node = node[part]
            if "dependentRequired" in map(str, error.schema_path):
                keyword, node = "dependentRequired", self._jsonschema.schema
            value = node.get(keyword) if isinstance(node, dict) else None
            found.update(_schema_paths(list(error.instance_path), keyword, value, instance, node))
        return _without_echoes(frozenset(found), payload)

    def _by_model(self, payload: dict[str, Any]) -> Places:
        try:
            # A request has the connector's id; in the requests of some vendors it is one of the properties.
            read = self._model.from_payload if self._id in payload else self._model.model_validate
            read(payload)
        except pydantic.ValidationError as fault:
            return frozenset(_path(_within(list(each["loc"]), payload)) for each in fault.errors())
        return frozenset()

    def _by_validator(self, payload: dict[str, Any]) -> Places:
        return frozenset(problem.path for problem in self._validate(payload) if problem.level == "error")


def validator_of(connector: Connector) -> Callable[..., list[Any]]:
    """Return the validator that is generated for a connector of the catalog."""
    module = ModuleName.of_connector(VENDORS[connector.vendor], connector.role, connector.type)
    found = importlib.import_module(f"connector_catalog.validators.{connector.vendor}.{module}")
    return cast(Callable[..., list[Any]], found.validate)


def _without_echoes(places: Places, payload: dict[str, Any]) -> Places:
    """Return places without a missing property whose misspelt name is among them: a schema reports both."""
    echoes: set[str] = set()
    for above in {each.rpartition(".")[0] for each in places}:
        held = _held(above, payload)
        if not isinstance(held, dict):
            continue
        names = [each.rpartition(".")[2] for each in sorted(places) if each.rpartition(".")[0] == above]
        unknown = [name for name in held if name in names]
        missing = [name for name in names if name not in held]
        echoes |= {f"{above}.{name}".removeprefix(".") for name in misspelt(unknown, missing).values()}
    return places - echoes


def _held(path: str, payload: Any) -> Any:
    """Return what a payload has at a path; ``None`` where it has nothing there."""
    for part in re.findall(r"[^.\[\]]+", path):
        try:
            payload = payload[int(part)] if isinstance(payload, list) else payload[part]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return payload


def schema_places(schema: dict[str, Any], payloads: Iterable[dict[str, Any]]) -> list[Places]:
    """Return the paths of the problems that jsonschema finds in each payload."""
    validator = jsonschema.Draft202012Validator(schema, format_checker=FORMATS)
    return [_places_in(validator, payload) for payload in payloads]


def _places_in(validator: jsonschema.Draft202012Validator, payload: dict[str, Any]) -> Places:
    return frozenset(
        path
        for error in validator.iter_errors(payload)
        for path in _schema_paths(
            list(error.absolute_path), str(error.validator), error.validator_value, error.instance, error.schema
        )
    )


def _schema_paths(path: list[Any], keyword: str, value: Any, instance: Any, schema: Any) -> Iterable[str]:
    """The paths that one error of a schema is about: of a missing or an unknown property, that property's own."""
    if keyword == "required":
        return [_path([*path, name]) for name in value if name not in instance]
    if keyword == "dependentRequired":
        needed = [other for name, others in value.items() if name in instance for other in others]
        return [_path([*path, name]) for name in needed if name not in instance]
    if keyword == "additionalProperties":
        return [_path([*path, name]) for name in instance if name not in schema["properties"]]
    if keyword == "anyOf" and all(each.get("type") == "object" for each in value):
        nearest = max(value, key=lambda each: sum(name in each["properties"] for name in instance))
        return _paths_in(path, nearest, instance)
    of_type = (
        [each for each in value if jsonschema.Draft202012Validator(each).is_type(instance, each["type"])]
        if (keyword == "anyOf" and all("type" in each for each in value))
        else []
    )
    return _paths_in(path, of_type[0], instance) if of_type else [_path(path)]


def _paths_in(path: list[Any], schema: Any, instance: Any) -> list[str]:
    """The paths of the errors that a value at a path has by a schema."""
    found = jsonschema.Draft202012Validator(schema, format_checker=FORMATS).iter_errors(instance)
    return [
        inner
        for error in found
        for inner in _schema_paths(
            [*path, *error.absolute_path], str(error.validator), error.validator_value, error.instance, error.schema
        )
    ]


def _path(parts: list[Any]) -> str:
    """A path such as ``reports[0].name``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).removeprefix(".")


def _within(parts: list[Any], payload: Any) -> list[Any]:
    """A location without the names of a union's members, which pydantic puts behind the value's own place."""
    kept: list[Any] = []
    value: Any = payload
    for part in parts:
        if isinstance(value, dict):
            kept.append(part)
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            kept.append(part)
            value = value[part]
    return kept
