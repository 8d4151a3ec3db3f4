"""Role × action × language through the address, with forged requests."""

from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import product

import pytest
from django.contrib.auth.models import User
from django.test import Client

from apps.editing import lost
from apps.editing.models import Proposal
from apps.editing.tests.files import changed_po
from apps.editing.tests.people import look_up, opened, person
from apps.guide.models import Entry
from apps.translations import claiming, languages, states
from apps.translations.models import TranslationState
from apps.translations.states import State

pytestmark = pytest.mark.django_db

ROLES = {
    "nobody": (),
    "writer": ("writer",),
    "translator of Kyrgyz": ("translator", "language: ky"),
    "reviewer of Kyrgyz": ("reviewer", "language: ky"),
    "publisher": ("publisher",),
    "administrator": ("administrator",),
}
MAY = {
    "view": {"writer", "translator of Kyrgyz", "reviewer of Kyrgyz", "publisher", "administrator"},
    "write": {"writer", "publisher", "administrator"},
    "write what is public": {"publisher", "administrator"},
    "change facts": {"writer", "publisher", "administrator"},
    "translate ky": {"translator of Kyrgyz", "administrator"},
    "translate uz": {"administrator"},
    "review ky": {"reviewer of Kyrgyz", "administrator"},
    "review uz": {"administrator"},
    "publish": {"publisher", "administrator"},
    "confirm": {"publisher", "administrator"},
    "restore ru": {"publisher", "administrator"},
    "restore ky": {"translator of Kyrgyz", "administrator"},
    "manage people": {"administrator"},
    "export": {"writer", "translator of Kyrgyz", "reviewer of Kyrgyz", "publisher", "administrator"},
    "import ky": {"translator of Kyrgyz", "administrator"},
    "import uz": {"administrator"},
}


def entry() -> Entry:
    return Entry.objects.get(slug="moved")


def change(language: str = "ky") -> str:
    return f"/admin/guide/entry/{entry().pk}/change/?translate_to={language}"


def forge(client: Client, language: str = "ky", **changes: object) -> None:
    """Send every field of an administrator's form, allowed or not, with what was seen."""
    own = client.get(change(language))
    seen = own.context["adminform"].form.initial.get("seen", "{}") if own.status_code == 200 else "{}"
    everything = administrators_form(language, entry().published)
    client.post(change(language), {**everything, "seen": seen, "severity": "meaning", "up_to_date": "yes", **changes})


@cache
def administrators_form(language: str, published: bool) -> dict[str, object]:
    """What an administrator would send back for the shipped entry, who is gone when others write: nobody agrees then."""
    form = opened(person("forger", "administrator"), change(language))
    User.objects.filter(username="forger").delete()
    return form


def state(language: str) -> str:
    return states.of(entry().hashes, language, TranslationState.objects.of(entry()).get(language=language).read())


def view(client: Client) -> bool:
    return (
        client.get(change()).status_code == 200
        and client.get("/admin/translations/translationstate/").status_code == 200
    )


def write(client: Client) -> bool:
    Entry.objects.filter(slug="moved").update(published=False)
    forge(client, short_answer_ru="Подделка.")
    return str(entry().short_answer_ru) == "Подделка."


def write_public(client: Client) -> bool:
    forge(client, short_answer_ru="Подделка.")
    return str(entry().short_answer_ru) == "Подделка."


def change_facts(client: Client) -> bool:
    Entry.objects.filter(slug="moved").update(published=False)
    forge(client, facts="F001", certainty="reported")
    return entry().facts == ["F001"] and entry().certainty == "reported"


def translate(client: Client, language: str) -> bool:
    body = "Подделка. " + " ".join(f"[…]({link})" for link in lost.links(entry().body_ru, ""))
    said = {"title": "Подделка.", "short_answer": "Подделка.", "body": body}
    forge(client, language, **{f"{name}_{language}": text for name, text in said.items()})
    return bool(getattr(entry(), f"body_{language}") == body)


def review(client: Client, language: str) -> bool:
    thing = entry()
    for name in ("title", "short_answer", "body"):
        setattr(thing, f"{name}_{language}", "Текст.")
    thing.save()
    address = f"/admin/translations/translationstate/entry/{thing.pk}/{language}/review/"
    client.post(address, {"accept": "1", "text": thing.hashes[language]})
    return state(language) == State.REVIEWED


def publish(client: Client) -> bool:
    Entry.objects.filter(slug="moved").update(published=False)
    client.post(f"/admin/guide/entry/{entry().pk}/decide/", {"decision": "publish"})
    client.post("/admin/guide/entry/", {"action": "publish", "_selected_action": [entry().pk]})
    return entry().published


def confirm(client: Client) -> bool:
    Entry.objects.filter(slug="moved").update(checked_on=date(2026, 1, 1))
    client.post(f"/admin/guide/entry/{entry().pk}/decide/", {"decision": "confirm"})
    client.post("/admin/guide/entry/", {"action": "confirm", "_selected_action": [entry().pk]})
    look_up(client, entry())
    return entry().checked_on > date(2026, 1, 1)


