"""The way to the verdict as a picture: forks with a question, and where each set of options leads."""

from collections.abc import Iterator
from typing import Any

from apps.amina import current
from apps.amina.phrasebook import Phrasebook
from apps.openrules import deciding, drawing
from apps.rules import Flow, Fork, In, epoch_on, flow
from apps.rules.saying import Wording

GROUP = "verdict"


def context(phrases: Phrasebook) -> dict[str, Any]:
    found = flow(epoch_on(current.rulebook(), current.today()), GROUP)
    verdicts = _verdicts(found)
    wording = deciding.wording_in(phrases)
    rows = {id: row for row, id in enumerate(dict.fromkeys(fork.question.id for fork in found.forks))}
    forks = [
        drawing.Fork(
            number,
            rows[fork.question.id],
            wording.phrases[f"questions.{fork.question.id}.label"],
            tuple(_ways(fork, verdicts, wording)),
        )
        for number, fork in enumerate(found.forks, 1)
    ]
    return {
        "phrases": phrases,
        "forks": forks,
        "verdicts": [(id, phrases.text(f"steps.{id}.title")) for id in verdicts],
        "fork_width": drawing.WIDTH,
        "badge_x": drawing.WIDTH - drawing.BADGE / 2 - 2,
        "picture": drawing.draw(forks) if forks else None,
    }


def _verdicts(found: Flow) -> list[str]:
    """The verdicts that somebody gets today, in the author's order."""
    return [id for id in current.rulebook().steps if any(id in end for end in found.ends)]


def _ways(fork: Fork, verdicts: list[str], wording: Wording) -> Iterator[drawing.Way]:
    # Endings first, so that the lines to further forks leave from below.
    for way in sorted(fork.ways, key=lambda way: isinstance(way.leads_to, int)):
        text = _together(fork.question.id, way.options, wording)
        if isinstance(way.leads_to, int):
            yield drawing.Way(text, way.leads_to + 1, None)
        else:
            yield drawing.Way(text, None, next((verdicts.index(id) + 1 for id in way.leads_to), None))


def _together(question: str, options: tuple[str, ...], wording: Wording) -> str:
    """Several options in phrases: by the name of their group where the rules have one."""
    for group in current.rulebook().groups.values():
        if group.question == question and group.options == set(options):
            return wording.leaf(In(question, group.id)).partition(": ")[2]
    return "; ".join(wording.option(question, option) for option in options)
