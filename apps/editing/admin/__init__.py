from apps.editing.admin import door, entries, links, people, phrases, proposals, questions, things, translations

__all__ = ["door", "entries", "links", "people", "phrases", "proposals", "questions", "things", "translations"]
