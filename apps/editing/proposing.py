"""Changes of public Russian texts that wait until a second person has read them."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from apps.editing import roles, texts
from apps.editing.models import Proposal
from apps.editing.text_form import TextForm
from apps.translations import languages, writing
from apps.translations.states import Edit, Severity


def propose(thing: Any, form: TextForm) -> Proposal:
    """Keep the new Russian text as a proposal; the public one stays."""
    names = [f"{name}_{languages.ORIGINAL}" for name in languages.translated_fields(type(thing))]
    changed = [name for name in names if name in form.rewritten()]
    before = {name: form.initial.get(name) or "" for name in changed}
    after = {name: form.cleaned_data[name] for name in changed}
    return keep(thing, before, after, form.cleaned_data.get("severity") or Severity.MEANING, form.user)


def keep(thing: Any, before: dict[str, str], after: dict[str, str], severity: str, author: Any) -> Proposal:
    said = {"before": before, "after": after, "severity": severity, "author": author}
    return Proposal.objects.create(kind=texts.kind_of(thing), object_id=thing.pk, **said)


def needs_another(thing: Any, user: Any) -> bool:
    """Say whether readers see a Russian text that somebody else could read before it changes."""
    return texts.is_public(thing) and roles.others_may_publish(user)


@transaction.atomic
def accept(pk: int, user: Any) -> Proposal:
    """Publish a proposal, unless the text has changed since, or it is one's own."""
    proposal = _open(pk, user)
    thing = writing.held(texts.MODELS[proposal.kind].objects.all()).get(pk=proposal.object_id)
    if any((getattr(thing, name) or "") != text for name, text in proposal.before.items()):
        raise ValidationError(_("The public text has changed since this was proposed. Send it back to be made anew."))
    why = f"{languages.ORIGINAL} proposal:{proposal.pk}"
    writing.write(thing, proposal.after, Edit(proposal.severity, by=user, why=why))
    return _decide(proposal, Proposal.Decision.ACCEPTED, user, "")


@transaction.atomic
def send_back(pk: int, user: Any, note: str) -> Proposal:
    return _decide(_open(pk, user), Proposal.Decision.SENT_BACK, user, note)


def _open(pk: int, user: Any) -> Proposal:
    proposal = Proposal.objects.select_for_update().filter(pk=pk, decision=Proposal.Decision.WAITING).first()
    if not proposal:
        raise ValidationError(_("Somebody has already decided about this."))
    if not roles.may_publish(user) or proposal.author_id == user.pk:
        raise PermissionDenied
    return proposal


def _decide(proposal: Proposal, decision: str, user: Any, note: str) -> Proposal:
    proposal.decision, proposal.decided_by, proposal.note = decision, user, note
    proposal.save()
    return proposal
