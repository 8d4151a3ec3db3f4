"""The records of checks that ship with the texts, written by one command and read by the loaders."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from apps.amina.models import Phrase
from apps.editing import shipping
from apps.guide.loading import content
from apps.guide.models import Contact, Entry, Source, Topic
from apps.translations import checks, claiming, states
from apps.translations.models import TranslationState
from apps.translations.states import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(content.FOLDER, tmp_path / "content"))
    monkeypatch.setattr(content, "FOLDER", copy)
    monkeypatch.setattr(checks, "FOLDER", copy / "checks")
    return copy


def load() -> None:
    call_command("load_content")
    call_command("load_phrases")


def state(thing: Entry | Phrase, language: str = "ky") -> str:
    thing.refresh_from_db()
    return states.of(thing.hashes, language, TranslationState.objects.of(thing).get(language=language).read())


def moved() -> Entry:
    return Entry.objects.get(slug="moved")


def test_the_files_and_the_database_agree_on_every_hash() -> None:
    things = [thing for model in (Topic, Source, Contact, Entry, Phrase) for thing in model.objects.all()]
    hashes = shipping.hashes()
    assert {checks.record_name(thing): thing.hashes for thing in things} == hashes


def test_what_was_checked_is_recorded_and_loaded(folder: Path) -> None:
    for slug in ("moved", "landlords"):
        file = folder / f"entries/{slug}/ky.md"
        file.write_text(file.read_text("utf-8").replace("# ", "# Жаңы: ", 1), "utf-8")
    call_command("record_checks", "ky", on=date(2026, 11, 24), only=["entry:moved", "phrase:steps.report_move.body"])
    load()
    assert state(moved()) == State.CHECKED
    assert state(Phrase.objects.get(key="steps.report_move.body")) == State.CHECKED
    assert state(Entry.objects.get(slug="landlords")) == State.DRAFT


def test_a_text_that_changed_since_its_check_is_a_draft_again(folder: Path) -> None:
    call_command("record_checks", "ky")
    file = folder / "entries/moved/ky.md"
    file.write_text(file.read_text("utf-8").replace("# ", "# Жаңы: "), "utf-8")
    load()
    assert state(moved()) == State.DRAFT


def test_a_russian_text_that_changed_since_the_check_makes_it_stale_unless_it_was_a_typo(folder: Path) -> None:
    call_command("record_checks", "ky")
    file = folder / "entries/moved/ru.md"
    file.write_text(file.read_text("utf-8").replace("# ", "# Так: "), "utf-8")
    load()
    assert state(moved()) == State.STALE
    call_command("record_checks", "ky", typo=True, only=["entry:moved"])
    load()
    assert state(moved()) == State.CHECKED


def test_a_record_never_overrules_an_editor(folder: Path) -> None:
    claiming.sent_back(moved(), "ky", "Айнура", date(2026, 11, 24), "түшүнүксүз")
    call_command("record_checks", "ky")
    load()
    assert state(moved()) == State.DRAFT


def test_a_review_needs_a_name(folder: Path) -> None:
    with pytest.raises(CommandError, match="Add --by NAME"):
        call_command("record_checks", "ky", state="reviewed")
    call_command("record_checks", "ky", state="reviewed", by="Айнура", only=["entry:moved"])
    load()
    assert state(moved()) == State.REVIEWED


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('"entry:nowhere" = {H, state = "checked", on = 2026-11-24}', "entry:nowhere is not there"),
        ('"entry:moved" = {H, state = "perfect", on = 2026-11-24}', "state is draft, checked, or reviewed"),
        ('"entry:moved" = {original = "1", text = "2", state = "draft", on = 2026-11-24}', "is not a hash"),
        ('"entry:moved" = {H, state = "draft"}', "on is missing"),
        ('"entry:moved" = 1', "is no record"),
    ],
)
def test_a_broken_record_is_refused_by_name(folder: Path, line: str, complaint: str) -> None:
    (folder / "checks").mkdir()
    hashes = 'original = "0123456789abcdef", text = "0123456789abcdef"'
    (folder / "checks/ky.toml").write_text(line.replace("H", hashes), "utf-8")
    with pytest.raises(CommandError, match=complaint):
        call_command("load_content")


@pytest.mark.parametrize("day", ["20261124", "2026-W48-2", "2026-11"])
def test_a_day_is_written_in_one_way_only(folder: Path, day: str) -> None:
    with pytest.raises(CommandError, match="--on"):
        call_command("record_checks", "ky", "--on", day)
