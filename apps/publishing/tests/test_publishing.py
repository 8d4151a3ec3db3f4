"""What an editor changes is published, at once where it shows, and nothing that fails takes a page away."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from apps.editing.tests.databases import Shipped
from apps.guide.models import Entry, Source
from apps.offline import public
from apps.publishing import addresses, health, versions, words
from apps.publishing.folder import Folder
from apps.publishing.publisher import Publisher
from apps.publishing.urgency import Rows
from apps.translations import languages
from apps.translations.models import TranslationState


@pytest.fixture
def committing(shipped: Shipped, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The makers are other processes, which see only what is committed; one language without the rules is enough."""
    monkeypatch.setattr(languages, "OWN_NAMES", {"ky": "Кыргызча"})
    monkeypatch.setattr(public, "_rules", list)
    with django_db_blocker.unblock():
        yield
        shipped.renew()


@pytest.fixture
def publisher(committing: None, tmp_path: Path) -> Publisher:
    return Publisher(Folder(tmp_path), lambda text: None)


def title(folder: Folder, address: str) -> str:
    name = folder.valid().pages[address]
    return folder.copy(name).forms[""].decode().partition("<title>")[2].partition(" – ")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["save", "update", "delete", "sql", "relation", "review"])
def test_the_version_rises_with_whatever_readers_can_see(change: str, django_db_blocker: DjangoDbBlocker) -> None:
    entry, before = Entry.objects.get(slug="moved"), number()
    deeds: dict[str, Callable[[], object]] = {
        "save": entry.save,
        "update": lambda: Entry.objects.filter(pk=entry.pk).update(position=7),
        "delete": lambda: entry.delete(),
        "sql": lambda: connection.cursor().execute("update guide_entry set position = 8"),
        "relation": lambda: entry.sources.clear(),
        "review": lambda: TranslationState.objects.filter(language="ky").first().delete(),  # type: ignore[union-attr]
    }
    deeds[change]()
    assert number() > before


@pytest.mark.django_db
def test_the_version_falls_back_with_a_change_that_is_taken_back() -> None:
    before = number()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Entry.objects.update(position=9)
        assert number() > before
        raise ZeroDivisionError
    assert number() == before


def number() -> int:
    if connection.vendor == "postgresql":  # there it rises at the end of the transaction
        connection.cursor().execute("set constraints all immediate; set constraints all deferred")
    return int(versions.now().partition(" ")[0])


@pytest.mark.django_db
def test_the_pages_that_show_a_change_are_known() -> None:
    rows = Rows()
    assert not rows.changed().on("/ky/q/moved/", b'<a href="/ky/q/moved/">')
    Entry.objects.filter(slug="moved").update(title_ky="Башка")
    signs = rows.changed()
    assert signs.on("/ky/topics/daily/", b'<a href="/ky/q/moved/">')
    assert not signs.on("/ky/topics/daily/", b'<a href="/ky/q/landlords/">')
    Source.objects.filter(code="RUSKLINE").update(says_ky="Башка")
    assert rows.changed().on("/ky/sources/", b'<li id="RUSKLINE">')


def test_everything_is_published_once_and_a_change_comes_first(publisher: Publisher) -> None:
    publisher.publish()
    valid = publisher.folder.valid()
    assert valid.complete and not valid.failed and not publisher.due()
    assert {path for path in addresses.every() if path.startswith("/ky/")} <= set(valid.pages)
    assert words.PREFIX + "ky" in valid.pages

    Entry.objects.filter(slug="moved").update(title_ky="Жаңы баш сөз")
    assert publisher.due()
    publisher.publish()
    later = publisher.folder.valid()
    assert title(publisher.folder, "/ky/q/moved/") == "Жаңы баш сөз"
    urgent, others = later.made["/ky/q/moved/"], [later.made[path] for path in ("/ky/about/", "/ky/contacts/")]
    assert urgent < min(others)
    assert later.pages["/ky/about/"] == valid.pages["/ky/about/"], "the same bytes are kept once"


def test_a_hidden_page_is_gone_and_its_old_address_leads_on(publisher: Publisher) -> None:
    publisher.publish()
    Entry.objects.filter(slug="moved").update(published=False)
    entry = Entry.objects.get(slug="landlords")
    entry.slug = "landlords-now"
    entry.save()
    publisher.publish()
    valid = publisher.folder.valid()
    assert "/ky/q/moved/" not in valid.pages
    copy = publisher.folder.copy(valid.pages["/ky/q/landlords/"])
    assert (copy.status, dict(copy.headers)["Location"]) == (301, "/ky/q/landlords-now/")


def test_a_page_that_fails_keeps_its_last_answer(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    publisher.publish()
    before = publisher.folder.valid().pages["/ky/"]

    def broken(*args: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("apps.guide.pages.home", broken)
    Entry.objects.filter(slug="moved").update(title_ky="Жаңы баш сөз")
    publisher.publish()
    valid = publisher.folder.valid()
    assert (valid.failed, valid.pages["/ky/"]) == (["/ky/", "/ky/offline/pack.json"], before)
    assert title(publisher.folder, "/ky/q/moved/") == "Жаңы баш сөз"
    assert b'"database": true' in health.told(publisher.folder)[1]
