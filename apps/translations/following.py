"""After each save of a text: what it now means for the translations."""

from collections.abc import Mapping
from typing import Any

from apps.translations import languages
from apps.translations.models import TranslationState
from apps.translations.states import NOW, Claim, Edit

REMEMBERED = 40  # texts of one translation


def last_said(thing: Any) -> dict[str, str]:
    """Return the hashes as they were when the thing was last saved, and hold it until this save is done."""
    if not thing.pk:
        return {}
    rows = type(thing)._default_manager.select_for_update().filter(pk=thing.pk)
    return rows.values_list("hashes", flat=True).first() or {}


def follow(thing: Any, before: Mapping[str, str], edit: Edit) -> None:
    original = thing.hashes.get(languages.ORIGINAL, "")
    known, fresh = {row.language: row for row in TranslationState.objects.of(thing)}, []
    for language in languages.TARGETS:
        row = known.get(language) or TranslationState.begin(thing, language)
        claims = row.read()
        for claim in claims.values():
            claim.original_changed(before.get(languages.ORIGINAL, ""), original, edit.severity)
        if language in thing.hashes:
            last = claims.get(before.get(language, ""))
            _said(claims, thing.hashes[language], original, last, edit)
        if row.write(claims) and row.pk:
            row.save()
        elif claims and not row.pk:
            fresh.append(row)
    TranslationState.objects.bulk_create(fresh)


def _said(claims: dict[str, Claim], text: str, original: str, last: Claim | None, edit: Edit) -> None:
    """Words that were there before keep what is known of them; new words are a draft of what they were made from."""
    made_from = original if edit.made_from == NOW else edit.made_from
    known = claims.get(text)
    if known and (known is last or not made_from or made_from in known.originals):
        return
    kept = last or Claim([original])
    by = edit.by.pk if edit.by else None
    fresh = Claim([made_from], by=by) if made_from else Claim(list(kept.originals), by=by, severity=kept.severity)
    claims.pop(text, None)
    claims[text] = fresh
    for old in list(claims)[:-REMEMBERED]:
        del claims[old]
