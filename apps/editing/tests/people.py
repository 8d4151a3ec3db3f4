"""Editors with roles, and forms filled in as a browser would send them."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.forms import ModelMultipleChoiceField, MultipleChoiceField
from django.test import Client

from apps.conftest import verified
from apps.editing.admin import lookups
from apps.editing.locking import plain
from apps.guide.models import Contact, Entry

MANY = (ModelMultipleChoiceField, MultipleChoiceField)


def person(name: str, *groups: str) -> Client:
    """Somebody with these roles and languages, signed in with both factors."""
    user, _ = User.objects.get_or_create(username=name, defaults={"is_staff": True, "first_name": name.title()})
    user.groups.set(Group.objects.filter(name__in=groups))
    assert user.groups.count() == len(groups)
    return verified(user)


def opened(client: Client, address: str) -> dict[str, Any]:
    """Open a form and return what a browser would send back unchanged."""
    form = client.get(address).context["adminform"].form
    sent: dict[str, Any] = {}
    for name in form.fields:
        value = plain(form[name].value())
        if value is True:
            sent[name] = "on"
        elif value is not False:
            sent[name] = [] if value == "" and isinstance(form.fields[name], MANY) else value
    return sent


def save(client: Client, address: str, **changes: Any) -> Any:
    return client.post(address, {**opened(client, address), **changes})


def look_up(client: Client, *things: Entry | Contact, **otherwise: str) -> Any:
    """Say of every source of these entries or contacts that it still says so, but what is named otherwise."""
    found = dict.fromkeys(lookups.asked(things), "holds") | otherwise
    ours = f"/admin/guide/{things[0]._meta.model_name}/look-up/"
    address = f"{ours}?things={','.join(str(thing.pk) for thing in things)}"
    return client.post(address, found, headers={"accept-language": "en"})
