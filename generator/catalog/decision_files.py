"""Reads ``catalog/systems/*.yaml`` and checks the format; other modules check the names against the catalog."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar

import pydantic

from generator.catalog.connector import Role
from generator.catalog.decisions import LEAST_VENDORS, Decisions, Difference, Link, RoleDecisions, SystemDecisions
from generator.diagnostics import Diagnostics
from generator.folders import files_in
from generator.strict_data.models import StrictModel, load_model

CODE = "system-format"
COMMON = "common"
"""Name of the file with the decisions for every system."""

_NAME = re.compile("(?!index$)[a-z0-9]+(_[a-z0-9]+)*")
_PATH = r"^[^\s.\[\]]+(\[\])?(\.[^\s.\[\]]+(\[\])?)*$"

_Vendor = Annotated[str, pydantic.Field(pattern="^[a-z][a-z0-9_]*$")]
_Path = Annotated[str, pydantic.Field(pattern=_PATH)]
_Text = Annotated[str, pydantic.Field(pattern=r"\S")]
_Reason = Annotated[str, pydantic.Field(min_length=10)]


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _as_text(value: Any) -> Any:
    """Return a boolean or an integer as its JSON text; other values as they are."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else value


_Paths = Annotated[
    tuple[_Path, ...],
    pydantic.BeforeValidator(_listed, json_schema_input_type=_Path | list[_Path]),
    pydantic.Field(min_length=1),
]
_Value = Annotated[str, pydantic.BeforeValidator(_as_text, json_schema_input_type=str | bool | int)]


class _ByVendor(StrictModel):
    """A decision with properties by vendor; each vendor is a key."""

    model_config = pydantic.ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, _Paths] = pydantic.Field(init=False)

    @property
    def paths(self) -> dict[str, tuple[str, ...]]:
        return self.__pydantic_extra__

    @pydantic.model_validator(mode="after")
    def _has_vendors(self) -> _ByVendor:
        if len(self.paths) < LEAST_VENDORS:
            raise ValueError("expected properties of at least two vendors")
        return self


class _Link(_ByVendor):
    values: tuple[dict[_Vendor, _Value], ...] = ()
    units: dict[_Vendor, _Text] = pydantic.Field(default_factory=dict)

    @pydantic.model_validator(mode="after")
    def _is_about_its_vendors(self) -> _Link:
        if any(not row or not row.keys() <= self.paths.keys() for row in self.values):
            raise ValueError("expected rows whose keys are vendors of the link")
        if not self.units.keys() <= self.paths.keys():
            raise ValueError("expected units whose keys are vendors of the link")
        return self

    def to_link(self) -> Link:
        return Link(self.paths, self.values, self.units)


class _Difference(_ByVendor):
    because: _Reason


class _Common(StrictModel):
    links: tuple[_Link, ...] = ()
    without_counterpart: dict[_Vendor, _Paths] = pydantic.Field(default_factory=dict)
    differs: tuple[_Difference, ...] = ()

    def to_decisions(self) -> RoleDecisions:
        return RoleDecisions(
            links=tuple(each.to_link() for each in self.links),
            without_counterpart=self.without_counterpart,
            differs=tuple(Difference(each.paths, each.because) for each in self.differs),
        )


class _Role(_Common):
    connectors: dict[_Vendor, Annotated[tuple[_Text, ...], pydantic.Field(min_length=1)]] = pydantic.Field(min_length=1)
    other_systems: dict[_Vendor, dict[_Text, _Reason]] = pydantic.Field(default_factory=dict)

    def to_decisions(self) -> RoleDecisions:
        common = super().to_decisions()
        return RoleDecisions(
            self.connectors, self.other_systems, common.links, common.without_counterpart, common.differs
        )


_File = TypeVar("_File", "_CommonFile", "_SystemFile")


class _CommonFile(StrictModel):
    source: _Common | None = None
    destination: _Common | None = None

    def to_decisions(self) -> dict[Role, RoleDecisions]:
        roles: tuple[tuple[Role, _Common | None], ...] = (("source", self.source), ("destination", self.destination))
        return {role: each.to_decisions() for role, each in roles if each is not None}


class _SystemFile(_CommonFile):
    title: _Text
    source: _Role | None = None
    destination: _Role | None = None


def load_decisions(folder: Path, vendors: Collection[str], diagnostics: Diagnostics) -> Decisions:
    """Return the decisions in ``<folder>/<system>.yaml``; an invalid file or an unknown vendor is an error."""
    systems: dict[str, SystemDecisions] = {}
    common: Mapping[Role, RoleDecisions] = {}
    for path in files_in(folder, ".yaml"):
        if _NAME.fullmatch(path.stem) is None:
            diagnostics.error(
                CODE, path.name, "invalid file name; expected lower-case letters, digits and _, and not index"
            )
        elif path.stem == COMMON:
            common_file = _read(path, _CommonFile, vendors, diagnostics)
            common = common_file.to_decisions() if common_file is not None else {}
        else:
            file = _read(path, _SystemFile, vendors, diagnostics)
            if file is not None:
                systems[path.stem] = SystemDecisions(path.stem, file.title, file.to_decisions())
    return Decisions(systems, common)


def _read(path: Path, model: type[_File], vendors: Collection[str], diagnostics: Diagnostics) -> _File | None:
    file = load_model(path, model, CODE, diagnostics)
    if file is None:
        return None
    unknown = list(_unknown_vendors(file.to_decisions(), vendors))
    for role, vendor in unknown:
        diagnostics.error(CODE, f"{path.name}: {role}", f"unknown vendor {vendor!r}; expected one with a profile")
    return None if unknown else file


def _unknown_vendors(roles: Mapping[Role, RoleDecisions], vendors: Collection[str]) -> Iterator[tuple[Role, str]]:
    for role, decisions in roles.items():
        named = {vendor for vendor, _ in (*decisions.every_connector(), *decisions.decided_paths())}
        yield from ((role, vendor) for vendor in sorted(named.difference(vendors)))
