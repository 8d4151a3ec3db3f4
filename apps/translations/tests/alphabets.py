"""Which letters a text in each language may be written with: a slip of the keyboard must not reach a reader."""

import re
import unicodedata
from functools import cache

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
LETTERS = {
    "ky": RUSSIAN + "ңөү",
    "ru": RUSSIAN,
    "uz": LATIN,
    "tg": "абвгдеёжзийклмнопрстуфхчшъэюяғӣқӯҳҷ",
    "az": LATIN + "çəğıöşüi̇",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "kk": RUSSIAN + "әғқңөұүһі",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "ro": LATIN + "ăâîșț",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "en": LATIN,
}
# Names that are written with Latin letters in every language.
LATIN_NAMES = re.findall(
    r"\w+",
    """
    Amina Android App AppGallery Apple Azattyk RFE RL Google Play GetApps GPS HarmonyOS Huawei iOS iPhone Kommersant
    OK QR VPN ruID RuStore SIM Store Samsung Xiaomi Telegram VK WhatsApp Wi Fi MAX PDF SMS RIA TASS RTVI RBC
    moscow amina ru mc mos github fms www https http Push HTML JavaScript MIT Bluetooth YouTube SVTV cookie E mail CLS BBNP Yangi O‘zbekiston ID
""",
)
# What a reader will see and hear in Russian, in whatever language the sentence is.
RUSSIAN_NAMES = re.findall(r"\w+", "КИГ РКЛ МВД ММЦ МФЦ МЦ ФГУП ПВС ВНЖ РВП РВПО ФИАС ВКС ЕАЭС ФЗ РФ СНГ СНИЛС")
ADDRESSES = re.compile(
    r"(?:Москва, )?(?:муниципальный округ )?(?:Вороново, )?Варшавское шоссе, 64-й км, д\. 1, стр\. 47(?!\w)|1-й Красногвардейский пр-д, 21, стр\. 1"
    r"|ул\. Большая Ордынка, 16/4, стр\. 4|1-й Казачий пер\., 11/2|Москва, муниципальный округ Вороново"
)
# Where the official Russian term stands, and addresses, other letters belong.
APART = re.compile(
    r"\{\w+\}|\([^()]*\)|«[^»]*»|„[^”“]*[”“]|“[^”]*”|https?://\S+|\S+\.(?:ru|kg|az|uz|com|me|org|tj|kz)\b\S*|`[^`]*`"
)
WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ’'][^\W\d_]+)*")
MARKS = "ʻʼ’'"
ALLOWED = {language: frozenset(letters + MARKS) for language, letters in LETTERS.items()}
NAMES = frozenset(name.lower() for name in LATIN_NAMES + RUSSIAN_NAMES)


def foreign(text: str, language: str) -> list[str]:
    """Return the words outside brackets and quotation marks that the language's letters cannot write."""
    text = ADDRESSES.sub(" ", re.sub(r"\]\([^)]*\)", "]", text))
    words = WORD.findall(APART.sub(" ", APART.sub(" ", text)))
    return [word for word in words if not ALLOWED[language].issuperset(word.lower()) and word.lower() not in NAMES]


def mixed(text: str) -> list[str]:
    """Return the words that are written in two scripts at once."""
    return [word for word in re.findall(r"[^\W\d_ʻʼ]+", text) if len({_script(letter) for letter in word}) > 1]


def wrong_marks(text: str, language: str) -> list[str]:
    """Return the Uzbek words whose ʻ or ʼ was typed as another sign."""
    return re.findall(r"\w+['’‘`´]\w*", text) if language == "uz" else []


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]
