from django.urls import path

from wellkept.interfaces.web.duplicates import choosing, houses, merged, people

urlpatterns = [
    path("duplicates", people.duplicates, name="duplicates"),
    path("duplicates/merge", people.merge, name="duplicates-merge"),
    path("duplicates/not-the-same", people.two, name="duplicates-not-the-same"),
    path("duplicates/later", people.later, name="duplicates-later"),
    path("duplicates/again", people.again, name="duplicates-again"),
    path("duplicates/search", people.search, name="duplicates-search"),
    path("duplicates/sure", people.sure, name="duplicates-sure"),
    path("duplicates/merged", merged.merged, name="duplicates-merged"),
    path("duplicates/merged/<int:pk>/undo", merged.undo_one, name="duplicates-undo"),
    path("duplicates/organizations", houses.queue, name="duplicates-organizations"),
    path("duplicates/organizations/merge", houses.merge, name="duplicates-organizations-merge"),
    path("duplicates/organizations/not-the-same", houses.two, name="duplicates-organizations-not-the-same"),
    path("duplicates/organizations/later", houses.later, name="duplicates-organizations-later"),
    path("contacts/<int:pk>/merge", choosing.with_whom, name="contact-merge"),
    path("organizations/<int:pk>/merge", choosing.with_which, name="organization-merge"),
    path("contacts/other-photo/<int:pk>", choosing.other_photo, name="contact-other-photo"),
]
