"""The index is three FTS5 tables, made in the first migration; the ORM holds none of it.

``search_contacts``, ``search_interactions`` and ``search_notes`` carry the network as a word of their own
(``n12``), so that a query walks one network's rows alone. ``search_words`` lists the words of the contacts' index.
"""
