"""Nothing that looks like a number or an address of a person is kept, however it is written."""

import random
import re

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.asking.cleaning import GONE, cleaned

REGIONS = ["RU", "KG", "UZ", "TJ", "AZ", "AM", "KZ", "GE", "MD", "UA"]
FORMATS = [
    phonenumbers.PhoneNumberFormat.E164,
    phonenumbers.PhoneNumberFormat.INTERNATIONAL,
    phonenumbers.PhoneNumberFormat.NATIONAL,
]
SERIES = [
    "AN{7}",
    "AA {7}",
    "{4} {6}",
    "{2} {2} № {6}",
    "A{8}",
    "AZE{8}",
    "C{8}",
    "{2}AB{5}",
    "77 {10}",
    "{3}-{3}-{3} {2}",
]
CARDS = ["{4} {4} {4} {4}", "{16}", "{4}-{4}-{4}-{4}", "{6} {13}", "{4}.{4}.{4}.{4}"]
MAILS = [
    "{w}@mail.ru",
    "{w}.{w}@{w}.kg",
    "{w}@{w}",
    "{w} @ mail . ru",
    "@{w}",
    "https://t.me/{w}",
    "t.me/{w}",
    "wa.me/{16}",
]
FIVE_DIGITS = re.compile(r"\d(?:[\W_]{0,4}\d){5}")


def made_up(number: int) -> str:
    chance = random.Random(number)
    if number % 4 == 0:
        example = phonenumbers.example_number_for_type(chance.choice(REGIONS), chance.choice([0, 1]))
        assert example
        digits = str(example.national_number)
        example.national_number = int(digits[:3] + "".join(chance.choice("0123456789") for _ in digits[3:]))
        return phonenumbers.format_number(example, chance.choice(FORMATS))
    pattern = chance.choice([SERIES, CARDS, MAILS][number % 4 - 1])
    text = re.sub(r"\{(\d+)\}", lambda n: "".join(chance.choice("0123456789") for _ in range(int(n[1]))), pattern)
    return text.replace("{w}", "".join(chance.choice("abcdefghij") for _ in range(6)))


def test_of_a_thousand_made_up_numbers_and_addresses_nothing_is_left() -> None:
    for number in range(1000):
        secret = made_up(number)
        left = cleaned(f"Менин маалыматым {secret} ушундай, жардам бериңиз")
        assert GONE in left, secret
        assert "@" not in left and not FIVE_DIGITS.search(left) and "/" not in left, (secret, left)
        region = REGIONS[number % len(REGIONS)]
        assert not [*phonenumbers.PhoneNumberMatcher(left, region)], (secret, left)


@pytest.mark.parametrize(
    "secret",
    [
        "８９１６１２３４５６７",
        "٠٥٥٥١٢٣٤٥٦",
        "8️⃣9️⃣1️⃣6️⃣1️⃣2️⃣3️⃣",
        "①②③④⑤⑥⑦",
        "8\n916\n123\n45\n67",
        "8_916_123_45_67",
        "8*916*123*45*67",
        "+7(916)123-45-67",
        "8\u200b9\u200b1\u200b6\u200b1\u200b2\u200b3",
        "12.34.5678 90",
        "29.11.2026-916-12-34",
    ],
)
def test_no_disguise_of_digits_helps(secret: str) -> None:
    assert not FIVE_DIGITS.search(cleaned(f"мой {secret} номер"))


@pytest.mark.parametrize("text", ["мен @ деп жаздым @", "aibek@", "@(aibek)", "aibek @", "＠", "a @@ b"])
def test_no_sign_of_an_address_is_left_even_alone(text: str) -> None:
    assert not {"@", "＠"} & {*cleaned(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Приехал 25.11.2026, что делать до 1/12/26?",
        "Патент стоит 10 000 рублей в 2026 году",
        "У меня 3 дня, 90 дней из 180, закон 115-ФЗ",
        "Android 14, Redmi 9A",
    ],
)
def test_days_sums_and_laws_stay(text: str) -> None:
    assert cleaned(text) == text


@given(st.text(alphabet=st.characters() | st.sampled_from("0123456789@.-+ […]AZaz"), max_size=80))
def test_cleaning_once_more_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    assert not FIVE_DIGITS.search(re.sub(r"\d{1,2}[./-]\d{1,2}[./-](20)?\d\d", "", cleaned(text)))


def test_a_long_text_without_spaces_takes_no_time() -> None:
    for text in ("a" * 600, "1a" * 300, "@" * 600, "1 " * 300, "a@" * 300):
        cleaned(text)
