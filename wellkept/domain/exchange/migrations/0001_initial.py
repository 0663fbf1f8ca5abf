import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('contacts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=255)),
                ('upload', models.CharField(max_length=32)),
                ('entry', models.CharField(blank=True, max_length=255)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('kind', models.CharField(blank=True, max_length=40)),
                ('state', models.CharField(choices=[('preview', 'waiting for your word'), ('mapping', 'waiting for a mapping'), ('waiting', 'waiting for its turn'), ('running', 'running'), ('done', 'done'), ('failed', 'could not be read'), ('undoing', 'being undone'), ('undone', 'undone')], default='preview', max_length=10)),
                ('options', models.JSONField(default=dict)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('rows_done', models.PositiveIntegerField(default=0)),
                ('added', models.PositiveIntegerField(default=0)),
                ('merged', models.PositiveIntegerField(default=0)),
                ('unchanged', models.PositiveIntegerField(default=0)),
                ('refused', models.PositiveIntegerField(default=0)),
                ('missing', models.PositiveIntegerField(default=0)),
                ('problem', models.CharField(blank=True, max_length=500)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('started_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='import_runs', to='contacts.file')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['network', 'state'], name='exchange_im_network_c4b3d3_idx'), models.Index(fields=['network', 'upload'], name='exchange_im_network_144e7f_idx')],
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('outcome', models.CharField(choices=[('added', 'added'), ('merged', 'merged'), ('unchanged', 'unchanged'), ('refused', 'refused'), ('missing', 'missing')], max_length=9)),
                ('label', models.CharField(blank=True, max_length=200)),
                ('rule', models.CharField(blank=True, max_length=60)),
                ('field', models.CharField(blank=True, max_length=100)),
                ('message', models.CharField(blank=True, max_length=500)),
                ('raw', models.TextField(blank=True)),
                ('contact', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='import_rows', to='contacts.contact')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='exchange.importrun')),
            ],
            options={
                'verbose_name': 'row of an import',
                'verbose_name_plural': 'rows of imports',
                'ordering': ['number', 'id'],
                'indexes': [models.Index(fields=['network', 'run', 'outcome'], name='exchange_im_network_8a39f7_idx'), models.Index(fields=['network', 'contact'], name='exchange_im_network_60da46_idx')],
            },
        ),
        migrations.CreateModel(
            name='SourceRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=30)),
                ('key', models.CharField(max_length=200)),
                ('values', models.JSONField(default=dict)),
                ('seen_run', models.BigIntegerField(null=True)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='source_records', to='contacts.contact')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'record of a source',
                'verbose_name_plural': 'records of sources',
                'indexes': [models.Index(fields=['network', 'contact'], name='exchange_so_network_edce55_idx')],
                'constraints': [models.UniqueConstraint(fields=('network', 'source', 'key'), name='one_record_a_source_key')],
            },
        ),
        migrations.CreateModel(
            name='ExportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'waiting for its turn'), ('running', 'being made'), ('done', 'ready'), ('failed', 'could not be made')], default='waiting', max_length=8)),
                ('token', models.CharField(max_length=32)),
                ('size', models.BigIntegerField(default=0)),
                ('problem', models.CharField(blank=True, max_length=500)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('finished_at', models.DateTimeField(null=True)),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'export',
                'verbose_name_plural': 'exports',
                'indexes': [models.Index(fields=['network', 'state'], name='exchange_ex_network_4fe7de_idx')],
            },
        ),
    ]
