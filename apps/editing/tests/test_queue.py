"""One text after another: save and next, short texts from a list, and back to where one came from."""

import re
from typing import Any

import polib
import pytest
from django.test import Client

from apps.editing import po, queue, texts
from apps.editing.tests.files import upload
from apps.editing.tests.people import opened, person
from apps.guide.models import Entry
from apps.translations import languages, states
from apps.translations.models import TranslationState
from apps.translations.states import State

pytestmark = pytest.mark.django_db
TABLE = "/admin/translations/translationstate/"


def start(client: Client, task: str, query: str = "") -> Any:
    return client.get(f"{TABLE}one-by-one/{task}/ky/{query}")


def state(entry: Entry) -> str:
    return states.of(entry.hashes, "ky", texts.claims(entry, "ky"))


def test_a_translator_is_led_from_text_to_text_and_back_to_the_table() -> None:
    first, second = Entry.objects.order_by("pk")[:2]
    for entry in (first, second):
        entry.body_ru += " Иначе."
        entry.save()
    translator = person("translator", "translator", "language: ky")
    page = start(translator, "translate", "?back=language%3Dky%26state%3Dstale")["Location"]
    assert f"/{first.pk}/change/" in page
    changes = {"up_to_date": "yes", "_next": "1"}
    said = {"body_ky": f"{first.body_ky} Башка."}  # with all links of the Russian text
    page = translator.post(page, {**opened(translator, page), **changes, **said})["Location"]
    assert f"/{second.pk}/change/" in page
    assert 'name="_next"' in translator.get(page).text
    said = {"body_ky": f"{second.body_ky} Башка."}
    page = translator.post(page, {**opened(translator, page), **changes, **said})["Location"]
    assert page == f"{TABLE}?language=ky&state=stale"


def test_whoever_mends_all_languages_of_a_text_is_led_from_one_to_the_next(editor: Client) -> None:
    entry = Entry.objects.order_by("pk")[0]
    entry.body_ru += " Иначе."
    entry.save()
    seen, page = ["ky"], f"/admin/guide/entry/{entry.pk}/change/?translate_to=ky&back=state%3Dstale"
    while 'name="_language"' in editor.get(page).text:
        page = editor.post(page, {**opened(editor, page), "up_to_date": "yes", "_language": "1"})["Location"]
        seen.append(page.partition("translate_to=")[2][:2])
    assert seen == [*languages.TARGETS] and "back=state%3Dstale" in page
    entry.refresh_from_db()
    assert states.of(entry.hashes, "uz", texts.claims(entry, "uz")) != State.STALE


def test_nobody_is_led_to_a_language_that_they_do_not_translate() -> None:
    entry = Entry.objects.order_by("pk")[0]
    entry.body_ru += " Иначе."
    entry.save()
    two = person("two", "translator", "language: hy", "language: ky")
    page = f"/admin/guide/entry/{entry.pk}/change/?translate_to=ky"
    sent = {**opened(two, page), "up_to_date": "yes", "_language": "1"}
    page = two.post(page, sent)["Location"]
    assert page.endswith("translate_to=hy") and 'name="_language"' not in two.get(page).text


def test_a_reviewer_accepts_or_sends_back_and_sees_the_next() -> None:
    reviewer = person("reviewer", "reviewer", "language: ky")
    page = start(reviewer, "review")["Location"]
    address = re.search(r'action="([^"]+/review/[^"]*)"', reviewer.get(page).text)
    assert address
    first, second = Entry.objects.order_by("pk")[:2]
    sent = {"accept": "1", "text": first.hashes["ky"]}
    page = reviewer.post(address[1].replace("&amp;", "&"), sent)["Location"]
    assert state(first) == State.REVIEWED and f"/{second.pk}/change/" in page
    page = reviewer.post(
        f"{TABLE}entry/{second.pk}/ky/review/?queue=review",
        {"send_back": "1", "note": "Кайра караңыз", "text": second.hashes["ky"]},
    )["Location"]
    assert f"/{second.pk}/" not in page and "queue=review" in page
    assert second.pk not in [p.pk for p in queue.waiting(user(reviewer), "ky", queue.REVIEW) if p.kind == "entry"]


