"""The one table: the true state of every text in every language, filtered and counted, with few queries."""

from collections import Counter
from datetime import date

import pytest
from django.test import Client

from apps.editing import table
from apps.editing.tests.people import person
from apps.guide.models import Entry
from apps.translations import claiming, languages
from apps.translations.states import State

pytestmark = pytest.mark.django_db
PAGE = "/admin/translations/translationstate/"


def shown(client: Client, query: str) -> list[str]:
    return [row.name for row, _ in client.get(f"{PAGE}?{query}").context["rows"]]


def entry() -> Entry:
    return Entry.objects.get(slug="moved")


def test_every_text_and_language_is_there_with_its_state_and_a_way_to_work_on_it(editor: Client) -> None:
    claiming.reviewed(entry(), "ky", "Айнура", date(2026, 11, 24))
    r = editor.get(f"{PAGE}?language=every&kind=entry")
    address = f"/admin/guide/entry/{entry().pk}/change/?translate_to=ky"
    assert f'<a class="state reviewed" href="{address}&amp;back=language%3Devery%26kind%3Dentry">' in r.text
    assert r.context["found"] == Entry.objects.count()
    assert [code for code, _ in r.context["columns"]] == list(languages.TARGETS)


def test_texts_are_named_by_their_titles_and_not_by_addresses(editor: Client) -> None:
    page = editor.get(f"{PAGE}?kind=entry", headers={"accept-language": "en"}).text
    assert f'<span lang="ru">{entry().title_ru}</span>\n        <small>entry</small>' in page


def test_filters_find_what_is_stale_never_reviewed_or_most_asked(editor: Client) -> None:
    thing = entry()
    thing.short_answer_ru = "Иначе."
    thing.save()
    claiming.reviewed(Entry.objects.get(slug="landlords"), "ky", "Айнура", date(2026, 11, 24))
    assert shown(editor, "language=ky&state=stale") == ["moved"]
    assert shown(editor, "language=ky&state=reviewed") == ["landlords"]
    assert "landlords" not in shown(editor, "language=ky&state=never-reviewed&kind=entry")
    asked = set(Entry.objects.filter(most_asked=True).values_list("slug", flat=True))
    assert set(shown(editor, "most_asked=1")) == asked


def test_the_counts_add_up(editor: Client) -> None:
    every = table.rows()
    for code, _, numbers in editor.get(PAGE).context["counts"]:
        counted = Counter(row.states[code] for row in every)
        assert [number for number, _ in numbers] == [counted[state] for state in State]
        assert sum(number for number, _ in numbers) == len(every)


def test_a_translator_of_one_language_sees_that_first() -> None:
    client = person("tester", "translator", "language: uz")
    assert [code for code, _ in client.get(PAGE).context["columns"]] == ["uz"]


def test_nonsense_in_the_address_is_ignored(editor: Client) -> None:
    for query in ("language=xx", "state=perfect", "kind=users", "p=-1", "p=x", "language=%00"):
        assert editor.get(f"{PAGE}?{query}").status_code == 200


def test_the_table_needs_few_queries(editor: Client, django_assert_max_num_queries: object) -> None:
    editor.get(PAGE)
    with django_assert_max_num_queries(13):  # type: ignore[operator]  # a fixture without a public type
        editor.get(PAGE)


def test_the_next_page_of_every_language_is_still_of_every_language() -> None:
    client = person("translator", "translator", "language: ky")
    r = client.get("/admin/translations/translationstate/?language=every")
    assert 'href="?language=every&amp;p=2"' in r.text
    assert client.get("/admin/translations/translationstate/?language=every&p=2").context["wanted"].language == ""
