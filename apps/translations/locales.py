"""How each language writes days and numbers, where its code alone does not say it."""

# The country whose habits count, for the CLDR and for messengers.
LOCALES = {
    "ky": "ky_KG",
    "ru": "ru_RU",
    "uz": "uz_UZ",
    "uz-cyrl": "uz_Cyrl_UZ",
    "tg": "tg_TJ",
    "az": "az_AZ",
    "hy": "hy_AM",
    "kk": "kk_KZ",
    "ka": "ka_GE",
    "ro": "ro_MD",
    "uk": "uk_UA",
    "en": "en_GB",
}

# How a day and a month of a year stand in a sentence, where CLDR has only the form for tables ("2026-ж., 23-ноябрь").
IN_A_SENTENCE = {
    "ky": ("{year}-жылдын {day}-{month}", "{year}-жылдын {month}"),
    "uz": ("{year}-yil {day}-{month}", "{year}-yil {month}"),
    "tg": ("{day} {month} соли {year}", "{month} соли {year}"),
    "hy": ("{year} թվականի {month} {day}", "{year} թվականի {month}"),
    "kk": ("{year} жылғы {day} {month}", "{year} жылғы {month}"),
    "ka": ("{year} წლის {day} {month}", "{year} წლის {month}"),
}
# In such a sentence a Kyrgyz month takes the possessive, and a Tajik one the izofat.
MONTHS = {
    "ky": "январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры",
    "tg": "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
}
