
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
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('proposal', models.CharField(max_length=12)),
                ('subject', models.CharField(blank=True, max_length=60)),
                ('answer', models.CharField(choices=[('done', 'done'), ('not_now', 'not now'), ('swap', 'swapped')], max_length=8)),
                ('week', models.DateField()),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('until', models.DateField(blank=True, null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='contacts.contact')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.network')),
            ],
            options={
                'verbose_name': 'answer to a proposal',
                'verbose_name_plural': 'answers to proposals',
                'indexes': [models.Index(fields=['network', 'week'], name='plan_answer_network_55155f_idx'), models.Index(fields=['network', 'contact'], name='plan_answer_network_9651fd_idx')],
            },
        ),
    ]
