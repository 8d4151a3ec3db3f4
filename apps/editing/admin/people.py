"""People and their roles: an administrator gives roles, but never more power than the roles hold."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.accounts import resetting
from apps.editing import roles
from apps.editing.folded import FoldedSearch

admin.site.unregister(User)


@admin.register(User)
class PersonAdmin(FoldedSearch, UserAdmin[User]):
    list_display = ("username", "first_name", "last_name", "is_active", "roles")
    fieldsets = (
        (None, {"fields": ("username", "password", "first_name", "last_name", "email")}),
        (_("What they may do"), {"fields": ("is_active", "is_staff", "groups")}),
    )

    # All of it on one page: a new person can work at once.
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        (_("What they may do"), {"fields": ("is_staff", "groups")}),
    )
    change_form_template = "admin/person.html"

    def get_urls(self) -> list[URLPattern]:
        reset = self.admin_site.admin_view(require_POST(self.reset))
        return [path("<int:pk>/reset/", reset, name="auth_user_reset"), *super().get_urls()]

    def reset(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask to remove a colleague's second factor, or be the second administrator who agrees."""
        person = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        assert isinstance(request.user, User)
        if "agree" in request.POST:
            resetting.agree(person, request.user)
            self.message_user(request, _("The second factor is removed; a new one is set up at the next sign-in."))
        else:
            resetting.ask(person, request.user)
            self.message_user(request, _("Another administrator has to agree within a day."))
        return redirect("admin:auth_user_change", pk)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        person = self.get_object(request, object_id)
        assert isinstance(request.user, User)
        if person and self.has_change_permission(request, person):
            may = {"may_ask": resetting.may_ask(person, request.user)}
            may["may_agree"] = resetting.may_agree(person, request.user)
            extra_context = {**(extra_context or {}), **may}
        return super().change_view(request, object_id, form_url, extra_context)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().get_changeform_initial_data(request), "is_staff": True}

    def get_queryset(self, request: HttpRequest) -> Any:
        found = super().get_queryset(request).prefetch_related("groups")
        return found if request.user.is_superuser else found.filter(is_superuser=False)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # the history names people: make them inactive instead

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return ["username", "first_name", "last_name", "email"]

    @admin.display(description=_("roles"))
    def roles(self, person: User) -> str:
        return ", ".join(roles.named(group.name) for group in person.groups.all())

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups":
            field.label_from_instance = lambda group: roles.named(group.name)
        return field
