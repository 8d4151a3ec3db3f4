"""No text says another figure than the day computed beside it; a deadline in doubt says so to everybody at once."""

from typing import Any

import polib
import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import translation

from apps.amina import current, figures, phrase_files
from apps.amina.models import Phrase, ReCheck
from apps.amina.phrasebook import phrasebook_in
from apps.editing import po
from apps.editing.models import Proposal
from apps.editing.tests.files import upload
from apps.editing.tests.people import person, save
from apps.guide.models import Entry
from apps.selfcheck import phone
from apps.selfcheck.tests.test_check import MOVED, post
from apps.translations import languages
from apps.translations.states import Edit
from apps.translations.writing import write

pytestmark = pytest.mark.django_db

DEADLINE, READING = "steps.report_move.deadline", "steps.report_move.readings.law"
RESULT = {**MOVED, "moved_on": "2026-11-20", "finish": "1"}


def phrase(key: str) -> Phrase:
    return Phrase.objects.get(key=key)


def change(client: Client, key: str, language: str = "ky", **texts: str) -> Any:
    address = f"/admin/amina/phrase/{phrase(key).pk}/change/?translate_to={language}"
    return save(client, address, severity="meaning", up_to_date="yes", **texts)


def doubt(client: Client, step: str = "report_move") -> Any:
    return client.post("/admin/amina/recheck/add/", {"step": step, "why": "Жаңы мыйзам."})


@pytest.mark.parametrize("language", languages.CODES)
def test_every_text_that_ships_says_what_its_rule_says(language: str) -> None:
    found, russian = phrase_files.read()[language], phrase_files.read()["ru"]
    assert [key for key, text in found.items() if figures.differing(key, text, russian[key])] == []
    assert phrasebook_in(language).recheck == frozenset()


@pytest.mark.parametrize("language", languages.CODES)
@pytest.mark.parametrize("key", [DEADLINE, READING])
def test_another_figure_is_refused_in_every_language(editor: Client, language: str, key: str) -> None:
    before = getattr(phrase(key), f"text_{language}")
    r = change(editor, key, "ky" if language == "ru" else language, **{f"text_{language}": before.replace("3", "1")})
    assert r.status_code == 200 and f"text_{language}" in r.context["adminform"].form.errors
    assert getattr(phrase(key), f"text_{language}") == before


def test_a_figure_in_words_is_a_figure(editor: Client) -> None:
    assert change(editor, DEADLINE, text_ru="В течение одного рабочего дня.").status_code == 200
    assert change(editor, DEADLINE, text_ru="В течение трёх рабочих дней после переезда.").status_code == 302


def test_other_words_around_the_same_figure_are_taken(editor: Client) -> None:
    assert change(editor, READING, text_ky="Мыйзам боюнча 3 жумуш күнү.").status_code == 302
    assert phrase(READING).text_ky == "Мыйзам боюнча 3 жумуш күнү."


def test_an_entry_about_a_step_says_no_other_term_than_the_step(editor: Client) -> None:
    address = f"/admin/guide/entry/{Entry.objects.get(slug='moved').pk}/change/?translate_to=ky"
    said = {"severity": "meaning", "up_to_date": "yes"}
    r = save(editor, address, **said, short_answer_ru="Сообщите в течение 5 рабочих дней.")
    assert r.status_code == 200 and "short_answer_ru" in r.context["adminform"].form.errors
    r = save(editor, address, **said, short_answer_ky="5 жумуш күнүнүн ичинде билдириңиз.")
    assert r.status_code == 200 and "short_answer_ky" in r.context["adminform"].form.errors


def test_a_file_with_another_figure_is_refused_by_its_line() -> None:
    translator = person("translator", "translator", "language: ky")
    file = polib.pofile(po.write("ky"))
    line = next(line for line in file if line.msgctxt == f"phrase:{READING}:text")
    line.msgstr = line.msgstr.replace("3", "5")
    r = translator.post("/admin/translations/translationstate/exchange/", {"language": "ky", "file": upload(str(file))})
    assert len(r.context["batch"].refused) == 1 and "5" not in phrase(READING).text_ky


