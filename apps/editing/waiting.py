"""What waits for this person, for the first page they see."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.editing import answering, batches, publishing, queue, roles, table
from apps.editing.models import Batch, LinkCheck, Proposal
from apps.guide.models import Contact, Entry, Source, Topic
from apps.translations import languages
from apps.translations.states import State

Waiting = tuple[str, int, str]  # what, how many, where


def on(user: Any) -> list[Waiting]:
    """Return the kinds of work that are waiting, the most urgent first."""
    found = _publishing(user) if roles.may_publish(user) else []
    found += _translating(user) if roles.own_languages(user) and not user.is_superuser else []
    found += _decided(user) if roles.may_write(user) else []
    waits = [batch for batch in Batch.objects.filter(state=Batch.State.WAITING) if batches.may_decide(batch, user)]
    many = reverse("admin:editing_batch_changelist") + "?state__exact=waiting"
    found.append((_("many things at once, to look at"), len(waits), many))
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
        (_("new entries to publish"), Entry.objects.filter(published=False).count(), f"{entries}?published__exact=0"),
        (_("entries to look up again"), len(publishing.overdue()), f"{entries}?overdue=1"),
        *(_hidden(model) for model in (Topic, Source, Contact)),
    ]


def _hidden(model: Any) -> Waiting:
    address = reverse(f"admin:guide_{model._meta.model_name}_changelist")
    named = {"things": model._meta.verbose_name_plural}
    return (
        _("%(things)s to publish") % named,
        model.objects.filter(published=False).count(),
        f"{address}?published__exact=0",
    )


def _decided(user: Any) -> list[Waiting]:
    """What a publisher has sent back to its author in the last month, or written anew."""
    since = timezone.now() - timedelta(days=30)
    own, address = Proposal.objects.filter(author=user), reverse("admin:editing_proposal_changelist")
    back = own.filter(decision=Proposal.Decision.SENT_BACK, made_at__gt=since)
    anew = own.filter(decision=Proposal.Decision.WAITING).exclude(edited_by=None).exclude(edited_by=user)
    return [
        (_("your changes that were sent back"), back.count(), f"{address}?decision__exact=sent-back"),
        (_("your changes that somebody wrote anew: do you agree?"), anew.count(), f"{address}?decision__exact=waiting"),
    ]


def lacking(user: Any) -> str:
    """What an account that is let in still lacks before it opens anything."""
    if user.is_superuser:
        return ""
    if not user.has_perm("guide.view_entry"):
        return _(
            "Your account has no role yet. Ask an administrator for one: writer, translator, reviewer or publisher."
        )
    works = user.has_perm("translations.translate") or user.has_perm("translations.review")
    if works and not roles.own_languages(user):
        return _("Your account has no language yet. Ask an administrator for the group of your language.")
    return ""


def _translating(user: Any) -> list[Waiting]:
    every, found = table.rows(), list[Waiting]()
    address = reverse("admin:translations_translationstate_changelist")
    for code in roles.own_languages(user):
        wanted = [State.STALE, State.MISSING] if roles.may_translate(user, code) else []
        wanted += [State.DRAFT] if roles.may_review(user, code) else []
        found += _queues(user, code)
        for state in wanted:
            number = sum(row.states[code] == state for row in every)
            what = f"{languages.OWN_NAMES[code]}: {state.label}"
            found.append((what, number, f"{address}?language={code}&state={state.value}"))
    return found


def _queues(user: Any, code: str) -> list[Waiting]:
    """One text after another: what was sent back to its translator, and what no native speaker has read yet."""
    name = languages.OWN_NAMES[code]
    back = [place for place in queue.waiting(user, code, queue.TRANSLATE) if place.sent_back]
    read = queue.waiting(user, code, queue.REVIEW)
    return [
        (
            f"{name}: {_('sent back to be made better')}",
            len(back),
            reverse("admin:queue", args=[queue.TRANSLATE, code]),
        ),
        (f"{name}: {_('never reviewed')}", len(read), reverse("admin:queue", args=[queue.REVIEW, code])),
    ]
