"""Files of payloads that are wrong, or that ask for much more time or memory than their size suggests.

``bad_payloads`` yields each as a file's name and its bytes, about as large as it is told. The same seed and size give
the same bytes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

from tests.fuzz.payload_makers import MAKERS, file, numbered, repeated

_HEAD = b'{"service": "iterable", "group_id": "g", "config": {"schema": "s", '


def names() -> list[str]:
    """Return the names of all files, in order; the suffix is the kind."""
    return list(MAKERS)


def bad_payloads(seed: int = 0, size: int = 100_000) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file, of about ``size`` bytes."""
    for name in MAKERS:
        yield name, bad_payload(name, seed, size)


def bad_payload(name: str, seed: int = 0, size: int = 100_000) -> bytes:
    """Return the bytes of one file."""
    return MAKERS[name](random.Random(f"{name} {seed}"), size)


# Numbers.
repeated("sexagesimal-integer.yaml", b":1", b"a: 1")
repeated("sexagesimal-float.yaml", b":1", b"a: 1", b".5")
repeated("long-integer.yaml", b"7", b"a: 7")
repeated("long-hexadecimal.yaml", b"f", b"a: 0x")
repeated("long-float.yaml", b"7", b"a: 1.")
repeated("long-integer.json", b"7", _HEAD + b'"a": ', b"}}")
repeated("long-fraction.json", b"7", _HEAD + b'"a": 1.', b"}}")
repeated("long-exponent.json", b"7", _HEAD + b'"a": 1e', b"}}")
repeated("many-infinite-numbers.json", b"1e999,", _HEAD + b'"a": [', b"1]}}")
repeated("many-integers.yaml", b"1,", b"a: [", b"1]")
# Objects, lists and names.
repeated("many-objects.json", b"{},", b"[", b"{}]")
repeated("many-objects.jsonl", b"{}\n")
repeated("many-objects.yaml", b"- {}\n")
repeated("many-lists.json", b"[],", b"[", b"[]]")
numbered("unknown-names.json", '"n#":1', _HEAD.decode(), "}}")
numbered("unknown-names.jsonl", '"n#":1', _HEAD.decode(), "}}")
numbered("unknown-names.yaml", " n#: 1", "service: iterable\nconfig:\n", "\n", "\n")
numbered("unknown-names-beside.json", '"n#":1', '{"service": "iterable",', "}")
numbered("unknown-names-like-known.json", '"#sync_mode":1', _HEAD.decode(), "}}")
numbered("unknown-ids.json", '{"service":"a#"}', "[", "]")
numbered("unknown-ids.jsonl", '{"service":"fb#_ads"}', between="\n")
numbered("requests-with-unknown-names.jsonl", '{"service":"iterable","config":{"chema#":1}}', between="\n")
numbered("requests-with-unknown-names.json", '{"service":"iterable","config":{"chema#":1}}', "[", "]")
repeated("duplicate-keys.json", b'"a":1,', _HEAD, b'"a":1}}')
repeated("duplicate-keys.yaml", b"a: 1\n")
repeated("wrong-items.json", b"1,", _HEAD + b'"events": [', b"1]}}")
repeated("dotted-name.json", b".", _HEAD + b'"', b'": 1}}')
repeated("bracketed-name.json", b"[0]", _HEAD + b'"', b'": 1}}')
repeated("long-name.json", b"n", _HEAD + b'"', b'": 1}}')
repeated("long-name.yaml", b"n", b"? ", b"\n: 1")
repeated("long-id.json", b"n", b'{"service": "', b'"}')
repeated("long-string.yaml", b"n", b"a: ")
repeated("long-line.jsonl", b"n", b'{"service": "iterable", "config": {"schema": "', b'"}}\n{}\n')
repeated("blank-lines.jsonl", b"\n")


