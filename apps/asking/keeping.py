"""Keeps a question: the text, its language, the topic or the entry, and the day."""

from apps.amina import current
from apps.asking.budget import of_this_worker
from apps.asking.models import Decision, Question
from apps.asking.reading import Form
from apps.guide.models import Entry, Topic

MOST_WAITING = 3000  # more than the editors could read


class Full(Exception):
    """Nobody could read more for now."""


def keep(form: Form, code: str) -> None:
    """Keep it once, however often it is sent."""
    if Question.objects.filter(code=code).exists():
        return
    full = Question.objects.filter(decision=Decision.WAITING).count() >= MOST_WAITING
    if full or not of_this_worker.take():
        raise Full
    values = {
        "kind": form.kind,
        "text": form.text,
        "language": form.language,
        "topic": Topic.objects.filter(slug=form.topic).first(),
        "entry": Entry.objects.published().filter(slug=form.entry).first(),
        "day": current.today(),
    }
    Question.objects.get_or_create(code=code, defaults=values)
