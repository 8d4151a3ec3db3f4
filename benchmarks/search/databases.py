"""The peers that are databases: SQLite's full text by words and by trigrams, PostgreSQL's likeness of trigrams."""

import os
import re
import sqlite3
from collections.abc import Callable
from typing import Any

import psycopg

from apps.search import Document

Search = Callable[[str], list[str]]
MOST = 3
WORD = re.compile(r"\w+")


def sqlite(tokenizer: str, shortest: int) -> Callable[[list[Document]], Search]:
    def made(documents: list[Document]) -> Search:
        database = sqlite3.connect(":memory:")
        database.execute(f"CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, text, tokenize='{tokenizer}')")
        database.executemany("INSERT INTO docs VALUES (?, ?)", _texts(documents))

        def search(text: str) -> list[str]:
            words = [word for word in WORD.findall(text.lower()) if len(word) >= shortest]
            if not words:
                return []
            wanted = " OR ".join(f'"{part}"' for word in words for part in _parts(word, shortest))
            ranked = "SELECT id FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT ?"
            return [row[0] for row in database.execute(ranked, (wanted, MOST))]

        return search

    return made


def postgres(documents: list[Document]) -> Search:
    """Where a server answers at TEST_DATABASE_URL."""
    server = psycopg.connect(os.environ["TEST_DATABASE_URL"], autocommit=True, connect_timeout=3)
    server.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    server.execute("CREATE TEMP TABLE docs (id text, line text)")
    with server.cursor() as cursor:
        lines: list[Any] = [(id, line) for id, text in _texts(documents) for line in text.split("\n") if line]
        cursor.executemany("INSERT INTO docs VALUES (%s, %s)", lines)

    def search(text: str) -> list[str]:
        ranked = "SELECT id FROM docs GROUP BY id ORDER BY max(similarity(line, %s)) DESC, id LIMIT %s"
        return [row[0] for row in server.execute(ranked, (text.replace("\x00", " "), MOST))]

    return search


PEERS = {
    "SQLite FTS5, words": sqlite("unicode61 remove_diacritics 2", 1),
    "SQLite FTS5, trigrams": sqlite("trigram", 3),
    "PostgreSQL pg_trgm": postgres,
}


def _texts(documents: list[Document]) -> list[tuple[str, str]]:
    return [(document.id, "\n".join(document.texts.values())) for document in documents]


def _parts(word: str, size: int) -> list[str]:
    return [word] if size < 3 else [word[at : at + size] for at in range(len(word) - size + 1)]
