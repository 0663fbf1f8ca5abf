import pytest

from wellkept.formats.signature.closings import (
    after_closing,
    begins_legal,
    is_closing,
    is_machine_line,
    is_register_line,
)


@pytest.mark.parametrize(
    "line",
    ["Thanks,", "Best regards", "Mit freundlichen Grüßen", "Viele Grüße aus Salzburg", "Cordialement,", "Un cordial saludo,", "Com os melhores cumprimentos,", "LG",
     "Thanks & Regards,", "Merci, bonne journée", "Obrigada e um abraço", "Thank you in advance for your help!"],
)  # fmt: skip
def test_a_closing_is_known(line):
    assert is_closing(line) and not after_closing(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Thanks,  David Poole", "David Poole"),
        ("Cordialement, Marie", "Marie"),
        ("LG Jonas", "Jonas"),
        ("Abraço, Rui", "Rui"),
    ],
)
def test_a_name_behind_a_closing_is_found(line, name):
    assert after_closing(line) == name and not is_closing(line)


@pytest.mark.parametrize(
    "line",
    [
        "Thanks for the file you sent me",
        "Best practice is to wait",
        "Danke für das Treffen",
        "Love is all you need in this town",
    ],
)
def test_a_sentence_that_begins_like_one_is_none(line):
    assert not is_closing(line) and not after_closing(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Enviado do meu iPhone",
        "Get Outlook for Android",
    ],
)
def test_what_a_telephone_added_is_known(line):
    assert is_machine_line(line)


def test_notices_and_what_the_law_wants_are_known():
    assert begins_legal("This e-mail and any attachments are confidential") and begins_legal(
        "Diese E-Mail ist vertraulich"
    )
    assert is_register_line("Sitz der Gesellschaft: Berlin, Amtsgericht Charlottenburg HRB 12345") and is_register_line(
        "CNPJ 12.345.678/0001-95"
    )
    assert not is_register_line("Geschäftsführer") and not begins_legal("This is what I meant")
