"""Objects of update requests, in which nothing is required."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import Field, create_model

if TYPE_CHECKING:
    from .object_model import ObjectModel


@cache
def partial_model(model: type[ObjectModel]) -> type[ObjectModel]:
    """Return a model with the same fields, all optional, in nested objects too."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if field.is_required():
            hint = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
            fields[name] = (
                hint,
                Field(
                    default=None,
                    repr=field.repr,
                    validation_alias=field.validation_alias,
                    serialization_alias=field.serialization_alias,
                ),
            )
    partial: type[ObjectModel] = create_model(
        model.__name__, __base__=model, __module__=model.__module__, __doc__=model.__doc__, **fields
    )
    partial.mark_partial()
    return partial


def partial_value(value: Any, annotation: Any) -> Any:
    """Return a value in which an object, or each object in a list, is a partial model of those in a type hint.

    Raises:
        ValidationError: An object is not valid.
    """
    model = _only_model(annotation)
    if model is None:
        return value
    if isinstance(value, Mapping):
        return partial_model(model).model_validate(value)
    if isinstance(value, list):
        return [partial_model(model).model_validate(each) if isinstance(each, Mapping) else each for each in value]
    return value


@cache
def _only_model(annotation: Any) -> type[ObjectModel] | None:
    if hasattr(annotation, "names_in_payloads"):
        return annotation  # type: ignore[no-any-return]
    models = (model for each in get_args(annotation) if (model := _only_model(each)) is not None)
    return next(models, None)
