"""A folder that holds what was exported: only what has changed is written, and what is no longer there is taken away."""

from collections.abc import Iterable
from pathlib import Path

LIST = "exported.txt"


def write(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Bring a folder to these files and name those that were written. What somebody else put there stays."""
    listed = "".join(f"{path}\n" for path in sorted(files)).encode()
    changed = [path for path, body in {**files, LIST: listed}.items() if _differs(folder / path, body)]
    for path in _before(folder):
        if path not in files:
            (folder / path).unlink(missing_ok=True)
    _put(folder, {path: files.get(path, listed) for path in changed}.items())
    return changed


def _before(folder: Path) -> list[str]:
    """What an earlier export wrote; a list that leads out of the folder is not ours."""
    if not (folder / LIST).exists():
        return []
    paths = (folder / LIST).read_text("utf-8").splitlines()
    return [path for path in paths if (folder / path).resolve().is_relative_to(folder.resolve())]


def _differs(file: Path, body: bytes) -> bool:
    return not file.is_file() or file.read_bytes() != body


def _put(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for path, body in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        making = folder / f"{path}.part"
        making.write_bytes(body)
        making.replace(folder / path)  # never half a file, whoever serves the folder
