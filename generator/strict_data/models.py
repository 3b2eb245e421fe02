"""Validates the files that people write with pydantic; each fault is a diagnostic with the file and the place in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pydantic
from pydantic.alias_generators import to_camel

from generator.diagnostics import Diagnostics
from generator.strict_data.load import load_json_text, load_yaml

_Form = TypeVar("_Form")
_MOST_FAULTS = 20
_NOT_A_MAPPING = "Input should be a valid dictionary"
"""The beginning of pydantic's message that may name a class of Python."""


class StrictModel(pydantic.BaseModel):
    """A frozen object of a file, with camelCase names; other names are errors, which do not show values."""

    model_config = pydantic.ConfigDict(alias_generator=to_camel, extra="forbid", frozen=True, hide_input_in_errors=True)


def load_model(path: Path, form: type[_Form], code: str, diagnostics: Diagnostics) -> _Form | None:
    """Return the content of a YAML or JSON file, validated; ``None``, with errors of this code, if it is invalid.

    Args:
        path: The file; one whose name ends in ``.json`` is read as JSON.
        form: The type of the content, such as a :class:`StrictModel` or a list of them.
        code: The code of the errors.
        diagnostics: Where the errors go.
    """
    if path.suffix == ".json":
        text = load_json_text(path, code, diagnostics)
        return None if text is None else validated_json(text, form, path.name, code, diagnostics)
    before = len(diagnostics)
    data = load_yaml(path, code, diagnostics)
    return None if len(diagnostics) > before else validated(data, form, path.name, code, diagnostics)


def validated(data: Any, form: type[_Form], name: str, code: str, diagnostics: Diagnostics) -> _Form | None:
    """Return the value of the file with this name, validated; ``None``, with errors of this code, if it is invalid."""
    return _validated(lambda: pydantic.TypeAdapter(form).validate_python(data), name, code, diagnostics)


def validated_json(
    text: str | bytes, form: type[_Form], name: str, code: str, diagnostics: Diagnostics
) -> _Form | None:
    """Return the value of a JSON text, as :func:`validated` does."""
    return _validated(lambda: pydantic.TypeAdapter(form).validate_json(text), name, code, diagnostics)


def _validated(validate: Callable[[], _Form], name: str, code: str, diagnostics: Diagnostics) -> _Form | None:
    try:
        return validate()
    except pydantic.ValidationError as fault:
        found = fault.errors(include_url=False, include_context=False, include_input=False)
    for each in found[:_MOST_FAULTS]:
        place = ": ".join(filter(None, (name, "/".join(map(str, each["loc"])))))
        is_not_a_mapping = each["msg"].startswith(_NOT_A_MAPPING)
        message = "expected a mapping" if is_not_a_mapping else each["msg"].removeprefix("Value error, ")
        diagnostics.error(code, place, message)
    if len(found) > _MOST_FAULTS:
        diagnostics.error(code, name, f"{len(found) - _MOST_FAULTS:,} more faults")
    return None
