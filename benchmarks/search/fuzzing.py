"""Queries of any signs at all: none may fail, none may take long."""

import os
import random
import time

from apps.search import Index, answer

HOW_MANY, SEED = int(os.environ.get("FUZZ_QUERIES", "5000")), 20261129
LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщыэюяөүңғқҳҷӣӯəşğıօաեիოაეი '0123456789"


def fuzzed(indexes: dict[str, Index]) -> str:
    """Ask each language for everything and say how it went, in milliseconds of the processor's time."""
    chance, slowest, total = random.Random(SEED), 0.0, 0.0
    for number in range(HOW_MANY):
        index = indexes[list(indexes)[number % len(indexes)]]
        query = _query(chance)
        begun = time.thread_time()
        answer(index, query)
        spent = 1000 * (time.thread_time() - begun)
        slowest, total = max(slowest, spent), total + spent
    return f"{HOW_MANY:,} queries of any signs: no error, {total / HOW_MANY:.1f} ms on average, {slowest:.1f} ms the slowest."


def _query(chance: random.Random) -> str:
    length = chance.choice([0, 1, 5, 20, 60, 200, 600])
    if chance.random() < 0.5:
        return "".join(chance.choices(LETTERS, k=length))
    ranges = [(0, 0x250), (0x300, 0x600), (0x10A0, 0x1100), (0, 0xD800), (0xD800, 0xE000), (0xE000, 0x110000)]
    return "".join(chr(chance.randrange(*chance.choice(ranges))) for _ in range(length))
