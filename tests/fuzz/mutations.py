"""Changes one thing of a page after the other: no property may get lost without a diagnostic.

A changed page is read twice, by the generator and by :mod:`tests.fuzz.independent_rows`. Either both find the same
rows, or the generator has a diagnostic that the page did not have before: an error or a warning, with a place.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.catalog.context import Knowledge
from generator.diagnostics import Diagnostic, Diagnostics, Level
from generator.paths import PROJECT, Layout
from generator.pipeline.reading import read_records
from generator.pipeline.vendor import connectors_of
from generator.profiles.profile import load_vendors
from generator.records.record import PropertyRecord
from tests.fuzz.independent_rows import Row, rows_of_html
from tests.fuzz.independent_text_rows import rows_of_parameters, rows_of_text
from tests.fuzz.page_mutators import HTML, Mutator
from tests.fuzz.report import Report
from tests.fuzz.text_mutators import TEXT

SHARED = PROJECT.parent / "shared" / "documents"
PAGES = Path(__file__).parent.parent / "pages"
_PART = re.compile(
    r"(?m)(?=<h[1-6][^>]*>\s*The .{1,60} (?:source|destination) connection property object)"
    r"|^(?=The .{1,60} (?:source|destination) connection property object$)"
)
_WHOLE = 100
"""One mutant of so many is of a whole page."""
_INDEX_ROW = re.compile(r"<tr>(?:(?!<tr\b).)*?href=\"(#[^\"]*)\"(?:(?!<tr\b).)*?</tr>", re.DOTALL)


@dataclasses.dataclass(frozen=True)
class _Page:
    name: str
    content: str

    @property
    def is_html(self) -> bool:
        return self.name.endswith(".html")

    @property
    def mutators(self) -> Mapping[str, Mutator]:
        return HTML if self.is_html else TEXT

    @property
    def is_service(self) -> bool:
        return not self.is_html and "API Configuration" in self.content

    @property
    def vendor(self) -> str:
        return "fivetran" if self.is_service else "stitch"

    def rows(self, content: str) -> Counter[Row]:
        if self.is_service:
            return rows_of_parameters(content)
        return (rows_of_html if self.is_html else rows_of_text)(content)


def _sources() -> list[_Page]:
    """Return the vendors' real pages, or the project's own where these are not here."""
    real = [*sorted(SHARED.glob("stitch/*.html")), *sorted(SHARED.glob("seeds/*.txt"))]
    paths = real or [*sorted(PAGES.glob("stitch/*.html")), *sorted(PAGES.glob("*/*.txt"))]
    return [_Page(path.name, path.read_text(encoding="utf-8")) for path in paths]


def _reduced(page: _Page, rng: random.Random) -> _Page:
    """Return a page with its index and a few of its connectors."""
    before, *parts = _PART.split(page.content)
    if len(parts) < 5:
        return page
    kept = "".join(parts[at] for at in sorted(rng.sample(range(len(parts) - 1), 3)))
    index = before[max(before.find("Search for a connection") - 200, 0) :]
    index = index[max(index.find("<h"), 0) :]
    index = _INDEX_ROW.sub(lambda row: row[0] if f'id="{row[1][1:]}"' in kept else "", index)
    return dataclasses.replace(page, content=f"{index}{kept}")


class _Reader:
    """Reads contents with the generator."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._vendors = load_vendors(Layout().vendors, Diagnostics())

    def read(self, page: _Page, content: str) -> tuple[Counter[Row], list[Diagnostic]]:
        path = self._folder / page.name
        path.write_text(content, encoding="utf-8")
        diagnostics = Diagnostics(page.name)
        reading = read_records(path, page.vendor, diagnostics, vendors=self._vendors)
        found: Counter[Row] = Counter()
        for connector in reading.records.connectors if reading is not None else ():
            for step in connector.steps:
                if page.is_service:
                    found.update(Row("", "", (each.name,), (), each.requirement or "") for each in step.properties)
                    continue
                found.update(_rows(connector.type, step.name, step.properties, ()))
                shown = [tuple(sorted(each.value)) for each in step.examples if each.value and page.is_html]
                found.update(Row(connector.type, step.name, (), names, "example") for names in shown)
        if reading is not None:
            connectors_of(reading, Knowledge(), diagnostics)
        return found, [*diagnostics]


def _rows(connector: str, step: str, records: Iterable[PropertyRecord], above: tuple[str, ...]) -> Iterator[Row]:
    for record in records:
        if record.named_in_example:
            continue
        path = (*above, record.name)
        yield Row(connector, step, path, record.type_words, record.requirement or "")
        yield from _rows(connector, step, record.children, path)


def _codes(found: Iterable[Diagnostic]) -> Counter[str]:
    """Return how often each message is there: places shift where something is added or removed above them."""
    return Counter(f"{each.code} {each.subject} {each.message}" for each in found if each.level >= Level.WARNING)


def _fault(page: _Page, mutant: str, reader: _Reader) -> str:
    """Return what is wrong with how the generator reads a mutant; empty if nothing is."""
    rows, found = reader.read(page, mutant)
    before, found_before = reader.read(page, page.content)
    expected = page.rows(mutant) | _still_there(page, mutant, before)
    if rows == expected:
        return ""
    new = _codes(found) - _codes(found_before)
    if new and all(each.place or each.code.startswith("no-") for each in found if each.level >= Level.WARNING):
        return ""
    lost, extra = [*(expected - rows)], [*(rows - expected)]
    return f"{len(lost)} rows lost, {len(extra)} more than there are: {[*lost[:2], *extra[:2]]}"


def _still_there(page: _Page, mutant: str, rows: Counter[Row]) -> Counter[Row]:
    """Return the rows of extracted text whose names are all still on lines of their own, labels or not."""
    if page.is_html:
        return Counter()
    lines, left = Counter(page.content.split("\n")), Counter(mutant.split("\n"))
    names = Counter(row.path[-1] for row in page.rows(mutant).elements())
    known = Counter(row.path[-1] for row in rows.elements())
    gone = {name for name in known if names[name] < known[name] and left[name] >= lines[name]}
    return Counter({row: number for row, number in rows.items() if row.path[-1] in gone})


def run(seed: int, count: int) -> Report:
    """Read ``count`` mutants, most of them of pages with their index and a few connectors only."""
    pages, failures = _sources(), []
    with tempfile.TemporaryDirectory() as folder:
        reader = _Reader(Path(folder))
        cases = 0
        while cases < count:
            rng = random.Random(f"{seed} {cases}")
            cases += 1
            source = rng.choice(pages)
            page = _reduced(source, rng) if cases % _WHOLE else source
            if page.rows(page.content) != reader.read(page, page.content)[0]:
                continue
            name = rng.choice([*page.mutators])
            mutant = page.mutators[name](page.content, rng)
            if mutant is not None and (fault := _fault(page, mutant, reader)):
                failures.append(f"{seed} {cases - 1} {page.name}: {name}: {fault}")
    return Report(cases, tuple(failures))


def main() -> int:
    """Print the mutants that lose a row silently, and their number."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=2_000)
    options = parser.parse_args()
    report = run(options.seed, options.count)
    lines = (*report.failures, f"{report.cases} mutants, {len(report.failures)} that lose or change a row silently")
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
