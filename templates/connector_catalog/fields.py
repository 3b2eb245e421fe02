"""Types of fields of one's own pydantic models that hold a whole request.

There is one for each vendor and role, such as ``AcmeSource`` for requests that create a source of Acme. Such a field
takes a request as an object, or a model; its value is the model of the connector that the request names. Dumped, it is
the request again, with its secrets hidden; ``to_payload`` of the model has them in the clear.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple

from pydantic import ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, Secret, SecretStr
from pydantic_core import CoreSchema, core_schema

from .loading import load_of
from .model_errors import validation_error
from .model_values import HIDDEN, plain
from .nesting import is_too_deep
from .payload import CreateModel, UpdateModel
from .problems import Problem
from .vendors import vendors


class Request(CreateModel):
    """Stands for the models of all connectors.

    A type adapter of a class that is built late is built late too, where FastAPI does not expect it.
    """

    model_config = ConfigDict(defer_build=False)


class RequestOf(NamedTuple):
    """The vendor and role of the request that a field holds.

    Attributes:
        name: Name of the type.
        vendor: The vendor's name in the catalog.
        role: ``source`` or ``destination``.
    """

    name: str
    vendor: str
    role: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self._validated,
            serialization=core_schema.plain_serializer_function_ser_schema(_dumped, info_arg=True),
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        profile = vendors()[self.vendor]
        *above, name = profile.requests[self.role].id_field.split(".")
        inner: dict[str, Any] = {"type": "string", "description": f"The id that {profile.title}'s API takes."}
        for each in (name, *reversed(above)):
            inner = {"type": "object", "properties": {each: inner}, "required": [each]}
        return {"title": self.name, "description": f"{self._description}.", **inner}

    @property
    def _description(self) -> str:
        return f"A request that creates a {self.role} with {vendors()[self.vendor].title}'s API"

    def _validated(self, value: Any) -> CreateModel:
        if isinstance(value, UpdateModel):
            if isinstance(value, CreateModel) and value.connector()[:2] == (self.vendor, self.role):
                return value
            del value
            raise validation_error(self.name, [Problem("", "type", f"expected the model of: {self._description}")])
        # What was dumped has its secrets as objects.
        given = value if is_too_deep(value) else plain(value)
        model: CreateModel = load_of(given, self.vendor, self.role)
        return model


def _dumped(value: CreateModel, info: core_schema.SerializationInfo) -> Any:
    request = value.masked_payload()
    return _as_json(request) if info.mode == "json" else request


def _as_json(value: Any) -> Any:
    if isinstance(value, SecretStr | Secret):
        return HIDDEN
    if isinstance(value, Mapping):
        return {name: _as_json(inner) for name, inner in value.items()}
    return [_as_json(inner) for inner in value] if isinstance(value, list) else value


@cache
def _types() -> dict[str, Any]:
    types: dict[str, Any] = {}
    for vendor in vendors().values():
        for role in vendor.requests:
            name = vendor.request_name(role)
            types[name] = Annotated[Request, RequestOf(name, vendor.name, role)]
    return types


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return sorted(_types())
    if name not in _types():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _types()[name]


def __dir__() -> list[str]:
    return sorted(_types())
