"""Proposals of links: how alike two properties are, and which pairs are proposed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from generator.catalog.decisions import Link
from generator.systems.experience import Experience, experience_of
from generator.systems.facts import Facts, facts_of
from generator.systems.proposals import LEAST, Proposal, left_over_secrets, links_of, one_to_one, similar_pairs
from generator.systems.similarity import Likeness, Weights, likeness, weights_of
from generator.systems.system import System
from generator.systems.value_rows import value_rows
from tests.catalog.building import Fields, as_property, prop
from tests.systems.building import SYNONYMS

EVEN = Weights({}, {})
NONE = Experience()


def facts(fields: Fields, vendor: str = "acme", path: str = "", titles: str = "") -> Facts:
    """Return what is compared of a property."""
    found = as_property(fields)
    return facts_of(vendor, path or found.name, (found,), SYNONYMS, frozenset(SYNONYMS.words(titles)))


def _compared(one: Fields, other: Fields, experience: Experience = NONE, **more: Any) -> Likeness:
    return likeness(facts(one, **more), facts(other, "beta", **more), EVEN, experience, "source/x")


@pytest.mark.parametrize(
    ("one", "other", "score", "reasons"),
    [
        (prop("host"), prop("host"), 0.6, ("same name",)),
        (prop("host"), prop("hosts"), 0.6, ("similar names",)),
        (prop("login"), prop("user"), 0.6, ("similar names",)),
        (prop("host_name"), prop("host"), 0.3, ("similar names",)),
        (prop("host"), prop("port"), 0.0, ()),
        (prop("x1", title="Host"), prop("host"), 0.6, ("similar names",)),
        (prop("x", description="Host."), prop("y", description="Host."), 0.4, ("same description",)),
        (prop("x", description="One host."), prop("y", description="Host."), 0.2, ("similar descriptions",)),
    ],
)
def test_names_and_descriptions(one: Fields, other: Fields, score: float, reasons: tuple[str, ...]) -> None:
    assert _compared(one, other) == Likeness(score, reasons)


@pytest.mark.parametrize(
    ("one", "other", "change", "reason"),
    [
        ({"type_": "object"}, {"type_": "boolean"}, -0.3, "types that cannot be converted"),
        ({"secret": True}, {}, -0.12, "only one is secret"),
        ({"enum": ["x", "y"]}, {"enum": ["X", "z"]}, 0.15, "same listed values"),
        ({"enum": ["x", "y"]}, {"enum": ["u", "v"]}, -0.06, "different listed values"),
        ({"format": "date"}, {"format": "date"}, 0.05, "same format"),
        ({"unit": "day"}, {"unit": "day"}, 0.05, "same unit"),
        ({"default": 1}, {"default": 1}, 0.05, "same default"),
    ],
)
def test_facts_count_for_and_against(one: Fields, other: Fields, change: float, reason: str) -> None:
    found = _compared(prop("a", **one), prop("a", **other))

    assert found.score == pytest.approx(0.6 + change)
    assert found.reasons == ("same name", reason)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"type_": "string"}, {"type_": "integer"}),
        ({"type_": "array"}, {"type_": "string"}),
        ({"type_": "string", "encoding": "json"}, {"type_": "object"}),
        ({"format": "date"}, {"format": "uri"}),
        ({"default": 1}, {"default": 2}),
    ],
)
def test_facts_that_say_nothing(one: Fields, other: Fields) -> None:
    assert _compared(prop("a", **one), prop("a", **other)) == Likeness(0.6, ("same name",))


def test_a_score_is_at_most_1() -> None:
    same = prop("a", description="Host.", enum=["x"], format="date", unit="day", default=1)

    assert _compared(same, same).score == 1.0


def test_words_of_the_connectors_names_do_not_count() -> None:
    one, other = prop("big_key", description="Key of Big."), prop("big_user", description="Login of Big.")

    assert _compared(one, other).score > 0
    assert _compared(one, other, titles="Big").score == 0


def test_rare_words_count_more_than_frequent_ones() -> None:
    every = [facts(prop(name)) for name in ("api_key", "api_user", "api_host", "region")]
    weights = weights_of(every)

    assert weights.of_names["region"] > weights.of_names["api"]
    compared = likeness(facts(prop("api_key")), facts(prop("api_x")), weights, NONE, "source/x")
    assert compared.score < _compared(prop("api_key"), prop("api_x")).score


def _system(name: str, *links: dict[str, str], **alone: tuple[str, ...]) -> System:
    found = tuple(Link({vendor: (path,) for vendor, path in link.items()}) for link in links)
    return System(name, name, "source", {"acme": (), "beta": ()}, found, alone, {})


def test_other_systems_count_for_and_against() -> None:
    linking = [_system(f"l{number}", {"acme": "group.secret", "beta": "token"}) for number in range(4)]
    apart = [_system("apart", acme=("secret",), beta=("token",))]
    one, other = prop("secret"), prop("token")

    assert _compared(one, other, experience_of([])) == Likeness(0.0, ())
    found = _compared(one, other, experience_of([*linking, *apart]))
    assert found == Likeness(0.57, ("linked in 4 of 5 other systems",))
    against = _compared(prop("a"), prop("a"), experience_of([_system("x1", acme=("a",), beta=("a",))]))
    assert against == Likeness(0.4, ("same name", "linked in 0 of 1 other systems"))


def test_a_system_s_own_links_do_not_count() -> None:
    assert _compared(prop("a"), prop("b"), experience_of([_system("x", {"acme": "a", "beta": "b"})])) == Likeness(
        0.0, ()
    )


def _pairs(*scored: tuple[str, str, float]) -> list[Proposal]:
    def member(text: str) -> Facts:
        vendor, _, path = text.partition(" ")
        return facts(prop("x"), vendor, path)

    return [Proposal(member(one), member(other), Likeness(score, (f"{score}",))) for one, other, score in scored]


def _places(pairs: Sequence[Proposal]) -> list[tuple[str, ...]]:
    return [tuple(" ".join(place) for place in each.paths) for each in pairs]


def test_pairs_are_sorted_and_the_least_alike_are_left_out() -> None:
    properties = {
        "beta": [facts(prop("host"), "beta"), facts(prop("user"), "beta")],
        "acme": [facts(prop("host")), facts(prop("login", enum=["x"])), facts(prop("port"))],
    }
    found = similar_pairs(properties, EVEN, NONE, "source/x")

    assert _places(found) == [("acme host", "beta host"), ("acme login", "beta user")]
    assert all(each.score >= LEAST for each in found)


def test_pairs_are_one_to_one_and_the_best_wins() -> None:
    pairs = _pairs(
        ("acme a", "beta a", 0.9), ("acme a", "beta b", 0.8), ("acme b", "beta a", 0.7), ("acme a", "gamma a", 0.6)
    )

    assert _places(one_to_one(pairs)) == [("acme a", "beta a"), ("acme a", "gamma a")]
    linked = [frozenset({("acme", "a"), ("beta", "x")})]
    assert _places(one_to_one(pairs, linked)) == [("acme b", "beta a"), ("acme a", "gamma a")]


def test_links_join_pairs_and_have_one_property_of_each_vendor() -> None:
    pairs = _pairs(
        ("acme a", "beta b", 0.9), ("beta b", "gamma c", 0.8), ("acme x", "gamma c", 0.7), ("acme x", "beta y", 0.6)
    )
    found = links_of(pairs)

    assert [
        ({vendor: each.path for vendor, each in link.members.items()}, link.score, link.reasons) for link in found
    ] == [
        ({"acme": "a", "beta": "b", "gamma": "c"}, 0.8, ("0.9", "0.8")),
        ({"acme": "x", "beta": "y"}, 0.6, ("0.6",)),
    ]


def test_the_only_secrets_that_are_left_are_a_pair() -> None:
    def secret(vendor: str, name: str) -> Facts:
        return facts(prop(name, secret=True), vendor)

    properties = {
        "acme": [secret("acme", "key"), facts(prop("a"))],
        "beta": [secret("beta", "token"), secret("beta", "b")],
    }
    taken = _pairs(("acme x", "beta b", 0.9))

    assert _places(left_over_secrets(properties, [])) == []
    assert _places(left_over_secrets(properties, taken)) == [("acme key", "beta token")]
    linked = [frozenset({("acme", "x"), ("beta", "b")})]
    assert _places(left_over_secrets(properties, [], linked)) == [("acme key", "beta token")]


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        ({"acme": {"A"}, "beta": {"a"}}, []),
        ({"acme": {"A"}, "beta": None}, []),
        ({"acme": {"SSH_KEY", "NONE"}, "beta": {"ssh"}}, [{"acme": "SSH_KEY", "beta": "ssh"}, {"acme": "NONE"}]),
        ({"acme": {"x"}, "beta": {"y"}}, [{"acme": "x"}, {"beta": "y"}]),
        (
            {"acme": {"Login"}, "beta": {"User", "user_name"}},
            [{"acme": "Login", "beta": "User"}, {"beta": "user_name"}],
        ),
    ],
)
def test_rows_of_values(texts: dict[str, set[str] | None], rows: list[dict[str, str]]) -> None:
    assert value_rows(texts, SYNONYMS) == rows
