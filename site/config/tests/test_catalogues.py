"""Interface catalogues are whole: every string, its placeholders, no leftovers."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

FILES = sorted((settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/django.po"))
# Editors work in Russian or Kyrgyz; readers in every language.
EDITORS_LANGUAGES = ("ru", "ky")
FOR_EDITORS = ("admin", "two_factor", "core")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")
# In what Django makes of a template for xgettext: the text, or the first form of one with a plural.
SAID = re.compile(r"""\b(?:n?gettext\(|pgettext\(u'\w+', )u('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")


def read(file: Path) -> Catalog:
    with file.open("rb") as lines:
        return read_po(lines, locale=file.parts[-3])


def strings(template: Path) -> Iterator[str]:
    for said in SAID.findall(templatize(template.read_text("utf-8"))):
        yield ast.literal_eval(said)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])
def test_every_string_is_translated_with_its_placeholders(file: Path) -> None:
    for message in read(file):
        if not message.id:
            continue
        texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        asked = message.id[-1] if isinstance(message.id, (list, tuple)) else message.id
        assert not message.fuzzy and all(texts), message.id
        assert all(sorted(PLACEHOLDER.findall(text or "")) == sorted(PLACEHOLDER.findall(asked)) for text in texts), (
            message.id
        )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])
def test_no_string_of_the_templates_is_missing_in_a_catalogue(file: Path) -> None:
    known = {message.id[0] if isinstance(message.id, (list, tuple)) else message.id for message in read(file)}
    said = set()
    templates = settings.BASE_DIR / "templates"
    for template in templates.rglob("*.html"):
        if template.relative_to(templates).parts[0] in FOR_EDITORS and file.parts[-3] not in EDITORS_LANGUAGES:
            continue
        said |= set(strings(template))
    assert said - known == set()
