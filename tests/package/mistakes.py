"""Kinds of mistakes, one each, in payloads of three vendors; each is one problem."""

from __future__ import annotations

import copy
import json
from typing import Any, NamedTuple

Object = dict[str, Any]

GONE: Any = object()
"""In the place of a value: the property is left out."""

SPELT = (
    "JSON Schema looks at each keyword alone: a misspelt name of a required property is one that is not accepted, and "
    "one that is missing."
)
FORMAT = (
    "Validators need not check `format`, so that there is a `pattern` beside it; one that does has an error of each. "
    "Without the format, no validator would see a date that does not exist."
)
NO_VALUE = "JSON Schema needs an object before it can have a problem: the text is not JSON."

BASES: dict[str, tuple[str, str, Object]] = {
    "adroll": (
        "fivetran",
        "source:adroll",
        {
            "service": "adroll",
            "group_id": "g",
            "config": {"schema": "s", "table": "t"},
            "auth": {"refresh_token": "r"},
        },
    ),
    "mysql": (
        "stitch",
        "source:platform.mysql",
        {"type": "platform.mysql", "properties": {"host": "h", "port": "3306", "user": "u", "password": "p"}},
    ),
    "braintree": (
        "stitch",
        "source:platform.braintree",
        {
            "type": "platform.braintree",
            "properties": {
                "merchant_id": "m",
                "public_key": "k",
                "private_key": "s",
                "start_date": "2026-01-01T00:00:00Z",
            },
        },
    ),
    "postgres": (
        "airbyte",
        "source:source-postgres",
        {
            "name": "n",
            "workspaceId": "w",
            "configuration": {
                "sourceType": "postgres",
                "host": "db",
                "port": 5432,
                "database": "d",
                "username": "u",
                "schemas": ["public"],
                "replication_method": {"method": "CDC", "replication_slot": "s", "publication": "p"},
            },
        },
    ),
}
"""By name: the vendor, the connector's definition in the bundles, and a request without a problem."""


class Mistake(NamedTuple):
    """One mistake.

    Attributes:
        kind: What it is, in words.
        base: The request in which it is made.
        changes: The new values by dotted paths, or the text of a file.
        path: Where the problem is.
        code: The code of the problem.
        hint: What the hint contains; empty where none is due.
        action: What the request does.
        suffix: The ending of the file's name.
        errors: How many errors the bundle has; ``None`` where no JSON Schema sees it.
        why: Why these are not one.
    """

    kind: str
    base: str
    changes: Object | str
    path: str
    code: str
    hint: str = ""
    action: str = "create"
    suffix: str = "json"
    errors: int | None = 1
    why: str = ""

    @property
    def request(self) -> Object:
        """The request with the mistake."""
        made = copy.deepcopy(BASES[self.base][2]) if self.action == "create" else {}
        for path, value in self.changes.items() if isinstance(self.changes, dict) else ():
            *above, name = path.split(".")
            holder = made
            for each in above:
                holder = holder.setdefault(each, {})
            if value is GONE:
                del holder[name]
            else:
                holder[name] = value
        return made

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.changes if isinstance(self.changes, str) else json.dumps(self.request, indent=2)


