from django.urls import path

from wellkept.interfaces.web.restore import views

urlpatterns = [
    path("restore", views.restore, name="restore"),
    path("restore/start", views.start, name="restore-start"),
    path("restore/discard", views.drop, name="restore-discard"),
    path("restore/copy", views.bring_copy, name="restore-copy"),
]
