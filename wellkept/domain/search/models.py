"""The search index is made of FTS5 tables (see migrations); there is nothing for the ORM to hold."""
