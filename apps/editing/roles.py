"""Who may do what: five roles and the languages a person works in, all of them groups."""

from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from apps.translations import languages

NAMES = {
    "writer": pgettext_lazy("role", "writer"),
    "translator": pgettext_lazy("role", "translator"),
    "reviewer": pgettext_lazy("role", "reviewer"),
    "publisher": pgettext_lazy("role", "publisher"),
    "administrator": pgettext_lazy("role", "administrator"),
}
LANGUAGE = "language: "  # groups that give a language


def named(group: str) -> str:
    """The name of a role or a language as people say it."""
    if group.startswith(LANGUAGE):
        code = group.removeprefix(LANGUAGE)
        return _("language: %(name)s") % {"name": languages.OWN_NAMES.get(code, code)}
    return str(NAMES.get(group, group))


def may_write(user: Any) -> bool:
    return bool(user.has_perm("translations.write_russian"))


def may_publish(user: Any) -> bool:
    return bool(user.has_perm("translations.publish"))


def others_may_publish(user: Any) -> bool:
    """Say whether somebody else could read what this person wrote and make it public."""
    publishers = User.objects.with_perm("translations.publish", backend="django.contrib.auth.backends.ModelBackend")
    return publishers.exclude(pk=user.pk).exists()


def may_translate(user: Any, language: str) -> bool:
    return bool(user.has_perm("translations.translate") and works_in(user, language))


def may_review(user: Any, language: str) -> bool:
    return bool(user.has_perm("translations.review") and works_in(user, language))


def works_in(user: Any, language: str) -> bool:
    return language in languages.TARGETS and bool(user.has_perm(f"translations.work_in_{language}"))


def own_languages(user: Any) -> list[str]:
    return [code for code in languages.TARGETS if works_in(user, code)]


def may_answer(user: Any, language: str) -> bool:
    """Whoever writes a language, and whoever publishes, decides about what readers ask in it."""
    written = languages.written(language)
    writes = may_write(user) if written == languages.ORIGINAL else may_translate(user, written)
    return may_publish(user) or writes