def test_neither_a_proposal_nor_the_history_nor_a_file_that_ships_brings_another_figure(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    thing, other = phrase(READING), "5 жумуш күнү."
    Phrase.objects.filter(pk=thing.pk).update(text_ky=other)
    version = thing.history.first()
    type(version).objects.filter(pk=version.pk).update(text_ky=other)
    Phrase.objects.filter(pk=thing.pk).update(text_ky=thing.text_ky)
    editor.post(f"/admin/amina/phrase/{thing.pk}/history/{version.pk}/ky/")
    assert phrase(READING).text_ky == thing.text_ky
    person("writer", "writer")
    said = {"before": {"text_ru": thing.text_ru}, "after": {"text_ru": "5 рабочих дней."}, "severity": "meaning"}
    author = User.objects.get(username="writer")
    proposal = Proposal.objects.create(kind="phrase", object_id=thing.pk, author=author, **said)
    editor.post(f"/admin/editing/proposal/{proposal.pk}/decide/", {"accept": "1"})
    assert phrase(READING).text_ru == thing.text_ru
    shipped = phrase_files.read()
    shipped["uz"][READING] = "5 ish kuni."
    monkeypatch.setattr(phrase_files, "read", lambda: shipped)
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_phrases")


def test_a_text_that_contradicts_its_rule_all_the_same_takes_the_day_away(client: Client) -> None:
    Phrase.objects.filter(key=READING).update(text_ky="Мыйзам: 5 жумуш күнү.")
    assert "2026-жылдын 25-ноябрына" not in post(client, RESULT).text
    assert phrasebook_in("ky").recheck == {"report_move"} and phrasebook_in("uz").recheck == frozenset()


@pytest.mark.parametrize("language", [*languages.CODES, "uz-cyrl"])
def test_a_deadline_under_recheck_gives_its_day_up_in_every_language(client: Client, language: str) -> None:
    address, rule = f"/{language}/check/", f"/{language}/rules/report_move/"
    with translation.override(language):
        told = str(translation.gettext("deadline being checked again"))
        before = phone.phrases(phrasebook_in(language))
    assert told not in post(client, RESULT, address=address).text
    assert doubt(person("publisher", "publisher")).status_code == 302
    result = post(client, RESULT, address=address)
    card = next(card for card in result.context["steps"] if card.id == "report_move")
    assert told in result.text and card.when.recheck
    assert (card.when.day, card.when.terms, card.for_calendar) == ("", [], False)
    assert 'class="notice error"' in client.get(rule).text and "steps.report_move" not in client.get(rule).text
    with translation.override(language):
        after = phone.phrases(phrasebook_in(language))
    assert after["recheck"] == ["report_move"] and after["version"] != before["version"]


def test_only_a_publisher_doubts_a_deadline_and_lifts_the_doubt(client: Client) -> None:
    publisher, writer = person("publisher", "publisher"), person("writer", "writer")
    assert doubt(writer).status_code == 403
    doubt(publisher)
    assert doubt(publisher).status_code == 200  # it is in doubt already
    recheck = ReCheck.objects.get()
    address = f"/admin/amina/recheck/{recheck.pk}/lift/"
    assert writer.post(address).status_code == 403
    publisher.post(address)
    assert phrasebook_in("ky").recheck == frozenset()
    assert str(ReCheck.objects.get().lifted_by) == "publisher" and doubt(publisher).status_code == 302


def test_the_choice_names_every_step_with_a_deadline_by_its_title() -> None:
    page = person("publisher", "publisher").get("/admin/amina/recheck/add/").text
    wanted = [step.id for step in current.rulebook().steps.values() if step.deadline]
    assert [id for id in wanted if f'value="{id}"' not in page] == []
    assert phrase("steps.report_move.title").text_ru in page


def test_a_text_written_past_every_form_is_refused_as_well() -> None:
    with pytest.raises(Exception, match="5"):
        write(phrase(READING), {"text_uz": "5 ish kuni."}, Edit())
