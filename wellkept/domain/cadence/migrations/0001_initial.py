
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
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('circle', 'as the circle'), ('own', 'own cadence'), ('never', 'never')], max_length=8)),
                ('days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('contact', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='decision', to='contacts.contact')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'cadence decision',
                'verbose_name_plural': 'cadence decisions',
                'indexes': [models.Index(fields=['network', 'decided_at'], name='cadence_dec_network_b88e3c_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('days__gt', 0), ('kind', 'own')), models.Q(models.Q(('kind', 'own'), _negated=True), ('days', None)), _connector='OR'), name='own_cadence_has_days')],
            },
        ),
        migrations.CreateModel(
            name='NextStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='date')),
                ('what', models.CharField(blank=True, max_length=300, verbose_name='what')),
                ('chosen_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('contact', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='chosen_step', to='contacts.contact')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'next step',
                'verbose_name_plural': 'next steps',
                'indexes': [models.Index(fields=['network', 'on'], name='cadence_nex_network_a5cac6_idx')],
            },
        ),
        migrations.CreateModel(
            name='Skip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='skips', to='contacts.contact')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'skip',
                'verbose_name_plural': 'skips',
                'indexes': [models.Index(fields=['network', 'contact', '-on'], name='cadence_ski_network_948d2d_idx')],
            },
        ),
        migrations.CreateModel(
            name='Snooze',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateField(verbose_name='until')),
                ('on', models.DateField()),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='snoozes', to='contacts.contact')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'snooze',
                'verbose_name_plural': 'snoozes',
                'indexes': [models.Index(fields=['network', 'contact', '-until'], name='cadence_sno_network_9b2be9_idx')],
            },
        ),
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('contact', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='standing', serialize=False, to='contacts.contact')),
                ('in_sight', models.BooleanField(default=True)),
                ('decided', models.CharField(choices=[('undecided', 'not decided'), ('circle', 'as the circle'), ('own', 'own cadence'), ('never', 'never')], default='undecided', max_length=10)),
                ('cadence_days', models.PositiveSmallIntegerField(null=True)),
                ('new_on', models.DateField(null=True)),
                ('first_touch_on', models.DateField(null=True)),
                ('last_touch_on', models.DateField(null=True)),
                ('last_sent_on', models.DateField(null=True)),
                ('last_received_on', models.DateField(null=True)),
                ('contact_days', models.PositiveIntegerField(default=0)),
                ('sent', models.PositiveIntegerField(default=0)),
                ('received', models.PositiveIntegerField(default=0)),
                ('warmth', models.FloatField(default=0)),
                ('due_on', models.DateField(null=True)),
                ('due_kind', models.CharField(blank=True, max_length=12)),
                ('due_what', models.CharField(blank=True, max_length=300)),
                ('snoozed_until', models.DateField(null=True)),
                ('promise_score', models.FloatField(default=0)),
                ('promise_reason', models.CharField(blank=True, max_length=200)),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'standing',
                'verbose_name_plural': 'standings',
                'indexes': [models.Index(fields=['network', 'in_sight', 'decided', 'cadence_days', 'due_on'], name='cadence_sta_network_c1322a_idx'), models.Index(fields=['network', 'in_sight', 'decided', '-promise_score'], name='cadence_sta_network_303823_idx'), models.Index(fields=['network', 'in_sight', 'last_touch_on'], name='cadence_sta_network_380f70_idx'), models.Index(fields=['network', 'in_sight', '-warmth'], name='cadence_sta_network_983cd6_idx'), models.Index(fields=['network', 'in_sight', '-contact_days', 'last_touch_on'], name='cadence_sta_network_a5c097_idx'), models.Index(fields=['network', 'in_sight', 'due_kind', 'due_on'], name='cadence_sta_network_c045d0_idx'), models.Index(fields=['network', 'in_sight', 'new_on'], name='cadence_sta_network_1c1f96_idx')],
            },
        ),
    ]