_METHOD = "configuration.replication_method"
MISTAKES = [
    Mistake("wrong type", "adroll", {"config.schema": 5}, "config.schema", "type"),
    Mistake("misspelt name", "adroll", {"config.sync_mod": "x"}, "config.sync_mod", "unknown", "'sync_mode'"),
    Mistake("name of nothing", "adroll", {"config.qqqqqq": 1}, "config.qqqqqq", "unknown"),
    Mistake(
        *("misspelt name that is required", "adroll", {"config.table": GONE, "config.tabel": "t"}),
        *("config.tabel", "unknown", "'table'"),
        errors=2,
        why=SPELT,
    ),
    Mistake("missing required", "adroll", {"config.table": GONE}, "config.table", "required"),
    Mistake(
        "value that is not listed", "adroll", {"config.sync_mode": "AllAdvertisable"}, "config.sync_mode", "enum", "?"
    ),
    Mistake(
        *("property in another part", "adroll", {"auth": GONE, "config.refresh_token": "r"}),
        *("config.refresh_token", "misplaced", "auth.refresh_token"),
    ),
    Mistake("part of a wrong type", "adroll", {"auth": []}, "auth", "type"),
    Mistake("main part of a wrong type", "adroll", {"config": "x"}, "config", "type"),
    Mistake("missing part", "adroll", {"config": GONE}, "config", "required"),
    Mistake(
        *("misspelt part", "adroll", {"config": GONE, "cofnig": {"schema": "s", "table": "t"}}),
        *("cofnig", "unknown", "'config'"),
        errors=2,
        why=SPELT,
    ),
    Mistake("null", "adroll", {"config.schema": None}, "config.schema", "type"),
    Mistake("misspelt name of the envelope", "adroll", {"pausd": True}, "pausd", "unknown", "'paused'"),
    Mistake(
        *("misspelt name of the envelope that is required", "adroll", {"group_id": GONE, "grup_id": "g"}),
        *("grup_id", "unknown", "'group_id'"),
        errors=2,
        why=SPELT,
    ),
    Mistake("wrong type in the envelope", "adroll", {"paused": "yes"}, "paused", "type"),
    Mistake("value of the envelope that is not listed", "adroll", {"sync_frequency": 7}, "sync_frequency", "enum"),
    Mistake("missing in the envelope", "adroll", {"group_id": GONE}, "group_id", "required"),
    Mistake("read-only property", "adroll", {"id": "x"}, "id", "read-only"),
    Mistake("property of updates", "adroll", {"is_historical_sync": True}, "is_historical_sync", "update-only"),
    Mistake("property that cannot change", "adroll", {"group_id": "g"}, "group_id", "create-only", action="update"),
    Mistake("id that cannot change", "adroll", {"service": "adroll"}, "service", "create-only", action="update"),
    Mistake("unknown id", "adroll", {"service": "adrol"}, "service", "unknown-connector", "'adroll'"),
    Mistake("missing id", "adroll", {"service": GONE}, "", "no-connector", "--type"),
    Mistake("misspelt id", "adroll", {"service": GONE, "sevice": "adroll"}, "", "no-connector", "'sevice'"),
    Mistake("id of a wrong type", "adroll", {"service": 5}, "service", "type"),
    Mistake("secret of a wrong type", "adroll", {"auth.refresh_token": 7}, "auth.refresh_token", "type"),
    Mistake(
        *("misspelt name in a nested object", "adroll", {"auth.client_access": {"client_idd": "x"}}),
        *("auth.client_access.client_idd", "unknown", "'client_id'"),
    ),
    Mistake("boolean that is not in a string", "mysql", {"properties.ssl": True}, "properties.ssl", "type"),
    Mistake(
        "number that is not in a string", "braintree", {"properties.merchant_id": 5}, "properties.merchant_id", "type"
    ),
    Mistake(
        *("date of another form", "braintree", {"properties.start_date": "1 May 2026"}),
        *("properties.start_date", "pattern"),
        errors=2,
        why=FORMAT,
    ),
    Mistake(
        *("date that does not exist", "braintree", {"properties.start_date": "2026-02-30T00:00:00Z"}),
        *("properties.start_date", "format"),
    ),
    Mistake(
        *("condition that is not met", "mysql"),
        {"properties.ssh": "true", "properties.ssh_host": "h", "properties.ssh_port": "22"},
        *("properties.ssh_user", "required"),
    ),
    Mistake(
        *("misspelt part, without an envelope", "braintree", {"properties": GONE, "propertys": {"merchant_id": "m"}}),
        *("", "no-connector", "'propertys'"),
    ),
    Mistake("unknown variant", "postgres", {_METHOD: {"method": "CDD"}}, f"{_METHOD}.method", "enum", "'CDC'"),
    Mistake("missing selector", "postgres", {f"{_METHOD}.method": GONE}, f"{_METHOD}.method", "required"),
    Mistake(
        *("misspelt selector", "postgres", {_METHOD: {"metod": "Xmin"}}),
        *(f"{_METHOD}.method", "required", "'metod'"),
    ),
    Mistake("variant that is no object", "postgres", {_METHOD: "CDC"}, _METHOD, "type"),
    Mistake("missing in a variant", "postgres", {f"{_METHOD}.publication": GONE}, f"{_METHOD}.publication", "required"),
    Mistake(
        *("misspelt name in a variant that is open", "postgres"),
        {f"{_METHOD}.publication": GONE, f"{_METHOD}.pblication": "p"},
        *(f"{_METHOD}.publication", "required", "'pblication'"),
    ),
    Mistake(
        "string in the place of a number", "postgres", {"configuration.port": "5432"}, "configuration.port", "type"
    ),
    Mistake("number that is too large", "postgres", {"configuration.port": 70000}, "configuration.port", "maximum"),
    Mistake(
        "wrong item of a list", "postgres", {"configuration.schemas": ["a", 5]}, "configuration.schemas[1]", "type"
    ),
    Mistake("item twice", "postgres", {"configuration.schemas": ["a", "a"]}, "configuration.schemas", "unique-items"),
    Mistake(
        *(
            "misspelt id in a part",
            "postgres",
            {"configuration.sourceType": GONE, "configuration.sourcType": "postgres"},
        ),
        *("", "no-connector", "--type"),
    ),
    Mistake("invalid JSON", "adroll", '{"service": "adroll",}', "", "not-json", errors=None, why=NO_VALUE),
    Mistake(
        "duplicate key",
        "adroll",
        '{"service": "adroll", "group_id": "g", "group_id": "g", "config": {"schema": "s", "table": "t"}}',
        "group_id",
        "duplicate-key",
        errors=None,
        why=NO_VALUE,
    ),
    Mistake(
        "duplicate key in YAML",
        "adroll",
        "service: adroll\ngroup_id: g\ngroup_id: g\nconfig: {schema: s, table: t}\n",
        "group_id",
        "duplicate-key",
        suffix="yaml",
        errors=None,
        why=NO_VALUE,
    ),
    Mistake("empty file", "adroll", "", "", "empty", errors=None, why=NO_VALUE),
    Mistake("a list of numbers", "adroll", "[5]", "[0]", "type", errors=None, why=NO_VALUE),
    Mistake("no YAML", "adroll", "service: [", "", "not-yaml", suffix="yaml", errors=None, why=NO_VALUE),
]
