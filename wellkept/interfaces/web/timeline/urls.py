from django.urls import path

from wellkept.interfaces.web.timeline import notes, promises, referrals, views

urlpatterns = [
    path("log", views.log, name="log"),
    path("log/who", views.who, name="log-who"),
    path("log/people", views.people, name="log-people"),
    path("interactions/<int:pk>", views.interaction, name="interaction"),
    path("interactions/<int:pk>/remove", views.remove, name="interaction-remove"),
    path("contacts/<int:pk>/timeline", views.timeline, name="timeline"),
    path("contacts/<int:pk>/promises", promises.add, name="promise-add"),
    path("notes/<int:pk>", notes.edit, name="note"),
    path("notes/<int:pk>/pin", notes.pin, name="note-pin"),
    path("notes/<int:pk>/remove", notes.remove, name="note-remove"),
    path("promises/<int:pk>", promises.edit, name="promise"),
    path("referrals/<int:pk>/drop", referrals.drop, name="referral-drop"),
    path("promises/<int:pk>/settle", promises.settle, name="promise-settle"),
    path("promises/<int:pk>/forgive", promises.forgive, name="promise-forgive"),
    path("promises/<int:pk>/reopen", promises.reopen, name="promise-reopen"),
    path("promises/<int:pk>/remove", promises.remove, name="promise-remove"),
]
