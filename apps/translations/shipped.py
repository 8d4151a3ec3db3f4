import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from apps.translations import languages, states
from apps.translations.worded import Worded


class Shipped(models.Model):
    """A thing whose first words come with the repository and may then be changed by an editor."""

    shipped = models.JSONField(default=dict, editable=False, blank=True)

    class Meta:
        abstract = True


def ship(instance: Shipped, values: Mapping[str, Any]) -> list[str]:
    """Give the fields the shipped values, save if something changed, and name the fields an editor keeps."""
    before = dict(instance.shipped)
    kept, changed = [], instance._state.adding
    for name, value in values.items():
        current = getattr(instance, name)
        if _same(current, value):
            instance.shipped[name] = _digest(value)
        elif _edited(instance, name, current):
            kept.append(name)
        else:
            setattr(instance, name, value)
            instance.shipped[name] = _digest(value)
            changed = True
    if changed or instance.shipped != before or _never_hashed(instance):
        _save(instance, values)
    return kept


def ship_links(instance: Shipped, name: str, targets: Sequence[models.Model]) -> list[str]:
    """The same for a many-to-many field of a saved thing."""
    current = sorted(target.pk for target in getattr(instance, name).all())
    wanted = sorted(target.pk for target in targets)
    if current != wanted and _edited(instance, name, current):
        return [name]
    if current != wanted:
        getattr(instance, name).set(targets)
    if instance.shipped.get(name) != _digest(wanted):
        instance.shipped[name] = _digest(wanted)
        type(instance)._default_manager.filter(pk=instance.pk).update(shipped=instance.shipped)
    return []


def _never_hashed(instance: Shipped) -> bool:
    return isinstance(instance, Worded) and not instance.hashes


def edited(instance: Shipped, name: str) -> bool:
    """Say whether an editor changed a field since it was last shipped."""
    return _edited(instance, name, getattr(instance, name))


def _save(instance: Shipped, values: Mapping[str, Any]) -> None:
    if isinstance(instance, Worded):
        russian = {name: values.get(f"{name}_{languages.ORIGINAL}") for name in languages.read_fields(type(instance))}
        instance.change = states.Change(made_from=states.text_hash(russian))
    instance.save()


def _edited(instance: Shipped, name: str, current: Any) -> bool:
    if name in instance.shipped:
        return bool(instance.shipped[name] != _digest(current))
    return not _is_fresh(instance, name, current)


def _is_fresh(instance: Shipped, name: str, current: Any) -> bool:
    field: Any = instance._meta.get_field(name)
    return instance._state.adding or not current or bool(current == field.get_default())


def _same(current: Any, value: Any) -> bool:
    return _digest(current) == _digest(value)


def _digest(value: Any) -> str:
    # An empty text and no text are the same to an editor.
    text = json.dumps(languages.nfc(value) or None, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
