"""Questions as people type them: in Latin letters of several habits, without special letters, with typos."""

import random
import unicodedata

from apps.translations import uzbek

SPECIAL = dict(zip("өүұңқғҳһҷәўӣӯіїєґё", "оуункгхчжаоиуииеге", strict=True)) | {"ə": "e", "ı": "i", "ʻ": "", "ʼ": ""}
# What is typed for a letter, the commonest habit first.
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e yo", "ж": "zh j", "з": "z", "и": "i", "й": "y i j",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h x kh", "ц": "c ts", "ч": "ch", "ш": "sh", "щ": "sh shch", "ъ": " ", "ы": "y i", "ь": " ", "э": "e", "ю": "yu iu",
    "я": "ya ia", "ө": "o", "ү": "u", "ұ": "u", "ң": "n ng", "қ": "k q", "ғ": "g gh", "ҳ": "h", "һ": "h", "ҷ": "j",
    "ә": "a", "ў": "o", "ӣ": "i", "ӯ": "u", "і": "i", "ї": "yi i", "є": "ye e", "ґ": "g",
}  # fmt: skip
ARMENIAN = {
    "ու": "u ou", "և": "ev yev", "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "y", "թ": "t",
    "ժ": "zh j", "ի": "i", "լ": "l", "խ": "kh x", "ծ": "ts c", "կ": "k", "հ": "h", "ձ": "dz", "ղ": "gh", "ճ": "ch",
    "մ": "m", "յ": "y", "ն": "n", "շ": "sh", "ո": "o vo", "չ": "ch", "պ": "p", "ջ": "j", "ռ": "r", "ս": "s", "վ": "v",
    "տ": "t", "ր": "r", "ց": "c ts", "ւ": "v", "փ": "p", "ք": "q k", "օ": "o", "ֆ": "f", "՞": " ", "՛": " ",
}  # fmt: skip
GEORGIAN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k", "ლ": "l",
    "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh j", "რ": "r", "ს": "s", "ტ": "t", "უ": "u", "ფ": "p f", "ქ": "q k",
    "ღ": "gh g", "ყ": "y q", "შ": "sh", "ჩ": "ch", "ც": "c ts", "ძ": "dz", "წ": "w ts", "ჭ": "ch", "ხ": "x kh", "ჯ": "j",
    "ჰ": "h",
}  # fmt: skip
HABITS = CYRILLIC | ARMENIAN | GEORGIAN
LONG = 5


def plain(text: str) -> str:
    """Without the letters that the keyboard of a cheap phone hides."""
    text = "".join(SPECIAL.get(sign, sign) for sign in text.lower())
    parts = unicodedata.normalize("NFD", text.replace("й", "\ue000"))
    return unicodedata.normalize(
        "NFC", "".join(sign for sign in parts if not unicodedata.combining(sign)).replace("\ue000", "й")
    )


def latin(text: str, chance: random.Random) -> str:
    """In Latin letters, each writer with habits of their own."""
    text = text.lower()
    for letter, habits in HABITS.items():
        habit = habits.split(" ") if habits.strip() else [""]
        text = text.replace(letter, chance.choices(habit, [3, 1, 1][: len(habit)])[0])
    return plain(text).replace("'", "")


def mistyped(text: str, chance: random.Random) -> str:
    """With one slip in every long word: a letter lost, doubled, changed for its neighbour or for another."""
    return " ".join(_slip(word, chance) if len(word) >= LONG else word for word in text.split(" "))


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice(word) + word[at + 1 :]


def other_script(text: str) -> str:
    """Uzbek in Cyrillic."""
    return uzbek.cyrillic(text.replace("o'", "oʻ").replace("g'", "gʻ").replace("'", "ʼ"))
