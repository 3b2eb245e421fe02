"""Content that a file must not have: what people, broken disks and attackers make of a good one."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import yaml

_LARGE = 5 * 2**20
_VALUES: tuple[Callable[[], Any], ...] = (
    *(lambda value=value: copy.deepcopy(value) for value in ("yes", "", "\ud800", "x\x00y", None, True, False, 0, -1)),
    *(lambda value=value: copy.deepcopy(value) for value in (1.5, 10**400, [], {}, [[]], [None], {"": None}, [1, "x"])),
    lambda: float("nan"),
    lambda: float("inf"),
    lambda: "x" * 1_000_000,
    lambda: "9" * 100_000,
    lambda: "\u202e\x1b[31m",
    lambda: {"$ref": "#/components/schemas/NewConnection"},
    lambda: {"$ref": "#"},
    lambda: {"$ref": 7},
    lambda: {str(number): number for number in range(2_000)},
    lambda: "(a+)+$",
    lambda: "[",
    lambda: "../../../x",
    lambda: nested(150),
    lambda: nested(5_000),
)
_CHARSETS = (
    *("utf-16", "utf-32", "utf-7", "idna", "punycode", "zlib", "base64_codec", "rot13", "hex", "unicode_escape"),
    *("raw_unicode_escape", "undefined", "mbcs", "bz2", "uu", "quopri", "x" * 300, "utf_8_sig", "cp037", "iso2022_jp"),
)


def nested(depth: int) -> Any:
    """Return lists in objects, so deep."""
    made: Any = "x"
    for number in range(depth):
        made = [made] if number % 2 else {"properties": made}
    return made


def bad_bytes(good: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Return a name and a content that is made from the bytes of a good file."""
    name = chance.choice(sorted(_CHANGES))
    return name, _CHANGES[name](good, chance)[: 2 * _LARGE]


def bad_value(good: Any, chance: random.Random) -> Any:
    """Return a value with one to three places of another type, order or size."""
    made = copy.deepcopy(good)
    for _ in range(chance.randint(1, 3)):
        places = list(_places(made))
        if not places:
            return chance.choice(_VALUES)()
        holder, key = chance.choice(places)
        change = chance.randrange(8)
        if change == 0:
            del holder[key]
        elif change == 1 and isinstance(holder, dict):
            holder[chance.choice(["", "\ud800", "__proto__", "a\nb", "x" * 100_000, "$ref"])] = holder[key]
        else:
            holder[key] = chance.choice(_VALUES)()
    return made


def _places(value: Any, depth: int = 0) -> list[tuple[Any, Any]]:
    if depth > 30 or not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [(value, key) for key in keys] + [each for key in keys for each in _places(value[key], depth + 1)]


def bad_json(good: Any, chance: random.Random) -> bytes:
    """Return a JSON text of a bad value."""
    try:
        return json.dumps(bad_value(good, chance), ensure_ascii=chance.random() < 0.8).encode("utf-8", "surrogatepass")
    except RecursionError:
        return _deep(b"", chance)


def bad_yaml(good: Any, chance: random.Random) -> tuple[str, bytes]:
    """Return a name and a YAML text of a bad value, or of what only YAML has."""
    texts = {
        "alias bomb": _alias_bomb(chance.randint(3, 12)),
        "merge bomb": _merge_bomb(chance.randint(3, 12)),
        "recursive alias": "&a [*a]",
        "recursive merge": "&a\n<<: *a\nx: 1",
        "tag": "x: !!python/object/apply:os.system ['true']",
        "unknown tag": "x: !acme 1",
        "binary": "x: !!binary '==='",
        "set": "!!set {a, b}",
        "timestamp": "2026-13-45: 2026-99-99",
        "date": "x: 2026-01-01\n2026-01-01: x",
        "sexagesimal": "x: 190:20:30\ny: 0o17\nz: 0b2\n",
        "keys": "? [a, b]\n: x\n? {c: d}\n: y",
        "duplicate": "x: 1\nx: 2",
        "documents": "x: 1\n---\ny: 2",
        "directive": "%YAML 9.9\n---\nx: 1",
        "tab": "x:\n\t- y",
        "digits": "x: " + "9" * 10_000,
        "float": "x: .nan\ny: .inf\nz: 1e999",
        "deep": "[" * chance.choice((200, 5_000, 100_000)),
        "deep mapping": "".join(f"{' ' * depth}a:\n" for depth in range(chance.choice((150, 1_200)))),
        "anchors": "\n".join(f"k{number}: &a{number} x" for number in range(20_000)),
        "null": "~",
        "surrogate": 'x: "\\ud800"',
    }
    if chance.random() < 0.5:
        try:
            return "value", yaml.safe_dump(bad_value(good, chance), allow_unicode=True).encode("utf-8", "surrogatepass")
        except (RecursionError, yaml.YAMLError):
            pass
    name = chance.choice(sorted(texts))
    return name, texts[name].encode("utf-8", "surrogatepass")


