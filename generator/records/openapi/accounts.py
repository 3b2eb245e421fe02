"""Accounts for the keywords of an OpenAPI file: each reachable keyword that is not read becomes a diagnostic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from generator.blocks.specification import Schema, Specification
from generator.diagnostics import Diagnostics, Level
from templates.connector_catalog import value_limits

VALUES = frozenset({"type", "format", "enum", "const", "example", "examples", "default", "nullable"})
LIMITS = frozenset({"pattern", *(each.keyword for each in value_limits.LIMITS)}) - {"uniqueItems"}
MARKS = frozenset({"deprecated", "readOnly", "writeOnly"})
KEYWORDS = VALUES | LIMITS | MARKS | {"required"}
"""The keywords that are read, and that a capture keeps."""

PROPERTY = frozenset({"description", *VALUES, *LIMITS, *MARKS})
"""The keywords that are read from a property, besides items and properties."""
LIMITS_OF_ITEMS = frozenset(each.keyword for each in value_limits.LIMITS if each.of_items)
ITEMS = frozenset({"description", "type", "format", "enum", "example", "pattern"}) | LIMITS_OF_ITEMS
"""The keywords that are read from the items of a list, besides properties."""
OBJECT = frozenset({"properties", "required"})
CONTAINER = OBJECT | {"type", "description"}
"""The keywords that are read from an object that holds a connector's properties, a request or a response."""

_ANNOTATIONS = frozenset({"title", "xml", "externalDocs", "$comment"})
_UNUSED = frozenset({"additionalProperties", "uniqueItems"})
"""Known keywords that are read only where a vendor's ``EXTENSIONS`` name them."""
_CONTENT = ("allOf", "oneOf", "properties", "items", "discriminator", "description")
_HOLDING_SCHEMAS = frozenset(
    {"anyOf", "oneOf", "not", "if", "then", "else", "items", "properties", "allOf", "discriminator", "prefixItems"}
    | {"additionalItems", "contains", "dependentSchemas", "patternProperties", "propertyNames"}
    | {"unevaluatedItems", "unevaluatedProperties", "$dynamicRef", "$recursiveRef"}
)
"""Keywords whose values hold schemas, and so may hold properties."""


