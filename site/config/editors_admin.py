from django.contrib.admin.apps import AdminConfig


class EditorsAdmin(AdminConfig):
    default_site = "config.editors_site.EditorsSite"
