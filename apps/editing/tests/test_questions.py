"""What editors make of readers' questions: grouped by the search, decided once, counted by entry and week."""

from typing import Any

import pytest

from apps.amina import current
from apps.asking.models import Decision, PublicQuestion, Question, WeekOfEntry
from apps.editing.tests.people import person, save
from apps.guide.models import Entry

pytestmark = pytest.mark.django_db

QUEUE, DECIDE = "/admin/asking/question/", "/admin/asking/question/decide/"
MOVED = "Башка батирге көчүп жатам, даректи качан алмаштырам?"


def ask(code: str, text: str, language: str = "ky", **more: Any) -> Question:
    return Question.objects.create(code=code, text=text, language=language, day="2026-11-29", **more)


def decide(question: Question, deed: str, said: str = "", entry: str = "", by: Any = None) -> Any:
    by = by or person("translator", "translator", "language: ky")
    form = {"question": question.pk, f"said-{question.pk}": said or question.text, "deed": deed, "entry": entry}
    return by.post(DECIDE, form)


def test_the_queue_groups_by_what_the_search_finds_and_by_likeness() -> None:
    for number, text in enumerate(
        [MOVED, "Көчтүм, жаңы даректи кантип жазам?", "Футбол матчы стадиондо", "Футбол матчы"]
    ):
        ask(f"code{number}", text)
    groups = person("translator", "translator", "language: ky").get(QUEUE).context["groups"]
    assert [(group.entry, len(group.questions)) for group in groups] == [("moved", 2), ("", 2)]


def test_a_question_that_is_an_entry_adds_its_wording_to_the_search_and_leads_there() -> None:
    question = ask("abc", MOVED)
    decide(question, "entry", said="Көчкөндө даректи алмаштыруу +996 555 123456", entry="moved")
    entry, public = Entry.objects.get(slug="moved"), PublicQuestion.objects.get()
    assert entry.asked_ky.splitlines()[-1] == public.text == "Көчкөндө даректи алмаштыруу […]"
    assert (public.code, public.entry) == ("abc", entry)
    record = entry.history.first()
    assert (record.history_user.username, record.history_change_reason) == ("translator", "ky asked")
    question.refresh_from_db()
    assert (question.text, question.decision) == ("", Decision.ACCEPTED)
    assert WeekOfEntry.objects.values_list("entry__slug", "asked", "reported").get() == ("moved", 1, 0)
    week = WeekOfEntry.objects.get().week
    assert week.weekday() == 0 and 0 <= (current.today() - week).days < 7


def test_a_question_that_becomes_an_entry_is_public_and_finds_its_answer_later() -> None:
    decide(ask("abc", MOVED), "new", said="Жаңы суроо ушундай")
    public, moved = PublicQuestion.objects.get(), Entry.objects.get(slug="moved")
    assert public.entry is None
    translator = person("translator", "translator", "language: ky")
    assert "asked_ky=" in translator.get("/admin/asking/publicquestion/").text
    save(translator, f"/admin/asking/publicquestion/{public.pk}/change/", entry=moved.pk)
    moved.refresh_from_db()
    assert "Жаңы суроо ушундай" in moved.asked_ky.splitlines()


@pytest.mark.parametrize(("deed", "decision"), [("spam", Decision.SPAM), ("out-of-scope", Decision.OUT_OF_SCOPE)])
def test_what_is_not_accepted_is_forgotten_and_nowhere_public(deed: str, decision: str) -> None:
    question = ask("abc", MOVED)
    decide(question, deed)
    question.refresh_from_db()
    assert (question.text, question.decision) == ("", decision)
    assert not PublicQuestion.objects.exists() and not WeekOfEntry.objects.exists()


def test_what_was_found_wrong_is_counted_by_entry_and_week() -> None:
    moved = Entry.objects.get(slug="moved")
    for code in ("abc", "def"):
        decide(ask(code, "Бул жерде ката бар", kind="wrong", entry=moved), "looked-at")
    assert WeekOfEntry.objects.values_list("asked", "reported").get() == (0, 2)


def test_nobody_decides_twice_or_about_a_language_that_is_not_theirs() -> None:
    question, uzbek = ask("abc", MOVED), ask("def", "Men koʻchdim, nima qilaman?", "uz")
    decide(question, "spam")
    decide(question, "new")
    assert decide(uzbek, "new").status_code == 403
    decide(uzbek, "new", by=person("publisher", "publisher"))
    assert [public.code for public in PublicQuestion.objects.all()] == ["def"]


def test_those_who_may_not_write_russian_do_not_decide_about_it_and_writers_do() -> None:
    question = ask("abc", "Где работать можно без патента", "ru")
    assert decide(question, "spam").status_code == 403
    decide(question, "spam", by=person("writer", "writer"))
    assert Question.objects.get().decision == Decision.SPAM


def test_without_an_entry_or_words_of_our_own_nothing_is_decided() -> None:
    question = ask("abc", MOVED)
    decide(question, "entry")
    decide(question, "new", said=" […] ")
    assert Question.objects.get().decision == Decision.WAITING and not PublicQuestion.objects.exists()


def test_the_first_page_says_how_many_wait() -> None:
    ask("abc", MOVED)
    told = person("translator", "translator", "language: ky").get("/admin/", headers={"accept-language": "en"}).text
    assert "questions from readers: 1" in told
