from django.urls import path

from wellkept.interfaces.web.events import attending, debriefing, here, lists, one, taking, views

urlpatterns = [
    path("events/", views.events, name="events"),
    path("events/worth", views.worth, name="events-worth"),
    path("events/add", one.add, name="event-add"),
    path("events/take", taking.take, name="events-take"),
    path("events/<int:pk>", one.event, name="event"),
    path("events/<int:pk>/edit", one.edit, name="event-edit"),
    path("events/<int:pk>/remove", one.remove, name="event-remove"),
    path("events/<int:pk>/list", lists.attendees, name="event-list"),
    path("events/<int:pk>/people", attending.people, name="event-people"),
    path("events/<int:pk>/debrief", debriefing.debrief, name="event-debrief"),
    path("events/<int:pk>/here", here.here, name="event-here"),
    path("attendances/<int:pk>", attending.attendance, name="attendance"),
]
