from modeltranslation.translator import TranslationOptions, register

from apps.guide import models
from apps.translations import history


@register(models.Topic)
class TopicTranslation(TranslationOptions):
    fields = ("title", "summary")
    required_languages = ("ru",)


@register(models.Source)
class SourceTranslation(TranslationOptions):
    fields = ("publisher", "says")
    required_languages = ("ru",)


@register(models.Entry)
class EntryTranslation(TranslationOptions):
    fields = ("title", "short_answer", "body", "asked")
    required_languages = ("ru",)


@register(models.Contact)
class ContactTranslation(TranslationOptions):
    fields = ("name", "note")
    required_languages = ("ru",)


for model in (models.Topic, models.Source, models.Entry, models.Contact):
    history.keep(model)
