from hypothesis import given
from hypothesis import strategies as st

from wellkept.formats.webtext import text_of_html


def test_blocks_are_lines_and_cells_are_parted():
    html = "<div>Ana Souza<br>Head of Data</div><table><tr><td>T</td><td>+49 30 1</td></tr></table><p>Bye</p>"
    assert text_of_html(html).split("\n") == ["Ana Souza", "Head of Data", "T\t+49 30 1", "", "Bye"]


def test_what_is_not_read_is_silent_and_entities_are_letters():
    assert text_of_html("<style>p{}</style><script>x()</script><p>Gr&uuml;&szlig;e &amp; mehr</p>") == "Grüße & mehr"


def test_quotes_are_marked():
    for begin in ("<blockquote>", "<div class='gmail_quote'>"):
        end = "</blockquote>" if "block" in begin else "</div>"
        assert (
            text_of_html(f"<p>Mine</p>{begin}<div>Theirs<br>also</div>{end}<div>Mine again</div>")
            == "Mine\n\n> Theirs\n> also\nMine again"
        )


def test_behind_the_head_of_outlook_all_is_quoted():
    assert (
        text_of_html("<p>Mine</p><div id='divRplyFwdMsg'>Von: Tom</div><div>Theirs</div>")
        == "Mine\n\n> Von: Tom\n> Theirs"
    )


def test_a_link_to_a_profile_or_a_mail_address_behind_a_word_is_told():
    assert (
        text_of_html("<a href='https://www.linkedin.com/in/ana'>LinkedIn</a>")
        == "LinkedIn https://www.linkedin.com/in/ana"
    )
    assert text_of_html("<a href='mailto:ana@acme.example'>ana@acme.example</a>") == "ana@acme.example"
    assert text_of_html("<a href='https://acme.example/x'>our page</a>") == "our page"


@given(st.text(max_size=300) | st.text(alphabet="<>/abdivp &;!-='\"", max_size=200))
def test_any_text_is_read(html):
    assert isinstance(text_of_html(html), str)


def test_deep_nesting_costs_no_stack():
    assert text_of_html("<div>" * 50_000 + "x") == "x"
    assert text_of_html("<blockquote>" * 50_000 + "x") == "> x"
