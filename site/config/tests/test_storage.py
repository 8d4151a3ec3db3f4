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
