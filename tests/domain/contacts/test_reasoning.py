from wellkept.domain.contacts.reasoning import chance_words, said_of


def test_a_name_alone_is_never_called_certain():
    told = said_of(
        [["family name", "same family name", 9.0], ["given name", "same given name", 7.0], ["city", "other city", -3]]
    )
    assert chance_words(0.9999, told) == "the same name, and little else is known"


def test_what_is_shared_besides_is_called_by_its_chance():
    told = said_of([["e-mail", "same e-mail", 12.0], ["family name", "same family name", 9.0]])
    assert [chance_words(chance, told) for chance in (0.995, 0.9, 0.5)] == [
        "almost certainly the same", "probably the same", "perhaps the same",
    ]  # fmt: skip


def test_reasons_are_strong_or_weak_for_or_against():
    told = said_of([["e-mail", "same e-mail", 12.0], ["city", "same city", 2.0], ["phone", "other phone", -4.0]])
    assert [(one.strength, one.against) for one in told] == [("strong", False), ("weak", False), ("some", True)]
