from django.apps import AppConfig


class Search(AppConfig):
    name = "wellkept.domain.search"
    label = "search"

    def ready(self) -> None:
        from wellkept.domain.accounts.arriving import arrived
        from wellkept.domain.accounts.leaving import going
        from wellkept.domain.history.acting import acted
        from wellkept.domain.search.indexing import follow, let_go, take_in

        acted.connect(follow, dispatch_uid="search.follow")
        arrived.connect(take_in, dispatch_uid="search.take_in")
        going.connect(let_go, dispatch_uid="search.let_go")
