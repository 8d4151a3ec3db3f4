import gzip
from pathlib import Path

from django.conf import settings

from config.storage import UNREAD

SCRIPT = b"""// What it is.
const address = "https://example.org"; // stays

  /** @type {(one: string) => string} */
  const shown = (one) => one;
/** Two
 * lines. */
start(/** @type {any} */ (shown));
"""
SENT = b"""const address = "https://example.org"; // stays

const shown = (one) => one;
start((shown));
"""


def test_scripts_travel_without_comments_types_and_spaces_before_lines() -> None:
    assert UNREAD.sub(b"", SCRIPT) == SENT


def test_the_ranking_that_a_phone_runs_is_small() -> None:
    files = sorted((Path(settings.BASE_DIR) / "static/js/search").glob("*.js"))
    script = b"".join(UNREAD.sub(b"", file.read_bytes()) for file in files if file.stem != "field")
    assert len(gzip.compress(script, 9)) <= 2048
