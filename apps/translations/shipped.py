import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from apps.translations import gate, languages, states, writing
from apps.translations.states import Edit
from apps.translations.worded import Worded

ID = "id"  # among the digests of what was shipped; no column of ours is called so


class Shipped(Worded):
    """A thing whose first words come with the repository and may then be changed by an editor."""

    shipped = models.JSONField(default=dict, editable=False, blank=True)

    class Meta:
        abstract = True

    @property
    def known_as(self) -> str:
        """The name it came with, in files and records, however an editor has named its address since."""
        return str(self.shipped.get(ID) or self)


def ship(instance: Shipped, values: Mapping[str, Any], known_as: str) -> list[str]:
    """Give the fields the shipped values, save if something changed, and name the fields an editor keeps."""
    kept = [name for name, value in values.items() if _is_kept(instance, name, value)]
    taken = {name: value for name, value in values.items() if name not in kept}
    shipped = instance.shipped | {name: _digest(value) for name, value in taken.items()} | {ID: known_as}
    changed = any(not _same(getattr(instance, name), value) for name, value in taken.items())
    if instance._state.adding or changed or shipped != instance.shipped:
        _write(instance, {**taken, "shipped": shipped}, values)
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


def edited(instance: Shipped, name: str) -> bool:
    """Say whether an editor changed a field since it was last shipped."""
    return _edited(instance, name, getattr(instance, name))


def _write(instance: Shipped, taken: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Translations that come with the repository were made from the Russian text that comes with them."""
    russian = {name: values.get(f"{name}_{languages.ORIGINAL}") for name in languages.read_fields(type(instance))}
    writing.write(instance, taken, Edit(made_from=states.text_hash(russian)))


def _is_kept(instance: Shipped, name: str, value: Any) -> bool:
    current = getattr(instance, name)
    return not _same(current, value) and _edited(instance, name, current)


def _edited(instance: Shipped, name: str, current: Any) -> bool:
    if name in instance.shipped:
        return bool(instance.shipped[name] != _digest(current))
    return not _is_fresh(instance, name, current)


def _is_fresh(instance: Shipped, name: str, current: Any) -> bool:
    field: Any = instance._meta.get_field(name)
    return instance._state.adding or not current or bool(current == field.get_default())


def _same(current: Any, value: Any) -> bool:
    return bool(current == value) or _digest(current) == _digest(value)


def _digest(value: Any) -> str:
    # An empty text and no text are the same to an editor.
    text = json.dumps(gate.clean(value) or None, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
