"""Changes of what readers see that wait until a second person has read them: words, facts, sources, certainty."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from apps.editing import lost, roles, texts
from apps.editing.locking import plain
from apps.editing.models import Proposal
from apps.translations import gate, languages, worded, writing
from apps.translations.states import Edit, Severity

Decision = Proposal.Decision
# Where a thing stands and what leads to it: nothing that a reader could be misled by.
AT_ONCE = {"slug", "position", "topic", "most_asked", "related", "event", "changed_on"}


def must(thing: Any, user: Any) -> bool:
    """Say whether readers see the thing, and somebody else has to read what this person changes in it."""
    return texts.is_public(thing) and (not roles.may_publish(user) or roles.others_may_publish(user))


def waits(form: Any, names: Collection[str], around: Collection[str], user: Any) -> set[str]:
    """Name what of a save has to wait: the Russian words, if they say something else, and what stands around them."""
    words = {f"{name}_{languages.ORIGINAL}" for name in languages.read_fields(type(form.instance))}
    held_back = words if form.says_anew(languages.ORIGINAL) else set()
    held_back |= {*around} - (AT_ONCE if roles.may_publish(user) else set())
    return {*names} & held_back


def propose(thing: Any, form: Any, names: Iterable[str]) -> Proposal:
    """Keep what a form says as a proposal; what is public stays."""
    after = {name: plain(form.cleaned_data[name]) for name in names}
    return keep(thing, after, form.cleaned_data.get("severity") or Severity.MEANING, form.user)


def keep(thing: Any, after: Mapping[str, Any], severity: str, author: Any) -> Proposal:
    stored = type(thing)._default_manager.get(pk=thing.pk)  # a form has written into the thing at hand
    said = {"before": {name: now(stored, name) for name in after}, "after": {**after}}
    kind = texts.kind_of(thing)
    return Proposal.objects.create(kind=kind, object_id=thing.pk, severity=severity, author=author, **said)


def now(thing: Any, name: str) -> Any:
    """The present value of a field, as a proposal keeps it."""
    field = thing._meta.get_field(name)
    return plain(getattr(thing, name).all() if field.many_to_many else getattr(thing, field.attname))


def give(thing: Any, values: Mapping[str, Any], edit: Edit) -> None:
    """Write what a proposal or the history keeps."""
    for name in values:
        if thing._meta.get_field(name).many_to_many:
            getattr(thing, name).set(values[name])
    writing.write(thing, own(thing, values), edit)


def own(thing: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that stand in the thing's own row, as its columns hold them."""
    fields = {name: thing._meta.get_field(name) for name in values}
    return {field.attname: _read(field, values[name]) for name, field in fields.items() if not field.many_to_many}


def _read(field: Any, value: Any) -> Any:
    empty = value == "" and field.null
    return None if empty else field.to_python(value) if not field.is_relation else value


def on(thing: Any) -> list[Proposal]:
    """What waits about a thing."""
    found = Proposal.objects.filter(kind=texts.kind_of(thing), object_id=thing.pk, decision=Decision.WAITING)
    return [*found.select_related("author", "edited_by")]


def may_decide(proposal: Proposal, user: Any) -> bool:
    """A publisher; or its author, once a publisher has written it anew. Never who wrote it last."""
    if proposal.decision != Decision.WAITING or proposal.last_hand == user.pk:
        return False
    return roles.may_publish(user) or proposal.author_id == user.pk


def may_edit(proposal: Proposal, user: Any) -> bool:
    own = proposal.author_id == user.pk or roles.may_publish(user)
    return proposal.decision == Decision.WAITING and own and bool(_words(proposal))


def may_withdraw(proposal: Proposal, user: Any) -> bool:
    return proposal.decision == Decision.WAITING and proposal.author_id == user.pk


def may_reopen(proposal: Proposal, user: Any) -> bool:
    back = proposal.decision in (Decision.SENT_BACK, Decision.WITHDRAWN)
    return back and (proposal.author_id == user.pk or roles.may_publish(user))


@transaction.atomic
def accept(pk: int, user: Any, severity: str = "") -> Proposal:
    """Publish a proposal, unless the text has changed since, or one wrote it last; a publisher may say what it means."""
    proposal = _open(pk)
    if not may_decide(proposal, user):
        raise PermissionDenied
    thing = writing.held(texts.MODELS[proposal.kind].objects.all()).get(pk=proposal.object_id)
    if any(now(thing, name) != plain(value) for name, value in proposal.before.items()):
        raise ValidationError(_("The public text has changed since this was proposed. Send it back to be made anew."))
    if severity in Severity.values and roles.may_publish(user):
        proposal.severity = severity
    why = f"{languages.ORIGINAL} proposal:{proposal.pk}"
    try:
        with transaction.atomic():
            give(thing, proposal.after, Edit(proposal.severity, by=user, why=why))
    except IntegrityError:
        raise ValidationError(_("This cannot be published any more: an address or a code is taken.")) from None
    return _decide(proposal, Decision.ACCEPTED, user, "")


@transaction.atomic
def send_back(pk: int, user: Any, note: str) -> Proposal:
    proposal = _open(pk)
    if not roles.may_publish(user) or not may_decide(proposal, user):
        raise PermissionDenied
    return _decide(proposal, Decision.SENT_BACK, user, note)


@transaction.atomic
def withdraw(pk: int, user: Any) -> Proposal:
    proposal = _open(pk)
    if not may_withdraw(proposal, user):
        raise PermissionDenied
    return _decide(proposal, Decision.WITHDRAWN, user, "")


@transaction.atomic
def reopen(pk: int, user: Any) -> Proposal:
    """Let it wait once more, beside what is public now."""
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=pk)
    if not may_reopen(proposal, user):
        raise PermissionDenied
    _compare_anew(proposal)
    return _decide(proposal, Decision.WAITING, None, "")


@transaction.atomic
def edit(pk: int, user: Any, said: Mapping[str, str]) -> Proposal:
    """Write proposed words anew; then whoever proposed them, or another publisher, has to agree."""
    proposal = _open(pk)
    if not may_edit(proposal, user):
        raise PermissionDenied
    thing = texts.find(proposal.kind, proposal.object_id)
    for name in _words(proposal):
        proposal.after[name] = _checked(thing, name, said.get(name, ""))
    _compare_anew(proposal)
    proposal.edited_by = user
    proposal.save()
    return proposal


def _checked(thing: Any, name: str, typed: str) -> str:
    text = str(thing._meta.get_field(name).clean(gate.passed(typed), thing))
    worded.refuse(thing, name, text)
    lost.refuse(text)
    return text


def words(proposal: Proposal) -> list[tuple[str, str]]:
    """The proposed Russian texts, which can be written anew."""
    return [(name, proposal.after[name]) for name in _words(proposal)]


def _words(proposal: Proposal) -> list[str]:
    model = texts.MODELS[proposal.kind]
    return [name for name in proposal.after if name.removesuffix("_ru") in languages.read_fields(model)]


def _compare_anew(proposal: Proposal) -> None:
    thing = texts.find(proposal.kind, proposal.object_id)
    proposal.before = {name: now(thing, name) for name in proposal.after}


def _open(pk: int) -> Proposal:
    found = Proposal.objects.select_for_update(of=("self",)).filter(pk=pk, decision=Decision.WAITING).first()
    if not found:
        raise ValidationError(_("Somebody has already decided about this."))
    return found


def _decide(proposal: Proposal, decision: str, user: Any, note: str) -> Proposal:
    proposal.decision, proposal.decided_by, proposal.note = decision, user, note
    proposal.save()
    return proposal
