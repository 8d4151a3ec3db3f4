"""The same rules in publicodes, which runs in Node."""

import json
import subprocess
from typing import Any

from apps.rules.epochs import Epoch
from benchmarks import languages
from benchmarks.formulas import Formula
from benchmarks.measuring import agreement
from benchmarks.walking import applying


def measure(
    stated: dict[str, Formula], epoch: Epoch, complete: list[dict[str, str]], partial: list[dict[str, str]]
) -> dict[str, Any]:
    """Return seconds a call and notes for `full` and `partial`, or why it did not run."""
    given = _given(stated, epoch, complete[:100], partial)
    try:
        ran = subprocess.run(
            ["node", "benchmarks/publicodes.mjs"], input=json.dumps(given), capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        why = getattr(error, "stderr", "") or str(error)
        return {"note": f"did not run: {why.strip().splitlines()[-1][:90]}", "partial_note": "did not run"}
    found = json.loads(ran.stdout)
    said = [frozenset(id for id, yes in zip(stated, row, strict=True) if yes) for row in found["said"]]
    decide = applying(epoch)
    truth = [frozenset(decide(answers)) for answers in complete]
    return {
        "full": found["full"] / 1000,
        "partial": found["partial"] / 1000,
        "note": agreement(said, truth),
        "partial_note": _partial_agreement(found["known"], epoch, list(stated), partial),
    }


def _given(
    stated: dict[str, Formula], epoch: Epoch, complete: list[dict[str, str]], partial: list[dict[str, str]]
) -> dict[str, Any]:
    rules: dict[str, Any] = {languages.name(q.id): {"question": q.id, "type": "texte"} for q in epoch.questions}
    rules |= {f"step {languages.name(id)}": languages.publicodes(formula) for id, formula in stated.items()}

    def situation(answers: dict[str, str]) -> dict[str, str]:
        return {languages.name(id): f"'{option}'" for id, option in answers.items()}

    return {
        "rules": rules,
        "steps": [f"step {languages.name(id)}" for id in stated],
        "full": list(map(situation, complete)),
        "partial": list(map(situation, partial)),
        "rounds": 3,
    }


def _partial_agreement(known: list[Any], epoch: Epoch, ids: list[str], partial: list[dict[str, str]]) -> str:
    wrong = over = total = 0
    for row, answers in zip(known, partial, strict=False):
        left = epoch.left({id: frozenset([option]) for id, option in answers.items()})
        for id, (value, missing) in zip(ids, row, strict=True):
            total += 1
            exact = left.get(id, False)
            wrong += isinstance(exact, bool) and value is not None and value != exact
            over += isinstance(exact, bool) and (value is None or bool(missing))
    return f"of {total} outcomes {wrong} wrong; {over} decided ones still ask for answers"
