"""A code that was copied with a slip is refused, whatever the slip; one with signs around it is read."""

import json
import random

import pytest
from playwright.sync_api import Browser

from apps.amina import current
from apps.rules import bundle
from apps.selfcheck import codes
from apps.selfcheck.tests import phone
from apps.selfcheck.tests.test_phone_assessment import SEED, anybody

pytestmark = pytest.mark.browser

CODES = 200
SLIPS = """async ([people, layouts]) => {
  const { codeIn, decoded, encoded } = await import("/codes.js"), known = { ...rules, ...layouts };
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", passed = [];
  const read = (text) => codeIn(text) === "" ? null : decoded(known, codeIn(text));
  let tried = 0, kept = 0;
  function slip(code, text) {
    if (text === code || /^[-_]/.test(text)) return;
    tried += 1;
    if (read(text) !== null) passed.push([code, text]);
  }
  for (const given of JSON.parse(people)) {
    const code = encoded(known, given);
    for (const around of [code, ` ${code}. `, `#${code}`, `"${code}",`, `(${code})`, `%20${code}`]) {
      kept += Number(JSON.stringify(read(around)) === JSON.stringify(read(code)) && read(code) !== null);
    }
    for (let at = 0; at <= code.length; at += 1) {
      const [before, after] = [code.slice(0, at), code.slice(at)];
      for (const letter of letters) { slip(code, before + letter + after); slip(code, before + letter + after.slice(1)); }
      slip(code, before + after.slice(1));
      for (let to = at + 1; to < code.length; to += 1) {
        slip(code, before + code[to] + code.slice(at + 1, to) + code[at] + code.slice(to + 1));
      }
    }
  }
  return [tried, kept, passed.slice(0, 5)];
}"""


def test_no_slip_in_any_of_two_hundred_codes_is_taken_for_a_code(browser: Browser) -> None:
    chance, rulebook = random.Random(SEED), current.rulebook()
    people = json.dumps([anybody(chance, rulebook) for _ in range(CODES)])
    layouts = {"code": codes.current(rulebook), "codes": codes.older(rulebook), "unchecked": codes.UNCHECKED}
    with phone.opened(browser, bundle=bundle(rulebook)) as page:
        tried, kept, passed = page.evaluate(SLIPS, [people, layouts])
    assert passed == []
    assert kept == CODES * 6
    assert tried > 200_000


def test_the_server_writes_the_same_codes_for_helpers_without_scripts(browser: Browser) -> None:
    chance, rulebook = random.Random(SEED), current.rulebook()
    people = [anybody(chance, rulebook) for _ in range(CODES)]
    with phone.opened(browser, bundle=bundle(rulebook)) as page:
        written = page.evaluate(
            """async ([people, code]) => {
              const { encoded } = await import("/codes.js");
              return JSON.parse(people).map((given) => encoded({ ...rules, code }, given));
            }""",
            [json.dumps(people), codes.current(rulebook)],
        )
    assert written == [codes.encoded(rulebook, given) for given in people]
