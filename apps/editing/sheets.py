"""All texts of a language as a spreadsheet, for those who read it on paper or in an office program."""

import re
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from apps.editing import texts
from apps.translations import languages, states
from apps.translations.models import TranslationState

HEADING = ["kind", "id", "field", "state", "ru"]
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMULA = ("=", "+", "-", "@", "\t")


def write(language: str) -> bytes:
    """Return a workbook with one text a row; text that looks like a formula stays text."""
    claims = {(row.kind, row.object_id): row.read() for row in TranslationState.objects.filter(language=language)}
    book = Workbook(write_only=True)
    sheet = book.create_sheet(language)
    sheet.append([*HEADING, language])
    for kind, model in texts.MODELS.items():
        for thing in model.objects.all():
            state = states.of(thing.hashes, language, claims.get((kind, thing.pk), {}))
            for name in languages.translated_fields(model):
                both = [getattr(thing, f"{name}_{code}") or "" for code in (languages.ORIGINAL, language)]
                sheet.append([kind, thing.known_as, name, state.value, *(_cell(sheet, text) for text in both)])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, text: str) -> WriteOnlyCell:
    """Text stays text, whatever it begins with; signs that a spreadsheet cannot hold are left out."""
    cell = WriteOnlyCell(sheet, NOT_IN_XML.sub("", text))
    cell.data_type = "s"
    if text.startswith(FORMULA):
        cell.quotePrefix = True
    return cell
