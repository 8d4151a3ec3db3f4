import re
from datetime import date
from typing import Any

import phonenumbers
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.editing import known
from apps.editing.admin.lookups import LookUpAdmin
from apps.editing.admin.previewing import PreviewedAdmin
from apps.editing.text_form import TextForm
from apps.editing.two_languages import LacksLanguage
from apps.editing.word_lists import WordList
from apps.guide import addresses, models

SHORT_NUMBER = 5  # figures: 102, 112, 0890


class ContactForm(TextForm):
    facts = WordList(r"F\d{3}", "F070 F071", known.facts, label=_("facts"))

    def clean_checked_on(self) -> date:
        day: date = self.cleaned_data["checked_on"]
        known.not_in_the_future(day)
        return day

    def clean_phone(self) -> str:
        """A number that can be dialled: short ones such as 112 within Russia, others as the world writes them."""
        typed: str = self.cleaned_data["phone"]
        if typed and not (typed.isdecimal() and len(typed) <= SHORT_NUMBER) and not _can_be_dialled(typed):
            raise ValidationError(_("This is no phone number. Write it like +74951234567."))
        return typed

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("phone") and data.get("phone_display") and not _same(data["phone"], data["phone_display"]):
            self.add_error("phone_display", ValidationError(_("This is another number than the one that is dialled.")))
        return data

    def clean_sources(self) -> Any:
        if not self.cleaned_data["sources"]:
            raise ValidationError(_("Name at least one source: where is it from?"))
        return self.cleaned_data["sources"]


def _can_be_dialled(typed: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(typed, "RU"))
    except phonenumbers.NumberParseException:
        return False


def _same(dialled: str, shown: str) -> bool:
    """Say whether people who dial what they read reach the same phone."""
    short = [re.sub(r"\D", "", typed) for typed in (dialled, shown)]
    if len(short[0]) <= SHORT_NUMBER:
        return short[0] == short[1]
    try:
        return phonenumbers.parse(dialled, "RU") == phonenumbers.parse(shown, "RU")
    except phonenumbers.NumberParseException:
        return False


class SourceForm(TextForm):
    # A source is where facts come from: what it supports need not be known before.
    facts = WordList(r"F\d{3}", "F070 F071", None, label=_("facts"))


class TopicForm(TextForm):
    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if addresses.taken(self.instance, slug):
            raise ValidationError(_("This address was shared for another topic and still leads there. Choose another."))
        return slug


@admin.register(models.Topic)
class TopicAdmin(PreviewedAdmin):
    form = TopicForm
    other_fields = ("slug", "position")
    list_display = ("title_ru", "slug", "position", "published", "complete_in")
    list_filter = (LacksLanguage, "published")


@admin.register(models.Source)
class SourceAdmin(PreviewedAdmin):
    form = SourceForm
    other_fields = ("code", "kind", "relayed", "date", "date_note", "address", "facts")
    list_display = ("code", "publisher_ru", "kind", "date", "link_works", "published", "complete_in")
    list_filter = (LacksLanguage, "published", "kind", "relayed")
    list_select_related = ("link_check",)

    @admin.display(description=_("link works"), boolean=True)
    def link_works(self, source: Any) -> bool | None:
        check = getattr(source, "link_check", None)
        return None if check is None or check.address != source.address else not check.problem


@admin.register(models.Contact)
class ContactAdmin(LookUpAdmin, PreviewedAdmin):
    form = ContactForm
    other_fields = [
        "slug",
        "position",
        "kind",
        "phone",
        "phone_display",
        "address_ru",
        "site",
        "certainty",
        "facts",
        "sources",
        "checked_on",
    ]
    seen_beside_texts = ("phone", "phone_display", "address_ru")
    filter_horizontal = ("sources",)
    list_display = ("name_ru", "kind", "phone_display", "checked_on", "published", "complete_in")
    list_filter = (LacksLanguage, "published", "kind")

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        return super().beside(request, obj) | {"look_up_url": self.look_up_address([obj])}
