"""The other ways people ask: enough of them in every language, and broken files say how to mend them."""

from pathlib import Path

import pytest

from apps.guide.loading import wordings
from apps.guide.loading.content import FOLDER
from apps.guide.models import Entry
from apps.translations import languages
from apps.translations.files import ContentError

ENOUGH = 12
SLUGS = sorted(place.name for place in (FOLDER / "entries").iterdir() if place.is_dir())


@pytest.mark.django_db
@pytest.mark.parametrize("language", languages.CODES)
def test_every_entry_has_enough_wordings(language: str) -> None:
    asked = dict(Entry.objects.published().values_list("slug", f"asked_{language}"))
    few = {slug: len(set((text or "").splitlines())) for slug, text in asked.items()}
    assert {slug: number for slug, number in few.items() if number < ENOUGH} == {}


@pytest.mark.parametrize("language", languages.CODES)
def test_no_wording_is_given_to_two_entries(language: str) -> None:
    table = wordings.read(FOLDER / "wordings", SLUGS)[language]
    told = [line.lower() for lines in table.values() for line in lines]
    assert sorted({line for line in told if told.count(line) > 1}) == []


def test_wordings_of_both_files_are_one_text_and_part_again() -> None:
    whole = wordings.joined("first\nsecond", ["second", "third"])
    assert whole == "first\nsecond\nthird"
    assert wordings.own(whole, ["third"]) == "first\nsecond"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('no-such = ["a"]', "names the entry no-such, which is not there"),
        ('moved = "a"', "moved is no list of questions"),
        ('moved = ["a", ""]', "moved is no list of questions"),
        ("moved = [", "is not valid TOML"),
    ],
)
def test_a_broken_file_says_what_to_do(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "ru.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match=says):
        wordings.read(tmp_path, SLUGS)


def test_a_file_that_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    table = {"moved": ['say "this"', "көчтүм"], "cost": []}
    (tmp_path / "ky.toml").write_text(wordings.text(table), "utf-8")
    assert wordings.read(tmp_path, SLUGS) == {"ky": {"moved": ['say "this"', "көчтүм"]}}
