"""The findings of ``lint`` about systems: undecided connectors and properties, and doubtful decisions."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.decisions import Link
from generator.diagnostics import Diagnostics
from generator.systems.agreement import agreement_of
from generator.systems.contradictions import contradictions
from generator.systems.coverage import unconverted_types, unconverted_units, uncovered_values
from generator.systems.properties import PropertiesByVendor
from generator.systems.review import Review
from generator.systems.system import System


def findings(review: Review) -> Diagnostics:
    """Return the findings as warnings and notes; none of them stops ``generate``."""
    diagnostics = Diagnostics("catalog/systems")
    for group in review.undecided_groups():
        decided = ", ".join(each.key for each in group if review.is_decided(each))
        for each in group:
            if not review.is_decided(each):
                others = decided or ", ".join(other.key for other in group if other is not each)
                message = f"no decision names the connector; it may belong to the same system as {others}"
                diagnostics.warning("system-undecided-connector", "", message, each.key)
    for system in review.systems:
        _report(review, system, diagnostics)
    return diagnostics


def _report(review: Review, system: System, diagnostics: Diagnostics) -> None:
    place = f"{system.name}.yaml: {system.role}"
    for vendor, paths in system.undecided.items():
        for path in paths:
            diagnostics.warning("system-undecided-property", place, f"no decision names the property of {vendor}", path)
    for each in contradictions(system, review.similar_pairs(system)):
        both = " and ".join(f"{path} of {vendor}" for vendor, path in (each.one, each.other))
        message = f"{both} are similar ({', '.join(each.reasons)}); expected a link, or a reason under differs"
        diagnostics.warning("system-contradiction", place, message)
    properties = {vendor: review.properties(system, vendor) for vendor in system.connectors}
    for link in system.links:
        _report_values(link, properties, place, diagnostics)
        for one, another in review.similar_descriptions(system, link, properties):
            message = f"linked properties have similar descriptions: {one!r} and {another!r}"
            diagnostics.note("system-two-descriptions", place, message, next(iter(link.paths.values()))[0])


def _report_values(link: Link, properties: PropertiesByVendor, place: str, diagnostics: Diagnostics) -> None:
    """Add a warning for each value, type and unit of a link that cannot be converted."""
    for vendor, text, other in uncovered_values(link, properties):
        message = f"the value {text!r} of {vendor} has no row, and {other} does not list it"
        diagnostics.warning("system-uncovered-value", place, message, link.paths[vendor][0])
    for one, other in unconverted_types(link, properties):
        message = f"only one of {link.paths[one][0]} of {one} and {link.paths[other][0]} of {other} is an object"
        diagnostics.warning("system-conversion", place, message)
    for (one, unit), (other, another) in unconverted_units(link, properties):
        message = f"{one} has {unit or 'no unit'}, {other} has {another or 'no unit'}; expected compatible units"
        diagnostics.warning("system-unit", place, message, link.paths[one][0])


def figures(review: Review) -> Iterable[str]:
    """Yield lines with the number of decisions, open proposals and undecided properties."""
    several = [each for each in review.systems if each.has_several_vendors]
    connectors = sum(len(ids) for each in several for ids in each.connectors.values())
    links = sum(len(each.links) for each in several)
    yield f"systems: {len(several):,} with several vendors, {connectors:,} connectors, {links:,} links"
    decided = sum(len(paths) for each in several for paths in each.decided.values())
    undecided = sum(len(paths) for each in several for paths in each.undecided.values())
    share = decided / (decided + undecided) if decided + undecided else 1.0
    yield f"systems: {decided:,} of {decided + undecided:,} properties decided, {share:.1%}"
    proposals = sum(len(review.proposed(each)) for each in review.systems)
    groups = len(review.undecided_groups())
    yield f"systems: {groups:,} proposed systems and {proposals:,} proposed pairs of properties are open"
    yield f"systems: {agreement_of(review)}"
