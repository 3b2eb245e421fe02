"""The text of a document's bytes: UTF-8, UTF-16 with a mark, or an encoding of the web that the document declares."""

from __future__ import annotations

import codecs
import re

from generator.diagnostics import Diagnostics

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?(?P<name>[\w:.-]{1,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

# The labels of the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels), without punctuation, and
# Python's codecs for them. Python knows many more codecs, and not all of them decode to text.
_CODECS = {
    **dict.fromkeys(("utf8", "unicode11utf8"), "utf-8"),
    **dict.fromkeys(("ascii", "usascii", "latin1", "l1", "iso88591", "windows1252", "cp1252", "xcp1252"), "cp1252"),
    **{f"iso8859{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"latin{number}": f"latin{number}" for number in (2, 3, 4, 6)},
    **{f"windows{page}": f"cp{page}" for page in (1250, 1251, 1253, 1255, 1256, 1257, 1258)},
    **{f"cp{page}": f"cp{page}" for page in (866, 1250, 1251, 1253, 1255, 1256, 1257, 1258)},
    **dict.fromkeys(("windows1254", "cp1254", "latin5", "iso88599"), "cp1254"),
    **dict.fromkeys(("windows874", "tis620", "iso885911"), "cp874"),
    "ibm866": "cp866",
    "koi8r": "koi8-r",
    "koi8u": "koi8-u",
    "macintosh": "mac-roman",
    "xmaccyrillic": "mac-cyrillic",
    **dict.fromkeys(("gbk", "gb2312", "xgbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5hkscs"), "big5hkscs"),
    "eucjp": "euc-jp",
    "iso2022jp": "iso2022-jp",
    **dict.fromkeys(("shiftjis", "sjis", "xsjis", "windows31j"), "cp932"),
    **dict.fromkeys(("euckr", "ksc56011987", "windows949"), "cp949"),
}


def decode(raw: bytes, diagnostics: Diagnostics) -> str | None:
    """Return the text of a document, or ``None`` and an error ``empty-document`` or ``not-text``."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if raw.startswith(mark)), (b"", ""))
    if not raw.removeprefix(mark).strip():
        diagnostics.error("empty-document", "", "the file is empty; expected a page, its text, or a capture")
        return None
    if encoding != "utf-16" and b"\0" in raw:
        diagnostics.error("not-text", f"byte {raw.index(0)}", "the file is binary; expected HTML, text, JSON or YAML")
        return None
    place = ""
    for name in (encoding,) if encoding else ("utf-8", _declared(raw)):
        try:
            content = raw.decode(name) if name else None
        except UnicodeDecodeError as fault:
            place = place or f"byte {fault.start}"
            continue
        if content is not None and "\0" not in content:
            return content
    diagnostics.error("not-text", place, "the file is neither UTF-8 nor in its declared encoding")
    return None


def _declared(raw: bytes) -> str:
    """Return the codec of the encoding that a page declares; empty if it declares none of the web."""
    match = _CHARSET.search(raw[:2048])
    if match is None:
        return ""
    label = match["name"].decode("ascii").lower()
    return _CODECS.get(re.sub(r"[^a-z0-9]", "", label), "")
