from django.urls import path

from wellkept.interfaces.web.triage import groups, stepping, views

urlpatterns = [
    path("triage", views.triage, name="triage"),
    path("triage/decide", views.decide_on, name="triage-decide"),
    path("triage/later", views.later, name="triage-later"),
    path("triage/again", views.again, name="triage-again"),
    path("triage/circle", views.circle, name="triage-circle"),
    path("triage/groups", groups.groups_page, name="triage-groups"),
    path("triage/groups/decide", groups.decide_on_group, name="triage-groups-decide"),
    path("contacts/<int:pk>/complete", stepping.complete_step, name="contact-complete"),
    path("contacts/<int:pk>/snooze", stepping.snooze_step, name="contact-snooze"),
    path("contacts/<int:pk>/skip", stepping.skip_step, name="contact-skip"),
    path("contacts/<int:pk>/step", stepping.choose_step, name="contact-step"),
    path("contacts/<int:pk>/decide", stepping.decide_cadence, name="contact-decide"),
]
