"""What a release needs before it serves is done once, and again only where something has changed."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from apps.guide.models import Contact
from apps.publishing.models import Delivery

pytestmark = pytest.mark.django_db


def test_what_is_unchanged_is_not_gone_through_again(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    call_command("set_up")
    style = next(tmp_path.glob("css/site*.css"))
    (tmp_path / "staticfiles.json").touch()  # as the storage of the served site leaves it
    Contact.objects.filter(slug="georgia-section").delete()
    style.unlink()
    call_command("set_up")
    assert not style.exists()
    assert not Contact.objects.filter(slug="georgia-section").exists()


def test_another_release_brings_its_content_and_files(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    call_command("set_up")
    Contact.objects.filter(slug="georgia-section").delete()
    Delivery.objects.update(digest="of another release")
    (tmp_path / ".collected").write_text("of another release")
    next(tmp_path.glob("css/site*.css")).unlink()
    call_command("set_up")
    assert Contact.objects.filter(slug="georgia-section").exists()
    assert next(tmp_path.glob("css/site*.css")).exists()
