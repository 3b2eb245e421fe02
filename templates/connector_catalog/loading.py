"""The model of any request. Needs the standard library only, until a model is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, overload

from .nesting import nesting_problem
from .problems import Problem
from .registry import get_model
from .request_naming import named_in
from .validation import Unknown

if TYPE_CHECKING:
    from .payload import CreateModel, UpdateModel

_TITLE = "Request"


@overload
def load(
    payload: Mapping[str, Any], *, action: Literal["create"] = "create", unknown: Unknown = "error"
) -> CreateModel: ...
@overload
def load(payload: Mapping[str, Any], *, action: Literal["update"], unknown: Unknown = "error") -> UpdateModel: ...
def load(payload: Mapping[str, Any], *, action: str = "create", unknown: Unknown = "error") -> Any:
    """Return the model of a whole request of any vendor, which names its connector by the id that its API takes.

    Args:
        payload: The request.
        action: Whether the request is one to ``create`` or one to ``update``.
        unknown: How to treat names that the catalog does not know: as errors, as Python's warnings, or not at all.

    Raises:
        ValidationError: The request names no connector of the catalog, or ``validate`` finds an error in it. It is
            pydantic's, and shows no value of the request.
        ModuleNotFoundError: pydantic is not installed.
        ValueError: ``action`` or ``unknown`` has another value.
    """
    try:
        return load_of(payload, action=action, unknown=unknown)
    except ValueError as fault:
        error = fault.with_traceback(None)
    # Tools that report errors show the variables of each frame of a traceback.
    del payload
    raise error


def load_of(
    payload: Any,
    vendor: str | None = None,
    role: str | None = None,
    *,
    action: str = "create",
    unknown: Unknown = "error",
) -> Any:
    """Return the model of a request of one vendor, and of one role, where these are not ``None``."""
    if action not in ("create", "update"):
        raise ValueError("action must be 'create' or 'update'")
    problem = _unreadable(payload)
    connector = problem or named_in(payload, vendor, role)
    if isinstance(connector, Problem):
        raise _errors().validation_error(_TITLE, [connector], payload)
    return get_model(connector.vendor, connector.type, action=action).from_payload(payload, unknown=unknown)


def _unreadable(payload: Any) -> Problem | None:
    if not isinstance(payload, Mapping):
        return Problem("", "type", "expected an object")
    return nesting_problem(payload)


def _errors() -> Any:
    try:
        return import_module(f"{__package__}.model_errors")
    except ModuleNotFoundError as fault:
        if fault.name != "pydantic":
            raise
        raise ModuleNotFoundError("models need pydantic: install connector-catalog[models]", name="pydantic") from None
