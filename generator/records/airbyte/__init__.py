"""Reads Airbyte's documents."""

from generator.blocks.keywords import INTEGER, TEXT
from generator.records.airbyte.openapi import PATHS, read_configurations
from generator.records.openapi.extensions import FLAG_OR_SCHEMA, MARK, Extension
from generator.records.reader import OpenapiReader

READERS = (OpenapiReader(PATHS, read_configurations),)

EXTENSIONS = (
    Extension("title", "title", TEXT),
    Extension("order", "order", INTEGER),
    Extension("group", "group", TEXT),
    Extension("airbyte_secret", "secret", MARK),
    Extension("airbyte_hidden", "hidden"),
    Extension("always_show", "alwaysShown"),
    Extension("multiline", "multiline"),
    Extension("pattern_descriptor", "patternDescription", TEXT),
    Extension("additionalProperties", "additionalProperties", FLAG_OR_SCHEMA),
    Extension("uniqueItems", "uniqueItems"),
    Extension("name"),
    Extension("display_type"),
    Extension("groups"),
    Extension("x-speakeasy-param-sensitive"),
)
"""The keywords that connector specifications add to JSON Schema."""

UNUSED_KEYWORDS = (
    # For the vendor's own generator of clients.
    *("x-implements", "x-speakeasy-component", "x-speakeasy-entity", "x-speakeasy-param-suppress-computed-diff"),
    # Mistakes: names of properties and of a connector's parts where keywords are expected, and a misspelt title.
    *("query", "query_in_title", "schema", "order", 'title"'),
)
"""Keywords that state nothing where they are not read."""
