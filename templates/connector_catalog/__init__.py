"""Models, validators and schemas for the configuration of data connectors.

Each name is imported on first use.
"""

from __future__ import annotations

from importlib import import_module

_MODULES = {
    "Action": "validation",
    "Adopted": "adoption.adopted",
    "CatalogChange": "upgrades.catalog_change",
    "Change": "diff.change",
    "ConnectorDescription": "descriptions",
    "ConnectorId": "entry",
    "Converted": "conversion.converted",
    "Entry": "entry",
    "Level": "problems",
    "Link": "system",
    "Problem": "problems",
    "Reference": "secret_references",
    "System": "system",
    "Unknown": "validation",
    "UnknownConnectorError": "registry",
    "UnknownVersionError": "upgrades.catalog_change",
    "UnresolvedReferenceError": "resolving",
    "__version__": "build",
    "adopt": "adoption.adopting",
    "changes": "upgrades.catalog_change",
    "check_upgrade": "upgrades.checking",
    "convert": "conversion.converting",
    "data_version": "build",
    "data_versions": "upgrades.catalog_change",
    "describe": "describing",
    "entries": "registry",
    "environment": "resolving",
    "find": "registry",
    "get_model": "registry",
    "load": "loading",
    "plan_diff": "diff.plan_diff",
    "resolve": "resolving",
    "schema": "registry",
    "search": "searching",
    "systems": "system",
    "validate": "validation",
}

__all__ = sorted(_MODULES)  # noqa: PLE0605 # the table above is the list


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
