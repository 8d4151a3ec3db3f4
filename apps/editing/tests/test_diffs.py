"""Differences are marked word by word, and never take long."""

import re

import pytest

from apps.editing import diffs


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("", "", ""),
        ("а б в", "а б в", "а б в"),
        ("Башка", "Жаңы", "<del>Башка</del><ins>Жаңы</ins>"),
        ("в течение 3 дней", "в течение 7 дней", "в течение<del> 3</del><ins> 7</ins> дней"),
        ("а", "а б", "а<ins> б</ins>"),
        ("а б <b>", "<b>", "<del>а б &lt;b&gt;</del><ins>&lt;b&gt;</ins>"),
    ],
)
def test_usual_texts(old: str, new: str, marked: str) -> None:
    assert diffs.marked(old, new) == marked


@pytest.mark.parametrize("size", [1_600, 20_000])
@pytest.mark.parametrize("words", ["а ", "а б ", "а\n"])
def test_absurd_texts_are_marked_and_nothing_is_lost(size: int, words: str) -> None:
    old, new = "начало " + words * (size // len(words)), words * (size // len(words)) + "конец"
    said = str(diffs.marked(old, new))
    assert re.sub("<del>.*?</del>|</?ins>", "", said, flags=re.DOTALL) == new
