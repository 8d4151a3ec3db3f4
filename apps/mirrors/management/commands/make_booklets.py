import re
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from weasyprint import CSS, HTML  # type: ignore[import-untyped]

from apps.mirrors import folding
from apps.offline import releases
from apps.publishing.rendering import rendered
from apps.translations import languages

LINK = re.compile(r'<link rel="stylesheet"[^>]*>')  # its address is the site's; the style is at hand


class Command(BaseCommand):
    help = "Write the booklet of each language as a PDF to read and as one to print on both sides of A4 and to fold."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("languages", nargs="*", default=list(languages.OWN_NAMES))

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        style = CSS(string=releases.static_text("css/booklet.css"))
        folder.mkdir(parents=True, exist_ok=True)
        for language in options["languages"]:
            page = rendered(f"/{language}/booklet/").body.decode()
            pages = HTML(string=LINK.sub("", page)).write_pdf(stylesheets=[style])
            (folder / f"amina-{language}.pdf").write_bytes(pages)
            (folder / f"amina-{language}-fold.pdf").write_bytes(folding.folded(pages))
            self.stdout.write(f"{language}: {len(pages) // 1000} KB")
