"""The table of translations and of what reading them back has found."""

import pytest
from django.core.management import call_command

from apps.guide.models import Entry
from apps.translations import languages

pytestmark = pytest.mark.django_db


def shown(capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    call_command("show_translations")
    rows = [line.strip("| ").split(" | ") for line in capsys.readouterr().out.splitlines()]
    return {name: cells for name, *cells in rows}


def test_every_entry_stands_with_its_state_in_every_language(capsys: pytest.CaptureFixture[str]) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.body_ru += " Иначе."
    entry.save()
    found = shown(capsys)
    assert found["entry"] == [*languages.TARGETS]
    assert found["moved"] == ["stale"] * len(languages.TARGETS)
    for slug in Entry.objects.values_list("slug", flat=True):
        assert len(found[slug]) == len(languages.TARGETS)


def test_no_difference_that_was_found_is_open(capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(capsys)
    assert found["all"][-1] == "0"
    assert int(found["all"][0]) > 8_000


def test_a_reading_says_how_many_of_its_differences_are_written_out(capsys: pytest.CaptureFixture[str]) -> None:
    *differences, written_out, _open = map(int, shown(capsys)["2026-11-25 ky"][1:])
    assert (sum(differences), written_out) == (49, 22)
