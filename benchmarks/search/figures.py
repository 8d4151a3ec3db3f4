"""What the search finds of what people ask, row by row, beside what is wanted; everything else it promises, counted."""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from apps.search import Index, answer
from benchmarks.search.trials import OUTSIDE, Trial

WANTED = {
    "as asked": (0.85, 0.97),
    "one to four words": (0.82, 0.95),
    "Latin letters": (0.82, 0.95),
    "special letters dropped": (0.82, 0.95),
    "a typo in every long word": (0.78, 0.92),
    "Russian in another language's guide": (0.82, 0.95),
    "Uzbek in the other script": (0.80, 0.93),
}


@dataclass
class Tally:
    asked: int = 0
    first: int = 0
    among_three: int = 0
    bands: Counter[str] = field(default_factory=Counter)

    def count(self, slugs: tuple[str, ...], band: str, ids: list[str]) -> None:
        self.asked += 1
        self.first += bool(ids) and ids[0] in slugs
        self.among_three += any(id in slugs for id in ids[:3])
        self.bands[band] += 1

    def share(self, number: int) -> str:
        return f"{number / self.asked:.3f}" if self.asked else "–"


def counted(indexes: dict[str, Index], trials: Iterable[Trial]) -> tuple[dict[str, Tally], dict[str, Tally]]:
    """Return the tallies by row, and those of the questions as asked by language."""
    rows: defaultdict[str, Tally] = defaultdict(Tally)
    by_language: defaultdict[str, Tally] = defaultdict(Tally)
    for trial in trials:
        found = answer(indexes[trial.language], trial.text)
        rows[trial.row].count(trial.slugs, found.band, found.ids)
        if trial.row == "as asked":
            by_language[trial.language].count(trial.slugs, found.band, found.ids)
    return rows, by_language


def table(rows: dict[str, Tally]) -> list[str]:
    lines = ["| | queries | recall@1 | wanted | recall@3 | wanted |", "|---|---|---|---|---|---|"]
    for row, (first, among_three) in WANTED.items():
        tally = rows[row]
        shares = tally.share(tally.first), tally.share(tally.among_three)
        lines.append(f"| {row} | {tally.asked} | {shares[0]} | {first:.2f} | {shares[1]} | {among_three:.2f} |")
    return lines


def languages(tallies: dict[str, Tally]) -> list[str]:
    lines = ["| language | queries | recall@1 | recall@3 |", "|---|---|---|---|"]
    return lines + [
        f"| {code} | {tally.asked} | {tally.share(tally.first)} | {tally.share(tally.among_three)} |"
        for code, tally in tallies.items()
    ]


def bands(rows: dict[str, Tally]) -> list[str]:
    lines = ["| | queries | answers | closest pages | nothing found |", "|---|---|---|---|---|"]
    for row in ("as asked", OUTSIDE):
        tally = rows[row]
        shares = " | ".join(tally.share(tally.bands[band]) for band in ("answers", "close", "nothing"))
        lines.append(f"| {row} | {tally.asked} | {shares} |")
    return lines


def size(data: object) -> int:
    return len(gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 9))