def user(client: Client) -> Any:
    return client.get(TABLE).wsgi_request.user


def test_what_one_translated_oneself_does_not_wait_for_ones_review() -> None:
    entry = Entry.objects.order_by("pk")[0]
    both = person("both", "translator", "reviewer", "language: ky")
    page = f"/admin/guide/entry/{entry.pk}/change/?translate_to=ky"
    both.post(page, {**opened(both, page), "title_ky": "Башка"})
    assert entry.pk not in [p.pk for p in queue.waiting(user(both), "ky", queue.REVIEW) if p.kind == "entry"]


def test_nothing_waits_for_whoever_has_another_role_or_language() -> None:
    for client in (person("writer", "writer"), person("uzbek", "reviewer", "language: uz")):
        assert start(client, "review")["Location"].startswith(f"{TABLE}?")
        assert client.get(f"{TABLE}at-a-glance/ky/").status_code == 403


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "language=ky&state=<b>", "p=2"])
def test_the_way_back_leads_to_the_table_only(back: str) -> None:
    assert re.fullmatch(rf"{TABLE}\?language=(ky|every)(&p=2)?", queue.home(back))


def test_short_texts_are_ticked_in_a_list_and_what_is_not_ticked_waits() -> None:
    reviewer = person("reviewer", "reviewer", "language: ky")
    page = reviewer.get(f"{TABLE}at-a-glance/ky/")
    lines, left = page.context["lines"], page.context["left"]
    assert len(lines) == 20
    sent = {"accept": [line.sign for line in lines[:18]], "last": page.context["last"]}
    page = reviewer.get(reviewer.post(f"{TABLE}at-a-glance/ky/", sent)["Location"])
    assert page.context["left"] == left - 18
    assert not {line.sign for line in lines} & {line.sign for line in page.context["lines"]}


def test_a_text_that_changed_since_it_was_shown_is_not_accepted() -> None:
    reviewer = person("reviewer", "reviewer", "language: ky")
    sign = reviewer.get(f"{TABLE}at-a-glance/ky/").context["lines"][0].sign
    kind, pk, _text = sign.split(":")
    reviewer.post(f"{TABLE}at-a-glance/ky/", {"accept": [f"{kind}:{pk}:0123456789abcdef", "x:1:2", f"{kind}:x:y"][:1]})
    row = TranslationState.objects.get(kind=kind, object_id=pk, language="ky")
    assert State.REVIEWED not in [claim.state for claim in row.read().values()]


def test_saving_from_the_table_leads_back_to_it_with_its_filters() -> None:
    entry = Entry.objects.all()[0]
    translator = person("translator", "translator", "language: ky")
    page = translator.get(f"{TABLE}?language=ky&kind=entry").text
    address = re.search(rf'href="(/admin/guide/entry/{entry.pk}/change/[^"]+)"', page)
    assert address
    where = address[1].replace("&amp;", "&")
    r = translator.post(where, {**opened(translator, where), "title_ky": "Башка"})
    assert r["Location"] == f"{TABLE}?language=ky&kind=entry"


@pytest.mark.parametrize(("head", "taken"), [("ky", True), ("ky_KG", True), ("", False), ("fr", False)])
def test_a_file_says_its_language_itself(head: str, taken: bool) -> None:
    translator = person("translator", "translator", "language: ky")
    file = polib.pofile(po.write("ky"))
    file.metadata["Language"] = head
    line = next(line for line in file if line.msgctxt == "entry:moved:title")
    line.msgstr = "Жаңы"
    r = translator.post(f"{TABLE}exchange/", {"language": "", "file": upload(str(file))})
    assert (Entry.objects.get(slug="moved").title_ky == "Жаңы") is taken
    assert bool(r.context["form"].errors) is not taken
