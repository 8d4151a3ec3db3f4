"""PO files out and in, per language: for Poedit, Weblate and whoever translates away from the site."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import polib
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from apps.editing import lost, texts
from apps.translations import gate, languages, states, worded, writing
from apps.translations.models import TranslationState
from apps.translations.states import NOW, Edit, State

LARGEST = 2 * 1024 * 1024
HEAD = re.compile(r'^"Language: *([^"\\]*)', re.MULTILINE)
LONGEST = 100_000  # signs of a line; no text of ours has a tenth of it


@dataclass(frozen=True)
class Change:
    """One text that a file changes: of which thing, and from what to what."""

    place: tuple[str, int]  # kind and number of the thing
    name: str
    thing: str
    before: str
    after: str


@dataclass
class Outcome:
    """What came of a file: the texts it changed, and each line that was refused or is to be looked at, with the reason."""

    changes: list[Change] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    @property
    def changed(self) -> int:
        return len(self.changes)


def write(language: str) -> str:
    """Return all texts of a language as a PO file; each text's place and state stand beside it."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "Amina Guide",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    claims = {(row.kind, row.object_id): row.read() for row in TranslationState.objects.filter(language=language)}
    for kind, model in texts.MODELS.items():
        for thing in model.objects.all():
            state = states.of(thing.hashes, language, claims.get((kind, thing.pk), {}))
            file.extend(_entries(kind, thing, language, state))
    return str(file)


def _entries(kind: str, thing: Any, language: str, state: State) -> Iterator[polib.POEntry]:
    for name in languages.translated_fields(type(thing)):
        russian, text = getattr(thing, f"{name}_ru") or "", getattr(thing, f"{name}_{language}") or ""
        if not russian and not text:
            continue
        flags = ["fuzzy"] if text and state == State.STALE else []
        yield polib.POEntry(
            msgctxt=f"{kind}:{thing.known_as}:{name}",
            msgid=russian or " ",
            msgstr=text,
            comment=str(state.value),
            flags=flags,
        )


def tried(content: bytes, language: str, user: Any) -> Outcome:
    """Say what would come of a file, and change nothing."""
    with transaction.atomic():
        outcome = read(content, language, user)
        transaction.set_rollback(True)
    return outcome


def read(content: bytes, language: str, user: Any, tag: str = "") -> Outcome:
    """Take over every text that fits; refuse the others line by line. A broken file changes nothing."""
    file = _parsed(content, language)
    outcome, edit = Outcome(), Edit(by=user, why=f"{language} PO {tag}".strip())
    wanted: dict[tuple[str, str], dict[str, polib.POEntry]] = {}
    for entry in file:
        if place := _place(entry, outcome):
            kind, key, name = place
            if name in wanted.setdefault((kind, key), {}):
                outcome.refused.append(_line(entry, _("stands there twice; the first was taken")))
            else:
                wanted[kind, key][name] = entry
    with transaction.atomic():
        held = {kind: texts.known_as(kind, [key for of, key in wanted if of == kind]) for kind in texts.MODELS}
        for (kind, key), entries in wanted.items():
            _take(held[kind].get(key), entries, language, edit, outcome)
    return outcome


def _parsed(content: bytes, language: str) -> polib.POFile:
    if len(content) > LARGEST:
        raise ValidationError(_("The file is larger than 2 MB. Nothing was changed."))
    try:
        text = decoded(content)
        file = polib.pofile(text + "\n", check_for_duplicates=False) if "msgid" in text else None
    except Exception as error:  # polib raises many kinds for broken files
        raise ValidationError(_("This is not a whole PO file: %s Nothing was changed.") % error) from None
    if file is None:
        raise ValidationError(_("This is not a PO file. Nothing was changed."))
    named = file.metadata.get("Language", "")
    if named and not languages.means(named, language):
        told = {"file": named, "chosen": language}
        raise ValidationError(_("The file says it is in “%(file)s”, not “%(chosen)s”. Nothing was changed.") % told)
    return file


def language_of(content: bytes) -> str:
    """The language of ours that a file says it is in, or nothing."""
    named = _head(content)
    return next((code for code in languages.TARGETS if named and languages.means(named, code)), "")


def _head(content: bytes) -> str:
    try:
        found = HEAD.search(decoded(content[:LARGEST]))
    except (ValueError, UnicodeError):
        return ""
    return found[1].strip() if found else ""


