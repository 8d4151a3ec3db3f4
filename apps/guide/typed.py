"""Django classes that are generic only to the type checker."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.sitemaps import Sitemap

if TYPE_CHECKING:
    AnyModelAdmin = admin.ModelAdmin[Any]
    AnyModelForm = forms.ModelForm[Any]
    AnySitemap = Sitemap[Any]
else:
    AnyModelAdmin, AnyModelForm, AnySitemap = admin.ModelAdmin, forms.ModelForm, Sitemap
