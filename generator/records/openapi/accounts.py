"""Account for the keywords of an OpenAPI file: each keyword within reach that is not read becomes a diagnostic."""

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
_OF_SCHEMAS = frozenset(
    {"anyOf", "oneOf", "not", "if", "then", "else", "items", "properties", "allOf", "discriminator", "prefixItems"}
    | {"additionalItems", "contains", "dependentSchemas", "patternProperties", "propertyNames"}
    | {"unevaluatedItems", "unevaluatedProperties", "$dynamicRef", "$recursiveRef"}
)
"""Keywords whose values hold schemas, and so may hold properties."""


class Accounts:
    """Records which keywords of which schemas have been read; ``unused`` has those that are known to state nothing."""

    def __init__(self, specification: Specification, unused: frozenset[str] = frozenset()) -> None:
        self._specification = specification
        self._unused = unused
        self._read: dict[str, set[str]] = {}
        self._subjects: dict[str, str] = {}
        self._properties: set[str] = set()
        self._reported: set[str] = set()

    def read(self, schema: Schema, keywords: Collection[str], subject: str = "", *, is_property: bool = False) -> None:
        """Record that these keywords of a schema, of its reference's target and of its parts have been read."""
        for each in self._specification.nodes(schema):
            self._read.setdefault(each.place, set()).update(("$ref",) if each.reference else ("allOf", *keywords))
            self._subjects.setdefault(each.place, subject)
            if is_property:
                self._properties.add(each.place)

    def reported(self, schema: Schema) -> None:
        """Record that a diagnostic says why nothing of a schema is read."""
        self._reported.add(schema.place)

    def report_unread(self, roots: Iterable[str], diagnostics: Diagnostics) -> None:
        """Report the unread keywords of the named schemas and of all schemas that they lead to."""
        extensions = Counter[str]()
        first: dict[str, Schema] = {}
        for schema in self._reached(roots):
            read = self._read.get(schema.place, set())
            for keyword in _stated(schema):
                if keyword in read or keyword in _ANNOTATIONS:
                    continue
                if keyword.startswith("x-"):
                    extensions[keyword] += 1
                    first.setdefault(keyword, schema)
                else:
                    self._report(keyword, schema, diagnostics)
            self._report_differences(schema, diagnostics)
        for keyword, count in extensions.items():
            more = f", {count - 1} times more" if count > 1 else ""
            message = f"unknown keyword {keyword[:40]!r}{more}; it is ignored"
            place = first[keyword].place
            code, level = ("unknown-keyword", Level.WARNING)
            if keyword in self._unused:
                code, level, message = (
                    "unused-keyword",
                    Level.NOTE,
                    f"{keyword[:40]}{more} states nothing; it is ignored",
                )
            diagnostics.add(level, code, place, message, self._subjects.get(place, ""))

    def _reached(self, roots: Iterable[str]) -> Iterator[Schema]:
        """Yield each schema that can be reached through keywords that have been read, once."""
        schemas = self._specification.schemas
        ahead = [schemas[name] for name in roots if name in schemas][::-1]
        # What is reported at one place may have been read at another.
        seen = self._reported - self._read.keys()
        while ahead:
            schema = ahead.pop()
            if schema.place in seen:
                continue
            seen.add(schema.place)
            yield schema
            read = self._read.get(schema.place, set())
            children = [*schema.parts] if "allOf" in read else []
            children += schema.properties.values() if "properties" in read else []
            children += [schema.items] if schema.items is not None and "items" in read else []
            children += schema.variants if "oneOf" in read else []
            names = [*([schema.reference] if "$ref" in read else [])]
            names += schema.mapping.values() if "discriminator" in read else []
            ahead += reversed([*(schemas[name] for name in names if name in schemas), *children])

    def _report(self, keyword: str, schema: Schema, diagnostics: Diagnostics) -> None:
        is_property = schema.place in self._properties
        level = Level.ERROR if keyword in _OF_SCHEMAS and not is_property else Level.WARNING
        code, message = "unknown-keyword", f"unknown keyword {keyword[:40]!r}; it is ignored"
        if keyword in self._unused:
            level, code, message = Level.NOTE, "unused-keyword", f"{keyword[:40]!r} states nothing; it is ignored"
        elif keyword == "$ref" or keyword in _CONTENT or keyword in KEYWORDS | _UNUSED:
            level = Level.NOTE if keyword in _UNUSED | {"description"} else level
            level = Level.NOTE if keyword in ("example", "examples") and not is_property else level
            code, message = "unused-keyword", f"{keyword} is not read here; it is ignored"
            if schema.reference:
                message = f"{keyword} is not read beside $ref; it is ignored"
            if keyword == "$ref":
                message = "the schema that $ref names is not read for this place; it is ignored"
        diagnostics.add(level, code, schema.place, message, self._subjects.get(schema.place, ""))

    def _report_differences(self, schema: Schema, diagnostics: Diagnostics) -> None:
        """Warn about contradictions between the parts of a schema; the later part counts."""
        if schema.place not in self._properties:
            return
        parts = [self._specification.resolved(each) for each in schema.parts]
        stated: dict[str, object] = {}
        for part in (*parts, schema) if parts else ():
            found = dict(part.keywords) | {f"properties{name}": child.place for name, child in part.properties.items()}
            for name in sorted(found.keys() & stated.keys() - {"required", *_ANNOTATIONS}):
                if found[name] != stated[name]:
                    message = f"two parts of allOf differ in {name[:60]}; the later one is used"
                    diagnostics.warning("parts-differ", schema.place, message, self._subjects.get(schema.place, ""))
            stated |= found


def _stated(schema: Schema) -> Iterator[str]:
    """Yield the names of the keywords that a schema states."""
    content = (schema.parts, schema.variants, schema.properties, schema.items, schema.mapping, schema.description)
    yield from (name for name, value in zip(_CONTENT, content, strict=True) if value not in ((), {}, None))
    yield from (["$ref"] if schema.reference else [])
    yield from schema.keywords
