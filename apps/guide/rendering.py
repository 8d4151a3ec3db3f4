"""An entry's Markdown subset as safe HTML."""

import re
from collections.abc import Collection, Iterator

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from apps.guide import addresses

MARKDOWN = MarkdownIt("zero", {"html": False}).enable(["list", "emphasis", "heading", "link", "newline", "escape"])
TAGS = {"p", "ul", "ol", "li", "strong", "em", "h2", "h3", "a", "br"}
ENTRY = re.compile(r"^entry:([a-z0-9-]+)$")
MARK = re.compile(r"^mark:(official|reported|advice|unknown)$")
SCHEMES = {"https", "http", "tel", "mailto"}


def html(body: str, published: Collection[str]) -> str:
    """Render an entry's body; links that lead nowhere or somewhere doubtful become plain words."""
    tokens = MARKDOWN.parse(body)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h3" if token.tag > "h2" else "h2"
        if token.children:
            token.children = _linked(token.children, published)
    rendered = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    # Whatever an editor typed, only these tags and links that lead somewhere harmless get through.
    return nh3.clean(
        rendered,
        tags=TAGS,
        attributes={"a": {"href"}, "ol": {"start"}, "strong": {"class"}},
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )


def entry_links(body: str) -> set[str]:
    return set(re.findall(r"\(entry:([a-z0-9-]+)\)", body))


def _linked(tokens: list[Token], published: Collection[str]) -> list[Token]:
    kept, dropped = [], 0
    for token in _marked(tokens):
        if token.type == "link_open":
            address = _address(str(token.attrs["href"]), published)
            if not address:
                dropped += 1
                continue
            token.attrs = {"href": address}
        if token.type == "link_close" and dropped:
            dropped -= 1
            continue
        kept.append(token)
    return kept


def _marked(tokens: list[Token]) -> Iterator[Token]:
    """Turn `[Our advice:](mark:advice)` into words that the page can style: whose word the sentence is."""
    marked = False
    for token in tokens:
        mark = MARK.match(str(token.attrs.get("href", ""))) if token.type == "link_open" else None
        if mark or (marked and token.type == "link_close"):
            marked = bool(mark)
            attributes: dict[str, str | int | float] = {"class": f"mark {mark[1]}"} if mark else {}
            token = Token("strong_open" if mark else "strong_close", "strong", token.nesting, attrs=attributes)
        yield token


def _address(href: str, published: Collection[str]) -> str:
    entry = ENTRY.match(href)
    if entry:
        return addresses.of("guide:entry", entry[1]) if entry[1] in published else ""
    return href if href.partition(":")[0].lower() in SCHEMES else ""
