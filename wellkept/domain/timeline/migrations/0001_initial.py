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
            name='Interaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('met', 'met'), ('call', 'call'), ('video', 'video call'), ('lunch', 'lunch'), ('coffee', 'coffee'), ('email', 'e-mail'), ('message', 'message'), ('letter', 'letter or card'), ('event', 'event'), ('introduction', 'introduction'), ('gift', 'gift'), ('help', 'help'), ('other', 'other')], max_length=14, verbose_name='kind')),
                ('on', models.DateField(verbose_name='date')),
                ('at', models.DateTimeField(blank=True, null=True, verbose_name='time')),
                ('direction', models.CharField(choices=[('mine', 'I began'), ('theirs', 'they began'), ('both', 'both')], default='both', max_length=6, verbose_name='direction')),
                ('body', models.TextField(blank=True, verbose_name='what was said')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('touch', models.BooleanField(default=True, verbose_name='counts as keeping in touch')),
                ('sent_count', models.PositiveIntegerField(default=0)),
                ('received_count', models.PositiveIntegerField(default=0)),
                ('source', models.CharField(blank=True, max_length=30)),
                ('source_key', models.CharField(blank=True, max_length=200)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'interaction',
                'verbose_name_plural': 'interactions',
                'ordering': ['-on', '-id'],
                'indexes': [models.Index(fields=['network', '-on', '-id'], name='timeline_in_network_2ca991_idx'), models.Index(fields=['network', 'on', 'touch'], name='timeline_in_network_69ea39_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('source_key', ''), _negated=True), fields=('network', 'source', 'source_key'), name='one_interaction_a_source_key')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.TextField(verbose_name='note')),
                ('on', models.DateField(verbose_name='date')),
                ('pinned', models.BooleanField(default=False)),
                ('source', models.CharField(blank=True, max_length=30)),
                ('source_key', models.CharField(blank=True, max_length=200)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='contacts.contact')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'note',
                'verbose_name_plural': 'notes',
                'ordering': ['-on', '-id'],
                'indexes': [models.Index(fields=['network', 'contact', '-on'], name='timeline_no_network_8d1151_idx')],
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='contacts.contact')),
                ('interaction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='timeline.interaction')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'part in an interaction',
                'verbose_name_plural': 'parts in interactions',
                'indexes': [models.Index(fields=['network', 'contact', '-on', '-interaction'], name='timeline_pa_network_8417e7_idx')],
                'constraints': [models.UniqueConstraint(fields=('network', 'interaction', 'contact'), name='takes_part_once')],
            },
        ),
        migrations.CreateModel(
            name='Promise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(choices=[('me', 'I promised'), ('them', 'they promised')], max_length=4)),
                ('text', models.CharField(max_length=500, verbose_name='promise')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='by when')),
                ('settled_on', models.DateField(blank=True, null=True)),
                ('forgiven_on', models.DateField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='promises', to='contacts.contact')),
                ('interaction', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='promises', to='timeline.interaction')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'promise',
                'verbose_name_plural': 'promises',
                'ordering': ['due_on', 'id'],
                'indexes': [models.Index(fields=['network', 'settled_on', 'due_on'], name='timeline_pr_network_c9068d_idx'), models.Index(fields=['network', 'contact'], name='timeline_pr_network_062a7c_idx')],
            },
        ),
    ]
