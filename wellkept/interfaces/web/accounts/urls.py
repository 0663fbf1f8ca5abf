from django.urls import path

from wellkept.interfaces.web.accounts import entering, sampling, settings

urlpatterns = [
    path("welcome", entering.welcome, name="welcome"),
    path("sign-in", entering.sign_in, name="sign-in"),
    path("sign-out", entering.sign_out, name="sign-out"),
    path("sample", sampling.visit, name="visit-sample"),
    path("sample/leave", sampling.leave, name="leave-sample"),
    path("settings", settings.show, name="settings"),
    path("settings/profile", settings.profile, name="settings-profile"),
    path("settings/preferences", settings.preferences, name="settings-preferences"),
    path("settings/circles", settings.circles, name="settings-circles"),
    path("settings/password", settings.password, name="settings-password"),
    path("settings/devices/<int:pk>/sign-out", settings.sign_device_out, name="device-sign-out"),
    path("settings/delete-account", settings.delete_account, name="delete-account"),
    path("keys", settings.keys, name="keys"),
]
