from django.urls import path

from wellkept.interfaces.web.interview import ending, source, views

urlpatterns = [
    path("interview", views.interview, name="interview"),
    path("interview/begin", views.begin, name="interview-begin"),
    path("interview/add", views.add, name="interview-add"),
    path("interview/end", ending.end, name="interview-end"),
    path("interview/<int:pk>", source.source, name="interview-source"),
    path("interview/<int:pk>/again", source.again, name="interview-again"),
    path("interview/<int:pk>/cadences", ending.cadences, name="interview-cadences"),
    path("interview/remembered/<int:pk>/week", ending.into_week, name="interview-week"),
]
