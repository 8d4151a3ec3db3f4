"""Raises the version in the same transaction as any change of what readers see, whoever makes it and however.

Triggers, because querysets, bulk writes and SQL send no signals. They are made anew after every migration: SQLite loses
them with each table that is rebuilt.
"""

from django.db import connections
from django.db.models import Model

from apps.guide.addresses import OldAddress
from apps.offline.content import LINKS, PLAIN, THINGS
from apps.translations.models import TranslationState

MODELS: list[type[Model]] = [*THINGS, *LINKS, *PLAIN, OldAddress, TranslationState]
TABLES = [model._meta.db_table for model in MODELS]
DEEDS = ["insert", "update", "delete"]

SQLITE = """create trigger raises_version_{table}_{deed} after {deed} on {table} begin
  insert into publishing_contentversion (id, number, raised_by) values (1, 1, random())
  on conflict (id) do update set number = number + 1, raised_by = random();
end"""

# Deferred to the end of the transaction, so that two editors never wait for each other's version half-way through.
POSTGRES_FUNCTION = """create or replace function publishing_raise() returns trigger language plpgsql as $$ begin
  insert into publishing_contentversion as version (id, number, raised_by) values (1, 1, txid_current())
  on conflict (id) do update set number = version.number + 1, raised_by = txid_current()
  where version.raised_by is distinct from txid_current();
  return null;
end $$"""
POSTGRES = """create constraint trigger raises_version_{table} after insert or update or delete on {table}
  deferrable initially deferred for each row execute function publishing_raise()"""


def install(using: str) -> None:
    connection = connections[using]
    with connection.cursor() as cursor:
        known = set(connection.introspection.table_names(cursor))
        for statement in _sqlite() if connection.vendor == "sqlite" else _postgres():
            if "publishing_contentversion" in known:
                cursor.execute(statement)


def _sqlite() -> list[str]:
    found = []
    for table in TABLES:
        for deed in DEEDS:
            found.append(f"drop trigger if exists raises_version_{table}_{deed}")
            found.append(SQLITE.format(table=table, deed=deed))
    return found


def _postgres() -> list[str]:
    found = [POSTGRES_FUNCTION]
    for table in TABLES:
        found.append(f"drop trigger if exists raises_version_{table} on {table}")
        found.append(POSTGRES.format(table=table))
    return found
