"""Our modules as one classic script, because a browser loads no module from a phone's memory."""

import re
from pathlib import Path

from apps.offline import releases
from apps.selfcheck import phone

IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)(?:\.[0-9a-f]+)?\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (async function|function|const) (\w+)", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*//[^\n]*\n|^[ \t]*/\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
INFLATE = Path(__file__).with_name("tiny_inflate") / "index.js"


def inflating() -> str:
    """The function that opens what is compressed, as its authors wrote it but for their remarks."""
    text = REMARK.sub("", INFLATE.read_text("utf-8"))
    return f"const inflate=(()=>{{const module={{}};\n{text}return module.exports;\n}})();\n"


def bundled() -> str:
    """Every module of the self-check, each after those that it imports."""
    texts = {name.rpartition("/")[2].removesuffix(".js"): _text(name) for name in phone.scripts()}
    placed: list[str] = []
    for name in texts:
        _place(name, texts, placed)
    return "{const modules={};\n" + "".join(_module(name, texts[name]) for name in placed) + "}\n"


def _text(name: str) -> str:
    return COMMENT.sub("", releases.static_text(name))


def _place(name: str, texts: dict[str, str], placed: list[str]) -> None:
    if name not in placed:
        for _, needed in IMPORT.findall(texts[name]):
            _place(needed, texts, placed)
        placed.append(name)


def _module(name: str, text: str) -> str:
    names = ",".join(found for _, found in EXPORT.findall(text))
    body = IMPORT.sub(lambda found: f"const {{{found[1]}}}=modules.{found[2]};\n", EXPORT.sub(r"\1 \2", text))
    return f"modules.{name}=(()=>{{\n{body}return {{{names}}};\n}})();\n"
