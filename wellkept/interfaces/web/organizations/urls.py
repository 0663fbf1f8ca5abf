from django.urls import path

from wellkept.interfaces.web.organizations import views

urlpatterns = [
    path("organizations/", views.organizations, name="organizations"),
    path("organizations/<int:pk>", views.organization, name="organization"),
    path("organizations/<int:pk>/edit", views.edit, name="organization-edit"),
]
