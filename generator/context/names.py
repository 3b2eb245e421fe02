"""Names as types: a value of one of these classes is safe to print as what its class says."""

from __future__ import annotations

import keyword
import re
from typing import Self

import pydantic

_WORD = re.compile(r"[A-Za-z0-9]+")
_NAMESPACE = re.compile(r"^platform\.")
_SUFFIXES = {
    ("stitch", "source"): "Source",
    ("stitch", "destination"): "Destination",
    ("fivetran", "source"): "Connection",
    ("fivetran", "destination"): "Destination",
}
_PRINTED = frozenset(
    {
        *("Any", "ClassVar", "Field", "Literal", "SecretStr"),
        *("bool", "dict", "float", "int", "list", "str", "tuple"),
        *("ConditionalRequirement", "Model", "Payload", "Rules", "StepRules", "Update", "ValueConstraints"),
        *("BooleanText", "DateText", "DateTimeText", "IntegerText", "JsonText", "ListText", "SecretObject"),
        *("DATE", "DATE_TIME", "INTEGER", "MIDNIGHT"),
    }
)
"""Names that a class's own text uses: a field of such a name would stand in front of it."""

_RESERVED = frozenset(dir(pydantic.BaseModel)) | _PRINTED | {"envelope", "from_payload", "to_payload"}


class ClassName(str):
    """The name of a Python class: capital first letter, letters and digits."""

    __slots__ = ()

    @classmethod
    def of_connector(cls, vendor: str, role: str, type_: str) -> Self:
        """``BraintreeSource`` for Stitch's source ``platform.braintree``, ``IterableConnection`` for Fivetran's."""
        stem = _camel(_NAMESPACE.sub("", type_))
        # A class name cannot begin with a digit: 15five of Fivetran's is Fivetran15fiveConnection.
        stem = vendor.title() + stem if stem[0].isdigit() else stem
        return cls(stem + _SUFFIXES[vendor, role])

    @property
    def update(self) -> ClassName:
        """The class of what a request that changes holds."""
        return ClassName(f"{self}Update")

    def nested(self, name: str) -> ClassName:
        """The class of the object that the property ``name`` of this class holds."""
        return ClassName(self + _camel(name))


class ModuleName(str):
    """The name of a Python module: lower case, letters, digits and underscores."""

    __slots__ = ()

    @classmethod
    def of_connector(cls, role: str, type_: str) -> Self:
        """``source_braintree`` for the source ``platform.braintree``."""
        words = _WORD.findall(_NAMESPACE.sub("", type_))
        return cls("_".join([role, *words]).lower())


class FieldName(str):
    """The name of a model's field: a Python identifier that pydantic and Python leave free."""

    __slots__ = ()

    @classmethod
    def of(cls, wire_name: str) -> Self:
        """The vendor's name, changed only where it is no free identifier.

        ``class`` and ``schema`` become ``class_`` and ``schema_``, ``_file`` becomes ``file_``, ``15`` becomes
        ``n15``; other characters become underscores.
        """
        name = re.sub(r"[^A-Za-z0-9_]", "_", wire_name)
        if name.startswith("_"):
            name = name.lstrip("_") + "_"
        if not name.strip("_"):
            name = "field_"
        if name[0].isdigit():
            name = f"n{name}"
        if keyword.iskeyword(name) or name in _RESERVED:
            name += "_"
        return cls(name)


def _camel(name: str) -> str:
    words = _WORD.findall(name)
    return "".join(word[0].upper() + word[1:] for word in words) or "Value"
