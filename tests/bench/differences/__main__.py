"""Prints what an independent comparison of the vendors' documents finds, and where ``diff`` does not agree."""

from __future__ import annotations

import sys

from tests.bench.differences.figures import DOCUMENTS, PAIRS, compare

_LONGEST = 300


def main() -> None:
    """Print the result for each vendor; the status is 1 where the comparisons do not agree."""
    failed = False
    for vendor in PAIRS:
        compared = compare(vendor)
        if compared is None:
            print(f"{vendor}: not compared: the documents are not in {DOCUMENTS}")
            continue
        result = compared.explained
        counts = ", ".join(f"{count} {keyword}" for keyword, count in result.found.most_common())
        print(f"{vendor}: {result.found.total()} differences: {counts}")
        print(f"  not in the diff: {len(result.unexplained)}; in the diff only: {len(result.unfounded)}")
        print(f"  corrected by the project: {result.corrected}; changes by sentences or examples: {result.by_prose}")
        print(f"  files that the patches do not make byte for byte: {len(compared.wrong_files)} of {compared.files}")
        failed = failed or bool(compared.wrong_files)
        for line in result.lines():
            failed = True
            print(f"  {line[:_LONGEST]}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
