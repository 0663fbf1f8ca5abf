"""The index is four FTS5 tables, made in the migrations; the ORM holds none of it.

``search_contacts``, ``search_interactions``, ``search_notes`` and ``search_events`` carry the network as a word of their own
(``n12``), so that a query walks one network's rows alone. ``search_words`` lists the words of the contacts' index.
"""
