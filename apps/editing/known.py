"""What an editor may refer to: only what is there."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.amina import current
from apps.amina.models import Phrase
from apps.guide.models import Contact, Entry, Source


def facts() -> set[str]:
    """Every fact that a source supports or an entry names already: of some the sources say nothing, and that is one."""
    named = [model.objects.values_list("facts", flat=True) for model in (Source, Entry, Contact)]
    return {fact for lists in named for found in lists for fact in found} | {*current.rulebook().unsourced_facts}


def steps() -> list[tuple[str, str]]:
    """The steps of the self-check, by what readers call them."""
    titles = dict(Phrase.objects.filter(key__endswith=".title").values_list("key", "text_ru"))
    return [(id, titles.get(f"steps.{id}.title") or id) for id in current.rulebook().steps]


def events() -> list[tuple[str, str]]:
    """What the self-check may open with: an answer to its first question, or what has happened."""
    rulebook = current.rulebook()
    happened = [one.id for one in rulebook.screen("events") if one.kind == "yes_no" and not one.under]
    return [(id, id or "—") for id in ("", *rulebook.questions["about"].options, *happened)]


def not_in_the_future(day: date | None) -> None:
    if day and day > timezone.localdate():
        raise ValidationError(_("Nobody has checked this in the future. Write the day you looked it up."))
