"""The loader: as often as wanted, all or nothing, never over an editor's change."""

import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from apps.guide.loading import content
from apps.guide.loading.tables import TABLES
from apps.guide.models import Contact, Entry, Source, Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(content.FOLDER, tmp_path / "content"))
    monkeypatch.setattr(content, "FOLDER", copy)
    return copy


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_second_load_writes_nothing(django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(20) as queries:  # type: ignore[operator]  # a fixture without a public type
        call_command("load_content")
    written = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert written == []


@pytest.mark.parametrize("before_names_were_kept", [False, True])
def test_a_renamed_entry_stays_one_entry_and_keeps_its_old_address(
    client: Client, before_names_were_kept: bool
) -> None:
    entry, number = Entry.objects.get(slug="moved"), Entry.objects.count()
    if before_names_were_kept:
        Entry.objects.update(shipped={})
        entry.refresh_from_db()
    entry.slug = "changed-address"
    entry.save()
    call_command("load_content")
    call_command("load_content")
    assert Entry.objects.count() == number
    assert Entry.objects.get(pk=entry.pk).slug == "changed-address"
    assert Entry.objects.get(pk=entry.pk).known_as == "moved"
    assert client.get("/ky/q/moved/")["Location"] == "/ky/q/changed-address/"


def test_a_new_text_in_the_repository_arrives(folder: Path) -> None:
    edit(folder / "entries/moved/en.md", "# ", "# Better: ")
    call_command("load_content")
    assert Entry.objects.get(slug="moved").title_en.startswith("Better: ")


def test_what_an_editor_changed_is_kept_and_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.title_en = "The editor's title"
    entry.save()
    edit(folder / "entries/moved/en.md", "# ", "# Better: ")
    call_command("load_content")
    assert Entry.objects.get(slug="moved").title_en == "The editor's title"
    assert "kept as an editor has it: entry moved: title_en" in capsys.readouterr().out


def test_an_entry_that_an_editor_hid_stays_hidden() -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    call_command("load_content")
    assert not Entry.objects.get(slug="moved").published


def test_sources_that_an_editor_chose_stay(folder: Path) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.sources.set(Source.objects.filter(code="SEED"))
    call_command("load_content")
    assert [source.code for source in entry.sources.all()] == ["SEED"]


def test_texts_are_kept_in_composed_form() -> None:
    topic = Topic.objects.get(slug="daily")
    topic.title_tg = "Таърихи \u0438\u0304"
    topic.save()
    assert topic.title_tg == "Таърихи \u04e3"


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("entries/moved/about.toml", 'topic = "daily"', 'topic = "dayly"', "entries/moved/about.toml names dayly"),
        ("entries/moved/about.toml", "certainty = ", "certainti = ", "certainty is missing"),
        (
            "entries/moved/about.toml",
            'certainty = "sources-differ"',
            'certainty = "sure"',
            "entries/moved/about.toml: certainty: ",
        ),
        ("entries/moved/about.toml", "steps = ", "stepz = 1\nsteps = ", "there is no field stepz"),
        ("entries/moved/ru.md", "\n---\n", "\n", "moved/ru.md has no line '---'"),
        ("entries/moved/ky.md", "# ", "", "moved/ky.md does not start with '# '"),
        ("sources.toml", "[AVESTA]", "[AVESTA", "sources.toml is not valid TOML"),
        ("contacts.toml", 'kind = "police"', 'kind = "polis"', "contacts.toml [mvd-moscow-migration]: kind: "),
        ("topics.toml", "position = 10", "place = 10", "topics.toml [who]: position is missing"),
        ("topics.toml", "[who]", "who = 1\n[whom]", "topics.toml: who stands before the first [table]"),
        ("topics.toml", "[who]", '["Who!"]', "topics.toml [Who!] is not a name for"),
        ("sources.toml", 'date = "2025-05-20"', 'date = "2025-13-40"', "[AVESTA]: date: Write a date as"),
        ("entries/moved/about.toml", "checked_on = 2026-11-29", "checked_on = 20261129", "20261129 cannot be read"),
        (
            "entries/moved/about.toml",
            'certainty = "sources-differ"',
            "certainty = 5",
            "certainty: Value '5' is not a valid",
        ),
        ("entries/moved/about.toml", "position = ", "position = -", "position: Ensure this value is greater"),
        ("entries/moved/about.toml", "facts = ", 'facts = "F001" #', "facts is not a list of ids"),
        (
            "texts/ru.toml",
            "[topics.who]",
            "[topics.whom]",
            "texts/ has words for whom, which topics.toml does not have",
        ),
        ("texts/ru.toml", "[sources.SEED]\npublisher", "[sources.SEED]\nsays2", "there is no field says2"),
        ("texts/ky.toml", "[topics.who]", "[themes.who]", "ky.toml: themes does not belong here"),
        ("entries/moved/about.toml", 'topic = "daily"', 'topic = ["daily"]', "about.toml names ['daily']"),
    ],
)
def test_a_broken_file_is_named_and_nothing_is_loaded(
    folder: Path, file: str, old: str, new: str, complaint: str
) -> None:
    edit(folder / "entries/landlords/en.md", "# ", "# New: ")
    edit(folder / file, old, new)
    with pytest.raises(CommandError) as caught:
        call_command("load_content")
    assert complaint in str(caught.value)
    assert "Nothing was loaded." in str(caught.value)
    assert not Entry.objects.get(slug="landlords").title_en.startswith("New: ")


