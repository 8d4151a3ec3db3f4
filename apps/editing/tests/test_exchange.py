"""PO files out and in: nothing lost, nothing half imported, everything refused by line."""

import os
import random
from typing import Any

import polib
import pytest
from django.contrib.auth.models import User
from django.test import Client

from apps.editing import batches, po, texts
from apps.editing.models import Batch
from apps.editing.tests.files import short, upload
from apps.editing.tests.people import person
from apps.guide.models import Entry
from apps.translations import languages, states
from apps.translations.models import TranslationState
from apps.translations.states import State

pytestmark = pytest.mark.django_db
PAGE = "/admin/translations/translationstate/exchange/"
LANGUAGES = languages.TARGETS if "EVERY_LANGUAGE" in os.environ else ["uz"]
MUTATIONS, AT_ONCE = int(os.environ.get("PO_MUTATIONS", 25)), 25


def everything() -> dict[Any, Any]:
    """Every text in every language, and what is known of each."""
    places = {
        kind: [(name, code) for name in languages.translated_fields(model) for code in languages.CODES]
        for kind, model in texts.MODELS.items()
    }
    columns = {
        (kind, pk, name, code): text or ""
        for kind, model in texts.MODELS.items()
        for pk, *row in model.objects.values_list("pk", *(f"{name}_{code}" for name, code in places[kind]))
        for (name, code), text in zip(places[kind], row, strict=True)
    }
    return columns | dict(TranslationState.objects.values_list("pk", "claims"))


def send(client: Client, content: str | bytes, language: str = "ky") -> Any:
    """Bring a file back; where so many texts need a second person, let one agree."""
    r = client.post(PAGE, {"language": language, "file": upload(content)}, headers={"accept-language": "en"})
    batch = r.context and r.context["batch"]
    if batch and batch.state == Batch.State.WAITING:
        batches.accept(batch.pk, second())
    return r


def second() -> User:
    return User.objects.get_or_create(username="second", is_superuser=True)[0]


def edited(**changes: Any) -> str:
    file = short()
    entry = next(entry for entry in file if entry.msgctxt == "entry:moved:title")
    for name, value in changes.items():
        setattr(entry, name, value)
    return str(file)


def title() -> str:
    return str(Entry.objects.get(slug="moved").title_ky)


@pytest.fixture
def translator() -> Client:
    return person("translator", "translator", "language: ky")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_brought_back_unchanged_changes_nothing(editor: Client, language: str) -> None:
    before = everything()
    r = send(editor, po.write(language), language)
    assert (r.context["batch"].number, r.context["batch"].refused) == (0, [])
    assert everything() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_survives_the_way_out_and_in(editor: Client, language: str) -> None:
    before = {key: value for key, value in everything().items() if isinstance(key, tuple) and key[3] == language}
    content = po.write(language)
    for model in texts.MODELS.values():
        empty = {f"{name}_{language}": "" for name in languages.translated_fields(model)}
        model.objects.update(**empty)
    assert send(editor, content, language).context["batch"].refused == []
    after = {key: value for key, value in everything().items() if isinstance(key, tuple) and key[3] == language}
    assert after == before


def test_a_new_text_arrives_as_a_draft_by_the_translator(translator: Client) -> None:
    send(translator, edited(msgstr="Жаңы аталыш"))
    entry = Entry.objects.get(slug="moved")
    claims = TranslationState.objects.of(entry).get(language="ky").read()
    assert entry.title_ky == "Жаңы аталыш"
    assert states.of(entry.hashes, "ky", claims) == State.DRAFT
    assert entry.history.first().history_user.username == "translator"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"msgid": "Старый текст"}, "“Старый текст” (entry:moved:title): the Russian text has changed"),
        ({"msgctxt": "entry:nowhere:title"}, "a text that is not there"),
        ({"msgctxt": "entry:moved:slug"}, "no text of this site"),
        ({"msgctxt": None}, "no text of this site"),
        ({"msgstr": "ы" * 121}, "is longer than 120 characters"),
        ({"msgctxt": "entry:moved:body"}, "stands there twice"),
    ],
)
def test_a_line_that_does_not_fit_is_refused_by_its_number(
    translator: Client, changes: dict[str, Any], complaint: str
) -> None:
    before = title()
    r = send(translator, edited(**{"msgstr": "Жаңы", **changes}))
    assert any(complaint in line and "line " in line for line in r.context["batch"].refused)
    assert title() == before


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00", "not a whole PO file"),
        (b"hello", "not a PO file"),
        (b'msgid "a\nmsgstr', "not a whole PO file"),
        (b'msgid ""\nmsgstr "Language: uz\\n"\n', "not “ky”"),
        (b"PK\x03\x04 a spreadsheet", "not a"),
    ],
)
def test_a_broken_or_foreign_file_is_refused_whole(translator: Client, content: bytes, complaint: str) -> None:
    before = everything()
    r = send(translator, content)
    assert r.status_code == 200 and complaint in r.text
    assert everything() == before


