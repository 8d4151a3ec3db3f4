"""Who changed what, per language, and the way back; addresses that were shared."""

import pytest
from django.test import Client

from apps.editing import known, publishing
from apps.editing.models import Proposal
from apps.editing.tests.people import person, save
from apps.guide.models import Entry, Source, Topic
from apps.translations import languages
from apps.translations.models import TranslationState
from apps.translations.states import Edit
from apps.translations.writing import write

pytestmark = pytest.mark.django_db


def entry() -> Entry:
    return Entry.objects.get(slug="moved")


def address(rest: str) -> str:
    return f"/admin/guide/entry/{entry().pk}/{rest}"


def test_the_history_shows_who_changed_which_words(editor: Client) -> None:
    before = entry().title_ky
    save(editor, address("change/?translate_to=ky"), title_ky=before.replace("Башка", "Жаңы"))
    r = editor.get(address("history/?language=ky"))
    assert "<del>Башка</del><ins>Жаңы</ins>" in r.text
    assert "editor" in r.text
    assert "Жаңы" not in editor.get(address("history/?language=uz")).text


def test_two_clicks_put_a_language_back(editor: Client) -> None:
    before = entry()
    save(editor, address("change/?translate_to=ky"), title_ky="Жаман")
    version = before.history.all()[1].pk
    assert "Жаман" in editor.get(address(f"history/{version}/ky/")).text
    editor.post(address(f"history/{version}/ky/"))
    assert (entry().title_ky, entry().title_en) == (before.title_ky, before.title_en)


def test_a_version_of_another_entry_cannot_be_put_in(editor: Client) -> None:
    other = Entry.objects.get(slug="landlords").history.first().pk
    assert editor.post(address(f"history/{other}/ky/")).status_code == 404
    assert editor.get(address("history/999999/ky/")).status_code == 404


def test_an_address_that_was_shared_leads_to_the_new_one_for_ever(client: Client) -> None:
    thing = entry()
    for slug in ("moved-house", "new-address"):
        thing.slug = slug
        thing.save()
    for old in ("moved", "moved-house"):
        r = client.get(f"/ky/q/{old}/")
        assert (r.status_code, r["Location"]) == (301, "/ky/q/new-address/")
    thing.slug = "moved"
    thing.save()
    assert client.get("/ky/q/moved/").status_code == 200
    assert client.get("/ky/q/new-address/")["Location"] == "/ky/q/moved/"


def test_a_topic_that_was_renamed_is_still_found(client: Client) -> None:
    topic = Topic.objects.get(slug="daily")
    topic.slug = "every-day"
    topic.save()
    assert client.get("/en/topics/daily/")["Location"] == "/en/topics/every-day/"


def test_an_old_address_is_not_given_to_another_entry(editor: Client) -> None:
    thing = entry()
    thing.slug = "moved-house"
    thing.save()
    other = Entry.objects.get(slug="landlords")
    r = save(editor, f"/admin/guide/entry/{other.pk}/change/", slug="moved")
    assert r.status_code == 200
    assert Entry.objects.get(pk=other.pk).slug == "landlords"


def test_the_old_address_of_a_hidden_entry_is_not_found(client: Client) -> None:
    thing = entry()
    thing.slug, thing.published = "moved-house", False
    thing.save()
    assert client.get("/ky/q/moved/").status_code == 404


