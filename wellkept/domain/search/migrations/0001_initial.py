from django.db import migrations

TABLES = [
    (
        "search_contacts",
        "CREATE VIRTUAL TABLE search_contacts USING fts5(net, name, organization, address, words, "
        "tokenize = \"unicode61 remove_diacritics 2\", prefix = '1 2 3')",
    ),
    (
        "search_interactions",
        "CREATE VIRTUAL TABLE search_interactions USING fts5(net, body, "
        "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')",
    ),
    (
        "search_notes",
        "CREATE VIRTUAL TABLE search_notes USING fts5(net, body, "
        "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')",
    ),
    ("search_words", "CREATE VIRTUAL TABLE search_words USING fts5vocab(search_contacts, row)"),
]


class Migration(migrations.Migration):
    initial = True
    dependencies = [("contacts", "0001_initial"), ("timeline", "0001_initial"), ("cadence", "0001_initial")]
    operations = [
        migrations.RunSQL(sql, reverse_sql=f"DROP TABLE {name}") for name, sql in TABLES
    ]
