
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('is_active', models.BooleanField(default=True)),
                ('is_host', models.BooleanField(default=False)),
                ('is_guest', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Allowance',
            fields=[
                ('key', models.CharField(max_length=128, primary_key=True, serialize=False)),
                ('window', models.BigIntegerField()),
                ('count', models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Device',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('session_key', models.CharField(max_length=40, unique=True)),
                ('name', models.CharField(max_length=80, verbose_name='device')),
                ('paired', models.BooleanField(default=False)),
                ('signed_in_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='devices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-signed_in_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='PairingCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('expires_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Network',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('own', 'own'), ('sample', 'sample')], default='own', max_length=10)),
                ('time_zone', models.CharField(default='UTC', max_length=64, verbose_name='time zone')),
                ('week_start', models.PositiveSmallIntegerField(default=0, verbose_name='first day of the week')),
                ('phone_region', models.CharField(default='US', max_length=2, verbose_name='phone region')),
                ('new_goal', models.PositiveSmallIntegerField(default=4, verbose_name='new connections a week')),
                ('touch_goal', models.PositiveSmallIntegerField(default=4, verbose_name='touches a week')),
                ('budget_minutes', models.PositiveSmallIntegerField(default=30, verbose_name='minutes a week')),
                ('birthday_29_february', models.CharField(choices=[('02-28', '28 February'), ('03-01', '1 March')], default='02-28', max_length=5)),
                ('single_keys', models.BooleanField(default=True, verbose_name='single-key shortcuts')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='networks', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner', 'kind'), name='one_network_of_a_kind'), models.CheckConstraint(condition=models.Q(('week_start__lte', 6)), name='week_starts_on_a_weekday')],
            },
        ),
    ]
