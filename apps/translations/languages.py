"""The one place that decides which language a thing is shown in."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.translation import get_supported_language_variant
from modeltranslation.translator import translator

from apps.translations import uzbek

ORIGINAL = "ru"
OWN_NAMES = dict(settings.LANGUAGES)
# The languages that texts are written in, and those that are only another script of one.
CODES: tuple[str, ...] = tuple(settings.MODELTRANSLATION_LANGUAGES)
SCRIPTS = {"uz-cyrl": ("uz", uzbek.cyrillic)}
TARGETS = tuple(code for code in CODES if code != ORIGINAL)

# Texts that serve the search: no reader sees them, so a language is complete without them.
UNREAD = ("asked",)


def active() -> str:
    """The language of the page that is being made."""
    return translation.get_language() or ORIGINAL


def written(language: str) -> str:
    """The language whose texts are shown for this one."""
    return SCRIPTS[language][0] if language in SCRIPTS else language


def in_script(text: str, language: str) -> str:
    return SCRIPTS[language][1](text) if language in SCRIPTS else text


def with_catalogue() -> list[str]:
    return [code for code in CODES if _has_catalogue(code)]


def interface(language: str) -> str:
    return language if _has_catalogue(written(language)) else ORIGINAL


def shown(language: str, available: Collection[str]) -> str:
    return language if written(language) in available else ORIGINAL


def means(named: str, language: str) -> bool:
    """Say whether a file that names its language as ky_KG or uz@latin is in this language of ours.

    >>> means("ky_KG", "ky"), means("uz@latin", "uz"), means("ru", "ky"), means("Kyrgyz", "ky")
    (True, True, False, False)
    """
    try:
        return get_supported_language_variant(named.partition("@")[0].replace("_", "-").lower()) == language
    except LookupError:
        return False


def filled(instance: models.Model) -> list[str]:
    """The languages that have every text the Russian has, so that a reader never meets half a translation."""
    names = [name for name in read_fields(type(instance)) if getattr(instance, f"{name}_{ORIGINAL}")]
    return [code for code in CODES if names and all(getattr(instance, f"{name}_{code}") for name in names)]


def translated_fields(model: type[models.Model]) -> list[str]:
    """In the order of the model; modeltranslation keeps them in a set."""
    translated = translator.get_options_for_model(model).all_fields
    return [field.name for field in model._meta.concrete_fields if field.name in translated]


def read_fields(model: type[models.Model]) -> list[str]:
    return [name for name in translated_fields(model) if name not in UNREAD]


def columns(model: type[models.Model], language: str, names: Collection[str]) -> list[str]:
    """Everything but the translated columns, and of those only the named ones in two languages."""
    translated = translated_fields(model)
    suffixed = {f"{name}_{code}" for name in translated for code in CODES}
    plain = [field.name for field in model._meta.concrete_fields if field.name not in {*translated, *suffixed}]
    return plain + [f"{name}_{code}" for name in names for code in dict.fromkeys((written(language), ORIGINAL))]


def _has_catalogue(language: str) -> bool:
    # The strings in the code are English.
    return language == "en" or _is_there(language, *settings.LOCALE_PATHS)


@cache
def _is_there(language: str, *folders: Path) -> bool:
    # Every day that a page writes asks this.
    return any((folder / language / "LC_MESSAGES" / "django.po").exists() for folder in folders)
