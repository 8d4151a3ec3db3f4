"""Who counts as the one who wrote a text last: whoever changed what readers see, and nobody else."""

import pytest
from django.contrib.auth.models import User

from apps.editing import publishing
from apps.editing.models import Proposal
from apps.editing.tests.people import opened, person, save
from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


def entry() -> Entry:
    return Entry.objects.get(slug="moved")


def address() -> str:
    return f"/admin/guide/entry/{entry().pk}/change/?translate_to=ky"


def test_a_proposed_change_stands_in_no_history_and_makes_nobody_the_last_editor() -> None:
    before = (entry().history.count(), publishing.authors(entry()))
    save(person("tester", "writer"), address(), short_answer_ru="Иначе.", severity="meaning")
    assert Proposal.objects.count() == 1
    assert (entry().history.count(), publishing.authors(entry())) == before


def test_what_is_saved_beside_a_proposed_change_stands_in_the_history_without_it() -> None:
    first, _ = person("first", "publisher"), person("second", "publisher")
    save(first, address(), title_ru="Теперь иначе", severity="meaning", position=77)
    assert (entry().position, entry().history.first().history_change_reason) == (77, "about")
    assert entry().title_ru != "Теперь иначе"


def test_a_save_that_changes_nothing_makes_nobody_the_last_editor() -> None:
    save(person("tester", "publisher"), address())
    assert publishing.authors(entry())[0] == set()


def test_whoever_saves_one_language_is_not_the_editor_of_what_another_wrote_meanwhile() -> None:
    mine, theirs = person("tester", "administrator"), person("second", "administrator")
    form = opened(mine, address())
    Entry.objects.filter(slug="moved").update(published=False)
    save(theirs, address(), title_ru="Новее", severity="meaning")
    mine.post(address(), {**form, "title_ky": "Жаңы", "up_to_date": "yes"})
    assert (entry().title_ru, entry().title_ky) == ("Новее", "Жаңы")
    assert entry().history.first().history_change_reason == "ky"
    assert publishing.authors(entry())[0] == {User.objects.get(username="second").pk}