def _alias_bomb(depth: int) -> str:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]" for number in range(1, depth)]
    return "\n".join(lines)


def _merge_bomb(depth: int) -> str:
    lines = ["a0: &a0 {x: y}"]
    lines += [f"a{number}: &a{number} {{<<: [{', '.join([f'*a{number - 1}'] * 9)}]}}" for number in range(1, depth)]
    return "\n".join(lines)


def _deep(_: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((101, 1_000, 50_000))
    start, end = chance.choice(
        ((b"[", b"]"), (b'{"a":', b"}"), (b"<div>", b""), (b"<table><tr><td>", b""), (b"<ul><li>", b""))
    )
    head = b'{"openapi": "3.0.1", "paths": ' if chance.random() < 0.5 else b""
    return head + start * depth + b"1" + end * depth + (b"}" if head else b"")


def _cut(good: bytes, chance: random.Random) -> bytes:
    return good[: chance.randrange(len(good) + 1)]


def _noise(good: bytes, chance: random.Random) -> bytes:
    made = bytearray(good)
    for _ in range(chance.choice((1, 10, 1_000))):
        if made:
            made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _spliced(good: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(good) + 1)
    added = (
        b"\x00",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xc0\x80",
        b"\x1a",
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b'"',
        b"\\",
        b"&#xD800;",
    )
    return good[:place] + chance.choice(added) * chance.choice((1, 1_000)) + good[place:]


def _declared(good: bytes, chance: random.Random) -> bytes:
    return b'<meta charset="' + chance.choice(_CHARSETS).encode() + b'">\xff\xfe\xe9' + good


def _large(good: bytes, chance: random.Random) -> bytes:
    part = good or b"x"
    if chance.random() < 0.5:
        start = chance.randrange(len(part))
        part = part[start : start + chance.randint(1, 60)] or b"x"
    return (part * (_LARGE // len(part) + 1))[: chance.choice((_LARGE, _LARGE // 8))]


def _encoded(good: bytes, chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-be", "utf-32", "utf-7", "utf-8-sig", "cp500"))
    return good.decode("utf-8", "replace").encode(encoding, "replace")


def _number(good: bytes, chance: random.Random) -> bytes:
    number = chance.choice(
        (b"9" * 5_000, b"1e99999", b"-0", b"NaN", b"-Infinity", b"1" + b"0" * 400, b"0x10", b"1_000")
    )
    for old in (b"true", b'"string"', b"1"):
        if old in good:
            return good.replace(old, number, chance.choice((1, 100)))
    return number


_CHANGES: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "byte order mark": lambda good, chance: chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) + good,
    "cut": _cut,
    "declared charset": _declared,
    "deep": _deep,
    "empty": lambda _, chance: chance.choice((b"", b" ", b"\n" * 1_000_000, b"\xef\xbb\xbf")),
    "encoding": _encoded,
    "entities": lambda good, _: good.replace(b" ", b"&nbsp;&lt;&#0;&#x110000;&bogus;"),
    "large": _large,
    "noise": _noise,
    "number": _number,
    "random": lambda _, chance: chance.randbytes(chance.choice((10, 10_000, 1_000_000))),
    "spliced": _spliced,
}
