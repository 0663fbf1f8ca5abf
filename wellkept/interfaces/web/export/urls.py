from django.urls import path

from wellkept.interfaces.web.export import people, views

urlpatterns = [
    path("export", views.export, name="export"),
    path("export/people", people.export_people, name="export-people"),
    path("export/<int:pk>/archive", views.archive, name="export-archive"),
]
