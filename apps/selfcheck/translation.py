from modeltranslation.translator import TranslationOptions, register

from apps.guide import history
from apps.selfcheck.models import Phrase


@register(Phrase)
class PhraseTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("ru",)


history.keep(Phrase)
