from django.urls import path

from wellkept.interfaces.web.status import views

urlpatterns = [
    path("status", views.status, name="status"),
    path("status/backup", views.back_up_now, name="status-backup"),
    path("status/plan", views.settle_plan, name="status-plan"),
]
