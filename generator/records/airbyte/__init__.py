"""Reads Airbyte's documents."""

from generator.records.airbyte.openapi import PATHS, read_configurations
from generator.records.openapi.extensions import Extension
from generator.records.reader import OpenapiReader

READERS = (OpenapiReader(PATHS, read_configurations),)

EXTENSIONS = (
    Extension("title", "title"),
    Extension("order", "order"),
    Extension("group", "group"),
    Extension("airbyte_secret", "secret"),
    Extension("airbyte_hidden", "hidden"),
    Extension("always_show", "alwaysShown"),
    Extension("multiline", "multiline"),
    Extension("pattern_descriptor", "patternDescription"),
    Extension("additionalProperties", "additionalProperties"),
    Extension("uniqueItems", "uniqueItems"),
    Extension("name"),
    Extension("display_type"),
    Extension("groups"),
    Extension("x-speakeasy-param-sensitive"),
)
"""The keywords that the specifications of connectors have beside those of JSON Schema."""
