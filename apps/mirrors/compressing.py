"""What a script alone reads, compressed inside a page; tiny-inflate opens it, because old browsers cannot themselves."""

import json
import zlib
from base64 import b64encode
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Compressed:
    text: str
    bytes: int  # of what comes out


def compressed(value: Any) -> Compressed:
    whole = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    deflating = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Compressed(b64encode(deflating.compress(whole) + deflating.flush()).decode(), len(whole))
