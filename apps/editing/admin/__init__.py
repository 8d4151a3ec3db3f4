from apps.editing.admin import entries, links, people, phrases, proposals, things, translations

__all__ = ["entries", "links", "people", "phrases", "proposals", "things", "translations"]
