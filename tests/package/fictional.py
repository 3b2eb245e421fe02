"""A package for a made-up vendor: the project's source of the package, with data that is written here.

The vendor's requests have one part, ``settings``, which also has the connector's id, under a name that differs by role.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from generator.paths import PACKAGE_SOURCE

NAME = "fictional_catalog"

PROFILE: dict[str, Any] = {
    "title": "Acme",
    "steps": "together",
    "roles": {
        "source": {
            "classSuffix": "Source",
            "idPrefix": "acme-kind.",
            "request": {
                "id": "settings.sourceKind",
                "alternativeIds": ["templateId"],
                "recognisedBy": ["label", "settings.sourceKind"],
                "parts": {"settings": ["setup"]},
            },
            "response": {"id": "sourceKind", "wrapper": "result.item"},
        },
        "destination": {
            "classSuffix": "Destination",
            "idPrefix": "acme-kind.",
            "request": {
                "id": "settings.destinationKind",
                "recognisedBy": ["label", "settings.destinationKind"],
                "parts": {"settings": ["setup"]},
            },
            "response": {"id": "destinationKind", "wrapper": "result.item", "omitsSecrets": True},
        },
    },
    "destinationNaming": {"responseField": "place.path", "formats": {"folder": ["bucket", "folder"]}},
}
_ID = {"name": "sourceKind", "type": "string", "requirement": "required", "createOnly": True}
_INDEX = {
    "envelopes": {
        "source": {
            "label": {"type": "string", "requirement": "required"},
            "templateId": {"type": "string", "requirement": "optional"},
            "settings": {"type": "object", "requirement": "required", "properties": [_ID]},
        },
        "destination": {"label": {"type": "string", "requirement": "required"}},
    },
    "connectors": [
        {
            "vendor": "acme",
            "role": role,
            "type": type_,
            "name": name,
            "model": name,
            "module": module,
            "steps": ["setup"],
            **({"absent_from": ["acme/api", "acme/guide"]} if name == "Nest" else {}),
        }
        for role, type_, name, module in (
            ("destination", "acme-kind.lake", "Lake", "destination_lake"),
            ("destination", "acme-kind.nest", "Nest", "destination_nest"),
            ("source", "acme-kind.shop", "Shop", "source_shop"),
        )
    ],
}
_PROPERTIES: list[dict[str, Any]] = [
    {"name": "host", "type": "string", "requirement": "required"},
    {"name": "port", "type": "integer", "requirement": "optional", "default": 80},
    {"name": "token", "type": "string", "requirement": "optional", "secret": True},
    {"name": "bucket", "type": "string", "requirement": "optional", "createOnly": True},
    {"name": "folder", "type": "string", "requirement": "optional", "createOnly": True},
]
_SETTINGS = {"name": "settings", "type": "object", "requirement": "optional"}
"""A property with the name of the part that contains it."""

_VALIDATOR = '''"""Validator of {title}."""

from ...checking import Validator
from ...value_constraints import ObjectConstraints, ValueConstraints

_TYPES = {types}
validate = Validator(
    ObjectConstraints({{name: ValueConstraints(types=(word,)) for name, word in _TYPES.items()}}, {required})
).validate
'''


def _properties(type_: str) -> list[dict[str, Any]]:
    return [*_PROPERTIES, _SETTINGS] if type_ == "acme-kind.nest" else _PROPERTIES


def make_package(folder: Path) -> None:
    """Write the package below a folder."""
    package = folder / NAME
    shutil.copytree(PACKAGE_SOURCE, package, ignore=shutil.ignore_patterns("*.jinja", "__pycache__"))
    described = [
        {key: each[key] for key in ("vendor", "role", "type", "name")}
        | {"naming": "folder", "steps": [{"name": "setup", "properties": _properties(each["type"])}]}
        | {"minimal": {"host": "<HOST>"}, "full": {"host": "<HOST>", "port": 80, "token": "<TOKEN>"}}
        for each in _INDEX["connectors"]
    ]
    own = _VALIDATOR.format(
        title="an Acme connector",
        types="{'host': 'string', 'port': 'integer', 'token': 'string', 'bucket': 'string', 'folder': 'string'}",
        required=("host",),
    )
    envelope = _VALIDATOR.format(
        title="an Acme envelope", types="{'label': 'string', 'templateId': 'string'}", required=("label",)
    )
    files = {
        "index/acme.json": json.dumps(_INDEX),
        "vendors.json": json.dumps({"vendors": {"acme": PROFILE}}),
        "data/systems.json": json.dumps(
            {"store": {"title": "Store", "source": {"connectors": {"acme": ["acme-kind.shop"]}}}}
        ),
        "data/acme.jsonl": "".join(json.dumps(each, separators=(",", ":")) + "\n" for each in described),
        "validators/__init__.py": "",
        "validators/acme/__init__.py": "",
        "validators/acme/source_shop.py": own,
        "validators/acme/destination_lake.py": own,
        "validators/acme/destination_nest.py": own.replace("'host': ", "'settings': 'object', 'host': "),
        "validators/acme/source_request_envelope.py": envelope,
        "validators/acme/destination_request_envelope.py": envelope,
    }
    for name, text in files.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
