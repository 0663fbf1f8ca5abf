from django.urls import path

from wellkept.interfaces.web.export import views

urlpatterns = [
    path("export", views.export, name="export"),
    path("export/<int:pk>/archive", views.archive, name="export-archive"),
]
