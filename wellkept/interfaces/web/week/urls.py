from django.urls import path, register_converter

from wellkept.interfaces.web.week import answering, naming, relieving, reviewing, travelling, views
from wellkept.interfaces.web.week.days import DayConverter

register_converter(DayConverter, "day")

urlpatterns = [
    path("", views.week, name="week"),
    path("week/<day:on>", views.other_week, name="week-on"),
    path("week/past", reviewing.past, name="week-past"),
    path("week/review", reviewing.review, name="week-review"),
    path("week/trips", travelling.add, name="trip-add"),
    path("week/trips/<int:pk>/cancel", travelling.cancel, name="trip-cancel"),
    path("week/relief", relieving.relief, name="week-relief"),
    path("week/relief/ease", relieving.ease, name="week-ease"),
    path("week/done", answering.done, name="week-done"),
    path("week/not-now", answering.not_now, name="week-not-now"),
    path("week/swap", answering.swap, name="week-swap"),
    path("week/pick", answering.pick, name="week-pick"),
    path("week/name", naming.keep, name="week-name"),
    path("week/never", answering.never, name="week-never"),
    path("week/decide", answering.decide_on, name="week-decide"),
]
