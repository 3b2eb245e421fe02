"""The order of the passes: declared, and noticed where it matters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.catalog.connector import Connector
from generator.catalog.context import Context, Knowledge
from generator.catalog.corrections import Corrections
from generator.catalog.glossary import Glossary
from generator.catalog.passes import DESCRIPTION_PASSES, DOCUMENT_PASSES, MERGED_PASSES, Pass, apply
from generator.diagnostics import Diagnostics
from tests.catalog.building import Fields, codes, connector, envelope, only, prop
from tests.catalog.passes.test_corrections import correction

ALL = (*DOCUMENT_PASSES, *MERGED_PASSES, *DESCRIPTION_PASSES)
KNOWLEDGE = Knowledge(
    Corrections((correction(field="type", old="integer", new="string"),)),
    glossary=Glossary({"a": "A of {name}.", "a=true": "Yes."}),
)


def _unmet(passes: Sequence[Pass]) -> list[tuple[str, str]]:
    """Return what passes require and no earlier one has established."""
    unmet: list[tuple[str, str]] = []
    established: set[str] = set()
    for each in passes:
        unmet += [(each.name, required) for required in each.requires if required not in established]
        established |= set(each.establishes)
    return unmet


def test_each_pass_finds_what_it_requires() -> None:
    assert _unmet(ALL) == []


def test_what_a_pass_establishes_is_its_own() -> None:
    established = [each for one in ALL for each in one.establishes]

    assert len(set(established)) == len(established)
    assert all(each.establishes for each in ALL)


def test_every_pass_is_named_once() -> None:
    assert [each.name for each in ALL] == [
        "corrections",
        "display_names",
        "id_holders",
        "examples",
        "open_lists",
        "string_encodings",
        "secrecy",
        "consistency",
        "expectations",
        "descriptions",
        "dates",
    ]


# Two passes that depend on each other, a connector, and what only their order gives.
PAIRS: dict[tuple[str, str], tuple[Fields, Fields]] = {
    # The correction makes the type accept the example.
    ("corrections", "examples"): (prop("a", "integer"), {"a": "x"}),
    # The example shows that the string does not encode a boolean.
    ("examples", "string_encodings"): (prop("a", encoding="boolean"), {"a": "maybe"}),
    # A switch is not a secret.
    ("string_encodings", "secrecy"): (prop("api_key", encoding="boolean"), {}),
    # The default must be one of the values that the encoding allows.
    ("string_encodings", "consistency"): (prop("a", encoding="boolean", default="TRUE"), {}),
    # The sentence contains the name.
    ("display_names", "descriptions"): (prop("a"), {}),
    # The values that the encoding allows have meanings.
    ("string_encodings", "descriptions"): (prop("a", encoding="boolean"), {}),
    # The example adds a property, which is described.
    ("examples", "descriptions"): (prop("b"), {"a": "x"}),
}


def _applied(passes: Sequence[Pass], table: Fields, example: Fields) -> tuple[Connector, list[str]]:
    diagnostics = Diagnostics()
    given = connector(table, examples=[example] if example else None, name="")
    (found,) = apply(passes, [given], Context(KNOWLEDGE, diagnostics))
    return found, codes(diagnostics)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_order_of_two_passes_matters_and_is_declared(pair: tuple[str, str]) -> None:
    first, second = ({each.name: each for each in ALL}[name] for name in pair)

    assert _applied((first, second), *PAIRS[pair]) != _applied((second, first), *PAIRS[pair])
    swapped = list(ALL)
    one, other = ALL.index(first), ALL.index(second)
    swapped[one], swapped[other] = second, first
    assert _unmet(swapped)


def test_the_passes_together() -> None:
    found, found_codes = _applied(ALL, prop("a", "integer", encoding="boolean", default="TRUE"), {"a": "true"})

    assert found.name == "X"
    assert only(found).to_json() == prop(
        "a",
        encoding="boolean",
        default="true",
        enum=["true", "false"],
        meanings={"true": "Yes."},
        description="A of X.",
        inferred=["enum"],
    )
    assert found_codes == ["corrected"]


def test_passes_run_one_after_the_other_over_all_entries() -> None:
    order: list[str] = []

    def recording(name: str) -> Pass:
        def run(entry: Connector, context: Context) -> Connector:
            order.append(f"{name} {entry.type}")
            return entry.with_fields(name=f"{entry.name}{name}")

        return Pass(run, (), ())  # type: ignore[arg-type]

    entries = [connector(type=type_, name="") for type_ in ("x", "y")]
    found = apply((recording("1"), recording("2")), entries, Context(Knowledge(), Diagnostics()))

    assert order == ["1 x", "1 y", "2 x", "2 y"]
    assert [each.name for each in found] == ["12", "12"]


def test_the_passes_take_envelopes_too() -> None:
    (found,) = apply(ALL, [envelope(prop("api_key", encoding="list", default=3))], Context(KNOWLEDGE, Diagnostics()))
    (property_,) = found.properties

    assert property_.to_json() == prop(
        "api_key",
        encoding="list",
        pattern="^[^,]+(,[^,]+)*$",
        secret=True,
        secretFrom="name",
        description="Text for api key.",
        inferred=["pattern", "secret"],
    )
