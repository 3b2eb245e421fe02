"""Models, validators and schemas for the configuration of data connectors.

Each name is imported on first use.
"""

from __future__ import annotations

from importlib import import_module

_MODULES = {
    "Action": "validation",
    "Adopted": "adoption.adopted",
    "Change": "diff.change",
    "ConnectorDescription": "descriptions",
    "ConnectorId": "registry",
    "Entry": "registry",
    "Level": "problems",
    "Link": "systems",
    "Problem": "problems",
    "Reference": "secret_references",
    "System": "systems",
    "Unknown": "validation",
    "UnknownConnectorError": "registry",
    "UnresolvedReferenceError": "resolving",
    "adopt": "adoption.adopting",
    "describe": "registry",
    "entries": "registry",
    "environment": "resolving",
    "find": "registry",
    "get_model": "registry",
    "load": "loading",
    "plan_diff": "diff.plan_diff",
    "resolve": "resolving",
    "schema": "registry",
    "search": "registry",
    "systems": "systems",
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
