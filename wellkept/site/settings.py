"""Settings. Whatever may differ between installations is read from the environment here, once, and fails loudly."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from wellkept.site.fingerprint import fingerprint
from wellkept.site.home import home, secret_key

PACKAGE = Path(__file__).resolve().parent.parent
HOME = home()


def flag(name: str, default: str = "off") -> bool:
    value = os.environ.get(name, default).lower()
    if value not in {"on", "off"}:
        raise ImproperlyConfigured(f"{name} is {value!r}; it takes 'on' or 'off'.")
    return value == "on"


# --- where it is reached -------------------------------------------------------------------------
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
_site = urlsplit(SITE_URL)
if _site.scheme not in {"http", "https"} or not _site.hostname:
    raise ImproperlyConfigured(f"SITE_URL is {SITE_URL!r}; it takes an address such as https://wellkept.example.org")
LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
EXTRA_HOSTS = [host.strip() for host in os.environ.get("WELLKEPT_HOSTS", "").split(",") if host.strip()]
LAN_URL = os.environ.get("WELLKEPT_LAN_URL", "")  # set by `wellkept serve --lan`: where a phone finds it
ALLOWED_HOSTS = [*LOOPBACK_HOSTS, _site.hostname, *EXTRA_HOSTS]
OVER_HTTPS = _site.scheme == "https"
BEHIND_PROXY = flag("WELLKEPT_BEHIND_PROXY")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = [f"{_site.scheme}://{_site.netloc}"]
SIGN_UP_OPEN = flag("WELLKEPT_SIGN_UP")

# --- secrets, cookies, headers -------------------------------------------------------------------
SECRET_KEY = os.environ.get("WELLKEPT_SECRET_KEY") or secret_key(HOME)
DEBUG = flag("WELLKEPT_DEBUG")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True  # the one exception, plain HTTP on loopback: web/cookies.py
SESSION_COOKIE_NAME = "wellkept"  # over HTTPS: __Host-wellkept
CSRF_COOKIE_NAME = "wellkept-csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = OVER_HTTPS and BEHIND_PROXY
SECURE_SSL_HOST = _site.netloc
SECURE_HSTS_SECONDS = 31536000 if SECURE_SSL_REDIRECT else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # whether a domain is preloaded is for its owner to say
TLS_FOLDER = HOME / "tls"

# --- applications --------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "wellkept.domain.accounts",
    "wellkept.domain.history",
    "wellkept.domain.contacts",
    "wellkept.domain.timeline",
    "wellkept.domain.cadence",
    "wellkept.domain.events",
    "wellkept.domain.recall",
    "wellkept.domain.rhythm",
    "wellkept.domain.plan",
    "wellkept.domain.exchange",
    "wellkept.domain.search",
    "wellkept.domain.capture",
    "wellkept.domain.reminders",
    "wellkept.interfaces.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "wellkept.interfaces.web.headers.SecurityHeaders",
    "wellkept.interfaces.web.cookies.SecureCookies",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "wellkept.interfaces.web.bodies.BodyLimit",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wellkept.interfaces.web.gate.NetworkGate",
]
ROOT_URLCONF = "wellkept.site.urls"
WSGI_APPLICATION = "wellkept.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "interfaces" / "web"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wellkept.interfaces.web.frame.context.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "wellkept.interfaces.web.templatetags.frame",
                "wellkept.interfaces.web.templatetags.house",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- data ----------------------------------------------------------------------------------------
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "wellkept.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA mmap_size=0;"
                "PRAGMA cache_size=-12000;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
            ),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILES_FOLDER = HOME / "files"
MEDIA_ROOT = FILES_FOLDER
FILE_UPLOAD_TEMP_DIR = None
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 5000  # the page of imports says in words how many it takes
UPLOAD_LIMIT = 200 * 1024 * 1024  # bytes of one uploaded file
BODY_LIMIT = 300 * 1024 * 1024  # bytes of a whole request; several files come in one
BODY_DROPPED = 4 * 1024 * 1024 * 1024  # so much is read and dropped, so that a browser shows the page that says why
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# --- people --------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["wellkept.domain.accounts.passwords.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "week"
LOGOUT_REDIRECT_URL = "sign-in"

# --- what may leave the machine, where the host says so ---------------------------------------------
SMTP: dict[str, Any] = {
    "host": os.environ.get("WELLKEPT_SMTP_HOST", ""),
    "port": os.environ.get("WELLKEPT_SMTP_PORT", "587"),
    "tls": os.environ.get("WELLKEPT_SMTP_TLS", "starttls"),
    "user": os.environ.get("WELLKEPT_SMTP_USER", ""),
    "password": os.environ.get("WELLKEPT_SMTP_PASSWORD", ""),
    "sender": os.environ.get("WELLKEPT_SMTP_FROM", ""),
}
if SMTP["tls"] not in {"starttls", "tls", "none"}:
    raise ImproperlyConfigured(f"WELLKEPT_SMTP_TLS is {SMTP['tls']!r}; it takes 'starttls', 'tls' or 'none'.")
if not SMTP["port"].isdecimal() or not 0 < int(SMTP["port"]) < 65536:
    raise ImproperlyConfigured(f"WELLKEPT_SMTP_PORT is {SMTP['port']!r}; it takes a number.")
if SMTP["host"] and "@" not in SMTP["sender"]:
    raise ImproperlyConfigured(
        "WELLKEPT_SMTP_FROM is needed with WELLKEPT_SMTP_HOST: the address that mail is sent from."
    )
SMTP["port"] = int(SMTP["port"])
PUSH_SERVICES = [one.strip() for one in os.environ.get("WELLKEPT_PUSH_SERVICES", "").split(",") if one.strip()]

# --- words, times, files of the pages --------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [  # one text; the others write dates their own way
    ("en", "English"), ("en-gb", "British English"), ("en-ie", "Irish English"), ("en-au", "Australian English"), ("en-ca", "Canadian English"),
]  # fmt: skip
FORMAT_MODULE_PATH = "wellkept.interfaces.web.dates"  # how a date is written where Django has no formats for it
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_FOLDER = PACKAGE / "interfaces" / "web" / "static"
STATICFILES_DIRS = [STATIC_FOLDER]
# The content's fingerprint stands in the path, so that what a stylesheet or module names beside itself is as
# fresh as itself, and every file may be kept by the browser for ever.
STATIC_URL = f"/static/{fingerprint(STATIC_FOLDER)}/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 31536000
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": os.environ.get("WELLKEPT_LOG", "WARNING").upper()},
}
