"""A whole language in one page that opens from a phone's memory: its answers, its self-check and its contacts."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from apps.amina import current
from apps.amina.phrasebook import phrasebook_in
from apps.guide.models import Entry, Topic
from apps.mirrors import files, moving, scripts
from apps.mirrors.compressing import compressed
from apps.offline import packs, releases
from apps.publishing.rendering import rendered
from apps.selfcheck import phone
from apps.translations import kept
from apps.translations.worded import InLanguage

ARTICLE = re.compile(r"<article>(.*?)</article>", re.DOTALL)
MAIN = re.compile(r'<main id="main">(.*)</main>', re.DOTALL)
SOURCES = re.compile(r'<details>\s*<summary>[^<]*</summary>\s*<ol class="sources">.*?</details>', re.DOTALL)
TITLE = re.compile(r"<h1>.*?</h1>")
BUTTON = re.compile(r'<p><a class="button no-print".*?</a></p>', re.DOTALL)
CHANGED = re.compile(r'<p id="changed".*?</p>', re.DOTALL)
UNREVIEWED = re.compile(r'<p class="unreviewed">.*?</p>', re.DOTALL)
PICTURE = re.compile(r"<img [^>]*>")
MEANING = re.compile(r'(<span class="badge [^>]*>[^<]*</span>)[^\n<]*\n')
BODY = re.compile(r'(<div class="body"[^>]*>)(.*)(</div>)', re.DOTALL)
FETCHED = re.compile(r'\s+data-(?:rules|phrases)="[^"]*"')
HEADING = re.compile(r"<(/?)h1>")
FIRST = date(1970, 1, 1)
MOST = 500_000  # what travels by Bluetooth in a few seconds; above it only a script shows whole answers


@dataclass(frozen=True)
class OneFile:
    text: str
    script: str  # hashes of what stands in it, for the policy
    style: str


@dataclass(frozen=True)
class Article:
    id: str
    title: str
    text: str

    @property
    def body(self) -> str:
        found = BODY.search(self.text)
        return found[2] if found else ""

    def without_body(self) -> "Article":
        return replace(self, text=BODY.sub(r"\1\3", self.text))


def of(language: str) -> OneFile:
    """The file of the active language, made anew only when its texts or the day have changed."""
    known_as = repr((packs.key(language), settings.SITE_ADDRESS, settings.DEBUG))
    found: OneFile = kept.of(f"mirrors.{language}", lambda: files.kept(language, known_as, lambda: _made(language)))
    return found


def _made(language: str) -> OneFile:
    known = _known(language)
    found, read = topics(language), _files(language)
    text = _page({**known, "topics": found, "packed": compressed(read)})
    if len(text.encode()) > MOST:
        bodies = {article.id: article.body for _, articles in found for article in articles}
        headed = [(topic, [article.without_body() for article in articles]) for topic, articles in found]
        text = _page({**known, "topics": headed, "packed": compressed({**read, "bodies": bodies}), "headed": True})
    return OneFile(text, known["hashes"]["script"], known["hashes"]["style"])


def _page(known: dict[str, Any]) -> str:
    return moving.closer(render_to_string("mirrors/file.html", known))


def _known(language: str) -> dict[str, Any]:
    style = moving.closer(releases.static_text("css/site.css") + releases.static_text("css/check.css"))
    script = moving.closer(scripts.inflating() + releases.static_text("js/file.js") + scripts.bundled())
    return {
        "check": FETCHED.sub("", _inside(MAIN, reverse("selfcheck:check"))),
        "contacts": contacts(),
        "day": current.today(),
        "recheck": FIRST + timedelta(days=phone.rules()["recheck"]),
        "home": settings.SITE_ADDRESS,
        "style": style,
        "script": script,
        "hashes": {"script": _hash(script), "style": _hash(style)},
    }


def topics(language: str) -> list[tuple[InLanguage, list[Article]]]:
    """Every topic with its answers as their own pages show them; their sources stand on the site."""
    found = [InLanguage(topic, language) for topic in Topic.objects.in_language(language).with_entries()]
    return [(topic, list(_articles(topic.thing, language))) for topic in found]


def _articles(topic: Topic, language: str) -> Iterator[Article]:
    entries = Entry.objects.published().filter(topic=topic).titled_in(language).order_by("position")
    for entry in entries:
        address = entry.get_absolute_url()
        text = _inside(ARTICLE, address)
        for without in (
            SOURCES,
            TITLE,
            BUTTON,
            PICTURE,
            UNREVIEWED,
        ):  # it stands under its title, in a file that leads to both
            text = without.sub("", text)
        text = MEANING.sub(r"\1 ", text)  # the label says enough, 67 times
        here = rf'href="{re.escape(settings.SITE_ADDRESS)}/({language}/q/[\w-]+/)" rel="noopener noreferrer"'
        yield Article(address[1:], InLanguage(entry, language).title, re.sub(here, r'href="#\1"', text))


def contacts() -> str:
    return HEADING.sub(r"<\1h2>", _inside(MAIN, reverse("guide:contacts")))


def _inside(part: re.Pattern[str], address: str) -> str:
    """A part of a page, with every address led to the site's home."""
    found = part.search(CHANGED.sub("", rendered(address).body.decode()))
    return moving.relative(found[1], f"{settings.SITE_ADDRESS}/") if found else ""


def _files(language: str) -> dict[str, str]:
    """The rules and the phrases of the self-check."""
    named = phone.addresses(phrasebook_in(language))
    texts = {name: rendered(named[name]).body.decode() for name in ("rules", "phrases")}
    return {name: moving.moved_to(text, f"{settings.SITE_ADDRESS}/") for name, text in texts.items()}


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
