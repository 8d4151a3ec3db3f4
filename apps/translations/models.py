from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import OuterRef
from django.utils.translation import gettext_lazy as _

from apps.translations import languages, states


class StateQuerySet(models.QuerySet[Any]):
    def of(self, thing: models.Model) -> StateQuerySet:
        return self.filter(kind=thing._meta.model_name, object_id=thing.pk)

    def beside(self, kind: str, language: str) -> models.Subquery:
        """The claims of each row of a query about things of a kind, in that same query."""
        return models.Subquery(self.filter(kind=kind, object_id=OuterRef("pk"), language=language).values("claims")[:1])


class TranslationState(models.Model):
    """What is known of every text that one thing has had in one language, by the hash of that text."""

    kind = models.CharField(_("kind"), max_length=20)
    object_id = models.PositiveBigIntegerField(_("object"))
    language = models.CharField(_("language"), max_length=5)
    claims = models.JSONField(_("claims"), default=dict, editable=False)

    objects = models.Manager.from_queryset(StateQuerySet)()

    class Meta:
        verbose_name = _("state of a translation")
        verbose_name_plural = _("translations")
        default_permissions = ("view",)
        permissions = [
            ("write_russian", "Can write Russian texts and the facts around them"),
            ("translate", "Can translate into their languages"),
            ("review", "Can review translations into their languages"),
            ("publish", "Can publish, hide and confirm"),
            *((f"work_in_{code}", f"Works in {code}") for code in languages.TARGETS),
        ]
        constraints = [models.UniqueConstraint(name="one_state", fields=["kind", "object_id", "language"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.language}"

    @classmethod
    def begin(cls, thing: models.Model, language: str) -> Self:
        return cls(kind=thing._meta.model_name, object_id=thing.pk, language=language)

    def read(self) -> dict[str, states.Claim]:
        return states.read_claims(self.claims)

    def write(self, claims: dict[str, states.Claim]) -> bool:
        """Take the claims over and say whether they differ from those before."""
        before, self.claims = self.claims, {text: claim.stored() for text, claim in claims.items()}
        return bool(before != self.claims)
