"""A thing as readers would see it, from its form."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from apps.editing import previews
from apps.editing.admin.deciding import DecidedAdmin
from apps.editing.two_languages import target
from apps.translations import languages


class PreviewedAdmin(DecidedAdmin):
    seen_beside_texts: Sequence[str] = ()

    def get_urls(self) -> list[URLPattern]:
        preview = self.admin_site.admin_view(self.preview)
        return [path("<int:pk>/preview/", preview, name=self._named("preview")), *super().get_urls()]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """As it is saved, or as it stands in the form just sent."""
        language = target(request)
        thing = previews.find(str(self.opts.model_name), pk, language)
        if not self.has_view_permission(request, thing):
            raise PermissionDenied
        for name in [*self.columns(languages.ORIGINAL), *self.columns(language), *self.seen_beside_texts]:
            setattr(thing, name, request.POST.get(name) or getattr(thing, name))
        return previews.show(request, thing, language)

    def beside(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        address = reverse(f"admin:{self._named('preview')}", args=[obj.pk])
        return super().beside(request, obj) | {"preview_url": address}
