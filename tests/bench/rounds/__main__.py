"""``python -m tests.bench.rounds``: measure the rounds that have no first run, and store the results for good."""

from __future__ import annotations

import dataclasses
import datetime

from tests.bench.prose import DOCUMENTS
from tests.bench.rounds.figures import figures
from tests.bench.rounds.measure import measure
from tests.bench.rounds.round import rounds

if __name__ == "__main__":
    for each in rounds():
        if not each.first_run:
            day = datetime.datetime.now(datetime.UTC).date().isoformat()
            dataclasses.replace(each, date=day, first_run=measure(each.labels, DOCUMENTS)).save()
    for figure in figures():
        print(figure)
