"""What waits for this person, for the first page they see."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.editing import answering, publishing, roles, table
from apps.editing.models import LinkCheck, Proposal
from apps.translations import languages
from apps.translations.states import State

Waiting = tuple[str, int, str]  # what, how many, where


def on(user: Any) -> list[Waiting]:
    """Return the kinds of work that are waiting, the most urgent first."""
    found = _publishing(user) if roles.may_publish(user) else []
    found += _translating(user) if roles.own_languages(user) and not user.is_superuser else []
    asked = answering.waiting(user).count()
    found.append((_("questions from readers"), asked, reverse("admin:asking_question_changelist")))
    dead = LinkCheck.objects.exclude(problem="").count() if roles.may_write(user) else 0
    found.append(
        (_("links that do not answer"), dead, reverse("admin:editing_linkcheck_changelist") + "?problem__isempty=0")
    )
    return [(what, number, where) for what, number, where in found if number]


def _publishing(user: Any) -> list[Waiting]:
    proposed = Proposal.objects.filter(decision=Proposal.Decision.WAITING).exclude(author=user).count()
    entries, proposals = reverse("admin:guide_entry_changelist"), reverse("admin:editing_proposal_changelist")
    return [
        (_("proposed changes to read"), proposed, f"{proposals}?decision__exact=waiting"),
        (_("entries to look up again"), len(publishing.overdue()), f"{entries}?overdue=1"),
    ]


def _translating(user: Any) -> list[Waiting]:
    every, found = table.rows(), []
    address = reverse("admin:translations_translationstate_changelist")
    for code in roles.own_languages(user):
        wanted = [State.STALE, State.MISSING] if roles.may_translate(user, code) else []
        wanted += [State.DRAFT] if roles.may_review(user, code) else []
        for state in wanted:
            number = sum(row.states[code] == state for row in every)
            what = f"{languages.OWN_NAMES[code]}: {state.label}"
            found.append((what, number, f"{address}?language={code}&state={state.value}"))
    return found
