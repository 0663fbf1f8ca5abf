from wellkept.formats.signature.footers import without_footers


def test_notices_telephones_and_lists_are_left_out():
    lines = [
        "Hi",
        "Ana",
        "",
        "Sent from my iPhone",
        "",
        "This e-mail is confidential and intended",
        "for the addressee only.",
        "",
        "To unsubscribe, write to us",
        "x",
    ]
    assert without_footers(lines)[0] == ["Hi", "Ana", "", "", ""]


def test_a_mail_about_something_confidential_is_kept():
    lines = ["This message is confidential, please do not pass it on.", "The price is 5.", "Ana"]
    assert without_footers(lines)[0] == lines


def test_each_line_knows_where_it_stands():
    assert without_footers(["Ana", "Sent from my iPhone", "Souza"])[1] == [0, 2]
