from wellkept.domain.recall.keeping import keep_source
from wellkept.domain.recall.models import Source
from wellkept.domain.recall.remembering import remember, skip
from wellkept.domain.recall.walking import walk_of


def test_before_it_began_there_is_no_walk(network):
    walk = walk_of(network)

    assert (walk.begun, walk.total, walk.next) == (False, 0, None)


def test_it_says_what_is_done_and_what_comes_next(network, ada, walk, today):
    assert str(walk_of(network).next) == "Family"
    remember(source=walk["Family"], text="Fern Quill\nTom Quill", by=ada, today=today, seconds=100)
    keep_source(source=walk["Family"], by=ada, today=today, seconds=50)
    skip(source=walk["Friends"], by=ada)
    seen = walk_of(network)

    assert (seen.done, seen.total, seen.names, seen.minutes) == (1, 14, 2, 2)
    assert str(seen.next) == "Harbour School"
    assert (seen.stretches[0].names, seen.stretches[0].kept) == (2, 2)


def test_where_names_wait_it_goes_on_first(network, ada, walk, today):
    remember(source=walk["Vendors"], text="Fern Moss", by=ada, today=today)

    assert str(walk_of(network).next) == "Vendors"


def test_at_the_end_nothing_is_next(network, ada, walk, today):
    for source in Source.objects.filter(network=network):
        keep_source(source=source, by=ada, today=today)

    assert walk_of(network).next is None
    assert walk_of(network).done == 14


def test_it_is_one_query(network, walk, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        [str(stretch.source) for stretch in walk_of(network).stretches]
