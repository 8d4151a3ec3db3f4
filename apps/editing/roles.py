"""Who may do what: five roles and the languages a person works in, all of them groups."""

from typing import Any

from apps.guide import languages

WRITER, TRANSLATOR, REVIEWER = "writer", "translator", "reviewer"
PUBLISHER, ADMINISTRATOR = "publisher", "administrator"
LANGUAGE = "language: "


def may_write(user: Any) -> bool:
    return bool(user.has_perm("guide.write_russian"))


def may_publish(user: Any) -> bool:
    return bool(user.has_perm("guide.publish"))


def may_translate(user: Any, language: str) -> bool:
    return bool(user.has_perm("guide.translate") and works_in(user, language))


def may_review(user: Any, language: str) -> bool:
    return bool(user.has_perm("guide.review") and works_in(user, language))


def works_in(user: Any, language: str) -> bool:
    return language in languages.TARGETS and bool(user.has_perm(f"guide.work_in_{language}"))


def own_languages(user: Any) -> list[str]:
    return [code for code in languages.TARGETS if works_in(user, code)]
