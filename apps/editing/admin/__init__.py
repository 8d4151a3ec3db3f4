from apps.editing.admin import door, entries, links, people, phrases, proposals, things, translations

__all__ = ["door", "entries", "links", "people", "phrases", "proposals", "things", "translations"]
