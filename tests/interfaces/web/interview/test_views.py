from wellkept.domain.history.models import Act
from wellkept.domain.recall.models import Source


def test_it_begins_along_the_users_own_years(page, career):
    content = page.get("/interview").content.decode()
    assert "Blue Kettle" in content
    assert not Source.objects.exists()

    first = page.post("/interview/begin")
    assert first["Location"] == f"/interview/{Source.objects.get(kind='family').pk}"
    assert "0 / 14" in page.get("/interview").content.decode()


def test_without_a_card_it_says_how_to_come_by_one(page, network):
    content = page.get("/interview").content.decode()

    assert "Positions.csv" in content and 'href="/me"' in content
    page.post("/interview/begin")
    assert "job or team" in page.get("/interview").content.decode().lower()


def test_a_new_job_on_the_card_is_taken_into_the_walk(page, ada, network, career, walk):
    Source.objects.get(name="Blue Kettle").delete()
    assert "New on your card" in page.get("/interview").content.decode()

    page.post("/interview/begin")
    assert Source.objects.filter(name="Blue Kettle").exists()
    assert "New on your card" not in page.get("/interview").content.decode()


def test_another_source_is_added(page, walk):
    answer = page.post("/interview/add", {"kind": "clubs", "name": "Rowing club"})

    assert answer["Location"] == f"/interview/{Source.objects.get(name='Rowing club').pk}"


def test_one_that_is_there_already_is_refused_with_a_word(page, walk):
    assert page.post("/interview/add", {"kind": "job", "name": "Acme"})["Location"] == "/interview"
    assert "Acme is in the walk already." in page.get("/interview").content.decode()


def test_beginning_is_one_act_to_undo(page, career):
    page.post("/interview/begin")
    page.post(f"/history/{Act.objects.latest('pk').pk}/undo")

    assert not Source.objects.exists()


def test_the_walk_is_shown_with_few_queries(page, walk, django_assert_max_num_queries):
    page.get("/interview")
    with django_assert_max_num_queries(14):
        page.get("/interview")
