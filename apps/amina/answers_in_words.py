"""What a reader has answered, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext, pgettext

from apps.amina.phrasebook import Phrasebook
from apps.rules import Answers, Question
from apps.translations.templatetags.dates import day


def given(question: Question, answers: Answers, phrases: Phrasebook) -> tuple[str, str]:
    """Return the question's label and the reader's answer."""
    return phrases.text(f"questions.{question.id}.label"), _answer(question, answers, phrases)


def _answer(question: Question, answers: Answers, phrases: Phrasebook) -> str:
    if not answers.known(question):
        return gettext("I don't know")
    if known := answers.days.get(question.id):
        return day(known)
    chosen = [option for option in question.options if option in answers.options[question.id]]
    return options(question, chosen, phrases)[1]


def options(question: Question, chosen: Iterable[str], phrases: Phrasebook) -> tuple[str, str]:
    texts = (_own(option) or phrases.text(f"questions.{question.id}.options.{option}") for option in chosen)
    return phrases.text(f"questions.{question.id}.label"), ", ".join(texts)


def _own(option: str) -> str:
    if option == "yes":
        return pgettext("answer", "Yes")
    return pgettext("answer", "No") if option == "no" else ""
