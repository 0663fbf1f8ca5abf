from django.urls import path

from wellkept.interfaces.web.history import views

urlpatterns = [
    path("history", views.history, name="history"),
    path("history/<int:pk>", views.act, name="act"),
    path("history/<int:pk>/undo", views.undo, name="undo"),
]
