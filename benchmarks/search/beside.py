"""`make bench-search`: ours beside its peers, on the same documents and the questions that were set aside."""

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import django

django.setup()

from apps.search import Document, Index, answer, build, of  # noqa: E402  # settings first
from apps.translations import languages  # noqa: E402
from benchmarks.search import databases, figures, shipped, trials  # noqa: E402
from benchmarks.search.trials import OUTSIDE, Trial  # noqa: E402

FIELDS = ("title", "asked", "short", "title_ru", "asked_ru")
Found = dict[str, dict[str, Any]]
MOST = int(os.environ.get("MOST", "1000"))  # questions of each row: the slowest peer takes a second for each


def report() -> str:
    codes, rows = list(languages.CODES), shipped.rows()
    documents = {code: list(shipped.documents(code, rows)) for code in codes}
    asked = _some([trial for trial in trials.every(codes) if trial.aside and trial.row != OUTSIDE])
    found = {"ours": _ours(documents, asked)}
    found |= {name: _database(name, documents, asked) for name in databases.PEERS}
    found |= _node(documents, asked)
    names = list(figures.WANTED)
    lines = ["# The search beside its peers", "", "Written by `make bench-search`; nothing here is typed by hand.", ""]
    lines += [f"{len(asked)} of the questions that were set aside, recall@1 / recall@3.", ""]
    lines += [f"| | {' | '.join(names)} | ms a query | index, gzipped |", "|---" * (len(names) + 3) + "|"]
    lines += [_line(name, one, asked, names) for name, one in found.items()]
    return "\n".join([*lines, "", "Milliseconds: ours and the databases in Python, the others in Node.", ""])


def _some(asked: list[Trial]) -> list[Trial]:
    """Of each row as many as wanted, from all languages."""
    rows = [[trial for trial in asked if trial.row == row] for row in figures.WANTED]
    return [trial for row in rows for trial in row[:: -(-len(row) // MOST) or 1]]


def _ours(documents: dict[str, list[Document]], asked: list[Trial]) -> dict[str, Any]:
    data = {code: build(documents[code], of(code)) for code in documents}
    indexes = {code: Index(data[code]) for code in data}
    begun = time.perf_counter()
    ids = [answer(indexes[trial.language], trial.text).ids[:3] for trial in asked]
    spent = 1000 * (time.perf_counter() - begun) / len(asked)
    return {"found": ids, "milliseconds": spent, "size": max(map(figures.size, data.values()))}


def _database(name: str, documents: dict[str, list[Document]], asked: list[Trial]) -> dict[str, Any]:
    try:
        searches = {code: databases.PEERS[name](_entries(documents[code])) for code in documents}
        begun = time.perf_counter()
        ids = [searches[trial.language](trial.text) for trial in asked]
        return {"found": ids, "milliseconds": 1000 * (time.perf_counter() - begun) / len(asked)}
    except Exception as error:  # a peer that is not here is said so
        return {"error": f"{type(error).__name__}: {str(error).splitlines()[0]}" if str(error) else repr(error)}


def _node(documents: dict[str, list[Document]], asked: list[Trial]) -> Found:
    given = {
        "documents": {
            code: [{"id": one.id} | {name: one.texts.get(name, "") for name in FIELDS} for one in _entries(found)]
            for code, found in documents.items()
        },
        "trials": [{"language": trial.language, "text": trial.text} for trial in asked],
    }
    try:
        command = ["node", str(Path(__file__).with_name("peers.mjs"))]
        said = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        return {"the peers in Node": {"error": type(error).__name__}}
    found: Found = json.loads(said.stdout)
    return found


def _entries(documents: list[Document]) -> list[Document]:
    return [document for document in documents if not document.kind]


def _line(name: str, found: dict[str, Any], asked: list[Trial], names: list[str]) -> str:
    if "error" in found:
        return f"| {name} | {found['error']} |" + " |" * (len(names) + 1)
    rows: defaultdict[str, figures.Tally] = defaultdict(figures.Tally)
    for trial, ids in zip(asked, found["found"], strict=True):
        rows[trial.row].count(trial.slugs, "", ids)
    shares = [f"{rows[row].share(rows[row].first)} / {rows[row].share(rows[row].among_three)}" for row in names]
    size = f"{found['size']:,}" if found.get("size") else "–"
    return f"| {name} | {' | '.join(shares)} | {found['milliseconds']:.1f} | {size} |"


if __name__ == "__main__":
    text = report()
    print(text)
    Path(sys.argv[1]).write_text(text, "utf-8")
