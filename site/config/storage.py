from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class HashedModules(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise ships no types
    """Scripts that import one another do so by their hashed names."""

    support_js_module_import_aggregation = True
