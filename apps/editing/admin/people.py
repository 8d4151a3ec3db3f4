"""People and their roles: an administrator gives roles, but never more power than the roles hold."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.editing.folded import FoldedSearch

admin.site.unregister(User)


@admin.register(User)
class PersonAdmin(FoldedSearch, UserAdmin[User]):
    list_display = ("username", "first_name", "last_name", "is_active", "roles")
    fieldsets = (
        (None, {"fields": ("username", "password", "first_name", "last_name", "email")}),
        (_("What they may do"), {"fields": ("is_active", "is_staff", "groups")}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        found = super().get_queryset(request).prefetch_related("groups")
        return found if request.user.is_superuser else found.filter(is_superuser=False)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # the history names people: make them inactive instead

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return ["username", "first_name", "last_name", "email"]

    @admin.display(description=_("roles"))
    def roles(self, person: User) -> str:
        return ", ".join(group.name for group in person.groups.all())
