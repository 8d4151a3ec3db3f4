"""Only what differs from Django's defaults. The environment is read here and nowhere else.

With nothing set it is good for commands and tests, and refuses to serve: `make run` sets what the local product needs.
"""

import os
from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO

from config import environment

BASE_DIR = Path(__file__).resolve().parents[2]

# What is asked for with DEBUG=1 is served to this machine only; what nobody asked for is not served at all (wsgi.py).
DEBUG = environment.flag("DEBUG", default=not os.environ.get("SECRET_KEY"))
SERVABLE = not DEBUG or bool(os.environ.get("DEBUG"))
HTTPS = environment.flag("HTTPS", default=not DEBUG)

if DEBUG:
    SECRET_KEY = environment.own_key(BASE_DIR / ".local" / "secret-key")
    ALLOWED_HOSTS = environment.this_machine("ALLOWED_HOSTS")
else:
    SECRET_KEY = environment.strong_key("SECRET_KEY")
    ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS")

# What the pages call themselves in canonical links, to messengers and in the sitemap, whatever name they are asked by.
SITE_ADDRESS = environment.address("SITE_ADDRESS", HTTPS, ALLOWED_HOSTS)

INSTALLED_APPS = [
    "apps.translations",
    "apps.guide",
    "apps.amina",
    "apps.selfcheck",
    "apps.asking",
    "apps.news",
    "apps.mirrors",
    "apps.handouts",
    "apps.editing",
    "apps.publishing",
    "modeltranslation",  # before the admin, which it changes
    "config.editors_admin.EditorsAdmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "simple_history",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "two_factor",
    "two_factor.plugins.webauthn",
    "axes",
    "apps.accounts",  # after the packages, of which it changes a few things
]

MIDDLEWARE = [
    "config.middleware.permissions_policy",  # the first four: their headers stand on every answer, errors too
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "config.middleware.errors_in_words",
    "config.middleware.known_methods",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",  # so that the history knows who saved
    "apps.accounts.middleware.end_after_half_a_day",
    "axes.middleware.AxesMiddleware",
    "apps.publishing.remembering.remember",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{BASE_DIR / 'db.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,  # a PostgreSQL that was started anew is no reason for an error
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for an editor, and twenty editors wait for each other instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 25,  # seconds; gunicorn gives up at 30
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "apps.accounts.passwords.StrongEnough"},
]

# Editors sign in with a password and a second factor; failures lock out, idle sessions end.
LOGIN_URL = "two_factor:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "two_factor/locked_out.html"
AXES_CLIENT_IP_CALLABLE = "apps.accounts.failures.address_of"
AXES_USERNAME_CALLABLE = "apps.accounts.failures.name_of"
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
OTP_TOTP_ISSUER = TWO_FACTOR_WEBAUTHN_RP_NAME = "Amina Guide"
TWO_FACTOR_WEBAUTHN_UV_REQUIREMENT = "preferred"  # the password was asked for already
SESSION_COOKIE_AGE = 4 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True  # four hours after the last click
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# Mail, where EMAIL_URL says how: people are told what happened to their account.
vars().update(environment.mail("EMAIL_URL"))

# Languages. Russian is the language of the rules and the source of all translations.
LANGUAGE_CODE = "ru"
LANGUAGES = [
    ("ky", "Кыргызча"),
    ("ru", "Русский"),
    ("uz", "Oʻzbekcha"),
    ("uz-cyrl", "Ўзбекча"),
    ("tg", "Тоҷикӣ"),
    ("az", "Azərbaycanca"),
    ("hy", "Հայերեն"),
    ("kk", "Қазақша"),
    ("ka", "ქართული"),
    ("ro", "Română"),
    ("uk", "Українська"),
    ("en", "English"),
]
LANG_INFO["mo"] = LANG_INFO["mo-md"] = {"fallback": ["ro"]}  # phones that still send the old code of Moldovan
LANG_INFO["uz-cyrl"] = {"code": "uz-cyrl", "bidi": False, "name": "Uzbek (Cyrillic)", "name_local": "Ўзбекча"}
LANG_INFO["az"]["bidi"] = False  # Django 5.2 takes Azerbaijani for a right-to-left language
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Moscow"

MODELTRANSLATION_DEFAULT_LANGUAGE = "ru"
# Uzbek in Cyrillic is derived from the Latin texts.
MODELTRANSLATION_LANGUAGES = [code for code, name in LANGUAGES if code != "uz-cyrl"]
MODELTRANSLATION_ENABLE_FALLBACKS = False  # the language is chosen for a whole entry, never field by field
MODELTRANSLATION_AUTO_POPULATE = False

# Static files: hashed, compressed, immutable.
STATIC_URL = "/static/"
STATIC_ROOT = os.environ.get("STATIC_ROOT") or BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "config.storage.HashedModules"
    },
}

# Nodes that share a cache make a version once; without it each makes its own.
CACHES: dict[str, dict[str, str]] = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if CACHE_URL := os.environ.get("CACHE_URL"):
    CACHES["shared"] = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": CACHE_URL}

# Where a node keeps what is published; it keeps nothing else.
PUBLISHED_ROOT = os.environ.get("PUBLISHED_ROOT") or BASE_DIR / ".local" / "published"

# The same policy for visitors and editors: nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # the small icon that stands in the page itself
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
PERMISSIONS = ("camera", "microphone", "geolocation", "payment", "usb", "bluetooth", "accelerometer", "gyroscope")
PERMISSIONS_POLICY = ", ".join(f"{name}=()" for name in PERMISSIONS)
CSRF_FAILURE_VIEW = "config.middleware.csrf_failure"

SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
BEHIND_PROXY = environment.flag("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Errors go to the console. Nothing here writes a visitor's address or answers.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "axes": {"level": "CRITICAL"},  # it would write addresses
        "door": {"level": "INFO"},  # who signed in, enrolled or was given power; numbers of accounts, no addresses
    },
}