def test_confirmations_hide_no_change_however_many_there_are(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    write(entry, {"title_ky": "Эң биринчи"}, Edit(why="ky"))
    for _day in range(60):
        publishing.still_true(entry, None)
    page = editor.get(f"/admin/guide/entry/{entry.pk}/history/").text
    assert "Эң" in page


@pytest.mark.parametrize("bad", ["abc", "0", "999999999999999999999999", "1_2F3", "-1"])
def test_what_is_no_id_is_not_there(editor: Client, bad: str) -> None:
    pk = Entry.objects.get(slug="moved").pk
    assert editor.get(f"/admin/guide/entry/{bad}/history/").status_code == 404
    # What is no number at all is led on by Django's own rule for old addresses, and ends on the first page.
    assert editor.get(f"/admin/guide/entry/{pk}/history/{bad}/ky/").status_code in (302, 404)
    states = list(TranslationState.objects.order_by("pk").values())
    for address in (
        f"/admin/translations/translationstate/entry/{bad}/ky/review/",
        f"/admin/translations/translationstate/nothing/{pk}/ky/review/",
        f"/admin/translations/translationstate/entry/{pk}/xx/review/",
    ):
        assert editor.post(address).status_code in (302, 403, 404), address
    assert list(TranslationState.objects.order_by("pk").values()) == states


def test_the_history_tells_sources_steps_and_reasons_in_words(editor: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    source = Source.objects.exclude(entries=entry).exclude(publisher_ru="").earliest("pk")
    sources = [*entry.sources.values_list("pk", flat=True), source.pk]
    save(editor, address("change/"), sources=sources, steps=[], certainty="reported", most_asked="")
    publishing.set_published(entry, False, None)
    publishing.withhold(entry, "uz", None)
    page = editor.get(address("history/"), headers={"accept-language": "en"}).text
    step = dict(known.steps())["report_move"]
    for said in (source.publisher_ru, step, "steps of the self-check", "hidden from readers", "withdrawn: Oʻzbekcha"):
        assert said in page, said
    for raw in ("short_answer", "title_ky", "[ky]", "[ru]", "most_asked", "report_move", "about ", source.code):
        assert raw not in page, raw


def test_nobody_is_offered_to_put_back_what_they_may_not(editor: Client) -> None:
    save(editor, address("change/?translate_to=ky"), title_ky="Жаңы", title_ru="Новое", severity="meaning")
    may = {
        "translator": person("translator", "translator", "language: ky"),
        "reviewer": person("reviewer", "reviewer", "language: ky"),
        "writer": person("writer", "writer"),
    }
    offered = {name: client.get(address("history/")).text for name, client in may.items()}
    assert {name for name, page in offered.items() if "/ky/" in page} == {"translator"}
    assert {name for name, page in offered.items() if "/ru/" in page} == {"writer"}
    assert {name for name, page in offered.items() if "history/day/" in page} == {"translator", "writer"}


def changed_everywhere(editor: Client) -> tuple[Entry, str]:
    """Every language, the certainty and the sources of an entry, changed after a day; return it and the day."""
    before = entry()
    before.history.update(history_date="2026-11-20T10:00Z")
    values = {f"title_{code}": f"Башка {code}" for code in languages.CODES}
    before.sources.set([])
    write(entry(), {**values, "certainty": "reported"}, Edit())
    return before, "2026-11-20"


def titles(thing: Entry) -> dict[str, str]:
    return {code: getattr(thing, f"title_{code}") for code in languages.CODES}


def test_everything_is_put_back_to_a_day_with_two_clicks(editor: Client) -> None:
    before, cited = titles(entry()), entry().cites
    thing, day = changed_everywhere(editor)
    page = editor.get(address(f"history/day/?day={day}&language=all")).text
    assert "Башка" in page
    editor.post(address(f"history/day/?day={day}&language=all"), {"severity": "meaning"})
    assert (titles(entry()), entry().certainty, entry().cites) == (before, thing.certainty, cited)
    assert sorted(entry().sources.values_list("code", flat=True)) == cited


def test_one_language_is_put_back_to_a_day_and_a_translator_puts_back_their_own_only(editor: Client) -> None:
    before = titles(entry())
    day = changed_everywhere(editor)[1]
    translator = person("translator", "translator", "language: ky")
    assert translator.post(address(f"history/day/?day={day}&language=uz")).status_code == 403
    translator.post(address(f"history/day/?day={day}&language=all"))
    put_back = {code for code, title in titles(entry()).items() if title == before[code]}
    assert put_back == {"ky"}
    editor.post(address(f"history/day/?day={day}&language=uz"))
    assert {code for code, title in titles(entry()).items() if title == before[code]} == {"ky", "uz"}


def test_what_readers_see_is_put_back_to_a_day_by_two_people(editor: Client) -> None:
    before = titles(entry())
    day = changed_everywhere(editor)[1]
    first, second = person("first", "publisher"), person("second", "publisher")
    first.post(address(f"history/day/?day={day}&language=all"), {"severity": "meaning"})
    assert titles(entry())["ru"] != before["ru"]
    proposal = Proposal.objects.get()
    assert {"title_ru", "certainty", "sources"} <= proposal.after.keys()
    second.post(f"/admin/editing/proposal/{proposal.pk}/decide/", {"accept": "1"})
    assert titles(entry())["ru"] == before["ru"] and entry().sources.exists()


@pytest.mark.parametrize("day", ["", "x", "2026-13-01", "1999-01-01"])
def test_a_day_without_a_version_changes_nothing(editor: Client, day: str) -> None:
    before = titles(entry())
    r = editor.post(address(f"history/day/?day={day}&language=all"), follow=True, headers={"accept-language": "en"})
    assert "There is no version of that day." in r.text and titles(entry()) == before
