"""Random actions of five people: no Russian words are public that a second person has not had before their eyes."""

import os
import random
from collections import defaultdict
from typing import Any

import pytest
from django.test import Client

from apps.amina.models import Phrase
from apps.amina.phrasebook import phrasebook_in
from apps.editing.models import Batch, Proposal
from apps.editing.tests.people import opened, person
from apps.guide.models import Entry

pytestmark = pytest.mark.django_db

ACTIONS = int(os.environ.get("ACTIONS_OF_FIVE", 160))
PEOPLE: dict[str, tuple[str, ...]] = {"writer": ("writer",), "one": ("publisher",), "two": ("publisher",)}
PEOPLE |= {"translator": ("translator", "language: ky"), "administrator": ("administrator",)}
LIST = "/admin/guide/entry/"


class World:
    def __init__(self, chance: random.Random) -> None:
        self.chance, self.written = chance, 0
        self.people = {name: person(name, *groups) for name, groups in PEOPLE.items()}
        self.saw: dict[str, set[str]] = defaultdict(set)
        self.saw[self.words()] = {"the repository", "its readers"}
        Entry.objects.filter(slug="cost").update(published=False)  # where most goes wrong

    @property
    def entry(self) -> Entry:
        return Entry.objects.get(slug="cost")

    def words(self) -> str:
        return str(self.entry.body_ru)

    def act(self) -> str:
        name = self.chance.choice([*self.people])
        proposed = [self.judge, self.judge, self.write_anew, self.take_back]
        deed = self.chance.choice(
            [self.save, self.save, self.decide, self.decide, *proposed, self.restore, self.many, self.undo]
        )
        deed(name, self.people[name])
        return f"{name} {deed.__name__}"

    def save(self, name: str, client: Client) -> None:
        self.written += 1
        words, address = f"Сообщите в центр {self.written}.", f"{LIST}{self.entry.pk}/change/"
        self.saw[words].add(name)
        client.post(address, {**opened(client, address), "body_ru": words, "severity": "meaning"})

    def decide(self, name: str, client: Client) -> None:
        self.saw[self.words()].add(name)
        decision = self.chance.choice(["publish", "publish", "publish", "hide", "read"])
        client.post(f"{LIST}{self.entry.pk}/decide/", {"decision": decision})

    def judge(self, name: str, client: Client) -> None:
        if waiting := [*Proposal.objects.filter(decision="waiting").order_by("pk")]:
            proposal = self.chance.choice(waiting)
            self.saw[proposal.after.get("body_ru", "")].add(name)
            deed = self.chance.choice(["accept", "accept", "send_back"])
            client.post(f"/admin/editing/proposal/{proposal.pk}/decide/", {deed: "1"})

    def write_anew(self, name: str, client: Client) -> None:
        if proposal := Proposal.objects.filter(decision="waiting").order_by("pk").last():
            self.written += 1
            words, address = f"Напишите в центр {self.written}.", f"/admin/editing/proposal/{proposal.pk}/edit/"
            self.saw[words].add(name)
            client.post(address, {"body_ru": words})

    def take_back(self, name: str, client: Client) -> None:
        """Withdraw what waits, or let what was withdrawn or sent back wait again."""
        if proposal := Proposal.objects.exclude(decision="accepted").order_by("pk").last():
            deed = self.chance.choice(["withdraw", "reopen"])
            client.post(f"/admin/editing/proposal/{proposal.pk}/decide/", {deed: "1"})

    def restore(self, name: str, client: Client) -> None:
        record: Any = self.chance.choice([*self.entry.history.all()[:8]])
        self.saw[record.body_ru].add(name)
        client.post(f"{LIST}{self.entry.pk}/history/{record.pk}/ru/", {"severity": "typo"})

    def many(self, name: str, client: Client) -> None:
        self.saw[self.words()].add(name)
        action = self.chance.choice(["publish", "hide", "confirm"])
        client.post(LIST, {"action": action, "_selected_action": [self.entry.pk]})

    def undo(self, name: str, client: Client) -> None:
        if batch := Batch.objects.filter(state="done").last():
            client.post(f"/admin/editing/batch/{batch.pk}/decide/", {"undo": "1"})


@pytest.mark.parametrize("seed", range(max(1, ACTIONS // 40)))
def test_no_words_are_public_without_a_second_person_who_saw_them(seed: int) -> None:
    """Of the first four, one notices when nobody looks, one when proposals are waived, one when authors judge their own."""
    world, done = World(random.Random(seed)), []
    for _number in range(min(ACTIONS, 40)):
        done.append(world.act())
        if world.entry.published:
            assert len(world.saw[world.words()]) >= 2, done
    assert len(done) == min(ACTIONS, 40)


def test_no_published_figure_differs_from_the_day_computed_beside_it() -> None:
    chance, key = random.Random(3), "steps.report_move.readings.law"
    administrator, phrase = person("administrator", "administrator"), Phrase.objects.get(key=key)
    for number in range(6):
        address = f"/admin/amina/phrase/{phrase.pk}/change/?translate_to={chance.choice(['ky', 'uz', 'hy'])}"
        days, code = chance.choice([1, 3, 5]), address[-2:]
        sent = {f"text_{code}": f"{days} – {number}" if days != 3 else "3", "up_to_date": "yes"}
        administrator.post(address, {**opened(administrator, address), **sent})
        for language in ("ky", "uz", "hy"):
            said = getattr(Phrase.objects.get(key=key), f"text_{language}")
            assert "report_move" in phrasebook_in(language).recheck or ("3" in said and "5" not in said)
