"""The Python types of a field: in a model, in its constructor, and in a payload.

They are made from the schema that the engine turns into the type hint of a model, so that they agree with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from generator.catalog.values import type_words_of
from generator.context.json_schema.dialects import Schema
from generator.context.literals import python_literal
from generator.context.names import ClassName
from templates.connector_catalog.value_constraints import ValueConstraints

_NO_CONSTRAINTS = ValueConstraints()


class TypeText(str):
    """A Python type as text; its names are builtins, classes of the module or names in ``stub_names.pyi``."""


class FieldTypes(NamedTuple):
    """The types of one field.

    Attributes:
        read: The attribute of a model, if the field is given.
        read_if_given: The same, or ``None``, which a field has that is not given.
        given: The parameter of the constructor.
        payload: The value in a payload.
    """

    read: TypeText
    read_if_given: TypeText
    given: TypeText
    payload: TypeText

    @property
    def is_converted(self) -> bool:
        """Whether the constructor takes other types than the attribute has."""
        return self.read != self.given


_TRUTH = '_Literal["true", "false"]'
_MIDNIGHT = "2026-01-31T00:00:00Z"
_NATURAL: dict[str, dict[str, tuple[str, ...]]] = {
    "boolean": {"bool": ("true", "false")},
    "integer": {"int": ("1", "22", "-1")},
    "date": {"_date": ("2026-01-31",)},
    "date-time": {"_date": (_MIDNIGHT,), "_datetime": (_MIDNIGHT, "2026-01-31T09:30:00Z")},
    "list": {"_Sequence[str | int]": ()},
    "json": {"dict[str, _Any]": (), "list[_Any]": ()},
}
"""By string encoding: the types that the constructor also takes, and examples of the strings it makes of them."""

_TYPES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "object": "dict[str, _Any]",
    "null": "None",
}


class _View(NamedTuple):
    """The types of secrets and objects on one side, and whether it takes any sequence of objects for a list."""

    secret: tuple[str, ...]
    secret_object: tuple[str, ...]
    object: Callable[[ClassName], tuple[str, ...]]
    takes_sequences: bool = False


_OBJECT = "dict[str, _Any]"
_READ = _View(("_SecretStr",), (f"_Secret[{_OBJECT}]",), lambda name: (name,))
_GIVEN = _View(
    ("str", "_SecretStr"), (_OBJECT, f"_Secret[{_OBJECT}]"), lambda name: (name, name.payload), takes_sequences=True
)
_PAYLOAD = _View(("str",), (_OBJECT,), lambda name: (name.payload,))


def field_types(
    schema: Schema, constraints: ValueConstraints = _NO_CONSTRAINTS, known: Sequence[Any] = ()
) -> FieldTypes:
    """Return the types of a field.

    Args:
        schema: The engine's schema of the field.
        constraints: Those that are checked beside the type hint.
        known: The values of an open list, which accepts others too.
    """
    read, given, payload = (_members(schema, view) for view in (_READ, _GIVEN, _PAYLOAD))
    if known:
        listed = _literal_types(known)
        given, payload = [*listed, *given], [*listed, *payload]
    given = [*_natural(constraints), *given]
    return FieldTypes(_union(read), _union([*read, "None"]), _union(given), _union(payload))


def _natural(constraints: ValueConstraints) -> list[str]:
    """Return the natural types of an encoded string, except those that never give an accepted string."""
    types = _NATURAL.get(constraints.format or constraints.encoding, {})
    return [
        type_ for type_, texts in types.items() if not texts or any(constraints.fault(each) is None for each in texts)
    ]


def _literal_types(values: Iterable[Any]) -> list[str]:
    """Return a literal type of values, and the types of those that no literal type can have."""
    literals: list[str] = []
    others: list[str] = []
    for value in values:
        if value is None or isinstance(value, bool | int | str):
            literals.append(python_literal(value))
        else:
            others.append(_type_of(value))
    return [f"_Literal[{', '.join(literals)}]", *others] if literals else others


def _type_of(value: Any) -> str:
    if isinstance(value, dict):
        return _OBJECT
    return "list[_Any]" if isinstance(value, list | tuple) else type(value).__name__


def _members(schema: Schema, view: _View) -> list[str]:
    """Return the members of the union that a schema is."""
    if "customTypePath" in schema:
        return _custom(schema["customTypePath"].rpartition(".")[2], view)
    if "enum" in schema:
        return _literal_types(schema["enum"])
    if "anyOf" in schema:
        return [member for each in schema["anyOf"] for member in _members(each, view)]
    types = type_words_of(schema.get("type"))
    return [member for each in types for member in _of_type(each, schema, view)] or ["_Any"]


def _custom(name: str, view: _View) -> list[str]:
    """Return the members of one of the package's own types."""
    if name == "SecretObject":
        return list(view.secret_object)
    if name == "SecretReference":
        return list(view.secret)
    return [_TRUTH if name == "EncodedBoolean" else "str"]


def _of_type(word: str, schema: Schema, view: _View) -> Iterable[str]:
    if word == "array":
        return _lists(_members(schema.get("items", {}), view), view)
    if word == "object" and "title" in schema:
        return view.object(ClassName(schema["title"]))
    if word == "string" and schema.get("format") == "password":
        return view.secret
    return (_TYPES[word],)


def _lists(items: list[str], view: _View) -> list[str]:
    """Return the types of lists of items.

    A list is invariant: ``list[int]`` is no ``list[int | str]``. So a constructor takes the list of each type as well,
    or any sequence of objects; of strings it takes no sequence, for a string is one.
    """
    union = _union(items)
    if not view.takes_sequences or len(items) == 1:
        return [f"list[{union}]"]
    if set(items).isdisjoint(_TYPES.values()):
        return [f"_Sequence[{union}]"]
    return [*(f"list[{item}]" for item in items), f"list[{union}]"]


def _union(members: Iterable[str]) -> TypeText:
    unique = dict.fromkeys(members)
    return TypeText("_Any" if "_Any" in unique else " | ".join(unique))
