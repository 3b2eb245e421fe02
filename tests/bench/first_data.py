"""Makes the project of data version 1.0.0, which no release has: what the vendors' older documents say.

``python -m tests.bench.first_data FOLDER`` makes it from ``../shared/documents``, and generates its catalog. Today's
tables and readers are used, without those corrections that the older documents do not need.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from generator.catalog.corrections import load_corrections
from generator.commands.capture import Request as CaptureRequest
from generator.commands.capture import capture
from generator.commands.generate import Request, generate
from generator.diagnostics import Diagnostics
from generator.paths import CATALOG, PROJECT, Layout
from generator.pipeline.catalog import build_catalog
from generator.serialize import dumps

DOCUMENTS = PROJECT.parent / "shared" / "documents"
_PAGES = {
    "airbyte/openapi-2025-06.yaml": "openapi",
    "fivetran/openapi-2025-12.json": "openapi",
    "stitch/connect-api-2021-01.html": "source-destination-reference",
}
_TABLES = ("corrections", "vendors", "glossary.yaml", "names.yaml", "secrecy.yaml", "documents/fivetran/iterable.json")


def make(root: Path) -> Layout:
    """Write what the catalog is made from; nothing that is generated."""
    for name in _TABLES:
        source, target = PROJECT / CATALOG / name, root / CATALOG / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)
    layout = Layout(root)
    for page, name in _PAGES.items():
        captured = capture(layout, [DOCUMENTS / page], CaptureRequest(name=name))
        assert not captured.diagnostics.failed, [str(each) for each in captured.diagnostics]
    _leave_out_stale_corrections(layout)
    return layout


def _leave_out_stale_corrections(layout: Layout) -> None:
    stale = [each for each in build_catalog(layout).diagnostics if each.code == "stale-correction"]
    for path in sorted(layout.corrections.glob("*.json")):
        stated = json.loads(path.read_bytes())
        loaded = [each for each in load_corrections(layout.corrections, Diagnostics()).all if each.vendor == path.stem]
        kept = [
            one
            for one, each in zip(stated, loaded, strict=True)
            if not any(
                found.subject == each.subject and (each.adds or json.dumps(each.old)[:80] in found.message)
                for found in stale
            )
        ]
        path.write_text(dumps(kept), encoding="utf-8")


def main() -> int:
    """Make the project in the folder that is given."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.first_data", description=__doc__)
    parser.add_argument("folder", type=Path, help="a new folder")
    layout = make(parser.parse_args().folder)
    made = generate(layout, Request(layout.root), lambda done, total: None)
    sys.stdout.write(f"{made.summary}\n")
    return int(made.diagnostics.failed)


if __name__ == "__main__":
    sys.exit(main())
