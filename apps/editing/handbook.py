"""The handbook beside the texts: the files of docs/, rendered for whoever sits at the desk."""

from pathlib import Path

from django.conf import settings
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCS = settings.BASE_DIR / "docs"
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
# What each page is called, and its file: with a language in its name, or one for all.
PAGES = {
    "handbook": (_("Handbook"), "handbook"),
    "writing": (_("How to write"), "writing"),
    "clicks": (_("Clicks and seconds"), "handbook/clicks"),
}


@require_safe
def show(request: HttpRequest, page: str = "handbook") -> HttpResponse:
    if page not in PAGES:
        raise Http404
    title, name = PAGES[page]
    file, language = _file(name, get_language() or "")
    context = {
        **admin.site.each_context(request),
        "title": title,
        "language": language,
        "text": rendered(file.read_text("utf-8")),
        "pages": [(called, address(known)) for known, (called, _name) in PAGES.items() if known != page],
    }
    return TemplateResponse(request, "admin/handbook.html", context)


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponse:
    pictures = {file.name: file for file in (DOCS / "handbook").glob("*.png")}
    if name not in pictures:
        raise Http404
    return HttpResponse(pictures[name].read_bytes(), content_type="image/png")


def rendered(text: str) -> str:
    """Our own files as HTML without their first heading, which the page has already."""
    tokens = MARKDOWN.parse(text)
    heading = next((at for at, token in enumerate(tokens) if token.type == "heading_close"), -1)
    tokens = tokens[heading + 1 :]
    for token in tokens:
        for child in token.children or []:
            _lead_here(child)
    return mark_safe(str(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})))  # files of ours, no HTML in them


def address(page: str) -> str:
    return reverse("handbook_page", args=[page])


def _lead_here(token: Token) -> None:
    """Pictures and files that lie beside the handbook in the repository have addresses of their own here."""
    name = {"image": "src", "link_open": "href"}.get(token.type, "")
    file = Path(str(token.attrs.get(name, "")))
    if file.suffix == ".png":
        token.attrs[name] = reverse("handbook_picture", args=[file.name])
        token.attrs["loading"] = "lazy"
    elif file.suffix == ".md":
        token.attrs[name] = address(file.name.partition(".")[0])


def _file(name: str, language: str) -> tuple[Path, str]:
    """In the language of the desk, else in Russian, else the one that there is."""
    for code in (language, "ru"):
        if (file := DOCS / f"{name}.{code}.md").is_file():
            return file, code
    return DOCS / f"{name}.md", "en"
