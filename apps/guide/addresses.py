"""Addresses that were shared keep working when a thing is renamed."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_supported_language_variant
from django.utils.translation import gettext_lazy as _


class OldAddress(models.Model):
    """A slug that a thing once had: it was shared, so it leads there for ever."""

    kind = models.CharField(_("kind"), max_length=20)
    slug = models.SlugField(_("slug"))
    object_id = models.PositiveBigIntegerField(_("object"))

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        constraints = [models.UniqueConstraint(name="one_old_address", fields=["kind", "slug"])]

    def __str__(self) -> str:
        return self.slug


class Addressed(models.Model):
    """A thing with a page: remembers every slug it has ever had."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            model: Any = type(self)
            before = model._default_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
            super().save(*args, **kwargs)
            if before and before != self.slug:  # type: ignore[attr-defined]  # both models have one
                _remember(self, before)


def of(view: str, slug: str) -> str:
    """The address of a thing's page in the language of now."""
    return _in_language(translation.get_language(), view, slug)


@lru_cache(maxsize=20_000)
def _in_language(language: str | None, view: str, slug: str) -> str:
    # Pages name each other a hundred thousand times in a version.
    return reverse(view, args=[slug])


def taken(thing: Addressed, slug: str) -> bool:
    """Say whether an address still leads to something else."""
    return bool(
        OldAddress.objects.filter(kind=thing._meta.model_name, slug=slug).exclude(object_id=thing.pk or 0).exists()
    )


def moved(model: type[Any], slug: str) -> HttpResponsePermanentRedirect:
    """Lead from an old address to the present one, or say that there is no such page."""
    found = OldAddress.objects.filter(kind=model._meta.model_name, slug=slug).first()
    thing = model.objects.filter(pk=found.object_id).first() if found else None
    if thing is None or not getattr(thing, "published", True):
        raise Http404
    return HttpResponsePermanentRedirect(thing.get_absolute_url())


def in_our_spelling(request: HttpRequest) -> HttpResponsePermanentRedirect | None:
    """Lead /KY/, /uz-Cyrl/ and /ro-MD/ to the language that is meant; everything else is simply not there."""
    code, _, rest = request.path.lstrip("/").partition("/")
    try:
        ours = get_supported_language_variant(code.lower())
    except LookupError:
        return None
    query = request.META.get("QUERY_STRING", "")
    address = f"/{ours}/{rest}" + (f"?{query}" if query else "")
    return HttpResponsePermanentRedirect(address) if code != ours else None


def _remember(thing: Any, before: str) -> None:
    kind = thing._meta.model_name
    OldAddress.objects.filter(kind=kind, slug=thing.slug, object_id=thing.pk).delete()
    OldAddress.objects.update_or_create(kind=kind, slug=before, defaults={"object_id": thing.pk})
