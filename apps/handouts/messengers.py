"""Plain links that pass a page on; no script, nothing loaded from anybody."""

from urllib.parse import quote

ADDRESSES = {
    "WhatsApp": "https://wa.me/?text={text}%20{url}",
    "Telegram": "https://t.me/share/url?url={url}&text={text}",
    "VK": "https://vk.com/share.php?url={url}",
    "OK": "https://connect.ok.ru/offer?url={url}",
    "SMS": "sms:?body={text}%20{url}",
    "E-mail": "mailto:?subject={text}&body={url}",
}


def links(page: str, title: str) -> list[tuple[str, str]]:
    """Name each messenger with the address that opens it, given a page's full address and its title."""
    url, text = quote(page, safe=""), _quoted(title)
    return [(name, address.format(url=url, text=text)) for name, address in ADDRESSES.items()]


def _quoted(text: str) -> str:
    """Letters as they are: the browser writes them out in UTF-8, and a page says a third of it."""
    return "".join(letter if letter.isalpha() else quote(letter, safe="") for letter in text)
