"""Roles and languages have names that people say, wherever an administrator gives them."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from apps.editing.tests.people import person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "names"),
    [("ru", ("переводчик", "язык: Кыргызча")), ("ky", ("котормочу", "тил: Кыргызча")), ("en", ("language: Кыргызча",))],
)
def test_roles_are_named_in_the_language_of_the_desk(editor: Client, language: str, names: tuple[str, ...]) -> None:
    person("somebody", "translator", "language: ky")
    user = User.objects.get(username="somebody")
    for address in ("/admin/auth/user/", f"/admin/auth/user/{user.pk}/change/"):
        page = editor.get(address, headers={"accept-language": language}).text
        assert not [name for name in names if name not in page], address
