"""What schema.org has words for: an extract of its vocabulary, with the types that we use and all that they are.

To renew it: `npm pack schema-dts@VERSION`, unpack, and
`python -m apps.handouts.tests.vocabulary VERSION package/dist/schema.d.ts > apps/handouts/tests/schema_org.json`.
"""

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("schema_org.json")
OURS = ("FAQPage", "Question", "Answer")
PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<([^,]+), "\w+">;$', re.MULTILINE)

Data = dict[str, Any]


def complaints(data: Data, at: str = "") -> list[str]:
    """What is not said in the words of schema.org: names, and the kinds of their values."""
    known, kind = _known(), data["@type"]
    if kind not in known:
        return [f"{at} is no type that we know: {kind}"]
    allowed = _properties(known, kind)
    found = []
    for name, value in data.items():
        if name in ("@context", "@type"):
            continue
        place = f"{at}{kind}.{name}"
        if name not in allowed:
            found.append(f"{place} is no word for it")
        elif isinstance(value, dict):
            found += [] if _is(known, value["@type"], allowed[name]) else [f"{place} is no {value['@type']}"]
            found += complaints(value, f"{place}: ")
        elif not _plain(value, allowed[name]):
            found.append(f"{place} is not {value!r}")
    return found


def _known() -> Data:
    found: Data = json.loads(FILE.read_text())["types"]
    return found


def _properties(known: Data, kind: str) -> dict[str, list[str]]:
    above = _properties(known, known[kind]["is"]) if known[kind]["is"] else {}
    return {**above, **known[kind]["says"]}


def _is(known: Data, kind: str, allowed: list[str]) -> bool:
    return kind in allowed or bool(known[kind]["is"]) and _is(known, known[kind]["is"], allowed)


def _plain(value: Any, allowed: list[str]) -> bool:
    if "Date" in allowed:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    return isinstance(value, str) and bool({"Text", "URL"} & {*allowed})


def extracted(version: str, text: str) -> Data:
    types: Data = {}
    waiting = list(OURS)
    while waiting:
        kind = waiting.pop()
        body = re.search(rf"^interface {kind}Base extends (\w+?)(?:Base|<\w+>) \{{\n(.*?)^\}}", text, re.M | re.S)
        leaf = re.search(rf"^export interface {kind}Leaf extends (\w+)Base ", text, re.M)
        above = body[1] if body else leaf[1] if leaf else ""
        above = "" if above == "Partial" else above
        says = PROPERTY.findall(body[2]) if body else []
        types[kind] = {
            "is": above,
            "says": {name: [one for one in values.split(" | ") if one != "IdReference"] for name, values in says},
        }
        waiting += [above] if above and above not in types else []
    return {"from": f"schema-dts {version}, made by Google of schema.org's own files; Apache-2.0", "types": types}


if __name__ == "__main__":
    made = extracted(sys.argv[1], Path(sys.argv[2]).read_text())
    sys.stdout.write(json.dumps(made, indent=1) + "\n")
