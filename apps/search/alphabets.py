"""One Latin alphabet for everybody: how the letters of our languages, and people's habits with them, become alike."""

from dataclasses import dataclass, field


def _letters(table: str) -> dict[str, str]:
    return {pair[0]: pair[1:] for pair in table.split()}


# Each letter with what it becomes.
CYRILLIC = _letters("""
    аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsh ъ ыi ь эe юiu яia іi
    їi єe ґg өo үu ұu ңn қk ғg ҳh һh ҷj әa ўo ӣi ӯu
""")
# Letters that fall apart into nothing known, and signs that stand inside words.
OTHERS = {"ə": "e", "ı": "i", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l"} | dict.fromkeys("'`´‘’ʻʼʹ′՚", "")
ARMENIAN = _letters("""
    աa բb գg դd եe զz էe ըi թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts
    ւv փp քk օo ֆf
""") | dict.fromkeys("՛՜՞՟", "")
GEORGIAN = _letters("""
    აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყk შsh ჩch ცts ძdz წts ჭch ხh ჯj ჰh
""")

# In this order, on letters that are all Latin by then; the order is part of what server and phone agree on.
REDUCTIONS = (
    ("shch|sch|sh", "s"),
    ("dzh|zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("tch|ch|ts", "c"),
    ("dz", "z"),
    ("x", "h"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("ie", "e"),
    ("([a-z])\\1+", "\\1"),
)
TURKIC = (("ng", "n"), *REDUCTIONS)


@dataclass(frozen=True)
class Alphabet:
    """Spellings that become one before letters are looked at, the letters, and what is made alike afterwards."""

    first: tuple[tuple[str, str], ...] = ()
    letters: dict[str, str] = field(default_factory=lambda: CYRILLIC | OTHERS)
    reductions: tuple[tuple[str, str], ...] = REDUCTIONS


ORDINARY = Alphabet()
OF = {
    "hy": Alphabet((("ու", "u"), ("և", "եվ")), CYRILLIC | OTHERS | ARMENIAN, (("gh", "h"), ("vo", "o"), *REDUCTIONS)),
    # Georgians write y for ყ, w for წ and f for ფ; their language has none of the sounds these letters have elsewhere.
    "ka": Alphabet((), CYRILLIC | OTHERS | GEORGIAN, (("y", "k"), ("w", "c"), ("f|ph", "p"), *REDUCTIONS)),
    "tg": Alphabet((("ё", "йо"),)),
    "uz": Alphabet((("ё", "йо"),), CYRILLIC | OTHERS, TURKIC),
    "ky": Alphabet((), CYRILLIC | OTHERS, TURKIC),
    "kk": Alphabet((), CYRILLIC | OTHERS, TURKIC),
}


def of(language: str) -> Alphabet:
    return OF.get(language, ORDINARY)
