"""How large the library is, without its tests: all lines, and those that are neither docstring, comment nor blank."""

import ast
import io
import tokenize
from pathlib import Path

LIBRARY = Path(__file__).resolve().parents[1] / "apps/rules"
SAYS_NOTHING = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}
ROOMS = {
    "apps/rules: load, ask, decide, explain, prove, the bundle for the phone": LIBRARY.glob("*.py"),
    "apps/rules/saying: a rulebook in a language": (LIBRARY / "saying").glob("*.py"),
    "apps/rules/authoring: the authors' tools": (LIBRARY / "authoring").glob("*.py"),
}


def rows() -> list[tuple[str, int, int, int]]:
    """Return, for each room and all together: lines, lines of code, and the lines of the largest file."""
    rooms = {name: [_lines(file.read_text("utf-8")) for file in files] for name, files in ROOMS.items()}
    rooms["together"] = [sizes for files in rooms.values() for sizes in files]
    return [
        (name, sum(lines for lines, _ in files), sum(code for _, code in files), max(lines for lines, _ in files))
        for name, files in rooms.items()
    ]


def _lines(text: str) -> tuple[int, int]:
    code = set[int]()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in SAYS_NOTHING:
            code.update(range(token.start[0], token.end[0] + 1))
    return text.count("\n"), len(code - _docstrings(text))


def _docstrings(text: str) -> set[int]:
    found = set[int]()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            found.update(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    return found
