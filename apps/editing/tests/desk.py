"""Every view of the desk, /admin/ and /account/, with an address that leads to something real."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.urls import URLPattern, get_resolver

from apps.accounts.models import Happening
from apps.amina.models import ReCheck
from apps.asking.models import PublicQuestion, Question, WeekOfEntry
from apps.editing.models import Batch, LinkCheck, Proposal
from apps.guide.models import Entry, Source

ROOTS = ("admin/", "account/")


def views(patterns: Any = None, before: str = "") -> Iterator[tuple[str, str]]:
    """Return the name of each view of the desk and its route, as the resolver has them."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if not isinstance(pattern, URLPattern):
            yield from views(pattern.url_patterns, route)
        elif route.startswith(ROOTS):
            yield pattern.name or "elsewhere", route


def furnish() -> None:
    """One row of whatever ships without any."""
    source, author = Source.objects.all()[0], User.objects.create_user("somebody")
    LinkCheck.objects.create(source=source, address=source.address, checked_at="2026-11-29T00:00Z")
    said = {"before": {"title_ru": ""}, "after": {"title_ru": "x"}, "severity": "meaning", "author": author}
    Proposal.objects.create(kind="entry", object_id=Entry.objects.all()[0].pk, **said)
    ReCheck.objects.create(step="report_move", why="?", by=author)
    Batch.objects.create(kind="hide", author=author)
    asked: dict[str, Any] = {"code": "a", "language": "ky", "day": "2026-11-29", "text": "?"}
    Question.objects.create(**asked)
    PublicQuestion.objects.create(**asked)
    WeekOfEntry.objects.create(entry=Entry.objects.all()[0], week="2026-11-23")
    Happening.objects.create(kind="failed", person=author)


def address(route: str) -> str:
    """Fill the gaps of a route with what is there."""
    model = _model(route)
    thing = model._default_manager.order_by("pk")[0] if model else None
    version = thing.history.first().pk if thing and hasattr(thing, "history") else 1
    filled = {
        "<path:content_type_id>": "1",
        "<path:object_id>": thing.pk if thing else "1",
        "<id>": thing.pk if thing else "1",
        "<str:kind>/<int:pk>": f"entry/{Entry.objects.all()[0].pk}",
        "<int:pk>": thing.pk if thing else "1",
        "<int:version>": version,
        "<str:task>": "review",
        "<slug:page>": "writing",
        "<str:name>": "table.png",
        "<str:language>": "ky",
        "<str:ending>": "po",
        "(?P<url>.*)$": "nothing/",
    }
    for gap, value in filled.items():
        route = route.replace(gap, str(value))
    return "/" + (route.partition("^")[0] + "guide/" if "^" in route else route)


def _model(route: str) -> Any:
    parts = route.split("/")
    known = {(model._meta.app_label, model._meta.model_name): model for model in apps.get_models()}
    return known.get((parts[1], parts[2])) if len(parts) > 3 else None
