"""PO files as the programs of translators write them: nothing lost, nothing fresher than it is."""

import shutil
import subprocess
from collections.abc import Callable

import polib
import pytest
from django.test import Client

from apps.editing import po, texts
from apps.editing.tests.people import person
from apps.editing.tests.test_exchange import everything, send
from apps.guide.models import Entry
from apps.translations import states
from apps.translations.states import State

pytestmark = pytest.mark.django_db

SIGN = " – жаңы сөз, «тырмакча», ӨҮҢ"
WRITTEN, GUESSED, OUTDATED = ("landlords", "cost", "children"), "struck-off", "moved"


def poedit(file: polib.POFile) -> bytes:
    """Poedit 3 on Windows: its own heads, lines of 79 signs, the former Russian of a guess, CRLF."""
    file.wrapwidth = 79
    file.metadata |= {"X-Generator": "Poedit 3.4.2", "Plural-Forms": "nplurals=1; plural=0;", "X-Poedit-Basepath": "."}
    for entry in file.fuzzy_entries():
        entry.previous_msgid = "Мурунку"
    return str(file).replace("\n", "\r\n").encode()


def weblate(file: polib.POFile) -> bytes:
    file.wrapwidth = 77
    heads = {"Language-Team": "Kyrgyz <https://hosted.weblate.org/projects/x/ky/>", "X-Generator": "Weblate 5.8"}
    file.metadata |= {"PO-Revision-Date": "2026-11-29 10:00+0000", **heads}
    return str(file).encode()


def crowdin(file: polib.POFile) -> bytes:
    """Crowdin: the language with its country, no comments, the longest of lines."""
    file.metadata |= {
        "Language": "ky_KG",
        "X-Crowdin-Project": "x",
        "X-Crowdin-Language": "ky",
        "X-Crowdin-File": "/a.po",
    }
    for entry in file:
        entry.comment = ""
    return str(file).encode()


def lokalize(file: polib.POFile) -> bytes:
    file.wrapwidth = 80
    file.metadata |= {"X-Generator": "Lokalize 24.02.2", "Language-Team": "Kyrgyz <kde-i18n-doc@kde.org>"}
    return str(file).encode() + b"\n\n"


def omegat(file: polib.POFile) -> bytes:
    """OmegaT fills the file in place: no language in its head where there was none, a mark of byte order, loose ends."""
    file.metadata["Language"] = ""
    obsolete = polib.POEntry(msgctxt="entry:gone:title", msgid="Жок", msgstr="Жок", obsolete=True)
    file.append(obsolete)
    return b"\xef\xbb\xbf" + str(file).encode()


def msgcat(file: polib.POFile) -> bytes:
    """GNU msgcat: sorted by places, lines of 79 signs; the program itself where it is there."""
    if not (program := shutil.which("msgcat")):
        file.wrapwidth = 79
        file.sort(key=lambda entry: str(entry.msgctxt))
        return str(file).encode()
    ran = subprocess.run([program, "--sort-output", "-"], input=str(file).encode(), capture_output=True, check=True)
    return ran.stdout


PROGRAMS: list[Callable[[polib.POFile], bytes]] = [poedit, weblate, crowdin, lokalize, omegat, msgcat]


def state(slug: str) -> str:
    entry = Entry.objects.get(slug=slug)
    return states.of(entry.hashes, "ky", texts.claims(entry, "ky"))


@pytest.fixture
def translator() -> Client:
    entry = Entry.objects.get(slug=OUTDATED)
    entry.title_ru += " Иначе"
    entry.save()
    return person("translator", "translator", "language: ky")


@pytest.mark.parametrize("program", PROGRAMS, ids=[program.__name__ for program in PROGRAMS])
def test_what_a_program_writes_is_taken_whole_and_makes_nothing_fresher(
    translator: Client, program: Callable[[polib.POFile], bytes]
) -> None:
    file = polib.pofile(po.write("ky"))
    wanted = {}
    for entry in file:
        slug = str(entry.msgctxt).split(":")[1]
        if str(entry.msgctxt).endswith(":title") and str(entry.msgctxt).startswith("entry:"):
            if slug in (*WRITTEN, GUESSED, OUTDATED):
                entry.msgstr += SIGN
                wanted[slug] = entry.msgstr
            entry.flags = ["fuzzy"] if slug == GUESSED else entry.flags
    before, stale = everything(), state(OUTDATED)
    r = send(translator, program(file))
    assert r.context["batch"].refused == [] and r.context["batch"].number == len(wanted) == 5
    assert {slug: Entry.objects.get(slug=slug).title_ky for slug in wanted} == wanted
    changed = {key for key, text in everything().items() if before.get(key) != text and isinstance(key, tuple)}
    assert len(changed) == 5
    assert (stale, state(OUTDATED)) == (State.STALE, State.STALE)
    assert {state(slug) for slug in (*WRITTEN, GUESSED)} == {State.DRAFT}
