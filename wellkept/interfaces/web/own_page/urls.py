from django.urls import path

from wellkept.interfaces.web.own_page import code, public, views

urlpatterns = [
    path("me/page", views.own_page, name="own-page"),
    path("me/page/address", views.address, name="own-page-address"),
    path("me/page/preview", views.preview, name="own-page-preview"),
    path("me/page/photo", views.photo, name="own-page-photo"),
    path("me/code", code.code, name="own-code"),
    path("me/code.png", code.png, name="own-code-png"),
    path("me/code.svg", code.svg, name="own-code-svg"),
    path("me/vcard", code.vcard, name="own-vcard"),
    path("p/<slug:address>", public.page, name="public-page"),
    path("p/<slug:address>/card.vcf", public.vcard, name="public-page-vcard"),
    path("p/<slug:address>/photo", public.photo, name="public-page-photo"),
]
