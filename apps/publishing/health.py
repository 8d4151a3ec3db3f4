"""What a balancer may know of a node: that it serves, which version, and whether the database is there."""

import json
import socket
import time

from apps.publishing.folder import Folder

NOTE = "health.json"
SILENCE = 30  # seconds after which the publisher itself is taken for dead


def note(folder: Folder, *, database: bool) -> None:
    folder.write(NOTE, json.dumps({"database": database, "at": time.time()}).encode())


def told(folder: Folder) -> tuple[int, bytes]:
    """Return status and body; a node that has nothing to serve must not be asked."""
    valid = folder.valid()
    try:
        noted = json.loads((folder.path / NOTE).read_bytes())
    except (OSError, ValueError):
        noted = {"database": False, "at": 0}
    found = {
        "node": socket.gethostname(),
        "version": valid.version,
        "release": folder.path.name,
        "complete": valid.complete,
        "addresses": len(valid.pages),
        "database": bool(noted["database"]),
        "publisher": time.time() - noted["at"] < SILENCE,
    }
    return (200 if valid.pages else 503), json.dumps(found).encode()
