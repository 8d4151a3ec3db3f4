"""A rulebook said in a language: conditions as bullets, the printout, its people, and the record of its changes."""

from apps.rules.saying.bullets import Bullet, Wording
from apps.rules.saying.people import Person, load_people
from apps.rules.saying.record import Record, read_record
from apps.rules.saying.wording import read_phrases, required

__all__ = ["Bullet", "Person", "Record", "Wording", "load_people", "read_record", "read_phrases", "required"]
