from django.urls import path

from wellkept.interfaces.web.contacts import listing, one, selection, tie, writing

urlpatterns = [
    path("contacts/", listing.contacts, name="contacts"),
    path("contacts/selection", selection.act_on_selection, name="contacts-selection"),
    path("contacts/views", listing.keep, name="contacts-keep-view"),
    path("contacts/views/<int:pk>/drop", listing.drop, name="contacts-drop-view"),
    path("contacts/add", writing.add, name="contact-add"),
    path("contacts/<int:pk>", one.contact, name="contact"),
    path("contacts/<int:pk>/edit", writing.edit, name="contact-edit"),
    path("contacts/<int:pk>/photo", one.photo, name="contact-photo"),
    path("contacts/<int:pk>/closeness", tie.closeness, name="contact-closeness"),
    path("contacts/<int:pk>/archive", one.archive_contact, name="contact-archive"),
    path("contacts/<int:pk>/delete", one.delete, name="contact-delete"),
    path("contacts/<int:pk>/vcard", one.vcard, name="contact-vcard"),
    path("me", writing.own_card_page, name="own-card"),
]
