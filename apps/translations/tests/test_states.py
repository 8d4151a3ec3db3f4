"""The states of translations: random histories (1,000 with `make states`) against a plain recomputation from the whole log of texts."""

import os
import random
from datetime import date
from typing import Any

import pytest

from apps.guide.models import Topic
from apps.translations import claiming, shipped, states, writing
from apps.translations.models import TranslationState
from apps.translations.states import NOW, Edit, Severity, State

pytestmark = pytest.mark.django_db

SEQUENCES = int(os.environ.get("STATE_SEQUENCES", 50))
STEPS = 12
CODES = ("ky", "uz")
TEXTS = ["аист", "ворон", "галка", "дрозд"]


class Diary:
    """Plain truth: every text that ever was, in order, and what was said of it. No hashes, no rows."""

    def __init__(self) -> None:
        self.events: list[tuple[Any, ...]] = []

    def expected(self, language: str, russian: str, text: str) -> str:
        if not text:
            return State.MISSING
        says: dict[str, set[str]] = {}
        found: dict[str, str] = {}
        for kind, *event in self.events:
            if kind == "russian":
                old, new, severity = event
                for same in says.values():
                    if old in same and severity == Severity.TYPO:
                        same.add(new)
            elif event[0] != language:
                continue
            elif kind == "text":
                _, old, new, made_from = event
                if new in says and (not made_from or made_from in says[new] or new == old):
                    continue
                says[new] = {made_from} if made_from else set(says.get(old) or {event_russian(self.events, event)})
                found[new] = State.DRAFT
            elif kind == "confirmed":
                _, words, source = event
                says[words], found[words] = {source}, State.DRAFT
            else:
                _, words = event
                found[words] = kind
        return found[text] if russian in says[text] else State.STALE


def event_russian(events: list[tuple[Any, ...]], event: list[Any]) -> str:
    """The Russian text as it was when something happened."""
    until = next(place for place, (_, *other) in enumerate(events) if other is event or other == event)
    return str(next(rest[1] for kind, *rest in reversed(events[:until]) if kind == "russian"))


class Story:
    """One thing, edited at random through the code that editors and loaders use."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.diary = Diary()
        self.thing = Topic(slug=f"story-{seed}", title_ru="аист")
        self.thing.save()
        self.diary.events.append(("russian", "", "аист", Severity.MEANING))

    def step(self) -> str:
        name = self.random.choice(
            [
                "write",
                "write",
                "say_nothing",
                "translate",
                "translate",
                "both",
                "move",
                "nothing",
                "ship",
                "import",
                "restore",
            ]
            + ["reviewed", "checked", "confirmed", "sent_back", "empty"]
        )
        getattr(self, name)()
        return name

    def russian(self) -> str:
        return str(self.thing.title_ru).strip()

    def write_down(self, values: dict[str, Any], edit: Edit, made_from: str = "") -> None:
        before = Topic.objects.get(pk=self.thing.pk)
        writing.write(self.thing, values, edit)
        self.log(before, edit.severity, made_from)

    def log(self, before: Topic, severity: str, made_from: str) -> None:
        if before.title_ru.strip() != self.russian():
            self.diary.events.append(("russian", before.title_ru.strip(), self.russian(), severity))
        for code in CODES:
            old, new = getattr(before, f"title_{code}") or "", getattr(self.thing, f"title_{code}") or ""
            if old != new and new:
                self.diary.events.append(("text", code, old, new, made_from))

    def some(self, *codes: str) -> dict[str, Any]:
        return {f"title_{code}": self.random.choice(TEXTS) + ("" if code == "ru" else f" {code}") for code in codes}

    def write(self) -> None:
        self.write_down(self.some("ru"), Edit(severity=self.random.choice(Severity.values)))

    def say_nothing(self) -> None:
        """Whoever saves a thing by itself says nothing of what it means."""
        before = Topic.objects.get(pk=self.thing.pk)
        self.thing.title_ru = self.random.choice(TEXTS)
        self.thing.save()
        self.log(before, Severity.MEANING, "")

    def translate(self) -> None:
        now = self.random.random() < 0.5
        values = self.some(self.random.choice(CODES))
        self.write_down(values, Edit(made_from=NOW if now else ""), self.russian() if now else "")

    def both(self) -> None:
        values = self.some("ru", *CODES)
        self.write_down(values, Edit(severity=Severity.WORDING, made_from=NOW), values["title_ru"])

    def move(self) -> None:
        self.write_down({"position": self.random.randrange(100), "slug": f"{self.thing.slug[:20]}-x"}, Edit())

    def nothing(self) -> None:
        """As a browser sends a text back: with Windows line ends, and blanks at the edges."""
        self.write_down({"title_ru": f" {self.thing.title_ru}\r\n"}, Edit())
        self.write_down({"title_ru": self.russian()}, Edit())

    def empty(self) -> None:
        self.write_down({f"title_{self.random.choice(CODES)}": ""}, Edit())

    def ship(self) -> None:
        """A new version of the repository: whatever an editor changed is kept."""
        russian = self.random.choice(TEXTS)
        values = {"title_ru": russian, "summary_ru": "", "title_ky": f"{self.random.choice(TEXTS)} ky"}
        before = Topic.objects.get(pk=self.thing.pk)
        shipped.ship(self.thing, values, self.thing.slug)
        self.log(before, Severity.MEANING, russian)

    def import_(self) -> None:
        """A file that a translator made from an older Russian text."""
        values, old = self.some("ky"), self.random.choice(TEXTS)
        self.write_down(values, Edit(made_from=states.text_hash({"title": old})), old)

    def restore(self) -> None:
        version = self.random.choice(list(self.thing.history.all()[:5]))
        values = {f"title_{code}": getattr(version, f"title_{code}") for code in ("ru", *CODES)}
        self.write_down(values, Edit(severity=self.random.choice(Severity.values)))

    def claim(self, kind: str) -> None:
        code = self.random.choice(CODES)
        text = getattr(self.thing, f"title_{code}")
        if not text:
            return
        day = date(2026, 11, 24)
        said: dict[str, Any] = {
            "reviewed": lambda: claiming.reviewed(self.thing, code, "Айнура", day),
            "checked": lambda: claiming.checked(self.thing, code, day),
            "sent_back": lambda: claiming.sent_back(self.thing, code, "Айнура", day, "почему?"),
            "confirmed": lambda: claiming.confirmed(self.thing, code, None),
        }
        said[kind]()
        event = ("draft", code, text) if kind == "sent_back" else (kind, code, text)
        self.diary.events.append((*event, self.russian()) if kind == "confirmed" else event)

    def state(self, language: str) -> str:
        thing = Topic.objects.get(pk=self.thing.pk)
        row = TranslationState.objects.of(thing).filter(language=language).first()
        return states.of(thing.hashes, language, row.read() if row else {})


setattr(Story, "import", Story.import_)
for kind in ("reviewed", "checked", "sent_back", "confirmed"):
    setattr(Story, kind, lambda self, kind=kind: self.claim(kind))


def test_every_state_equals_a_plain_recomputation_after_random_histories() -> None:
    seen: dict[str, int] = {}
    for seed in range(SEQUENCES):
        story, steps = Story(seed), []
        for _ in range(STEPS):
            steps.append(story.step())
            for code in CODES:
                text = getattr(story.thing, f"title_{code}") or ""
                expected = story.diary.expected(code, story.russian(), text)
                assert story.state(code) == expected, (seed, code, steps, story.diary.events)
                seen[expected] = seen.get(expected, 0) + 1
    assert set(seen) == set(State.values) or SEQUENCES < 50
