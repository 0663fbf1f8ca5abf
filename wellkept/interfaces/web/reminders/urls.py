from django.urls import path

from wellkept.interfaces.web.reminders import answering, calendar, push, views

urlpatterns = [
    path("settings/reminders", views.show, name="reminders"),
    path("settings/reminders/digest", views.digest, name="reminders-digest"),
    path("settings/reminders/links", views.end_links, name="reminders-end-links"),
    path("settings/reminders/pause", views.pause, name="reminders-pause"),
    path("settings/reminders/mail-server", views.server, name="reminders-server"),
    path("settings/reminders/test-mail", views.trial, name="reminders-trial"),
    path("settings/reminders/calendar", calendar.settle, name="reminders-calendar"),
    path("settings/reminders/push", push.add, name="reminders-push"),
    path("settings/reminders/push/<int:pk>/remove", push.remove, name="reminders-push-remove"),
    path("calendar/<str:secret>.ics", calendar.feed, name="calendar-feed"),
    path("mail/answer/<str:token>/<slug:say>", answering.answer, name="digest-answer"),
    path("mail/stop/<str:token>", answering.stop, name="digest-stop"),
]
