from config.storage import COMMENTS

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
start(/** @type {any} */ (shown));
"""


def test_scripts_travel_without_the_lines_that_are_only_comments() -> None:
    assert COMMENTS.sub(b"", SCRIPT) == SENT
