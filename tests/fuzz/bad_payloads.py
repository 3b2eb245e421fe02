"""Files of payloads that are wrong, or that ask for much more time or memory than their size suggests.

``bad_payloads`` yields each as a file's name and its bytes, about as large as it is told. The same seed and size give
the same bytes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator

Maker = Callable[[random.Random, int], bytes]

_HEAD = b'{"service": "iterable", "group_id": "g", "config": {"schema": "s", '
_MAKERS: dict[str, Maker] = {}


def names() -> list[str]:
    """Return the names of all files, in order; the suffix is the kind."""
    return list(_MAKERS)


def bad_payloads(seed: int = 0, size: int = 100_000) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file, of about ``size`` bytes."""
    for name in _MAKERS:
        yield name, bad_payload(name, seed, size)


def bad_payload(name: str, seed: int = 0, size: int = 100_000) -> bytes:
    """Return the bytes of one file."""
    return _MAKERS[name](random.Random(f"{name} {seed}"), size)


def _file(name: str) -> Callable[[Maker], Maker]:
    def add(maker: Maker) -> Maker:
        _MAKERS[name] = maker
        return maker

    return add


def _repeated(name: str, part: bytes, before: bytes = b"", after: bytes = b"") -> None:
    """Add a file that repeats one part."""

    def make(_: random.Random, size: int) -> bytes:
        return before + part * max(1, (size - len(before) - len(after)) // len(part)) + after

    _MAKERS[name] = make


def _numbered(name: str, part: str, before: str = "", after: str = "", between: str = ",") -> None:
    """Add a file that repeats a part with a number in it, in an order that only the seed knows."""

    def make(draw: random.Random, size: int) -> bytes:
        count = max(1, size // (len(part) + len(between) + 5))
        numbers = [str(number) for number in range(10**6, 10**6 + count)]
        draw.shuffle(numbers)
        body = between.join(part.replace("#", number) for number in numbers)
        return f"{before}{body}{after}".encode()

    _MAKERS[name] = make


# Numbers.
_repeated("sexagesimal-integer.yaml", b":1", b"a: 1")
_repeated("sexagesimal-float.yaml", b":1", b"a: 1", b".5")
_repeated("long-integer.yaml", b"7", b"a: 7")
_repeated("long-hexadecimal.yaml", b"f", b"a: 0x")
_repeated("long-float.yaml", b"7", b"a: 1.")
_repeated("long-integer.json", b"7", _HEAD + b'"a": ', b"}}")
_repeated("long-fraction.json", b"7", _HEAD + b'"a": 1.', b"}}")
_repeated("long-exponent.json", b"7", _HEAD + b'"a": 1e', b"}}")
_repeated("many-infinite-numbers.json", b"1e999,", _HEAD + b'"a": [', b"1]}}")
_repeated("many-integers.yaml", b"1,", b"a: [", b"1]")
# Objects, lists and names.
_repeated("many-objects.json", b"{},", b"[", b"{}]")
_repeated("many-objects.jsonl", b"{}\n")
_repeated("many-objects.yaml", b"- {}\n")
_repeated("many-lists.json", b"[],", b"[", b"[]]")
_numbered("unknown-names.json", '"n#":1', _HEAD.decode(), "}}")
_numbered("unknown-names.jsonl", '"n#":1', _HEAD.decode(), "}}")
_numbered("unknown-names.yaml", " n#: 1", "service: iterable\nconfig:\n", "\n", "\n")
_numbered("unknown-names-beside.json", '"n#":1', '{"service": "iterable",', "}")
_numbered("unknown-names-like-known.json", '"#sync_mode":1', _HEAD.decode(), "}}")
_numbered("unknown-ids.json", '{"service":"a#"}', "[", "]")
_numbered("unknown-ids.jsonl", '{"service":"fb#_ads"}', between="\n")
_numbered("requests-with-unknown-names.jsonl", '{"service":"iterable","config":{"chema#":1}}', between="\n")
_numbered("requests-with-unknown-names.json", '{"service":"iterable","config":{"chema#":1}}', "[", "]")
_repeated("duplicate-keys.json", b'"a":1,', _HEAD, b'"a":1}}')
_repeated("duplicate-keys.yaml", b"a: 1\n")
_repeated("wrong-items.json", b"1,", _HEAD + b'"events": [', b"1]}}")
_repeated("dotted-name.json", b".", _HEAD + b'"', b'": 1}}')
_repeated("bracketed-name.json", b"[0]", _HEAD + b'"', b'": 1}}')
_repeated("long-name.json", b"n", _HEAD + b'"', b'": 1}}')
_repeated("long-name.yaml", b"n", b"? ", b"\n: 1")
_repeated("long-id.json", b"n", b'{"service": "', b'"}')
_repeated("long-string.yaml", b"n", b"a: ")
_repeated("long-line.jsonl", b"n", b'{"service": "iterable", "config": {"schema": "', b'"}}\n{}\n')
_repeated("blank-lines.jsonl", b"\n")


@_file("long-names-above.json")
def _(_: random.Random, size: int) -> bytes:
    return b'{"service":"iterable","%b":[%b1]}' % (b"n" * (size // 2), b"1," * (size // 4))


@_file("long-names-above.yaml")
def _(_: random.Random, size: int) -> bytes:
    return b"? %b\n: [%b1]" % (b"n" * (size // 2), b"1," * (size // 4))


@_file("long-names-in-each-other.json")
def _(_: random.Random, size: int) -> bytes:
    name = b"n" * (size // 200)
    return (b'{"%b":' % name) * 95 + b"[%b1]" % (b"1," * (size // 4)) + b"}" * 95


# Nesting.
_repeated("deep-lists.json", b"[")
_repeated("deep-objects.json", b'{"a":')
_repeated("deep-lists.jsonl", b"[")
_repeated("deep-lists.yaml", b"[")
_repeated("deep-objects.yaml", b"{a: ")
_repeated("deep-blocks.yaml", b"- ")
_repeated("deep-keys.yaml", b"? ")
_repeated("deep-flow-keys.yaml", b"[? ")


@_file("deep-indentation.yaml")
def _(_: random.Random, size: int) -> bytes:
    return b"".join(b" " * level + b"a:\n" for level in range(int((2 * size) ** 0.5)))


@_file("wide-and-deep.json")
def _(_: random.Random, size: int) -> bytes:
    return b"[" + b",".join([b"[" * 99 + b"]" * 99] * max(1, size // 200)) + b"]"


# YAML: anchors, aliases, merge keys, tags, directives, documents.
_repeated("aliases.yaml", b"*a,", b"- &a x\n- [", b"*a]")
_numbered("anchors.yaml", "&a# 1", "[", "]")
_repeated("merge-keys.yaml", b"<<: {}\n")
_repeated("merged-aliases.yaml", b"*a,", b"a: &a {b: 1}\n<<: [", b"*a]")
_repeated("merge-keys-in-each-other.yaml", b"<<: {", b"a: {", b"}")
_repeated("directives.yaml", b"%TAG !a! tag:a,2000:\n", b"", b"--- 1\n")
_numbered("different-directives.yaml", "%TAG !a#! tag:a,2000:", "", "\n--- 1\n", "\n")
_repeated("unknown-directives.yaml", b"%A b\n", b"", b"--- 1\n")
_repeated("documents.yaml", b"---\n")
_repeated("full-documents.yaml", b"--- {}\n")
_repeated("documents-with-directives.yaml", b"%YAML 1.1\n--- a\n...\n")
_repeated("tags.yaml", b"!a 1,", b"[", b"1]")
_repeated("comments.yaml", b"#\n")
_repeated("comments-in-a-value.yaml", b"#\n", b"a:\n", b" b")
_repeated("tabs.yaml", b"\t", b"a: b", b"c: d")
_repeated("quotes.yaml", b"''", b"a: '", b"'")
_repeated("folded-lines.yaml", b"\n\n a", b"a: >")


@_file("long-tag.yaml")
def _(_: random.Random, size: int) -> bytes:
    return b"%%TAG !a! tag:%b\n---\n[%b1]" % (b"n" * (size // 2), b"!a!b 1," * (size // 14))


@_file("billion-laughs.yaml")
def _(draw: random.Random, size: int) -> bytes:
    levels = draw.randrange(9, 30)
    lines = [f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, levels)]
    return b"a0: &a0 [x]\n" + "".join(lines).encode() + b"#" * size


@_file("merged-billion-laughs.yaml")
def _(draw: random.Random, size: int) -> bytes:
    levels = draw.randrange(9, 30)
    lines = [f"a{n}: &a{n}\n  <<: [{','.join([f'*a{n - 1}'] * 9)}]\n  b{n}: 1\n" for n in range(1, levels)]
    return b"a0: &a0 {x: 1}\n" + "".join(lines).encode() + b"#" * size


# Characters.
_repeated("null-bytes.json", b"\0")
_repeated("null-bytes.jsonl", b"\0\n")
_repeated("null-bytes.yaml", b"\0")
_repeated("invalid-utf-8.json", b"\xff")
_repeated("invalid-utf-8.jsonl", b"\xff\n")
_repeated("invalid-utf-8.yaml", b"\xff")
_repeated("lone-surrogates.json", b'"\\ud800",', _HEAD + b'"\\udfff": [', b"1]}}")
_repeated("byte-order-marks.jsonl", b"\xef\xbb\xbf")
_repeated("byte-order-marks.yaml", b"\xef\xbb\xbf")
_repeated("unfinished-string.json", b"\\\\", b'{"a": "')
_repeated("unfinished-escape.json", b'\\"', b'{"a": "')
_repeated("not-a-number.json", b"NaN,", b"[", b"NaN]")


@_file("hostile-names.jsonl")
def _(_: random.Random, size: int) -> bytes:
    """Names that would begin a command of a CI log, drive a terminal or turn the reading direction."""
    hostile = [
        "\n::error file=x::y",
        "\r\n",
        "\x1b[2J",
        "\u202eevil",
        "\u200b",
        "\u2028",
        "\ud800",
        "%0A",
        "](http://x)",
    ]
    line = json.dumps({"service": "iterable", "config": {f"{each}{number}": 1 for number, each in enumerate(hostile)}})
    return f"{line}\n".encode() * max(1, size // len(line))


@_file("random-bytes.json")
def _(draw: random.Random, size: int) -> bytes:
    return draw.randbytes(size)


@_file("random-pieces.yaml")
def _(draw: random.Random, size: int) -> bytes:
    pieces = [*"{}[]:,'\"\\|>&*!%#-?a1~\t", "<<", "---", "...", "\n", "\n", "\n  "]
    return " ".join(draw.choices(pieces, k=size // 3)).encode()
