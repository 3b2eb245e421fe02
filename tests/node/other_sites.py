"""Whether the pages of the reference work on other sites: ``python -m tests.node.other_sites``.

Compiles every page as MDX, which Docusaurus does, and builds all of them with MkDocs' default theme.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from generator.paths import PROJECT, REFERENCE
from tests.node.tools import missing, run

PAGES = PROJECT / REFERENCE
_VALIDATION = {"links": {"not_found": "warn", "anchors": "warn", "unrecognized_links": "warn"}}


def mdx_faults(pages: Iterable[Path]) -> Iterator[str]:
    """Yield the page, the line and the fault of each page that does not compile as MDX."""
    listed = list(pages)
    answers = run("mdx.mjs", (each.read_text(encoding="utf-8") for each in listed))
    yield from (f"{page}:{fault}" for page, fault in zip(listed, answers, strict=True) if fault)


def mkdocs_faults(folder: Path, pages: Path) -> str:
    """Return what MkDocs says of a folder of pages that it builds strictly, with nothing but its defaults.

    Args:
        folder: Where to build.
        pages: The pages, ``index.md`` among them.
    """
    settings = {
        "site_name": "Other",
        "docs_dir": str(pages),
        "site_dir": str(folder / "site"),
        # Without a navigation, each page would have the whole list of pages.
        "nav": ["index.md"],
        "not_in_nav": "*.md",
        "plugins": [],
        "validation": _VALIDATION,
    }
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    # With --quiet, MkDocs would not count warnings either.
    lines = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
    return "\n".join([*lines, f"ended with {done.returncode}"] if done.returncode else lines)


def main() -> int:
    """Print the figures; return 1 where a page has a fault."""
    if missing():
        sys.stdout.write(f"{missing()}\n")
        return 1
    pages = sorted(PAGES.rglob("*.md"))
    faults = list(mdx_faults(pages))
    with tempfile.TemporaryDirectory() as folder:
        said = mkdocs_faults(Path(folder), PAGES)
    sys.stdout.write("".join(f"{each}\n" for each in (*faults, said) if each))
    sys.stdout.write(
        f"{len(pages):,} pages: {len(faults)} do not compile as MDX; MkDocs: {'faults' if said else 'no warning'}\n"
    )
    return 1 if faults or said else 0


if __name__ == "__main__":
    sys.exit(main())
