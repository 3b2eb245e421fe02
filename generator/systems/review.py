"""The review of systems: decisions, proposals of the rules, and undecided connectors and properties."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Mapping, Sequence

from generator.catalog.connector import Connector, Role
from generator.catalog.decisions import Decisions, Link, RoleDecisions, SystemDecisions
from generator.catalog.synonyms import Tables
from generator.profiles.profile import Profile
from generator.systems.descriptions import names_pattern, similar_descriptions
from generator.systems.experience import Experience, experience_of
from generator.systems.facts import Facts, facts_of
from generator.systems.grouping import Pair, groups_of, pairs_of
from generator.systems.properties import PropertiesByPath, PropertiesByVendor, needs_decision, properties_of
from generator.systems.proposals import Proposal, left_over_secrets, one_to_one, similar_pairs
from generator.systems.resolution import connectors_by_id, systems_of
from generator.systems.similarity import Weights, weights_of
from generator.systems.system import System


@dataclasses.dataclass(frozen=True)
class Review:
    """The catalog, the decisions and the proposals of the rules.

    Attributes:
        decisions: The reviewed decisions.
        connectors: The connectors of the catalog.
        profiles: The vendors' profiles.
        tables: The synonyms.
    """

    decisions: Decisions
    connectors: tuple[Connector, ...]
    profiles: Mapping[str, Profile]
    tables: Tables
    _similar: dict[str, list[Proposal]] = dataclasses.field(default_factory=dict, init=False, repr=False)

    @functools.cached_property
    def systems(self) -> tuple[System, ...]:
        """The decided systems, one for each role."""
        return systems_of(self.decisions, self.connectors, self.profiles)

    @functools.cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of connectors that may belong to the same system."""
        return pairs_of(self.connectors, self.profiles, self.tables.connectors)

    @functools.cached_property
    def decided_connectors(self) -> frozenset[tuple[str, str, str]]:
        """The vendor, role and id of each connector that a decision names."""
        return frozenset(
            (vendor, role, type_)
            for _, role, decided in self.decisions.every_role()
            for vendor, type_ in decided.every_connector()
        )

    def undecided_groups(self) -> list[tuple[Connector, ...]]:
        """Return the proposed groups of connectors of several vendors that have an undecided connector."""
        groups = groups_of(self.pairs)
        return [group for group in groups if any(not self.is_decided(each) for each in group)]

    def is_decided(self, connector: Connector) -> bool:
        """Return whether a decision names a connector."""
        return (connector.vendor, connector.role, connector.type) in self.decided_connectors

    def system_of_group(self, group: Sequence[Connector]) -> System:
        """Return a group of connectors as a system with the common decisions only."""
        first = min(group, key=lambda each: (len(each.type), each.key))
        prefix = self.profiles[first.vendor].roles[first.role].id_prefix
        name = first.type.removeprefix(prefix).replace("-", "_").replace(".", "_")
        ids: dict[str, list[str]] = {}
        for each in group:
            ids.setdefault(each.vendor, []).append(each.type)
        roles: dict[Role, RoleDecisions] = {
            first.role: RoleDecisions({vendor: tuple(types) for vendor, types in ids.items()})
        }
        alone = Decisions({name: SystemDecisions(name, first.name, roles)}, self.decisions.common)
        return systems_of(alone, self.connectors, self.profiles)[0]

    def similar_pairs(self, system: System) -> list[Proposal]:
        """Return the pairs of similar properties of a system, the most similar first."""
        if system.key not in self._similar:
            facts = self._facts(system)
            self._similar[system.key] = similar_pairs(facts, self._weights, self._experience, system.key)
        return self._similar[system.key]

    def proposed(self, system: System) -> list[Proposal]:
        """Return the proposed pairs with an undecided property of a system, one to one together with its links."""
        undecided = {(vendor, path) for vendor, listed in system.undecided.items() for path in listed}
        linked = [frozenset(link.every_path()) for link in system.links]
        pairs = one_to_one(self.similar_pairs(system), linked)
        pairs += left_over_secrets(self._facts(system), pairs, linked)
        return [each for each in pairs if not undecided.isdisjoint(each.paths)]

    def proposed_without_decisions(self, system: System) -> list[Proposal]:
        """Return the pairs that the rules propose when they ignore the system's own decisions, one to one."""
        pairs = one_to_one(self.similar_pairs(system))
        return pairs + left_over_secrets(self._facts(system), pairs)

    def properties(self, system: System, vendor: str) -> PropertiesByPath:
        """Return the properties of a vendor's connectors in a system."""
        return properties_of(self._connectors(system, vendor))

    def similar_descriptions(
        self, system: System, link: Link, properties: PropertiesByVendor
    ) -> Iterator[tuple[str, str]]:
        """Yield pairs of similar descriptions of linked properties."""
        names = {
            vendor: names_pattern(self.profiles[vendor].title, self._connectors(system, vendor))
            for vendor in system.connectors
        }
        return similar_descriptions(link, properties, names, self.tables.properties)

    def _connectors(self, system: System, vendor: str) -> tuple[Connector, ...]:
        return tuple(self._by_id[vendor, system.role, type_] for type_ in system.connectors[vendor])

    def _facts(self, system: System) -> dict[str, list[Facts]]:
        return {vendor: self._facts_of(self._connectors(system, vendor)) for vendor in system.connectors}

    def _facts_of(self, connectors: Sequence[Connector]) -> list[Facts]:
        synonyms = self.tables.properties
        titles = frozenset(word for each in connectors for word in synonyms.words(each.name))
        names = self.profiles[connectors[0].vendor].id_names(connectors[0].role)
        return [
            facts_of(connectors[0].vendor, path, same, synonyms, titles)
            for path, same in properties_of(connectors).items()
            if needs_decision(path, same, names)
        ]

    @functools.cached_property
    def _by_id(self) -> dict[tuple[str, str, str], Connector]:
        return connectors_by_id(self.connectors)

    @functools.cached_property
    def _experience(self) -> Experience:
        return experience_of(self.systems)

    @functools.cached_property
    def _weights(self) -> Weights:
        return weights_of(
            each for connector in self.connectors if connector.steps for each in self._facts_of([connector])
        )
