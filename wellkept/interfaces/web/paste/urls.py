from django.urls import path

from wellkept.interfaces.web.paste import views

urlpatterns = [
    path("paste", views.paste, name="paste"),
    path("paste/take", views.take, name="paste-take"),
]
