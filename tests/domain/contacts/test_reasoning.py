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


def test_what_differs_never_speaks_for_two_whatever_was_learned_of_it():
    told = said_of([["profile", "other profile", 0.2], ["e-mail", "same e-mail", 12.0]])
    assert [(one.field, one.against) for one in told] == [("e-mail", False), ("profile", True)]


def test_two_profiles_are_never_called_certain():
    told = said_of([["e-mail", "same e-mail", 12.0], ["profile", "other profile", -5.0]])
    assert chance_words(0.9999, told) == "perhaps the same, though with two profiles"


def test_reasons_are_strong_or_weak_for_or_against():
    told = said_of([["e-mail", "same e-mail", 12.0], ["city", "same city", 2.0], ["phone", "other phone", -4.0]])
    assert [(one.strength, one.against) for one in told] == [("strong", False), ("weak", False), ("some", True)]
