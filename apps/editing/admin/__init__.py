from apps.editing.admin import (
    batches,
    door,
    entries,
    links,
    people,
    phrases,
    proposals,
    questions,
    rechecks,
    things,
    translations,
)

__all__ = [
    "batches",
    "door",
    "entries",
    "links",
    "people",
    "phrases",
    "proposals",
    "questions",
    "rechecks",
    "things",
    "translations",
]
