from django.urls import path

from wellkept.interfaces.web.imports import after, bringing, running

urlpatterns = [
    path("imports/", bringing.imports, name="imports"),
    path("imports/<int:pk>", running.import_run, name="import-run"),
    path("imports/<int:pk>/start", running.start_import, name="import-start"),
    path("imports/<int:pk>/mapping", running.map_columns, name="import-mapping"),
    path("imports/<int:pk>/discard", running.discard, name="import-discard"),
    path("imports/<int:pk>/undo", after.undo_import, name="import-undo"),
    path("imports/<int:pk>/rows/<int:row>/anyway", after.add_row_anyway, name="import-anyway"),
    path("imports/<int:pk>/circles", after.accept_circle, name="import-circle"),
]
