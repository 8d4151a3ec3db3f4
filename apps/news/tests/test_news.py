"""What has changed comes from real changes of meaning, and says what, for whom and what to do in every language."""

import json
from datetime import date
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from apps.amina import current
from apps.editing import publishing
from apps.editing.models import Proposal
from apps.editing.tests.people import person, save
from apps.guide.models import Entry
from apps.news.models import Change
from apps.news.showing import newest
from apps.translations import languages
from apps.translations.states import Edit, Severity
from apps.translations.writing import write

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
QUIET = "landlords"


@pytest.fixture
def entry() -> Entry:
    Change.objects.all().delete()
    return Entry.objects.get(slug=QUIET)


def rewrite(entry: Entry, severity: str, text: str = "Теперь срок один день.", **more: Any) -> None:
    write(entry, {"short_answer_ru": text, **more}, Edit(severity, by=user()))


def user() -> User:
    return User.objects.get_or_create(username="writer")[0]


def test_an_editors_change_of_meaning_is_news_on_its_day(entry: Entry) -> None:
    rewrite(entry, Severity.MEANING)
    found = newest("ru")
    assert [(news.slug, news.day, news.new) for news in found] == [(QUIET, current.today(), False)]
    assert found[0].to_do == "Теперь срок один день."
    rewrite(entry, Severity.MEANING, "Теперь срок два дня.")
    assert [news.to_do for news in newest("ru")] == ["Теперь срок два дня."]


def test_a_typo_a_translation_and_a_confirmation_are_no_news(entry: Entry) -> None:
    rewrite(entry, Severity.TYPO, entry.short_answer_ru + " Вот так.")
    write(entry, {"short_answer_ky": "Башкача."}, Edit(by=user(), severity=Severity.MEANING))
    write(entry, {"checked_on": date(2026, 11, 28)}, Edit(by=user(), why=publishing.STILL_TRUE))
    assert not Change.objects.exists()


def test_an_accepted_proposal_is_news_and_a_proposal_alone_is_not(entry: Entry) -> None:
    writer, publisher = person("writer", "writer"), person("publisher", "publisher")
    address = f"/admin/guide/entry/{entry.pk}/change/"
    save(writer, address, short_answer_ru="Теперь срок один день.", severity="meaning")
    assert newest("ru") == []
    publisher.post(f"/admin/editing/proposal/{Proposal.objects.get().pk}/decide/", {"accept": "1"})
    assert [news.slug for news in newest("ru")] == [QUIET]


def test_an_answer_that_is_published_for_the_first_time_is_new(entry: Entry) -> None:
    Entry.objects.filter(pk=entry.pk).update(published=False)
    entry.refresh_from_db()
    publishing.set_published(entry, True, user())
    assert [news.new for news in newest("ru")] == [True]


def test_a_late_translation_does_not_tell_the_old_answer_as_news(entry: Entry) -> None:
    rewrite(entry, Severity.MEANING)
    assert [(news.language, news.to_do) for news in newest("ky")] == [("ru", "Теперь срок один день.")]
    write(entry, {"short_answer_ky": "Эми мөөнөт бир күн."}, Edit(made_from="now", by=user()))
    assert [(news.language, news.to_do) for news in newest("ky")] == [("ky", "Эми мөөнөт бир күн.")]


def test_what_ships_tells_its_own_day_once() -> None:
    shipped = Entry.objects.exclude(changed_on=None)
    assert Change.objects.count() == shipped.count() > 0
    call_command("load_content", verbosity=0)
    assert Change.objects.count() == shipped.count()


@pytest.mark.parametrize("language", ["ky", "hy", "uz-cyrl", "en"])
def test_page_week_and_home_show_the_same_rows_in_three_lines_each(client: Client, language: str) -> None:
    with translation.override(language):
        rows = newest(language)
    page, home, week = (client.get(f"/{language}/{path}").text for path in ("changes/", "", "changes/week/"))
    ids = [f'id="{news.id}"' for news in rows]
    assert [id for id in ids if id not in page] == []
    assert [id in home for id in ids] == [True] * 3 + [False] * (len(ids) - 3)
    assert [f"/changes/{news.id}/\n" in week for news in rows] == [True] * 10 + [False] * (len(rows) - 10)
    assert all(news.title and news.whom and news.to_do for news in rows)


@pytest.mark.parametrize("language", languages.OWN_NAMES)
def test_the_atom_feed_is_what_a_reader_of_feeds_and_the_rules_want(client: Client, language: str) -> None:
    r = client.get(f"/{language}/changes/feed.atom")
    assert r["Content-Type"] == "application/atom+xml; charset=utf-8"
    parsed, root = feedparser.parse(r.content), ElementTree.fromstring(r.content)
    assert not parsed.bozo and parsed.version == "atom10" and parsed.feed.language == language
    assert len(parsed.entries) == len(newest(language)) > 0
    for element in [root, *root.iter(f"{ATOM}entry")]:  # RFC 4287, 4.1.1 and 4.1.2
        assert [len(element.findall(ATOM + name)) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    assert root.findall(f"{ATOM}link[@rel='self']") and root.findall(f"{ATOM}link[@rel='alternate']")
    ids = [one.id for one in parsed.entries]
    assert len({*ids}) == len(ids) and all(id.startswith(f"{settings.SITE_ADDRESS}/") for id in ids)
    assert all(one.summary.count("\n") == 2 and one.updated.endswith(("Z", "+00:00")) for one in parsed.entries)


@pytest.mark.parametrize("language", ["ky", "ka"])
def test_the_json_feed_keeps_the_rules_of_its_version(client: Client, language: str) -> None:
    r = client.get(f"/{language}/changes/feed.json")
    feed = json.loads(r.content)
    assert r["Content-Type"] == "application/feed+json"
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"] and feed["language"] == language
    assert feed["feed_url"] == f"{settings.SITE_ADDRESS}/{language}/changes/feed.json"
    for item in feed["items"]:
        assert isinstance(item["id"], str) and item["url"].startswith("http") and item["content_text"]
        assert item["date_published"].endswith("+00:00")


def test_without_changes_there_is_still_a_valid_feed(client: Client) -> None:
    Change.objects.all().delete()
    first, second = (client.get("/ky/changes/feed.atom").content for _ in range(2))
    assert first == second and not feedparser.parse(first).bozo
    assert client.get("/ky/changes/").status_code == client.get("/ky/changes/week/").status_code == 200
