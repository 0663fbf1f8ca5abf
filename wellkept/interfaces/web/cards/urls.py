from django.urls import path

from wellkept.interfaces.web.cards import views

urlpatterns = [
    path("cards", views.cards, name="cards"),
    path("cards/<int:pk>/again", views.again, name="card-again"),
]
