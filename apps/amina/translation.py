from modeltranslation.translator import TranslationOptions, register

from apps.amina.models import Phrase
from apps.translations import history


@register(Phrase)
class PhraseTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("ru",)


history.keep(Phrase)