def test_a_text_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "entries/moved/ky.md").write_bytes("# Көчүү".encode("utf-16"))
    with pytest.raises(CommandError, match=r"moved/ky.md is not in UTF-8 \(byte 0\)"):
        call_command("load_content")


def test_the_invisible_mark_of_windows_editors_does_no_harm(folder: Path) -> None:
    file = folder / "entries/moved/ky.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    call_command("load_content")


def test_a_day_of_change_may_be_given(folder: Path) -> None:
    edit(folder / "entries/moved/about.toml", "changed_on = 2026-11-29", "changed_on = 2026-11-20")
    call_command("load_content")
    assert str(Entry.objects.get(slug="moved").changed_on) == "2026-11-20"


def test_the_other_ways_people_ask_stand_below_the_answer(folder: Path) -> None:
    text = "# Суроо\n\nКыска жооп\n\n---\n\nТолук жооп\n\n---\n\nквартира алмаштым\n"
    (folder / "entries/moved/ky.md").write_text(text, "utf-8")
    call_command("load_content")
    entry = Entry.objects.get(slug="moved")
    assert (entry.body_ky, entry.asked_ky.splitlines()[0]) == ("Толук жооп", "квартира алмаштым")
    assert "жаңы батирге көчүү" in entry.asked_ky.splitlines(), "those of the file of wordings come after them"


def test_a_thing_without_russian_words_is_named(folder: Path) -> None:
    edit(folder / "topics.toml", "[who]", "[new]\nposition = 90\n\n[who]")
    with pytest.raises(CommandError, match=r"texts/ru.toml: new of topics.toml has no words"):
        call_command("load_content")


def test_a_missing_russian_text_is_asked_for(folder: Path) -> None:
    (folder / "entries/moved/ru.md").unlink()
    with pytest.raises(CommandError, match="moved/ru.md is missing"):
        call_command("load_content")


def test_everything_that_ships_is_there() -> None:
    assert Entry.objects.published().count() >= 28
    assert Topic.objects.count() == 6
    assert Contact.objects.filter(phone="+74995305688").exists()


def test_the_text_that_a_thing_needs_in_russian_is_the_first_of_its_model() -> None:
    assert [table.texts[0] for table in TABLES.values()] == ["title", "publisher", "name"]
