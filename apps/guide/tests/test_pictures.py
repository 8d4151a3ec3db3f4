"""Drawings beside answers: there, small, and said in words in every language."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from apps.guide import pictures
from apps.translations import languages

pytestmark = pytest.mark.django_db

DRAWINGS = {picture.file: picture for picture in pictures.BESIDE.values()}


def test_there_are_six_and_each_weighs_at_most_4_kilobytes() -> None:
    assert len(DRAWINGS) == 6
    for file, picture in DRAWINGS.items():
        drawn = (settings.BASE_DIR / "static" / file).read_text("utf-8")
        assert len(drawn.encode()) <= 4096
        assert f'viewBox="0 0 320 {picture.height}"' in drawn


@pytest.mark.parametrize("language", languages.with_catalogue())
def test_each_is_said_in_words_in_the_readers_language(client: Client, language: str) -> None:
    for slug, picture in pictures.BESIDE.items():
        with translation.override(language):
            said = str(picture.shows)
        assert language == "en" or said != picture.shows._args[0]
        page = client.get(f"/{language}/q/{slug}/").text
        assert picture.file.rpartition(".")[0] in page
        assert f"<figcaption>{said}</figcaption>" in page