HEADS = ["ky_KG", "ky-KG", "ky", "KY", "", "ky@cyrillic"]


@pytest.mark.parametrize(("head", "encoding"), [*((h, "utf-8") for h in HEADS), ("ky", "utf-8-sig"), ("ky", "utf-16")])
def test_files_as_other_programs_write_them_are_read(translator: Client, head: str, encoding: str) -> None:
    file = polib.pofile(edited(msgstr="Жаңы"))
    file.metadata["Language"] = head
    r = send(translator, str(file).replace("\n", "\r\n").encode(encoding))
    assert r.context["batch"].number == 1 and title() == "Жаңы"


@pytest.mark.parametrize(
    "content", [b"#" * 2_000_001 + b"\nmsgid", b"msgid " + b"a" * 200_000], ids=["big", "long line"]
)
def test_big_files_and_absurd_lines_are_refused_before_they_are_parsed(translator: Client, content: bytes) -> None:
    assert send(translator, content).context["form"].errors["file"]


def test_a_refused_line_leaves_a_text_as_stale_as_it_is(translator: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    old = short()
    entry.body_ru += " Иначе."
    entry.save()
    for line in old:  # an old file: the body is refused, for its Russian has changed; the title is taken
        if line.msgctxt == "entry:moved:title":
            line.msgstr = "Жаңы"
    r = send(translator, str(old).encode())
    assert title() == "Жаңы" and len(r.context["batch"].refused) == 1
    assert states.of(Entry.objects.get(slug="moved").hashes, "ky", texts.claims(entry, "ky")) == State.STALE


def test_a_guess_for_a_missing_text_is_not_taken(translator: Client) -> None:
    Entry.objects.filter(slug="moved").update(title_ky="", body_ky="", short_answer_ky="")
    entry = Entry.objects.get(slug="moved")
    entry.save()
    file = short()
    for line in file:
        if (line.msgctxt or "").startswith("entry:moved:"):
            line.msgstr, line.flags = "Божомол", ["fuzzy"]
    r = send(translator, str(file).encode())
    assert sum("a guess that nobody" in line for line in r.context["batch"].refused) >= 3
    assert "ky" not in Entry.objects.get(slug="moved").languages


def test_an_outdated_translation_is_marked_for_the_translator_and_stays_outdated_while_it_is() -> None:
    entry = Entry.objects.get(slug="moved")
    entry.body_ru += " Иначе."
    entry.save()
    found = {line.msgctxt: line for line in polib.pofile(po.write("ky"))}
    assert found["entry:moved:title"].fuzzy and found["entry:moved:title"].comment == "stale"
    assert not found["entry:landlords:title"].fuzzy


@pytest.mark.parametrize(
    ("cleared", "state"), [(["title"], State.STALE), (["title", "short_answer", "body"], State.DRAFT)]
)
def test_a_stale_text_is_up_to_date_only_when_no_part_of_it_is_marked(
    translator: Client, cleared: list[str], state: State
) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.body_ru += " Иначе."
    entry.save()
    file = short()
    for line in file:
        if line.msgctxt in [f"entry:moved:{name}" for name in cleared]:
            line.flags, line.msgstr = [], line.msgstr + " Жаңы."
    send(translator, str(file))
    entry.refresh_from_db()
    claims = TranslationState.objects.of(entry).get(language="ky").read()
    assert states.of(entry.hashes, "ky", claims) == state


@pytest.mark.parametrize("part", range(MUTATIONS // AT_ONCE))
def test_a_damaged_file_never_ends_in_an_error_or_a_half_import(translator: Client, part: int) -> None:
    chance = random.Random(5 + part)
    whole = edited(msgstr="Жаңы").encode()
    kept, taken = 0, 0
    before = everything()
    for _ in range(AT_ONCE):
        r = send(translator, _damaged(whole, chance))
        assert r.status_code == 200
        batch = r.context["batch"]
        after = everything()
        if batch is None or not batch.number:
            assert after == before
            kept += 1
        else:
            assert len([key for key in after if isinstance(key, tuple) and after[key] != before[key]]) == batch.number
            taken += 1
        before = after
    assert kept and taken


def _damaged(content: bytes, chance: random.Random) -> bytes:
    """Cut, repeat, swap or overwrite a few places of a file."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at, size = chance.randrange(len(data)), chance.randint(1, 400)
        kind = chance.randrange(5)
        if kind == 0:
            del data[at : at + size]
        elif kind == 1:
            data[at:at] = data[at : at + size]
        elif kind == 2:
            data[at] = chance.randrange(256)
        elif kind == 3:
            data[at:at] = chance.choice([b'"', b"\\", b"\n", b"msgid ", b"msgstr[1] ", b"#~ ", b"\x00", "ӣ".encode()])
        else:
            del data[at + 1000 :]
        data = data or bytearray(b"x")
    return bytes(data)
