"""What a change says when it is passed on: on its own card, under its short address, as a text."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from apps.handouts import saying, short
from apps.handouts.saying import Said
from apps.news import showing
from apps.news.showing import News
from apps.translations.templatetags.dates import day

KIND = "n"


def said(news: News) -> Said:
    with translation.override(news.language):
        status = f"{what(news)} {day(news.day)}"
        text = saying.in_words(news.to_do)
        return Said(news.language, gettext("Amina Guide"), news.title, text, status, "", short.change(news.id))


def what(news: News) -> str:
    return gettext("New answer:") if news.new else gettext("The answer has changed:")


def lines(news: News) -> list[str]:
    """What is new, for whom, what to do."""
    return [
        f"{what(news)} {news.title}",
        f"{gettext('For whom:')} {news.whom}",
        f"{gettext('What to do:')} {news.to_do}",
    ]


def text(news: News) -> str:
    """The lines with the address that leads everybody to their own language."""
    return "\n".join([*lines(news), settings.SITE_ADDRESS + short.change(news.id)])


def one(id: str, language: str) -> Said | None:
    """Whatever the day: of an older change, what the newest one says."""
    named = showing.named(id)
    news = named and showing.one(named[0], language)
    return said(news) if news else None


def every(language: str) -> Iterator[Said]:
    for news in showing.newest(language):
        if news.language == language:
            yield said(news)