@file("long-names-above.json")
def _(_: random.Random, size: int) -> bytes:
    return b'{"service":"iterable","%b":[%b1]}' % (b"n" * (size // 2), b"1," * (size // 4))


@file("long-names-above.yaml")
def _(_: random.Random, size: int) -> bytes:
    return b"? %b\n: [%b1]" % (b"n" * (size // 2), b"1," * (size // 4))


@file("long-names-in-each-other.json")
def _(_: random.Random, size: int) -> bytes:
    name = b"n" * (size // 200)
    return (b'{"%b":' % name) * 95 + b"[%b1]" % (b"1," * (size // 4)) + b"}" * 95


# Nesting.
repeated("deep-lists.json", b"[")
repeated("deep-objects.json", b'{"a":')
repeated("deep-lists.jsonl", b"[")
repeated("deep-lists.yaml", b"[")
repeated("deep-objects.yaml", b"{a: ")
repeated("deep-blocks.yaml", b"- ")
repeated("deep-keys.yaml", b"? ")
repeated("deep-flow-keys.yaml", b"[? ")


@file("deep-indentation.yaml")
def _(_: random.Random, size: int) -> bytes:
    return b"".join(b" " * level + b"a:\n" for level in range(int((2 * size) ** 0.5)))


@file("wide-and-deep.json")
def _(_: random.Random, size: int) -> bytes:
    return b"[" + b",".join([b"[" * 99 + b"]" * 99] * max(1, size // 200)) + b"]"


# YAML: anchors, aliases, merge keys, tags, directives, documents.
repeated("aliases.yaml", b"*a,", b"- &a x\n- [", b"*a]")
numbered("anchors.yaml", "&a# 1", "[", "]")
repeated("merge-keys.yaml", b"<<: {}\n")
repeated("merged-aliases.yaml", b"*a,", b"a: &a {b: 1}\n<<: [", b"*a]")
repeated("merge-keys-in-each-other.yaml", b"<<: {", b"a: {", b"}")
repeated("directives.yaml", b"%TAG !a! tag:a,2000:\n", b"", b"--- 1\n")
numbered("different-directives.yaml", "%TAG !a#! tag:a,2000:", "", "\n--- 1\n", "\n")
repeated("unknown-directives.yaml", b"%A b\n", b"", b"--- 1\n")
repeated("documents.yaml", b"---\n")
repeated("full-documents.yaml", b"--- {}\n")
repeated("documents-with-directives.yaml", b"%YAML 1.1\n--- a\n...\n")
repeated("tags.yaml", b"!a 1,", b"[", b"1]")
repeated("comments.yaml", b"#\n")
repeated("comments-in-a-value.yaml", b"#\n", b"a:\n", b" b")
repeated("tabs.yaml", b"\t", b"a: b", b"c: d")
repeated("quotes.yaml", b"''", b"a: '", b"'")
repeated("folded-lines.yaml", b"\n\n a", b"a: >")


@file("long-tag.yaml")
def _(_: random.Random, size: int) -> bytes:
    return b"%%TAG !a! tag:%b\n---\n[%b1]" % (b"n" * (size // 2), b"!a!b 1," * (size // 14))


@file("billion-laughs.yaml")
def _(draw: random.Random, size: int) -> bytes:
    levels = draw.randrange(9, 30)
    lines = [f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, levels)]
    return b"a0: &a0 [x]\n" + "".join(lines).encode() + b"#" * size


@file("merged-billion-laughs.yaml")
def _(draw: random.Random, size: int) -> bytes:
    levels = draw.randrange(9, 30)
    lines = [f"a{n}: &a{n}\n  <<: [{','.join([f'*a{n - 1}'] * 9)}]\n  b{n}: 1\n" for n in range(1, levels)]
    return b"a0: &a0 {x: 1}\n" + "".join(lines).encode() + b"#" * size


# Characters.
repeated("null-bytes.json", b"\0")
repeated("null-bytes.jsonl", b"\0\n")
repeated("null-bytes.yaml", b"\0")
repeated("invalid-utf-8.json", b"\xff")
repeated("invalid-utf-8.jsonl", b"\xff\n")
repeated("invalid-utf-8.yaml", b"\xff")
repeated("lone-surrogates.json", b'"\\ud800",', _HEAD + b'"\\udfff": [', b"1]}}")
repeated("byte-order-marks.jsonl", b"\xef\xbb\xbf")
repeated("byte-order-marks.yaml", b"\xef\xbb\xbf")
repeated("unfinished-string.json", b"\\\\", b'{"a": "')
repeated("unfinished-escape.json", b'\\"', b'{"a": "')
repeated("not-a-number.json", b"NaN,", b"[", b"NaN]")


@file("hostile-names.jsonl")
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


@file("random-bytes.json")
def _(draw: random.Random, size: int) -> bytes:
    return draw.randbytes(size)


@file("random-pieces.yaml")
def _(draw: random.Random, size: int) -> bytes:
    pieces = [*"{}[]:,'\"\\|>&*!%#-?a1~\t", "<<", "---", "...", "\n", "\n", "\n  "]
    return " ".join(draw.choices(pieces, k=size // 3)).encode()
