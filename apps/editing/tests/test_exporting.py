"""Repository and database, compared and moved both ways, never over an editor's work."""

import shutil
from io import BytesIO
from pathlib import Path

import polib
import pytest
from django.core.management import call_command
from django.test import Client
from openpyxl import load_workbook

from apps.accounts.tests.everything import kept
from apps.amina import current, phrase_files
from apps.amina.models import Phrase
from apps.editing import exporting, po, sheets
from apps.guide.loading import content
from apps.guide.models import Contact, Entry, Source

pytestmark = pytest.mark.django_db
MARK, DAY, ADDRESS = "zqxmark", "2026-02-17", "203.0.113.77"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(content.FOLDER, tmp_path / "content"))
    monkeypatch.setattr(content, "FOLDER", copy)
    monkeypatch.setattr(phrase_files, "FOLDER", Path(shutil.copytree(phrase_files.FOLDER, tmp_path / "words")))
    return copy


def test_after_loading_nothing_differs(folder: Path) -> None:
    assert list(exporting.differences()) == []
    assert exporting.differing() == {}


def test_what_editors_changed_goes_into_its_files_and_comes_back(folder: Path, tmp_path: Path) -> None:
    entry, contact, phrase = Entry.objects.get(slug="moved"), Contact.objects.all()[0], Phrase.objects.all()[3]
    entry.title_ky, entry.asked_ky, entry.position = "Жаңы «аталыш»", "биринчи\nэкинчи", 33
    contact.note_en = 'A "new" note.\nTwo lines.'
    phrase.text_ru = "Новые слова"
    for thing in (entry, contact, phrase):
        thing.save()
    assert f"entry:{entry} title ky: an editor changed it" in list(exporting.differences())
    written = [str(file.relative_to(tmp_path)) for file in exporting.write()]
    expected = [
        "content/entries/moved/about.toml",
        "content/entries/moved/ky.md",
        "content/texts/en.toml",
        "content/wordings/ky.toml",
        "words/ru.toml",
    ]
    assert written == expected
    assert exporting.differing() == {}
    call_command("load_content")
    call_command("load_phrases")
    assert Entry.objects.get(slug="moved").asked_ky == "биринчи\nэкинчи"
    assert list(exporting.differences()) == []


def test_an_entry_made_by_editors_is_written_whole(folder: Path) -> None:
    old = Entry.objects.get(slug="moved")
    new = Entry(slug="brand-new", topic=old.topic, certainty="reported", checked_on=old.checked_on)
    new.title_ru, new.short_answer_ru, new.body_ru = "Новое", "Коротко.", "Полно."
    new.save()
    new.sources.set(old.sources.all())
    exporting.write()
    assert (folder / "entries/brand-new/ru.md").read_text("utf-8") == "# Новое\n\nКоротко.\n\n---\n\nПолно.\n"
    call_command("load_content")
    assert exporting.differing() == {}


def test_a_source_made_by_editors_is_written_whole_and_comments_stay(folder: Path) -> None:
    source = Source(code="NEW1", kind="media", date="2026-11", facts=["F001"], address="https://example.org/")
    source.publisher_ru = "Издание"
    source.save()
    contact = Contact.objects.get(slug="mmc-sakharovo")
    contact.phone_display = "+7 495 530-56-88"
    contact.save()
    contact.sources.add(source)
    exporting.write()
    text = (folder / "contacts.toml").read_text("utf-8")
    assert text.startswith("# Whom to ask.") and text.count("[mmc-sakharovo]") == 1
    call_command("load_content")
    assert exporting.differing() == {}
    assert Contact.objects.get(slug="mmc-sakharovo").sources.filter(code="NEW1").exists()


def test_a_newer_text_in_the_repository_is_named_as_such(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "entries/moved/en.md"
    file.write_text(file.read_text("utf-8").replace("# ", "# Better: ", 1), "utf-8")
    call_command("compare_content")
    assert "entry:moved title en: load_content will bring it\n1 texts differ." in capsys.readouterr().out


def test_a_renamed_entry_is_written_under_its_own_name_with_its_address_beside_it(folder: Path) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.slug = "changed-address"
    entry.save()
    exporting.write()
    assert not (folder / "entries" / "changed-address").exists()
    assert 'slug = "changed-address"' in (folder / "entries" / "moved" / "about.toml").read_text("utf-8")
    number = Entry.objects.count()
    call_command("load_content")
    assert Entry.objects.count() == number and exporting.differing() == {}


def test_a_line_that_looks_like_the_end_of_a_part_survives_the_files(folder: Path) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.body_ru = "Первое.\n\n---\n\nВторое.\n\n3. три\n4. четыре"
    entry.save()
    exporting.write()
    call_command("load_content")
    assert Entry.objects.get(slug="moved").body_ru == entry.body_ru
    assert exporting.differing() == {}


@pytest.mark.parametrize("sign", ["\x00", "\ufffe"])
def test_a_broken_sign_in_one_text_stops_no_file(folder: Path, sign: str) -> None:
    whole = len(polib.pofile(po.write("ky")))
    Entry.objects.filter(slug="moved").update(title_ky=f"а{sign}б")
    assert len(polib.pofile(po.write("ky"))) == whole == len([*load_workbook(BytesIO(sheets.write("ky")))["ky"]]) - 1
    assert [line for line in exporting.differences() if not line.startswith("entry:moved title ky")] == []
    assert [file.relative_to(folder).as_posix() for file in exporting.write()] == ["entries/moved/ky.md"]


def test_what_visitors_answer_and_where_they_are_is_neither_kept_nor_exported(client: Client) -> None:
    answers = {id: [f"{MARK}-{id}"] for id in current.rulebook().questions} | {"moved_on": [DAY]}
    for page in ("", "helper/", "calendar/"):
        for more in ({}, {"finish": "1"}):
            client.post(f"/ky/check/{page}", {**answers, **more}, REMOTE_ADDR=ADDRESS, headers={"user-agent": MARK})
    exported = [*exporting.differing().values(), *exporting.differences(), po.write("ky"), kept()]
    assert not [sign for sign in (MARK, DAY, ADDRESS) if sign in "".join(exported)]
