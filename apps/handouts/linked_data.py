"""A question and its answer in the words of schema.org, for search engines."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from apps.translations.worded import InLanguage

Data = dict[str, Any]
ESCAPED = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}  # nothing in it ends the script


def question(worded: InLanguage) -> Data:
    entry = worded.thing
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": worded.language,
        "dateModified": (entry.changed_on or entry.checked_on).isoformat(),
        "mainEntity": {
            "@type": "Question",
            "name": worded.title,
            "acceptedAnswer": {"@type": "Answer", "text": worded.short_answer},
        },
    }


def script(data: Data) -> SafeString:
    """A block of data, which is never run: the policy has nothing to forbid."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
