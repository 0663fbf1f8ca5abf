from django.urls import path

from wellkept.interfaces.web.history import as_of, trash, views

urlpatterns = [
    path("history", views.history, name="history"),
    path("history/<int:pk>", views.act, name="act"),
    path("history/<int:pk>/undo", views.undo, name="undo"),
    path("trash", trash.trash, name="trash"),
    path("trash/<int:pk>/back", trash.bring_back, name="trash-back"),
    path("trash/empty", trash.empty, name="trash-empty"),
    path("contacts/<int:pk>/as-of", as_of.contact_as_of, name="contact-as-of"),
]
