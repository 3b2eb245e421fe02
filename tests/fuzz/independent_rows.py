"""A second reader of property rows, which shares nothing with the generator: it checks what the generator reads."""

from __future__ import annotations

import dataclasses
import html.parser
import json
import re
from collections import Counter
from collections.abc import Iterator

_OF_INDEX = frozenset(("source", "destination", "connection type"))
_VOID = frozenset(("br", "img", "hr", "input", "meta", "link", "col"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset(("a", "b", "br", "code", "em", "font", "i", "span", "strong"))
_SCOPES = frozenset(("table", "ul", "ol", "div"))
_IMPLIED = {
    "tr": ("tr", "td", "th"),
    **dict.fromkeys(("td", "th"), ("td", "th")),
    "li": ("li",),
    **dict.fromkeys(("p", "table", "ul", "ol", "pre", "div", *sorted(_HEADINGS)), ("p", *sorted(_HEADINGS))),
}
_TYPE = re.compile(r"(?:source|destination)\s+type:\s*([\w.-]*\w)")
_STEP = re.compile(r"(?:source|destination)\b.* (\w+) properties$")
_OWN_OBJECTS = re.compile(r"(?:Versioning|Core objects|Data structures)$", re.IGNORECASE)
LABELS = {"required": "required", "optional": "optional", "internal": "internal", "read-only": "readOnly"}


@dataclasses.dataclass(frozen=True)
class Row:
    """A property: the connector's type, the step, the names from the outermost to its own, and its labels."""

    connector: str
    step: str
    path: tuple[str, ...]
    types: tuple[str, ...]
    label: str


@dataclasses.dataclass
class _Node:
    tag: str
    children: list[_Node | str] = dataclasses.field(default_factory=list)
    icon: bool = False

    def text(self) -> str:
        """The text without that of inner tables and lists, a newline for each break."""
        if self.tag == "br":
            return "\n"
        if self.icon:
            return "✓"
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(re.sub(r"\s+", " ", child))
            elif child.tag not in ("table", "ul", "ol", "pre"):
                parts.append(child.text())
        return f"{''.join(parts)} " if self.tag == "code" else "".join(parts)

    def find(self, tag: str) -> Iterator[_Node]:
        """Yield the outermost elements of a kind below this one."""
        for child in self.children:
            if isinstance(child, _Node):
                if child.tag == tag:
                    yield child
                else:
                    yield from child.find(tag)


class _Tree(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = _Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = _Node(tag, icon=tag == "i" and "check" in (dict(attrs).get("class") or ""))
        self._close_implied(tag)
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def _close_implied(self, tag: str) -> None:
        """Close the elements that an opening tag ends without a closing tag of theirs."""
        ends = _IMPLIED.get(tag, ())
        tags = [each.tag for each in self._open]
        inside = len(tags) - next((at for at, each in enumerate(reversed(tags)) if each in _SCOPES), len(tags))
        for at in range(inside, len(tags)):
            if tags[at] in ends:
                del self._open[at:]
                return

    def handle_endtag(self, tag: str) -> None:
        if tag in [each.tag for each in self._open]:
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


class Walk:
    """The connector and the step that the words so far have named."""

    def __init__(self) -> None:
        self.connector, self.step, self.skips = "", "", True

    def heading(self, text: str) -> None:
        text = " ".join(text.split())
        if re.search(r"(?:source|destination) .*propert\w* object$", text) and not text.startswith("Example"):
            self.connector, self.step, self.skips = "", "form", False
        if (match := _STEP.search(text)) and " " in text:
            self.step = match[1].lower()
        self.skips = self.skips or _OWN_OBJECTS.match(text) is not None

    def sentence(self, text: str) -> None:
        if match := _TYPE.search(text):
            self.connector, self.skips = match[1], False


def rows_of_html(content: str) -> Counter[Row]:
    """Return the property rows of an HTML page of connectors, with their number."""
    tree = _Tree()
    tree.feed(content)
    found: Counter[Row] = Counter()
    _read(tree.root, Walk(), found)
    return found


def _read(node: _Node, walk: Walk, found: Counter[Row]) -> None:
    loose = ""
    for child in node.children:
        if not isinstance(child, _Node) or child.tag in _INLINE:
            loose += child if isinstance(child, str) else child.text()
        else:
            walk.sentence(loose)  # a sentence that is in no paragraph
            loose = ""
        if not isinstance(child, _Node) or child.tag in ("script", "style", "head"):
            continue
        if child.tag in _HEADINGS:
            walk.heading(child.text())
        elif child.tag == "p":
            walk.sentence(child.text())
        elif child.tag == "pre":
            found.update(_example(child.text(), walk))
        elif child.tag in ("table", "tr"):
            rows = [*_rows(child, walk, ())]
            found.update(rows if not walk.skips else ())
        else:
            _read(child, walk, found)
    walk.sentence(loose)


def _rows(table: _Node, walk: Walk, above: tuple[str, ...]) -> Iterator[Row]:
    for row in table.find("tr") if table.tag != "tr" else (table,):
        cells = [each for each in row.children if isinstance(each, _Node) and each.tag in ("td", "th")]
        texts = [[line.strip() for line in cell.text().split("\n") if line.strip()] for cell in cells]
        lowered = [" ".join(lines).lower() for lines in texts]
        if "property type:" in lowered:
            walk.connector, walk.skips = "".join(lowered[lowered.index("property type:") + 1 :][:1]), False
            continue
        if len(cells) < 2 or not texts[0] or "documentation:" in lowered or lowered[1] in _OF_INDEX:
            continue
        if "type" in lowered[1:2] or lowered[0].endswith(":") or lowered[:2] == ["name", "description"]:
            continue
        name, *stack = texts[0]
        if len(cells) == 4:
            stack = [*texts[1][:1], "required" if texts[2] else "optional"]
        words = " ".join(stack).split(" ")
        label = LABELS.get(words[-1].lower(), "") if words else ""
        types = tuple(each for each in re.findall(r"[A-Z]+", " ".join(words[: -1 if label else None])) if each != "OR")
        path = (*above, name.split(" (")[0])
        yield Row(walk.connector, walk.step, path, types, label)
        for cell in cells[1:]:
            for inner in cell.find("table"):
                yield from _rows(inner, walk, path)


def _example(text: str, walk: Walk) -> Iterator[Row]:
    """Yield a row for the payload of an example: its names stand where a property has its types."""
    try:
        payload = json.loads(text)
    except ValueError:
        return
    if walk.connector and not walk.skips and isinstance(payload, dict) and payload:
        if any(name != name.strip() for name in payload):
            return
        yield Row(walk.connector, walk.step, (), tuple(sorted(payload)), "example")
