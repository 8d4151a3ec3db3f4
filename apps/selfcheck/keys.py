"""The ids for which the self-check needs words, derived from the rulebook."""

from collections.abc import Iterator

from apps.rules import Question, Rulebook, Step

OPTIONAL_ENDING = ".help"


def required(rulebook: Rulebook) -> list[str]:
    """Return every key without which some page of the self-check would lack words."""
    questions = [key for question in rulebook.questions.values() for key in _of_question(question)]
    screens = [f"screens.{screen}.title" for screen in shared_screens(rulebook)]
    steps = [key for step in rulebook.steps.values() for key in _of_step(step)]
    return screens + questions + steps


def known(rulebook: Rulebook, key: str) -> bool:
    """Say whether a key means something: a required one, or the help text of a question or screen."""
    if not key.endswith(OPTIONAL_ENDING):
        return key in required(rulebook)
    return key.removesuffix(OPTIONAL_ENDING) + ".title" in required(rulebook)


def shared_screens(rulebook: Rulebook) -> list[str]:
    """Return the screens that need a title of their own because no question on them carries their name."""
    return list(dict.fromkeys(q.screen for q in rulebook.questions.values() if q.screen not in rulebook.questions))


def _of_question(question: Question) -> Iterator[str]:
    yield f"questions.{question.id}.title"
    yield f"questions.{question.id}.label"
    if question.kind == "one":
        yield from (f"questions.{question.id}.options.{option}" for option in question.options)


def _of_step(step: Step) -> Iterator[str]:
    yield f"steps.{step.id}.title"
    yield f"steps.{step.id}.body"
    if step.deadline:
        yield f"steps.{step.id}.deadline"
        yield from (f"steps.{step.id}.readings.{reading.id}" for reading in step.deadline.readings)
