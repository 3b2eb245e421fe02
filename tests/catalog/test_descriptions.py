"""The types of a connector's description have a key for each field of the catalog."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.catalog_object import CatalogObject
from generator.catalog.condition import Condition, ConditionalDefault
from generator.catalog.connector import Connector, Step
from generator.catalog.property import Items, Property, Variant
from generator.catalog.selector import Selector
from generator.catalog.source import Source
from templates.connector_catalog import descriptions

ADDED = {Connector: {"minimal", "full", "system"}}
"""The keys that ``describe()`` adds."""


@pytest.mark.parametrize(
    ("of", "described"),
    [
        (Condition, descriptions.ConditionDescription),
        (ConditionalDefault, descriptions.DefaultDescription),
        (Connector, descriptions.ConnectorDescription),
        (Items, descriptions.ItemsDescription),
        (Property, descriptions.PropertyDescription),
        (Selector, descriptions.SelectorDescription),
        (Source, descriptions.SourceDescription),
        (Step, descriptions.StepDescription),
        (Variant, descriptions.VariantDescription),
    ],
)
def test_a_description_has_the_fields_of_the_catalog(of: type[CatalogObject], described: Any) -> None:
    fields = {each.alias or name for name, each in of.model_fields.items()}

    assert set(described.__annotations__) == fields | ADDED.get(of, set())
