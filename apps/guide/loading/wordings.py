"""The ways people ask beside those in an entry's own file: a file of each language, so that many may add to them.

In the database an entry has all of them in one text, one a line; editors see and change them there.
"""

import json
from collections.abc import Collection, Mapping
from pathlib import Path

from apps.translations import files, languages
from apps.translations.files import ContentError

Wordings = dict[str, dict[str, list[str]]]
HEAD = "# Other ways people ask what an entry answers, beside those in its own file; for the search, on no page.\n\n"


def read(folder: Path, entries: Collection[str]) -> Wordings:
    """Return language → slug of an entry → its wordings."""
    found: Wordings = {}
    for code in languages.CODES:
        if (file := folder / f"{code}.toml").exists():
            found[code] = files.table(file)
            _check(file.name, found[code], entries)
    return found


def joined(asked: str, more: Collection[str]) -> str:
    """The wordings of an entry's own file, and after them those that it lacks."""
    own = asked.splitlines()
    return "\n".join([*own, *(line for line in more if line not in own)])


def own(asked: str, more: Collection[str]) -> str:
    """What of an entry's wordings stands in its own file."""
    return "\n".join(line for line in asked.splitlines() if line.strip() not in more)


def text(table: Mapping[str, Collection[str]]) -> str:
    """A language's file with these wordings by slug."""
    return HEAD + "".join(f"{slug} = [\n{_lines(table[slug])}]\n" for slug in table if table[slug])


def _lines(wordings: Collection[str]) -> str:
    return "".join(f"    {json.dumps(line, ensure_ascii=False)},\n" for line in wordings)


def _check(name: str, table: Mapping[str, object], entries: Collection[str]) -> None:
    for slug, lines in table.items():
        if slug not in entries:
            raise ContentError(f"wordings/{name} names the entry {slug}, which is not there. Correct or remove it.")
        if not isinstance(lines, list) or not all(isinstance(line, str) and line.strip() for line in lines):
            raise ContentError(f'wordings/{name}: {slug} is no list of questions. Write: {slug} = ["…", "…"].')
