"""However it is typed, a word becomes the same."""

import pytest

from apps.search.alphabets import of
from apps.search.folding import words

ALIKE = [
    ("ky", ["Телефонумду жоготуп алдым", "telefonumdu jogotup aldym", "телефонумду жоготуп алдым!"]),
    ("ky", ["көчүп кеттим", "кочуп кеттим", "kochup kettim"]),
    ("uz", ["oʻzbek maʼlumot", "o'zbek ma'lumot", "ўзбек маълумот", "ozbek malumot"]),
    ("uz", ["ёшим", "yoshim"]),
    ("tg", ["ҷарима ҳаст", "чарима хаст".replace("ч", "ҷ"), "jarima hast"]),
    ("az", ["şəxsiyyət vəsiqəsi", "sexsiyyet vesiqesi"]),
    ("hy", ["ինչպե՞ս գրանցվել", "inchpes grancvel", "inchpes grantsvel"]),
    ("ka", ["როგორ გადმოვწერო ყალბი", "rogor gadmovwero yalbi", "rogor gadmovtsero qalbi"]),
    ("kk", ["қайда тіркелемін", "кайда тиркелемин", "qaida tirkelemin"]),
    ("ro", ["înregistrare și ședere", "inregistrare si sedere"]),
    ("uk", ["їхати", "ïхати", "yikhati"]),
    ("ru", ["щётка", "щетка", "shchetka"]),
]


@pytest.mark.parametrize(("language", "spellings"), ALIKE, ids=[spellings[0] for _, spellings in ALIKE])
def test_spellings_of_a_word_become_one(language: str, spellings: list[str]) -> None:
    assert len({tuple(words(spelling, of(language))) for spelling in spellings}) == 1


def test_letters_and_digits_part() -> None:
    assert words("18ге толгон", of("ky")) == ["18", "ge", "tolgon"]


def test_what_is_no_letter_of_ours_parts_words() -> None:
    assert words("карта😀потерял 中文 \x00", of("ru")) == ["karta", "poteria"]