def restore(client: Client, language: str) -> bool:
    thing = entry()
    version = thing.history.first().pk
    old = getattr(thing, f"body_{language}")
    setattr(thing, f"body_{language}", "Другое.")
    thing.save()
    client.post(f"/admin/guide/entry/{thing.pk}/history/{version}/{language}/", {"severity": "typo"})
    return bool(getattr(entry(), f"body_{language}") == old)


def manage_people(client: Client) -> bool:
    return client.get("/admin/auth/user/add/").status_code == 200


def export(client: Client) -> bool:
    return client.get("/admin/translations/translationstate/exchange/uz.po").status_code == 200


def import_(client: Client, language: str) -> bool:
    client.post("/admin/translations/translationstate/exchange/", {"language": language, "file": changed_po(language)})
    return bool(getattr(entry(), f"title_{language}") == "Из файла")


ACTIONS: dict[str, Callable[[Client], bool]] = {
    "view": view,
    "write": write,
    "write what is public": write_public,
    "change facts": change_facts,
    "translate ky": lambda client: translate(client, "ky"),
    "translate uz": lambda client: translate(client, "uz"),
    "review ky": lambda client: review(client, "ky"),
    "review uz": lambda client: review(client, "uz"),
    "publish": publish,
    "confirm": confirm,
    "restore ru": lambda client: restore(client, "ru"),
    "restore ky": lambda client: restore(client, "ky"),
    "manage people": manage_people,
    "export": export,
    "import ky": lambda client: import_(client, "ky"),
    "import uz": lambda client: import_(client, "uz"),
}


@pytest.mark.parametrize(("role", "action"), list(product(ROLES, MAY)))
def test_everybody_may_do_what_the_role_says_and_no_more(role: str, action: str) -> None:
    assert ACTIONS[action](person("tester", *ROLES[role])) is (role in MAY[action])


@pytest.mark.parametrize("language", languages.TARGETS)
def test_a_translator_works_in_their_own_language_only(language: str) -> None:
    client = person("tester", "translator", f"language: {language}")
    assert translate(client, language)
    before = {code: getattr(entry(), f"title_{code}") for code in languages.CODES}
    for other in languages.TARGETS:
        if other != language:
            assert not translate(client, other), other
    assert {code: getattr(entry(), f"title_{code}") for code in languages.CODES} == before


def test_nobody_reviews_their_own_translation() -> None:
    client = person("tester", "translator", "reviewer", "language: ky")
    assert translate(client, "ky")
    address = f"/admin/translations/translationstate/entry/{entry().pk}/ky/review/"
    assert client.post(address, {"accept": "1", "text": entry().hashes["ky"]}).status_code == 403
    assert state("ky") == State.DRAFT


def test_nobody_publishes_what_they_wrote_last() -> None:
    client = person("tester", "publisher")
    assert write(client)
    assert not publish(client)
    assert publish(person("second", "publisher"))


def test_a_writers_change_of_a_public_text_waits_for_somebody_else() -> None:
    writer = person("tester", "writer")
    assert not write_public(writer)
    proposal = Proposal.objects.get()
    address = f"/admin/editing/proposal/{proposal.pk}/decide/"
    assert writer.post(address, {"accept": "1"}).status_code == 403
    person("second", "publisher").post(address, {"accept": "1"})
    assert entry().short_answer_ru == "Подделка."
    assert str(Proposal.objects.get().decided_by) == "second"


def test_a_proposal_does_not_overwrite_what_changed_meanwhile() -> None:
    write_public(person("tester", "writer"))
    thing = entry()
    thing.short_answer_ru = "Новее."
    thing.save()
    person("second", "publisher").post(f"/admin/editing/proposal/{Proposal.objects.get().pk}/decide/", {"accept": "1"})
    assert entry().short_answer_ru == "Новее."
    assert Proposal.objects.get().decision == "waiting"


def test_an_administrator_cannot_make_a_superuser_or_see_one(editor: Client) -> None:
    client = person("tester", "administrator")
    superuser = int(editor.session["_auth_user_id"])
    assert client.get(f"/admin/auth/user/{superuser}/change/").status_code == 302
    form = client.get(f"/admin/auth/user/{int(client.session['_auth_user_id'])}/change/").text
    assert "is_superuser" not in form and "user_permissions" not in form


def test_a_claimed_review_needs_the_text_that_was_read() -> None:
    thing = entry()
    claiming.checked(thing, "ky", date(2026, 11, 24))
    client = person("tester", "reviewer", "language: ky")
    address = f"/admin/translations/translationstate/entry/{thing.pk}/ky/review/"
    client.post(address, {"accept": "1", "text": "0123456789abcdef"})
    assert state("ky") == State.CHECKED
