"""Weak passwords are refused, however long they are."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

WEAK = [
    "short", "12345678901", "123456789012", "abcdefghijkl", "aaaaaaaaaaaa", "abcabcabcabc", "amina2026amina2026", "qwertyuiop[]",
    "1qaz2wsx3edc", "qwertyqwerty", "password12345", "Password!!!!!", "пароль123456", "йцукенгшщзхъ", "admin!admin!admin!",
    "111122223333", "987654321098", "Москва-2026-2026", "iloveyou2026!!", "ababababababab", "letmein-2026-12",
]  # fmt: skip
STRONG = [
    "three goats under a ladder",
    "төрт эчки арыктын боюнда",
    "xK7#pw0Lq9vTz2",
    "жёлтый трамвай едет домой",
    "only-for-these-tests",
]


@pytest.mark.parametrize("password", WEAK)
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize("password", STRONG)
def test_a_strong_one_is_taken(password: str) -> None:
    validate_password(password)
