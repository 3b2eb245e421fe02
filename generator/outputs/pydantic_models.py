"""Prints pydantic models with datamodel-code-generator: its engine finds the type hints, our template prints them."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from datamodel_code_generator import InputFileType, generate
from datamodel_code_generator.enums import DataModelType, TargetPydanticVersion
from datamodel_code_generator.format import PythonVersion
from datamodel_code_generator.parser import LiteralType

from generator.context.literals import PATTERN_NAMES, docstring, python_literal
from generator.context.model import ModelContext
from generator.paths import TEMPLATES


def model_text(model: ModelContext) -> str:
    """The text of a model's module, not yet formatted."""
    extra: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for name, context in model.classes.items():
        # The engine has an environment of its own, without our filters.
        extra[name] = {"model": context, "python": python_literal, "docstring": docstring}
    imports = ["typing.ClassVar"]
    names = (*PATTERN_NAMES.values(), "ConditionalRequirement", "Rules", "StepRules")
    imports += [f"connector_catalog.constraints.{name}" for name in names]
    imports += ["connector_catalog.value_constraints.ValueConstraints", "connector_catalog.payload.UpdateModel"]
    if any(not field.is_plain for context in model.classes.values() for field in context.fields.values()):
        imports.append("pydantic.Field")
    text = generate(
        json.dumps(model.schema),
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        target_pydantic_version=TargetPydanticVersion.V2_11,
        base_class_map={name: f"connector_catalog.{_base(model, name)}" for name in model.classes},
        class_name=model.main,
        additional_imports=imports,
        custom_file_header=model.header,
        custom_template_dir=TEMPLATES / "engine",
        disable_timestamp=True,
        enum_field_as_literal=LiteralType.All,
        extra_template_data=extra,
        formatters=[],
        use_standard_collections=True,
        use_title_as_name=True,
        use_union_operator=True,
    )
    if not isinstance(text, str):
        raise TypeError(f"the engine gave {type(text).__name__} for {model.module}; expected one module")
    return text


def _base(model: ModelContext, name: str) -> str:
    return "payload.CreateModel" if name == model.main else "object_model.ObjectModel"