def decoded(content: bytes) -> str:
    """Read what Windows programs write, too; a line end is a line end whatever its signs."""
    utf_16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = content.decode("utf-16" if utf_16 else "utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    if max(map(len, text.split("\n"))) > LONGEST:
        raise ValueError("a line is longer than any text of this site.")
    return text.replace("\0", "")  # no database keeps it


def _place(entry: polib.POEntry, outcome: Outcome) -> tuple[str, str, str] | None:
    kind, _sep, rest = gate.clean(entry.msgctxt or "").partition(":")
    key, _sep, name = rest.rpartition(":")
    if entry.obsolete or not gate.clean(entry.msgstr):
        return None
    if kind not in texts.MODELS or name not in languages.translated_fields(texts.MODELS[kind]):
        outcome.refused.append(_line(entry, _("belongs to no text of this site")))
        return None
    return kind, key, name


def _take(thing: Any, entries: dict[str, polib.POEntry], language: str, edit: Edit, outcome: Outcome) -> None:
    if thing is None:
        outcome.refused += [_line(entry, _("belongs to a text that is not there")) for entry in entries.values()]
        return
    taken = [name for name, entry in entries.items() if _fits(thing, name, entry, language, outcome)]
    if not taken:
        return
    made_from = NOW if _followed(thing, language, entries, taken) else ""
    said = {f"{name}_{language}": gate.clean(entries[name].msgstr) for name in taken}
    before = {name: getattr(thing, name) or "" for name in said}
    doubts = list(_doubts(thing, entries, taken))
    try:
        writing.write(thing, said, replace(edit, made_from=made_from))
    except ValidationError as error:  # of another part of the text, which the file leaves as it is
        outcome.refused += [_line(entries[name], " ".join(error.messages)) for name in taken]
        return
    outcome.doubtful += doubts
    outcome.changes += [
        Change((texts.kind_of(thing), thing.pk), name, texts.titled(thing), before[name], text)
        for name, text in said.items()
    ]


def _followed(thing: Any, language: str, entries: dict[str, polib.POEntry], taken: list[str]) -> bool:
    """Say whether every part was made from the present Russian text, taken, and not marked as a guess any more."""
    names = [name for name in languages.read_fields(type(thing)) if getattr(thing, f"{name}_{languages.ORIGINAL}")]
    return all(name in entries and _is_fresh(thing, name, language, entries[name], taken) for name in names)


def _is_fresh(thing: Any, name: str, language: str, entry: polib.POEntry, taken: list[str]) -> bool:
    """Poedit and Weblate clear the mark once a person has looked at a line."""
    stands = name in taken or gate.clean(entry.msgstr) == (getattr(thing, f"{name}_{language}") or "")
    return stands and "fuzzy" not in entry.flags and gate.clean(entry.msgid) == _russian(thing, name)


def _russian(thing: Any, name: str) -> str:
    return str(gate.clean(getattr(thing, f"{name}_{languages.ORIGINAL}") or ""))


def _fits(thing: Any, name: str, entry: polib.POEntry, language: str, outcome: Outcome) -> bool:
    """Say whether a new text was made from the present Russian one and may stand in its column."""
    if gate.clean(entry.msgid) != _russian(thing, name):
        outcome.refused.append(_line(entry, _("the Russian text has changed since the file was made")))
        return False
    present = getattr(thing, f"{name}_{language}") or ""
    if "fuzzy" in entry.flags and entry.msgstr and not present:
        outcome.refused.append(_line(entry, _("is a guess that nobody has looked at: look at it and clear the mark")))
        return False
    try:
        text = gate.passed(entry.msgstr)
        worded.refuse(thing, f"{name}_{language}", text)
        lost.refuse(text, _russian(thing, name))
    except ValidationError as error:
        outcome.refused.append(_line(entry, " ".join(error.messages)))
        return False
    if text == present:
        return False
    column = thing._meta.get_field(f"{name}_{language}")
    if column.max_length and len(text) > column.max_length:
        outcome.refused.append(_line(entry, _("is longer than %s characters") % column.max_length))
        return False
    return True


def _doubts(thing: Any, entries: dict[str, polib.POEntry], taken: list[str]) -> Iterator[str]:
    """Figures of the Russian text that are not in the translation: it may say them in words, or has lost them."""
    for name in taken:
        if gone := lost.numbers(_russian(thing, name), entries[name].msgstr):
            yield _line(entries[name], _("does not hold the Russian text’s %s") % ", ".join(gone))


def _line(entry: polib.POEntry, why: str) -> str:
    place = f"“{texts.told([gate.clean(entry.msgid)])}” ({entry.msgctxt or '?'})"
    return _("line %(line)s, %(place)s: %(why)s") % {"line": entry.linenum, "place": place, "why": why}
