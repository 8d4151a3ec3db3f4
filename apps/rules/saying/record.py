"""The record of what changed for whom, as it is kept beside the rulebook."""

import json
from pathlib import Path
from typing import Any

from apps.rules.errors import RulebookError

Record = dict[str, Any]


def read_record(file: Path) -> Record:
    """Return a record. Raises RulebookError where it is missing or no JSON."""
    try:
        found: Record = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RulebookError(f"{file}: is not a readable record: {error}. Write a new one with `record`.") from None
    return found
