"""What the repository knows of its own translations: content/checks/<code>.toml, by the hashes of the texts."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from apps.translations import files, languages
from apps.translations.claiming import BY_EDITOR
from apps.translations.files import ContentError
from apps.translations.models import TranslationState
from apps.translations.states import State
from apps.translations.worded import Worded

HASH = re.compile(r"[0-9a-f]{16}")
FOLDER = Path(__file__).parent / "content" / "checks"
RECORDED = (State.DRAFT, State.CHECKED, State.REVIEWED)
AT_ONCE = 200  # rows

Records = dict[str, dict[str, Any]]


def read(language: str) -> Records:
    """Return the records of a language under names like entry:moved."""
    file = FOLDER / f"{language}.toml"
    found = files.table(file) if file.exists() else {}
    for name, values in found.items():
        place = f"checks/{file.name} [{name}]"
        if not isinstance(values, dict):
            raise ContentError(f'{place} is no record. Write it like ["entry:moved"].')
        files.fields(place, values, ["original", "text", "state", "on"], ["note", "by"])
        if not all(HASH.fullmatch(str(values[part])) for part in ("original", "text")):
            raise ContentError(f"{place}: original or text is not a hash. Write it with record_checks.")
        if values["state"] not in RECORDED or (values["state"] == State.REVIEWED and not values.get("by")):
            raise ContentError(f"{place}: state is draft, checked, or reviewed with by = the reviewer's name.")
    return found


def apply(things: Iterable[Worded], kinds: Iterable[str]) -> None:
    """Take the records over, but never over what an editor has said of the same text since."""
    by_name = {record_name(thing): thing for thing in things}
    rows = {(row.kind, row.object_id, row.language): row for row in TranslationState.objects.filter(kind__in=kinds)}
    changed = []
    for language in languages.TARGETS:
        for name, record in read(language).items():
            kind = name.partition(":")[0]
            if kind not in kinds:
                continue
            if name not in by_name:
                raise ContentError(f"checks/{language}.toml: {name} is not there. Remove the record.")
            row = rows.get((kind, by_name[name].pk, language))
            if row and _take_over(row, record):
                changed.append(row)
    # Five times as fast as bulk_update(), which writes a case for every row.
    TranslationState.objects.bulk_create(
        changed, update_conflicts=True, update_fields=["claims"], unique_fields=["id"], batch_size=AT_ONCE
    )


def record_name(thing: Any) -> str:
    return f"{thing._meta.model_name}:{thing.known_as}"


def _take_over(row: TranslationState, record: Mapping[str, Any]) -> bool:
    """Say whether the row knows more than before."""
    claims = row.read()
    claim = claims.get(record["text"])
    fingerprint = f"{record['state']} {record['original']} {record['on']}"
    if not claim or claim.recorded in (fingerprint, BY_EDITOR) or claim.by:
        return False
    if record["original"] not in claim.originals:
        claim.originals, claim.severity = [record["original"]], ""
    claim.state, claim.on, claim.recorded = record["state"], str(record["on"]), fingerprint
    claim.reviewer, claim.note = record.get("by", ""), record.get("note", "")
    return row.write(claims)
