"""The floor is Chrome 61 and Safari 11.1: a browser runs nothing of a script with a sign that it does not know, and stops
at a function that it lacks. What both do not know of ES2018 and all that is later is looked for here."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SCRIPTS = sorted([*settings.BASE_DIR.glob("static/js/**/*.js"), *settings.BASE_DIR.glob("static/vendor/*.js")])
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
SIGNS = r"\?\.(?!\d)|\?\?|\|\|=|&&=|\bstatic \{|\bthis\.#|\bcatch \{|\b\d+n\b|\bimport[(.]|\bfor await|\basync \w*\*"
PATTERNS = r"\(\?<|\\p\{|/[gimuy]*s[gimuy]*(?=[,;.)])"
FUNCTIONS = (
    r"(?<![.])(?<!clients)\.(flat|flatMap|at|toggleAttribute|replaceAll|matchAll|finally|trimStart|trimEnd|"
    r"replaceChildren|requestSubmit|fromEntries|allSettled|any|findLast|hasOwn)\(|\b(BigInt|globalThis|structuredClone|queueMicrotask)\b"
)
NEWER = re.compile(f"{SIGNS}|{PATTERNS}|{FUNCTIONS}")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: str(script.relative_to(settings.BASE_DIR)))
def test_no_script_needs_what_browsers_of_2017_do_not_know(script: Path) -> None:
    said = COMMENT.sub("", script.read_text("utf-8"))
    assert [line.strip() for line in said.splitlines() if NEWER.search(line)] == []


@pytest.mark.parametrize(
    "line", ["a?.b", "a ?? b", "try { a } catch { b }", "1n", 'import("a")', "/(?<=a)b/", "/a/s.test(b)", "a.flat()"]
)
def test_what_is_newer_is_found(line: str) -> None:
    assert NEWER.search(line)
