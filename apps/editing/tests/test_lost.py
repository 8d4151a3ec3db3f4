"""Links to what is not there, and what of the Russian text a translation has lost: by form and by file."""

from typing import Any

import polib
import pytest
from django.test import Client

from apps.editing import lost, po, texts
from apps.editing.tests.files import upload
from apps.editing.tests.people import opened, person, save
from apps.guide.models import Entry
from apps.translations import languages
from apps.translations.states import NOW, Edit
from apps.translations.writing import write

pytestmark = pytest.mark.django_db

ENGLISH = {"accept-language": "en"}
RUSSIAN = "Звоните [112](tel:112) до 30 ноября. Потом [сообщите](entry:moved)."
KYRGYZ = "30-ноябрга чейин [112](tel:112) номерине чалыңыз. Анан [билдириңиз](entry:moved)."


@pytest.fixture
def entry() -> Entry:
    entry = Entry.objects.get(slug="cost")
    write(entry, {"body_ru": RUSSIAN}, Edit())
    write(entry, {"body_ky": KYRGYZ}, Edit(made_from=NOW))
    return entry


@pytest.fixture
def translator() -> Client:
    return person("translator", "translator", "language: ky")


def address(entry: Entry) -> str:
    return f"/admin/guide/entry/{entry.pk}/change/?translate_to=ky"


def said(client: Client, entry: Entry, **changes: Any) -> str:
    return client.post(address(entry), opened(client, address(entry)) | changes, headers=ENGLISH, follow=True).text


def brought(client: Client, text: str) -> Any:
    file = polib.pofile(po.write("ky"))
    next(line for line in file if line.msgctxt == "entry:cost:body").msgstr = text
    sent = {"language": "ky", "file": upload(str(file))}
    return client.post("/admin/translations/translationstate/exchange/", sent, headers=ENGLISH)


def test_a_link_to_no_entry_is_refused_in_every_text(editor: Client, entry: Entry) -> None:
    stranger = KYRGYZ.replace("entry:moved", "entry:mooved")
    for column, text in (("body_ru", RUSSIAN.replace("entry:moved", "entry:mooved")), ("body_ky", stranger)):
        assert "There is no entry:mooved." in said(editor, entry, severity="meaning", **{column: text})
    assert any("There is no entry:mooved." in line for line in brought(editor, stranger).context["batch"].refused)
    assert Entry.objects.get(pk=entry.pk).body_ky == KYRGYZ


@pytest.mark.parametrize("gone", ["tel:112", "entry:moved"])
def test_a_translation_that_has_lost_a_link_is_refused(translator: Client, entry: Entry, gone: str) -> None:
    text = KYRGYZ.replace(f"]({gone})", "").replace("[", "")
    complaint = f"The Russian text links to {gone}"
    assert complaint in said(translator, entry, body_ky=text)
    assert any(complaint in line for line in brought(translator, text).context["batch"].refused)
    assert Entry.objects.get(pk=entry.pk).body_ky == KYRGYZ


def test_a_mere_correction_of_an_outdated_translation_need_not_follow_new_links(
    translator: Client, entry: Entry
) -> None:
    write(entry, {"body_ru": f"{RUSSIAN} [Ещё](entry:landlords)."}, Edit())
    text = KYRGYZ.replace("чалыңыз", "чалгыла")
    assert save(translator, address(entry), body_ky=text, up_to_date="yes").status_code == 200
    assert save(translator, address(entry), body_ky=text, up_to_date="no").status_code == 302


def test_a_lost_figure_is_shown_to_whoever_judges_the_text_and_in_the_answer_to_a_file(
    translator: Client, entry: Entry
) -> None:
    text = KYRGYZ.replace("30-ноябрга", "Ноябрдын аягына")
    assert any(
        "does not hold the Russian text’s 30" in line for line in brought(translator, text).context["batch"].doubtful
    )
    reviewer = person("reviewer", "reviewer", "language: ky")
    page = reviewer.get(address(entry), headers=ENGLISH).text
    assert "stands in the Russian text and not in the translation: 30." in page
    save(translator, address(entry), body_ky=KYRGYZ)
    assert "not in the translation" not in reviewer.get(address(entry), headers=ENGLISH).text


def test_nothing_that_ships_has_lost_a_link_or_a_figure() -> None:
    found: list[str] = []
    for model in texts.MODELS.values():
        for thing in model.objects.all():
            found += lost.strange(getattr(thing, "body_ru", ""))
            found += [f"{thing} {code} {gone}" for code in languages.TARGETS for gone in lost.in_all(thing, code)]
    assert found == []
