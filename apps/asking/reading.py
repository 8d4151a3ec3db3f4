"""What the form holds, whatever was sent."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.db import Error as DatabaseError
from django.http import QueryDict

from apps.asking.cleaning import GONE, cleaned
from apps.asking.models import Kind
from apps.guide.models import Topic
from apps.translations import gate, kept, languages
from apps.translations.worded import InLanguage

MOST, FEWEST = 600, 5  # signs of a text, and letters that make a question
SLUG = re.compile(r"^[-\w]{1,50}$")
TRAP = "reason"  # a field that people do not see and machines fill in


@dataclass(frozen=True)
class Form:
    """What was sent, as it may be kept; the fault is a reason to show it again."""

    text: str = ""
    kind: str = Kind.ASKED.value
    language: str = field(default_factory=languages.active)
    topic: str = ""
    entry: str = ""
    fault: str = ""

    @property
    def gaps(self) -> bool:
        return GONE in self.text

    @property
    def signed(self) -> str:
        return "\n".join([self.kind, self.language, self.topic, self.entry, self.text])


def read(post: QueryDict) -> Form:
    text, fault = _text(post.get("text", ""))
    language, kind, entry = post.get("language", ""), post.get("kind", ""), post.get("entry", "")
    entry = entry if SLUG.match(entry) else ""
    return Form(
        text,
        kind if entry and kind in Kind.values else Kind.ASKED.value,
        language if language in languages.OWN_NAMES else languages.active(),
        next((slug for slug, _ in topics() if slug == post.get("topic")), ""),
        entry,
        fault or ("again" if post.get(TRAP) else ""),
    )


def topics() -> list[tuple[str, str]]:
    """What a question may be about, as it was published last; without a database nothing need be chosen."""
    try:
        found: list[tuple[str, str]] = kept.of("asking.topics", _topics)
    except DatabaseError:
        return []
    return found


def _text(sent: str) -> tuple[str, str]:
    text = gate.clean(sent)
    if len(text) > MOST:
        return text, "long"
    text = cleaned(text)
    letters = sum(map(str.isalpha, text))
    return text, "" if letters >= FEWEST else "short"


def _topics() -> list[tuple[str, Any]]:
    language = languages.active()
    found = Topic.objects.in_language(language).with_entries()
    return [(topic.slug, InLanguage(topic, language).title) for topic in found]
