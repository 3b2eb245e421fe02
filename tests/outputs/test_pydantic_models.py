"""Models that the engine makes in one call are the same as those that it makes one by one."""

from __future__ import annotations

from generator.context.models.connector import ModelContext, model_context
from generator.outputs.formatting import format_python
from generator.outputs.pydantic_models import model_texts
from tests import cases
from tests.context.building import Facts, connector, prop, step
from tests.vendors import shape


def _model(name: str, *properties: Facts) -> ModelContext:
    return model_context(shape(connector(step("form", *properties), type_=name)), f"# {name}")


def _formatted(models: list[ModelContext]) -> list[str]:
    files = {f"m{number}.py": text for number, text in enumerate(model_texts(models))}
    return list(format_python(files).values())


def test_models_of_one_call_are_those_of_a_call_for_each() -> None:
    models = [model_context(shape(cases.load(case)), f"# {case}") for case in cases.CASES]

    assert _formatted(models) == [text for model in models for text in _formatted([model])]


def test_no_models_are_no_texts() -> None:
    assert model_texts([]) == []


def test_classes_of_the_same_name_stay_apart() -> None:
    nested = prop("b", "object", properties=[prop("x", "integer")])
    first, second, third = _formatted([_model("a", nested), _model("a", prop("y")), _model("ab", prop("z"))])

    assert "x: int | None = None" in first
    assert "class ASource(ASourceUpdate, CreateModel)" in second
    assert "x: int" not in second
    assert "class AbSource(AbSourceUpdate, CreateModel)" in third
    assert first.startswith("# a\n")


def test_a_text_that_looks_like_the_mark_of_another_model_is_text() -> None:
    mark = "\n# of BSource\nimport os\n"
    hostile = _model("a", prop(mark, description=mark, enum=[mark]), prop("c", pattern=mark))
    alone, together = _formatted([hostile]), _formatted([hostile, _model("b", prop("x"))])

    assert together[0] == alone[0]
    assert together[1] == _formatted([_model("b", prop("x"))])[0]
