"""Names as types: a value of one of these classes is safe to print as a name of that kind."""

from __future__ import annotations

import keyword
import re
from typing import Self

from templates.connector_catalog.payload import CreateModel
from templates.connector_catalog.vendors import Vendor

_WORD = re.compile(r"[A-Za-z0-9]+")
_FREE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
# Python mangles a name in a class that begins with two underscores.
_PARAMETER = re.compile(r"(?!__)[A-Za-z_][A-Za-z0-9_]*")
_PRINTED = frozenset(
    {
        *("Any", "ClassVar", "Field", "Literal", "SecretStr"),
        *("bool", "dict", "float", "int", "list", "str", "tuple"),
        *("Condition", "ConditionalRequirement", "CreateModel", "ObjectModel", "Rules", "StepRules", "UpdateModel"),
        *("SecretObject", "SecretReference", "ValueConstraints"),
        *("EncodedBoolean", "EncodedDate", "EncodedDateTime", "EncodedInteger", "EncodedJson", "EncodedList"),
        "EncodedOpenBoolean",
        *("DATE", "DATE_TIME", "INTEGER", "MIDNIGHT"),
    }
)
"""Names that the text of a class uses: a field of such a name would hide them."""

_RESERVED = frozenset(dir(CreateModel)) | _PRINTED | {"self"}


class ClassName(str):
    """The name of a Python class: capital first letter, letters and digits."""

    @classmethod
    def of_connector(cls, vendor: Vendor, role: str, type_: str) -> Self:
        """Return ``PostgresSource`` for the source ``postgres``: the id without the vendor's prefix, and a suffix."""
        stem = _camel(type_.removeprefix(vendor.id_prefixes[role]))
        # A class name cannot begin with a digit.
        stem = _camel(vendor.title) + stem if stem[0].isdigit() else stem
        return cls(stem + vendor.class_suffixes[role])

    @classmethod
    def of_ids(cls, vendor: Vendor) -> Self:
        """Return the name of the type of a vendor's ids, such as ``AcmeType``."""
        return cls(f"{_camel(vendor.title)}Type")

    @property
    def update(self) -> ClassName:
        """The class of a request that updates."""
        return ClassName(f"{self}Update")

    @property
    def payload(self) -> ClassName:
        """The ``TypedDict`` of the object as a payload has it."""
        return ClassName(f"{self}Dict")

    @classmethod
    def of_envelope(cls, vendor: Vendor, role: str) -> Self:
        """Return the name of the ``TypedDict`` of a request's envelope, such as ``AcmeSourceEnvelope``."""
        return cls(f"{_camel(vendor.title)}{_camel(role)}Envelope")

    def nested(self, name: str) -> ClassName:
        """Return the class of the object in a property of this class."""
        return ClassName(self + _camel(name))

    def of_variant(self, name: str) -> ClassName:
        """Return the class of a variant of this object; ``SSH_KEY`` becomes ``SshKey``."""
        return ClassName(self + _camel(re.sub(r"[A-Z]{2,}(?![a-z])", lambda word: word[0].capitalize(), name)))


class ModuleName(str):
    """The name of a Python module: lower case, letters, digits and underscores."""

    @classmethod
    def of_connector(cls, vendor: Vendor, role: str, type_: str) -> Self:
        """Return ``source_postgres`` for the source ``postgres``."""
        words = _WORD.findall(type_.removeprefix(vendor.id_prefixes[role]))
        return cls("_".join([role, *words]).lower())

    @classmethod
    def of_envelope(cls, role: str) -> Self:
        """Return the module of the validator of a request's envelope."""
        return cls(f"{role}_request_envelope")

    @classmethod
    def of_stub_names(cls, role: str) -> Self:
        """Return the module of the names that the stubs of a role's connectors use."""
        return cls(f"stub_names_{role}")


class Keyword(str):
    """The name by which a constructor takes a property."""

    @classmethod
    def of(cls, wire_name: str) -> Self:
        """Return the vendor's name; where it cannot be a keyword of a call, the name of the model's field."""
        is_free = _PARAMETER.fullmatch(wire_name) and not keyword.iskeyword(wire_name) and wire_name != "self"
        return cls(wire_name if is_free else FieldName.of(wire_name))


def is_free_in_class(name: str) -> bool:
    """Return whether a name can be a field without hiding a name that the class's type hints use."""
    return bool(_FREE.fullmatch(name)) and not keyword.iskeyword(name) and name not in _PRINTED


class FieldName(str):
    """The name of a model's field: an identifier that neither Python nor pydantic reserves."""

    @classmethod
    def of(cls, wire_name: str) -> Self:
        """Return the vendor's name if it is a free identifier; ``class`` becomes ``class_``, ``15`` becomes ``n15``."""
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
