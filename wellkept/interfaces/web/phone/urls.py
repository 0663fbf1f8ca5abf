from django.urls import path

from wellkept.interfaces.web.phone import installing, views

urlpatterns = [
    path("phone", views.phone, name="phone"),
    path("phone/wellkept-authority.crt", views.authority, name="phone-authority"),
    path("phone/wellkept.mobileconfig", views.mobileconfig, name="phone-mobileconfig"),
    path("pair/<slug:code>", views.pair, name="pair"),
    path("manifest.webmanifest", installing.manifest, name="manifest"),
    path("service-worker.js", installing.service_worker, name="service-worker"),
    path("offline", installing.offline, name="offline"),
]
