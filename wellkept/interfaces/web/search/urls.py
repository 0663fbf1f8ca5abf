from django.urls import path

from wellkept.interfaces.web.search import views

urlpatterns = [
    path("search", views.search_page, name="search"),
    path("palette", views.palette, name="palette"),
    path("palette/do", views.do, name="palette-do"),
]
