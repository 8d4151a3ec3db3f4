"""What an editor makes of a reader's question. Its own words are forgotten then; what is public is the editor's."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from apps.amina import current
from apps.asking.cleaning import cleaned
from apps.asking.models import Decision, Kind, PublicQuestion, Question, WeekOfEntry
from apps.editing import roles
from apps.guide.models import Entry
from apps.translations import languages
from apps.translations.states import Edit, Severity
from apps.translations.writing import held, write

IS_ENTRY, NEW, LOOKED_AT = "entry", "new", "looked-at"
DECISIONS = {
    IS_ENTRY: Decision.ACCEPTED,
    NEW: Decision.ACCEPTED,
    LOOKED_AT: Decision.ACCEPTED,
    "out-of-scope": Decision.OUT_OF_SCOPE,
    "spam": Decision.SPAM,
}


@transaction.atomic
def decide(pk: int, deed: str, said: str, entry: Entry | None, user: Any) -> None:
    question = Question.objects.select_for_update().filter(pk=pk, decision=Decision.WAITING).first()
    if not question:
        raise ValidationError(_("Somebody has already decided about this."))
    if deed not in DECISIONS or not roles.may_answer(user, question.language):
        raise PermissionDenied
    if deed in (IS_ENTRY, NEW):
        accept(question, in_our_words(said), entry if deed == IS_ENTRY else None, user)
    elif deed == LOOKED_AT and question.entry_id:
        _count(question.entry_id, "reported")
    question.decision, question.text = DECISIONS[deed], ""
    question.save()


def accept(question: Question, said: str, entry: Entry | None, user: Any) -> None:
    known = {"text": said, "language": question.language, "day": question.day}
    public = PublicQuestion.objects.create(code=question.code, **known)
    if entry:
        answer(public, entry, user)


def answer(public: PublicQuestion, entry: Entry, user: Any) -> None:
    """Let a public question lead to an entry, and the search find the entry by it."""
    column = f"asked_{languages.written(public.language)}"
    now = held(Entry.objects.filter(pk=entry.pk)).get()
    lines = (getattr(now, column) or "").splitlines()
    if public.text not in lines:
        why = f"{languages.written(public.language)} asked"
        write(now, {column: "\n".join([*lines, public.text])}, Edit(Severity.TYPO, by=user, why=why))
    public.entry = now
    public.save()
    _count(now.pk, "asked")


def in_our_words(said: str) -> str:
    text = " ".join(cleaned(said).split())
    if not 5 <= len(text) <= 300:
        raise ValidationError(_("Write the question in your own words, in at most 300 signs."))
    return text


def waiting(user: Any) -> Any:
    """What this person may decide about, questions and reports alike."""
    mine = [code for code in languages.OWN_NAMES if roles.may_answer(user, code)]
    return Question.objects.filter(decision=Decision.WAITING, language__in=mine)


def questions(found: Any) -> Any:
    return found.filter(kind=Kind.ASKED)


def _count(entry: int, what: str) -> None:
    today = current.today()
    monday = today - timedelta(days=today.weekday())
    WeekOfEntry.objects.get_or_create(entry_id=entry, week=monday)
    WeekOfEntry.objects.filter(entry_id=entry, week=monday).update(**{what: F(what) + 1})
