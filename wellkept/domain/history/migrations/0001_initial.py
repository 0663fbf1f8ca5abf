import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('via', models.CharField(max_length=12)),
                ('verb', models.CharField(max_length=40)),
                ('summary', models.CharField(max_length=300)),
                ('batch', models.CharField(blank=True, max_length=40)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
                ('undo_of', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='undone_by', to='history.act')),
            ],
            options={
                'indexes': [models.Index(fields=['network', '-at'], name='history_act_network_7e7c3f_idx'), models.Index(fields=['network', 'batch'], name='history_act_network_aa4176_idx')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('op', models.CharField(choices=[('add', 'added'), ('edit', 'edited'), ('remove', 'removed')], max_length=6)),
                ('table', models.CharField(max_length=60)),
                ('row', models.BigIntegerField()),
                ('contact_id', models.BigIntegerField(null=True)),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField(null=True)),
                ('act', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='history.act')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'indexes': [models.Index(fields=['network', 'contact_id'], name='history_cha_network_aea96b_idx'), models.Index(fields=['network', 'table', 'row'], name='history_cha_network_91912f_idx')],
                'constraints': [models.UniqueConstraint(fields=('act', 'position'), name='one_change_a_position')],
            },
        ),
    ]
