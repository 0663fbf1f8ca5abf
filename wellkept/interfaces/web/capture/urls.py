from django.urls import path

from wellkept.interfaces.web.capture import after, door, facts, inbox, views

urlpatterns = [
    path("capture", views.capture, name="capture"),
    path("capture/receive", door.receive_one, name="capture-receive"),
    path("inbox", inbox.inbox_page, name="inbox"),
    path("inbox/<int:pk>", inbox.item, name="inbox-item"),
    path("inbox/<int:pk>/drop", inbox.drop_item, name="inbox-drop"),
    path("inbox/<int:pk>/reopen", inbox.reopen_item, name="inbox-reopen"),
    path("inbox/<int:pk>/picture", inbox.picture, name="inbox-picture"),
    path("interactions/<int:pk>/who-else", after.who_else, name="who-else"),
    path("contacts/<int:pk>/facts", facts.add, name="fact-add"),
    path("facts/<int:pk>", facts.edit, name="fact"),
    path("facts/<int:pk>/over", facts.over, name="fact-over"),
    path("facts/<int:pk>/again", facts.again, name="fact-again"),
    path("facts/<int:pk>/remove", facts.remove, name="fact-remove"),
]
