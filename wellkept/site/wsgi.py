"""The application, for any WSGI server; ``wellkept serve`` starts its own."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellkept.site.settings")
application = get_wsgi_application()
