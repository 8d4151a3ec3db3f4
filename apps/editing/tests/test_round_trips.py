"""A text comes back as it went, whatever signs are in it, through PO, spreadsheet, TOML and Markdown files."""

import os
import re
import tomllib
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import polib
import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from apps.editing import exporting, po, sheets
from apps.guide.loading import content_files
from apps.translations import gate
from apps.translations.worded import LINES

AT_ONCE = 20  # texts
TEXTS = int(os.environ.get("ROUND_TRIPS", "1000"))
PIECES = [
    "ӣ", "и\u0304", "ң", "ү", "ə", "İ", "ı", "ț", "ţ", "ʻ", "ʼ", "’", "თბილისი", "Հայերեն", "և", "ё", "е\u0308", "й", "и\u0306",
    "\x00", "\x01", "\x1b", "\x1c", "\x85", "\x9f", "\u2028", "\u2029", "\v", "\f", "\r\n", "\r", "\n", "\n\n", "\t", "  ", "\xa0",
    "\u200b", "\u200d", "\u200f", "\u202e", "\u2066", "\u2069", "\ufeff", "\xad", "\ufe0f", "\u2003", "\u202f", "\u3000",
    "---", "\n---\n", "\\---", "\n\\---\n", "# ", "## ", "3. ", "\n3. три\n4. четыре\n", "- ", "* ", "**ж**", "[а](entry:moved)",
    '"', "'", "\\", "\\n", "\\\\n", "\\t", "%(a)s", "%", "{b}", "<b>", "&amp;", "=1+1", "-5", "+7 495", "@a", "_x0041_", "#, fuzzy",
    "msgid", "😀", "👩\u200d👧", "№ 5", "—", "…", "1 500 ₽", "]]>", '"""', "'''", ";", ",",
]  # fmt: skip
WRITTEN = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=12).map("".join)


def accepted(text: str) -> str:
    try:
        return str(gate.passed(text))
    except ValidationError:
        return "refused"


@settings(max_examples=max(1, TEXTS // AT_ONCE), deadline=None, suppress_health_check=[*HealthCheck])
@given(st.lists(WRITTEN.map(accepted).filter(bool), min_size=AT_ONCE, max_size=AT_ONCE))
def test_no_text_is_lost_or_mangled_on_any_way(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    assert through_po(texts) == texts
    assert through_a_spreadsheet(texts) == texts
    assert [tomllib.loads(f"a = {exporting.toml(text)}\n")["a"] for text in texts] == texts
    folder = tmp_path_factory.mktemp("entry")
    for title, short, body, asked in zip(*[iter(texts)] * 4, strict=True):
        said = {"title": LINES.sub(" ", title), "short_answer": LINES.sub(" ", short), "body": body, "asked": asked}
        assert through_a_file(folder / "ky.md", said) == said


def through_po(texts: list[str]) -> list[str]:
    file = polib.POFile(wrapwidth=0)
    file.extend(polib.POEntry(msgctxt=str(number), msgid="а", msgstr=text) for number, text in enumerate(texts))
    return [gate.clean(entry.msgstr) for entry in polib.pofile(po.decoded(str(file).encode()) + "\n")]


def through_a_spreadsheet(texts: list[str]) -> list[str]:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("ky")
    for text in texts:
        sheet.append([sheets._cell(sheet, text)])
    content = BytesIO()
    book.save(content)
    return [gate.clean(row[0]) for row in load_workbook(content)["ky"].iter_rows(values_only=True)]


def through_a_file(file: Path, said: dict[str, str]) -> dict[str, str]:
    entry = SimpleNamespace(**{f"{name}_ky": text for name, text in said.items()})
    file.write_bytes(exporting._markdown(entry, "ky", []).encode())
    return content_files.entry_text(file)


@pytest.mark.parametrize(
    "sign", ["\u200b", "\ufeff", "\u202e", "\xad", "\u3164", "\x00", " ", "\xa0", "\r\n", "\u200d\ufe0f"]
)
def test_a_text_of_signs_that_nobody_sees_is_empty(sign: str) -> None:
    assert gate.passed(sign * 3) == ""


@pytest.mark.parametrize("sign", ["\ufffd", "\ue000", "\uffff", "\ud800", "\U0010ffff", "\u0378"])
def test_a_damaged_sign_is_refused_with_its_place(sign: str) -> None:
    with pytest.raises(ValidationError) as refused:
        gate.passed(f"Кабыл {sign}алуу")
    assert re.search("7.*Кабыл", str(refused.value))


@given(WRITTEN)
def test_the_gate_lets_through_what_it_has_let_through_before(text: str) -> None:
    assert gate.clean(gate.clean(text)) == gate.clean(text)
