"""What a page costs that nobody has asked for yet: python -m benchmarks.pages TIMES LANGUAGE…

Milliseconds of processor time and queries, page by page, in a database of its own that holds every entry so many times.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SAMPLE = 400  # pages of a language
ROUNDS = 2


def main(times: int, codes: list[str]) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_content")
    call_command("load_phrases")
    _multiply(times)
    print(json.dumps({"load": os.getloadavg()[0], "entries": _entries(), **_costs(codes)}, indent=1))
    print(json.dumps(_served(), indent=1))


def _entries() -> int:
    from apps.guide.models import Entry

    return Entry.objects.count()


def _multiply(times: int) -> None:
    """The same entries once more under other addresses, with their sources and what they are related to."""
    from django.db import transaction

    from apps.guide.models import Entry

    shipped = list(Entry.objects.all())
    links = [
        (link, name) for link, name in ((Entry.sources.through, "entry_id"), (Entry.related.through, "from_entry_id"))
    ]
    with transaction.atomic():
        for number in range(1, times):
            new = {
                entry.pk: Entry(**{**_columns(entry), "id": None, "slug": f"{entry.slug}-{number}"})
                for entry in shipped
            }
            Entry.objects.bulk_create(new.values())
            for link, name in links:
                rows = link._default_manager.filter(**{f"{name}__in": new})
                copies = [{**_columns(row), "id": None, name: new[getattr(row, name)].pk} for row in rows]
                link._default_manager.bulk_create([link(**copy) for copy in copies])


def _columns(row: object) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}  # type: ignore[attr-defined]


def _costs(codes: list[str]) -> dict[str, object]:
    from apps.publishing import addresses
    from apps.publishing.rendering import rendered

    found, slowest = [], []
    for code in codes:
        pages = [path for path in addresses.pages() if path.startswith(f"/{code}/")]
        for path in pages[:: max(1, len(pages) // SAMPLE)]:
            started = time.process_time()
            with _queries() as queries:
                rendered(path)
            found.append(((time.process_time() - started) * 1000, len(queries)))
            slowest.append((found[-1][0], path))
    times, counts = zip(*found, strict=True)
    return {
        "pages": len(found),
        "ms, median": round(statistics.median(times), 1),
        "ms, 95 of 100": round(sorted(times)[int(len(times) * 0.95)], 1),
        "queries, median": statistics.median(counts),
        "queries, 95 of 100": sorted(counts)[int(len(counts) * 0.95)],
        "slowest": [(round(ms), path) for ms, path in sorted(slowest)[-5:]],
        **{path: _ms(path) for path in ("/sitemap.xml", f"/{codes[0]}/without-internet/")},
    }


def _ms(path: str) -> list[int]:
    """At first, and once more."""
    from apps.publishing.rendering import rendered

    found = []
    for _ in range(2):
        started = time.process_time()
        rendered(path)
        found.append(round((time.process_time() - started) * 1000))
    return found


@contextmanager
def _queries() -> Iterator[list[str]]:
    from django.db import connection

    found: list[str] = []

    def noted(execute: object, sql: str, *rest: object) -> object:
        found.append(sql)
        return execute(sql, *rest)  # type: ignore[operator]

    with connection.execute_wrapper(noted):  # type: ignore[arg-type]
        yield found


def _served() -> dict[str, object]:
    """Microseconds of a served page where so many are published, all of them asked for in turn."""
    import pickle
    from wsgiref.util import setup_testing_defaults

    from django.conf import settings

    from apps.publishing import addresses
    from apps.publishing.copies import copy_of
    from apps.publishing.folder import Folder, Valid
    from apps.publishing.published import Published
    from apps.publishing.rendering import rendered
    from apps.publishing.serving import PublicSite

    folder = Folder(Path(settings.PUBLISHED_ROOT) / "served")
    content = pickle.dumps(copy_of(rendered("/ky/q/moved/")))
    pages = {path: folder.keep(content + str(number).encode()) for number, path in enumerate(addresses.pages())}
    folder.put(Valid("1", True, time.time(), pages))
    site = PublicSite(lambda *_: [], Published(folder))
    asked: list[dict[str, object]] = []
    for path in pages:
        environ: dict[str, object] = {"PATH_INFO": path, "HTTP_HOST": "127.0.0.1", "HTTP_ACCEPT_ENCODING": "gzip, br"}
        setup_testing_defaults(environ)
        asked.append(environ)
    rounds = []
    for _ in range(1 + ROUNDS):
        started = time.process_time()
        for environ in asked:
            b"".join(site(environ, lambda *_: None))
        rounds.append((time.process_time() - started) / len(asked) * 1_000_000)
    return {"published": len(asked), "µs, first": round(rounds[0]), "µs, then": round(min(rounds[1:]), 1)}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        os.environ |= {"DATABASE_URL": f"sqlite:///{own}/db.sqlite3", "PUBLISHED_ROOT": own}
        import django

        django.setup()
        main(int(sys.argv[1]), sys.argv[2:] or ["ky"])
