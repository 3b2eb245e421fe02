"""Prints pydantic models with datamodel-code-generator: its engine finds the type hints, our template prints them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from datamodel_code_generator import InputFileType, generate
from datamodel_code_generator.enums import DataModelType, TargetPydanticVersion
from datamodel_code_generator.format import PythonVersion
from datamodel_code_generator.parser import LiteralType

from generator.context.literals import PATTERN_NAMES, docstring, python_ascii, python_literal
from generator.context.models.connector import ModelContext
from generator.outputs.repeated_classes import without_repeats
from generator.paths import TEMPLATES

_MARK = re.compile(r"^# of (\w+)\n", re.MULTILINE)
_FILTERS = {"docstring": docstring, "python": python_literal, "python_ascii": python_ascii}
_IMPORTS = [
    "typing.ClassVar",
    "pydantic.ConfigDict",
    "pydantic.Field",
    "connector_catalog.payload.UpdateModel",
    "connector_catalog.typed_dicts.typed_dicts",
    "connector_catalog.value_constraints.ValueConstraints",
    "connector_catalog.variants.SelectedBy",
    *(f"connector_catalog.constraints.{name}" for name in PATTERN_NAMES.values()),
    *(f"connector_catalog.rules.{name}" for name in ("Condition", "ConditionalRequirement", "Rules", "StepRules")),
]
"""Names that the template prints; ruff removes those that a module does not use."""

_TYPED_DICTS = "\n\n__getattr__ = typed_dicts(__name__)\n"
"""The end of each module: the types of payloads, which are made when they are first used."""


def model_texts(models: Sequence[ModelContext]) -> list[str]:
    """Return the texts of models' modules, not yet formatted.

    The engine takes nearly as long for one module as for several: it is called once for all whose classes have
    different names.
    """
    return [text for group in _groups(models) for text in _texts(group)]


def _groups(models: Sequence[ModelContext]) -> Iterator[list[ModelContext]]:
    """Yield models in order, in groups in which no two have a class of the same name."""
    group: list[ModelContext] = []
    for model in models:
        if any(not model.classes.keys().isdisjoint(other.classes) for other in group):
            yield group
            group = []
        group.append(model)
    yield group


def _texts(models: Sequence[ModelContext]) -> list[str]:
    bases: dict[str, str | list[str]] = {}
    extra: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for model in models:
        for name, context in model.classes.items():
            bases[name] = (
                f"connector_catalog.{'payload.CreateModel' if context.request else 'object_model.ObjectModel'}"
            )
            # The engine has an environment of its own, without our filters.
            extra[name] = {"model": context, "owner": model.main, **_FILTERS}
    schema: dict[str, Any] = {"$defs": {model.main: model.schema for model in models}}
    text = generate(
        schema,
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        target_pydantic_version=TargetPydanticVersion.V2_11,
        base_class_map=bases,
        class_name="Everything",
        additional_imports=_IMPORTS,
        custom_file_header="#",
        custom_template_dir=TEMPLATES / "engine",
        disable_future_imports=True,  # pydantic takes longer to read type hints that are strings.
        disable_timestamp=True,
        enum_field_as_literal=LiteralType.All,
        extra_template_data=extra,
        formatters=[],
        use_standard_collections=True,
        use_title_as_name=True,
        use_union_operator=True,
    )
    if not isinstance(text, str):
        raise TypeError(f"expected one module from the engine, not {type(text).__name__}")
    head, *parts = _MARK.split(text)
    imports = head[1 : head.index("class Everything(")]
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for owner, body in zip(parts[::2], parts[1::2], strict=True):
        classes[owner].append(body)
    printed = {model.main: "".join(without_repeats(classes[model.main])) for model in models}
    return [f"{model.header}{imports}{printed[model.main]}{_TYPED_DICTS}" for model in models]
