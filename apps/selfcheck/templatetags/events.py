"""What an entry opens the self-check with, in the reader's words."""

from dataclasses import dataclass

from django import template

from apps.amina.phrasebook import phrasebook_in
from apps.translations import languages

register = template.Library()


@dataclass(frozen=True)
class Words:
    text: str
    language: str


@register.simple_tag
def event_in_words(event: str) -> Words:
    """Nothing of the answers to the first question: they are in the words of one who answers."""
    phrases = phrasebook_in(languages.active())
    return Words(phrases.text(f"questions.{event}.label"), phrases.language)
