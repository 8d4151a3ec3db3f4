import re
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

# Lines that are nothing but a comment, as the scripts have them above their functions; types inside lines; and the
# spaces that lines begin with, which no text of a script needs.
UNREAD = re.compile(
    rb"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/)\n|/\*\* @type(?:(?!\*/).)*\*/ ?|^[ \t]+", re.MULTILINE | re.DOTALL
)


class HashedModules(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise ships no types
    """Scripts that import one another do so by their hashed names, and travel without what no browser reads."""

    support_js_module_import_aggregation = True

    def _save(self, name: str, content: Any) -> Any:
        if name.startswith("js/"):
            content.seek(0)  # it was read to the end for its hash
            content = ContentFile(UNREAD.sub(b"", content.read()))
        return super()._save(name, content)