class Accounts:
    """Records which keywords of which schemas have been read.

    Args:
        specification: The operations and schemas of the file.
        unused: The keywords that are known to state nothing.
    """

    def __init__(self, specification: Specification, unused: frozenset[str] = frozenset()) -> None:
        self._specification = specification
        self._unused = unused
        self._read: dict[str, set[str]] = {}
        self._subjects: dict[str, str] = {}
        self._properties: set[str] = set()
        self._skipped: set[str] = set()

    def read(self, schema: Schema, keywords: Collection[str], subject: str = "", *, is_property: bool = False) -> None:
        """Record that these keywords of a schema, of its reference's target and of its parts have been read."""
        for node in self._specification.nodes(schema):
            read = self._read.setdefault(node.place, set())
            read.update(("$ref",) if node.reference else ("allOf", *keywords))
            self._subjects.setdefault(node.place, subject)
            if is_property:
                self._properties.add(node.place)

    def skip(self, schema: Schema) -> None:
        """Record that a schema is not read, for which there is a diagnostic."""
        self._skipped.add(schema.place)

    def report_unread(self, roots: Iterable[str], diagnostics: Diagnostics) -> None:
        """Report the unread keywords of the named schemas and of all schemas that they lead to."""
        extensions = Counter[str]()
        first_schemas: dict[str, Schema] = {}
        for schema in self._reached(roots):
            read = self._read.get(schema.place, set())
            for keyword in _stated_keywords(schema):
                if keyword in read or keyword in _ANNOTATIONS:
                    continue
                if keyword.startswith("x-"):
                    extensions[keyword] += 1
                    first_schemas.setdefault(keyword, schema)
                else:
                    self._report(keyword, schema, diagnostics)
            self._report_differences(schema, diagnostics)
        for keyword, count in extensions.items():
            repetitions = f", {count - 1} times more" if count > 1 else ""
            place = first_schemas[keyword].place
            subject = self._subjects.get(place, "")
            if keyword in self._unused:
                message = f"{keyword[:40]}{repetitions} states nothing; it is ignored"
                diagnostics.note("unused-keyword", place, message, subject)
            else:
                message = f"unknown keyword {keyword[:40]!r}{repetitions}; it is ignored"
                diagnostics.unread("unknown-keyword", place, message, subject)

    def _reached(self, roots: Iterable[str]) -> Iterator[Schema]:
        """Yield each schema that can be reached through keywords that have been read, once."""
        schemas = self._specification.schemas
        stack = [schemas[name] for name in roots if name in schemas][::-1]
        # A schema that is skipped at one place may have been read at another.
        seen = self._skipped - self._read.keys()
        while stack:
            schema = stack.pop()
            if schema.place in seen:
                continue
            seen.add(schema.place)
            yield schema
            stack += reversed(self._targets(schema))

    def _targets(self, schema: Schema) -> list[Schema]:
        """Return the schemas that the keywords of a schema lead to, if they have been read."""
        schemas, read = self._specification.schemas, self._read.get(schema.place, set())
        names = [schema.reference] if "$ref" in read else []
        names += schema.mapping.values() if "discriminator" in read else []
        targets = [schemas[name] for name in names if name in schemas]
        targets += schema.parts if "allOf" in read else ()
        targets += schema.properties.values() if "properties" in read else ()
        targets += [schema.items] if schema.items is not None and "items" in read else ()
        targets += schema.variants if "oneOf" in read else ()
        return targets

    def _report(self, keyword: str, schema: Schema, diagnostics: Diagnostics) -> None:
        is_property = schema.place in self._properties
        subject = self._subjects.get(schema.place, "")
        if keyword in self._unused:
            message = f"{keyword[:40]!r} states nothing; it is ignored"
            diagnostics.note("unused-keyword", schema.place, message, subject)
            return
        level = Level.ERROR if keyword in _HOLDING_SCHEMAS and not is_property else Level.WARNING
        if keyword != "$ref" and keyword not in _CONTENT and keyword not in KEYWORDS | _UNUSED:
            message = f"unknown keyword {keyword[:40]!r}; it is ignored"
            diagnostics.add(level, "unknown-keyword", schema.place, message, subject, is_unread=True)
            return
        is_example = keyword in ("example", "examples") and not is_property
        if is_example or keyword in _UNUSED | {"description"}:
            level = Level.NOTE
        message = f"{keyword} is not read {'beside $ref' if schema.reference else 'here'}; it is ignored"
        if keyword == "$ref":
            message = "the schema that $ref names is not read for this place; it is ignored"
        diagnostics.add(level, "unused-keyword", schema.place, message, subject, is_unread=True)

    def _report_differences(self, schema: Schema, diagnostics: Diagnostics) -> None:
        """Warn about contradictions between the parts of a schema; the later part counts."""
        if schema.place not in self._properties:
            return
        parts = [self._specification.resolved(part) for part in schema.parts]
        previous: dict[str, object] = {}
        for part in (*parts, schema) if parts else ():
            declared = dict(part.keywords) | {
                f"properties{name}": child.place for name, child in part.properties.items()
            }
            for name in sorted(declared.keys() & previous.keys() - {"required", *_ANNOTATIONS}):
                if declared[name] != previous[name]:
                    message = f"two parts of allOf differ in {name[:60]}; the later one is used"
                    diagnostics.warning("parts-differ", schema.place, message, self._subjects.get(schema.place, ""))
            previous |= declared


def _stated_keywords(schema: Schema) -> Iterator[str]:
    """Yield the names of the keywords that a schema states."""
    content = (schema.parts, schema.variants, schema.properties, schema.items, schema.mapping, schema.description)
    yield from (name for name, value in zip(_CONTENT, content, strict=True) if value not in ((), {}, None))
    if schema.reference:
        yield "$ref"
    yield from schema.keywords
