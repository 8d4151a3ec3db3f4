"""A PostgreSQL that stops, goes away and comes back: nobody is told what only a process remembers."""

from typing import Any

import psycopg
import pytest
from django.db import close_old_connections, connection
from django.test import Client

from apps.guide.models import Entry

pytestmark = [
    pytest.mark.usefixtures("committing"),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server that could go away"),
]


def test_a_database_that_was_started_anew_is_asked_again(client: Client) -> None:
    for title in ("Биринчи аталыш", "Экинчи аталыш"):
        Entry.objects.filter(slug="iphone").update(title_ky=title)
        assert title in client.get("/ky/").text
        stop_and_start()


def test_what_is_remembered_is_not_believed_while_the_database_is_away(client: Client, monkeypatch: Any) -> None:
    """Readers have what is published; Django by itself has nothing that it could vouch for."""
    client.raise_request_exception = False
    assert client.get("/ky/q/moved/").status_code == 200
    stop_and_start()
    with monkeypatch.context() as away:
        away.setitem(connection.settings_dict, "PORT", "1")
        assert client.get("/ky/q/moved/").status_code == 500
    close_old_connections()
    assert client.get("/ky/q/moved/").status_code == 200


def stop_and_start() -> None:
    """End every connection, as a server does, whoever uses it; then another request begins."""
    known = connection.settings_dict
    with psycopg.connect(host=known["HOST"], port=known["PORT"], user=known["USER"], dbname="postgres") as other:
        other.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = %s", [known["NAME"]])
    close_old_connections()
