"""Turns an object into the model of the variant that it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails

from .model_errors import detail
from .nearest import nearest
from .partial_models import partial_model
from .variants import Selector, nearest_variant

if TYPE_CHECKING:
    from .object_model import ObjectModel


class VariantModels(NamedTuple):
    """The models of the variants of a property, or of the items of a list, and what tells them apart."""

    selector: Selector
    models: Sequence[type[ObjectModel]]
    names: Sequence[frozenset[str]]
    of_items: bool

    @classmethod
    def of_annotation(cls, annotation: Any) -> VariantModels | None:
        """Return the models that a field's type hint names, or ``None``."""
        models = [each for each in _models(annotation) if each.selected_by() is not None]
        if not models:
            return None
        selections = [each for model in models if (each := model.selected_by()) is not None]
        values, required = (each.value for each in selections), (each.required for each in selections)
        selector = Selector(selections[0].name, tuple(values), tuple(required))
        names = [frozenset(model.names_in_payloads()) for model in models]
        return cls(selector, models, names, models[0] not in _models(annotation, in_lists=False))

    def validated(self, value: Any, *, partial: bool = False) -> Any:
        """Return a value in which the object, or each object in the list, is the model of its variant.

        What is required may be missing where it is ``partial``.

        Raises:
            ValidationError: An object is none of the variants, or not a valid one.
        """
        if self.of_items:
            return self._models_of_items(value, partial) if isinstance(value, list) else value
        return self._model(value, partial) if isinstance(value, Mapping) else value

    def _model(self, value: Mapping[str, Any], partial: bool) -> ObjectModel:
        candidates = self.selector.candidates(value, partial=partial)
        models = [partial_model(each) for each in self.models] if partial else self.models
        if not candidates:
            code, message = self.selector.fault(value)
            hint = nearest(value[self.selector.name], self.selector.values) if code == "enum" else ""
            fault = detail(code, message, hint, (self.selector.name,))
            raise ValidationError.from_exception_data("variant", [fault], hide_input=True)
        for number in candidates if len(candidates) > 1 else ():
            try:
                return models[number].model_validate(value)
            except ValidationError:
                continue
        return models[nearest_variant(candidates, self.names, value)].model_validate(value)

    def _models_of_items(self, items: list[Any], partial: bool) -> list[Any]:
        models, errors = [], []
        for number, item in enumerate(items):
            try:
                models.append(self._model(item, partial) if isinstance(item, Mapping) else item)
            except ValidationError as fault:
                errors += [_below(number, each) for each in fault.errors(include_input=False, include_url=False)]
        if errors:
            raise ValidationError.from_exception_data("variant", errors, hide_input=True)
        return models


def _models(annotation: Any, *, in_lists: bool = True) -> Iterator[type[ObjectModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation  # type: ignore[misc]
    for each in get_args(annotation) if in_lists or get_origin(annotation) is not list else ():
        yield from _models(each, in_lists=in_lists)


def _below(number: int, fault: Any) -> InitErrorDetails:
    context = fault["ctx"]
    return detail(fault["type"], context["expected"], context.get("hint", ""), (number, *fault["loc"]))
