from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from apps.guide import reading
from apps.guide.loading import content, content_files
from apps.translations import languages


class Command(BaseCommand):
    help = "Show the entries whose sentences are longest, and the words of each short answer."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("languages", nargs="*", default=languages.CODES)
        parser.add_argument("--worst", type=int, default=10)

    def handle(self, *args: Any, **options: Any) -> None:
        for code in options["languages"]:
            texts = _texts(code)
            self.stdout.write(f"{code}: {len(texts)} entries")
            longest = sorted(texts, key=lambda slug: -_mean(texts[slug]))[: options["worst"]]
            for slug in longest:
                self.stdout.write(f"{_mean(texts[slug]):7.1f}  {slug}")
            words = sorted(len(text["short_answer"].split()) for text in texts.values())
            self.stdout.write(f"  short answers: median {words[len(words) // 2]}, most {words[-1]} words")


def _texts(code: str) -> dict[str, dict[str, str]]:
    files = (content.FOLDER / "entries").glob(f"*/{code}.md")
    return {file.parent.name: content_files.entry_text(file) for file in files}


def _mean(text: dict[str, str]) -> float:
    return reading.mean_length(f"{text['short_answer']}\n{text['body']}")
