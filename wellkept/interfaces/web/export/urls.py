from django.urls import path

from wellkept.interfaces.web.export import views

urlpatterns = [path("export", views.export, name="export")]
