from tests.cast import contact
from wellkept.domain.recall.recognizing import MOST, name_key, people_called


def test_people_are_found_by_what_they_are_called(network, ada, ana, bruno):
    found = people_called(network=network, names=["Ana Souza", "Fern Moss", ""])

    assert found == {name_key("Ana Souza"): [ana]}


def test_an_archived_contact_is_found_too(network, ada, ana):
    ana.archived_at = ana.created_at
    ana.save()

    assert people_called(network=network, names=["ana souza"])[name_key("ana souza")] == [ana]


def test_of_many_of_one_name_a_few_are_offered(network, ada):
    for _number in range(MOST + 3):
        contact(network, ada, "Ana", "Souza")

    assert len(people_called(network=network, names=["Ana Souza"])[name_key("Ana Souza")]) == MOST


def test_it_is_one_query(network, ana, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        people_called(network=network, names=[f"Name {n}" for n in range(100)] + ["Ana Souza"])
