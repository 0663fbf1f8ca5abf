from django.urls import path

from wellkept.interfaces.web.forget import views

urlpatterns = [
    path("contacts/<int:pk>/forget", views.forget_contact, name="contact-forget"),
    path("contacts/<int:pk>/forget/document", views.give_document, name="contact-forget-document"),
    path("forgotten", views.forgotten, name="forgotten"),
    path("forgotten/<int:pk>/lift", views.lift_forgotten, name="forgotten-lift"),
]
