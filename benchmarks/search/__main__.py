"""`make search-figures`: the figures of the search on its own questions, tuned and set aside apart."""

import sys
import time
from pathlib import Path

import django

django.setup()

from apps.search import Index, answer, build, of  # noqa: E402  # settings first
from apps.translations import languages  # noqa: E402
from benchmarks.search import figures, fuzzing, queries, shipped, trials  # noqa: E402

CODES = list(languages.CODES)


def report() -> str:
    rows, begun = shipped.rows(), time.process_time()
    data = {code: build(shipped.documents(code, rows), of(code)) for code in CODES}
    built = time.process_time() - begun
    indexes = {code: Index(data[code]) for code in CODES}
    asked = list(trials.every(CODES))
    lines = ["# What the search finds", "", "Written by `make search-figures`; nothing here is typed by hand.", ""]
    lines += _writers()
    for title, aside in (("Set aside before any tuning", True), ("The other two thirds", False)):
        found, by_language = figures.counted(indexes, [trial for trial in asked if trial.aside == aside])
        lines += [f"## {title}", "", *figures.table(found), "", *figures.languages(by_language), ""]
        lines += [*figures.bands(found), ""]
    lines += ["## Bytes and time", "", "| language | ranking index, gzipped |", "|---|---|"]
    lines += [f"| {code} | {figures.size(data[code]):,} |" for code in CODES]
    lines += ["", fuzzing.fuzzed(indexes)]
    lines += [
        "",
        f"All languages built in {built:.1f} s; {_milliseconds(indexes, asked):.1f} ms a query in Python, of the processor's time.",
        "",
    ]
    return "\n".join(lines)


def _writers() -> list[str]:
    every = queries.every()
    return [
        f"* `{writer}`: {sum(q.writer == writer and bool(q.slugs) for q in every)} questions, "
        f"{sum(q.writer == writer and not q.slugs for q in every)} out of the field"
        for writer in sorted({query.writer for query in every})
    ] + [""]


def _milliseconds(indexes: dict[str, Index], asked: list[trials.Trial]) -> float:
    some = asked[::10]
    begun = time.process_time()
    for trial in some:
        answer(indexes[trial.language], trial.text)
    return 1000 * (time.process_time() - begun) / len(some)


if __name__ == "__main__":
    text = report()
    print(text)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text, "utf-8")
