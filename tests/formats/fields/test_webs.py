import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.fields import emails_in, is_social, urls_in


def mails(text):
    return [one.value for one in emails_in(text)]


def urls(text):
    return [one.value for one in urls_in(text)]


def test_addresses_with_and_without_a_scheme_are_told_from_mail():
    text = "Ana.Souza@Acme.example | www.acme.example | linkedin.com/in/ana-souza | https://acme.example/x?y=(1)."
    assert mails(text) == ["ana.souza@acme.example"]
    assert urls(text) == ["www.acme.example", "linkedin.com/in/ana-souza", "https://acme.example/x?y=(1)"]


@pytest.mark.parametrize(
    "text", ["see notes.doc", "it is done.It was", "e.g. this, i.e. that", "node.js", "S.A. and e.V.", "1.5 to 2.0"]
)
def test_points_in_a_sentence_make_no_address(text):
    assert urls(text) == []


def test_each_is_found_once():
    assert mails("a@acme.example <mailto:a@acme.example>") == ["a@acme.example"]
    assert urls("acme.example, http://www.acme.example/") == ["acme.example"]


def test_an_address_spelt_for_people_is_read():
    assert mails("ana (at) acme (dot) example") == ["ana@acme.example"]


def test_profiles_at_social_networks_are_known():
    assert (
        is_social("https://www.linkedin.com/in/ana")
        and is_social("x.com/ana")
        and not is_social("acme.example/linkedin")
    )


@given(st.text(max_size=200) | st.text(alphabet="abcW.@/:-()<> \n", max_size=120))
def test_any_text_is_read_and_spans_lie_within_it(text):
    for one in [*emails_in(text), *urls_in(text)]:
        assert 0 <= one.span[0] < one.span[1] <= len(text)
