"""The changes for readers of feeds: Atom (RFC 4287) and JSON Feed 1.1."""

from datetime import UTC, date, datetime, time
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from apps.news.saying import lines
from apps.news.showing import News

VERSION = "https://jsonfeed.org/version/1.1"
NOON = time(9, tzinfo=UTC)  # in Moscow; the hour of a change is nobody's business


def digest(found: list[News]) -> str:
    """The changes as one plain text, with where to read each."""
    head = f"{gettext('Amina Guide')}: {gettext('What has changed')}"
    parts = [f"{number}. " + "\n".join([*lines(news), _home(news.page)]) for number, news in enumerate(found, 1)]
    return "\n\n".join([head, *parts, f"{gettext('All that has changed')}: {_home(reverse('news:changes'))}"])


def atom(found: list[News], language: str, at: str) -> str:
    feed = _Atom(
        title=f"{gettext('Amina Guide')}: {gettext('What has changed')}",
        link=_home(reverse("news:changes")),
        description="",
        language=language,
        feed_url=_home(at),
        author_name=gettext("Amina Guide"),
    )
    for news in found:
        feed.add_item(
            title=news.title,
            link=_home(news.page),
            description="\n".join(lines(news)),
            unique_id=id_of(news),
            pubdate=on(news.day),
            updateddate=on(news.day),
        )
    return feed.writeString("utf-8")


def json(found: list[News], language: str, at: str) -> dict[str, Any]:
    return {
        "version": VERSION,
        "title": f"{gettext('Amina Guide')}: {gettext('What has changed')}",
        "home_page_url": _home(reverse("news:changes")),
        "feed_url": _home(at),
        "language": language,
        "authors": [{"name": gettext("Amina Guide"), "url": _home(reverse("guide:home"))}],
        "items": [
            {
                "id": id_of(news),
                "url": _home(news.page),
                "title": news.title,
                "content_text": "\n".join(lines(news)),
                "date_published": on(news.day).isoformat(),
                "language": news.language,
            }
            for news in found
        ],
    }


def id_of(news: News) -> str:
    """What readers of feeds know it by: it stays as it was before each change had an address of its own."""
    return _home(f"{reverse('news:changes')}#{news.id}")


def on(day: date) -> datetime:
    return datetime.combine(day, NOON)


def _home(path: str) -> str:
    return f"{settings.SITE_ADDRESS}{path}"


class _Atom(Atom1Feed):
    """Without changes a feed is as old as the site's first day, not as the moment that it is asked for."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else on(date(2026, 11, 1))
