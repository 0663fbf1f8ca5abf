from django.db import migrations

from wellkept.domain.search.words import index_text

SQL = (
    "CREATE VIRTUAL TABLE search_events USING fts5(net, name, place, series, "
    "tokenize = \"unicode61 remove_diacritics 2\", prefix = '1 2 3')"
)


def index(apps, editor):
    columns = ("pk", "network_id", "name", "place", "series__name")
    rows = apps.get_model("events", "Event").objects.values_list(*columns)
    with editor.connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_events (rowid, net, name, place, series) VALUES (%s,%s,%s,%s,%s)",
            [(key, f"n{net}", *(index_text(text or "") for text in texts)) for key, net, *texts in rows],
        )


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial"), ("events", "0002_let_go")]
    operations = [
        migrations.RunSQL(SQL, reverse_sql="DROP TABLE search_events"),
        migrations.RunPython(index, migrations.RunPython.noop, elidable=False),
    ]
