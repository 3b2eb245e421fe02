"""Classes that differ in their names alone become one class; whatever else differs keeps them apart."""

from __future__ import annotations

import itertools

from generator.outputs.repeated_classes import without_repeats


def _class(name: str, *lines: str, base: str = "ObjectModel") -> str:
    return "".join([f"class {name}({base}):\n", *(f"    {line}\n" for line in lines), "\n\n"])


def _text(*classes: str) -> str:
    return "".join(without_repeats(classes))


def test_a_class_that_is_like_an_earlier_one_is_a_second_name_of_it() -> None:
    first = _class("One", "x: int")

    assert (
        _text(first, _class("Two", "x: int"), _class("Three", "x: int")) == f"{first}Two = One\n\n\nThree = One\n\n\n"
    )


def test_classes_are_alike_where_the_classes_that_they_use_are() -> None:
    inner, outer = _class("OneInner", "x: int"), _class("One", "inner: OneInner | None = None")
    made = _text(inner, outer, _class("TwoInner", "x: int"), _class("Two", "inner: TwoInner | None = None"))

    assert made == f"{inner}{outer}TwoInner = OneInner\n\n\nTwo = One\n\n\n"


def test_what_differs_in_anything_but_its_name_is_a_class_of_its_own() -> None:
    classes = [
        _class("A", "x: int"),
        _class("B", "x: str"),
        _class("C", "x: int | None"),
        _class("D", "x: int", base="CreateModel"),
        _class("E", "x: int", "y: int"),
        _class("F", '"""Size."""', "x: int"),
        _class("G", '_selected_by: ClassVar[SelectedBy | None] = SelectedBy("a", "b", False)', "x: int"),
    ]

    for order in itertools.islice(itertools.permutations(classes), 0, None, 500):
        assert _text(*order) == "".join(order)


def test_a_name_within_another_name_is_not_that_name() -> None:
    classes = [_class("A", "x: int"), _class("B", "x: int"), _class("P", "y: AB"), _class("Q", "y: AA")]

    assert _text(*classes).count("class ") == 3


def test_a_class_of_a_request_that_has_one_for_updates_beside_it_stays() -> None:
    both = _class("SourceUpdate", "x: int", base="UpdateModel") + _class("Source", "y: int", base="SourceUpdate")

    assert _text(both) == both


def test_the_module_with_second_names_can_be_imported() -> None:
    made = _text(
        *(_class(f"{name}Inner", "x: int", base="object") for name in "AB"),
        *(_class(name, f"inner: {name}Inner", base="object") for name in "AB"),
    )
    names: dict[str, type] = {}
    exec(compile(made, "made", "exec", dont_inherit=True), names)

    assert names["B"] is names["A"]
    assert names["A"].__annotations__ == {"inner": names["AInner"]}
