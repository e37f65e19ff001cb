"""Statements and kinship: subject, relation, value; who says so; what is denied or unsure."""

from accounts import read_one


def statements(text: str, **how: str) -> list[tuple[str, str, str]]:
    testimony = read_one(text, **how)
    forms = {mention.entity: mention.form for mention in testimony.mentions}
    return [
        (forms.get(s.subject, s.subject), s.relation, forms.get(s.value, s.value))
        for s in testimony.statements
    ]


def relations(text: str, **how: str) -> list[tuple[str, str, str]]:
    testimony = read_one(text, **how)
    forms = {mention.entity: mention.form for mention in testimony.mentions}
    return [(forms[r.subject], r.relation, forms[r.object]) for r in testimony.relations]


def test_birth_death_and_age() -> None:
    text = "Anna Weiss was born in 1871 and died in London on 3 May 1931 at the age of 60."
    found = statements(text)
    assert ("Anna Weiss", "born", "1871") in found
    assert ("Anna Weiss", "died", "1931-05-03") in found
    assert ("Anna Weiss", "died", "London") in found
    assert ("Anna Weiss", "age when died", "60") in found


def test_an_age_between_commas_and_a_rank() -> None:
    found = statements("Captain Ivan Zherdev, 45, left the harbour.")
    assert ("Ivan Zherdev", "age", "45") in found
    assert ("Ivan Zherdev", "rank", "captain") in found


def test_casualties_are_not_repeated_as_plain_numbers() -> None:
    assert statements("About 300 people were wounded.") == [("people", "wounded", "~300")]


def test_the_dead_are_counted_alike_however_it_is_said() -> None:
    told = (
        "Forty-one persons are dead. Forty-one lives were lost. Forty-one people died. "
        "41 lost their lives. The death toll rose to 41. The loss of forty-one lives is great."
    )
    assert [row[1:] for row in statements(told)] == [("killed", "41")] * 6


def test_aboard_and_rescued() -> None:
    found = statements("There were 160 people aboard. He brought up three children from the hold.")
    assert found == [("people", "aboard", "160"), ("children", "rescued", "3")]


def test_one_number_of_dead_and_wounded_is_neither() -> None:
    found = statements("Losses: 41 killed, 61 killed and injured.")
    assert found == [("", "killed", "41"), ("", "killed and wounded", "61")]


def test_labelled_lines() -> None:
    text = "Aboard: over 100.\nBuilt: 1911\nLifebelts: 48\nComments: 12"
    testimony = read_one(text)
    assert [(s.relation, s.value) for s in testimony.statements] == [
        ("aboard", "100.."),
        ("number", "48"),
    ]
    assert [q.counted for q in testimony.quantities] == ["", "lifebelt"]
    assert [d.edtf for d in testimony.dates] == ["1911"]


def test_lives_in_brackets() -> None:
    found = statements("Ivan Zherdev (1899–1970) met Karl Weiss (b. 1901). Olga Weiss d. 1950.")
    assert ("Ivan Zherdev", "born", "1899") in found
    assert ("Ivan Zherdev", "died", "1970") in found
    assert ("Karl Weiss", "born", "1901") in found
    assert ("Olga Weiss", "died", "1950") in found


def test_denied_and_hedged() -> None:
    (denied,) = read_one("The crew did not arrive in 1913.").statements
    (hedged,) = read_one("The mill may have burned in 1913.").statements
    assert (denied.polarity, denied.modality) == ("negative", "asserted")
    assert (hedged.polarity, hedged.modality) == ("positive", "hedged")


def test_i_is_the_speaker_of_the_quotation() -> None:
    text = "“I was born in 1870,” said Orlo Zherebko."
    testimony = read_one(text)
    (statement,) = testimony.statements
    assert statement.subject == testimony.mentions[0].entity
    assert statement.voice == testimony.voices[0].id


def test_russian_statements() -> None:
    text = "Иван Жердев родился в 1870 году в Одессе. Погибло сорок два человека."
    found = statements(text, language="ru")
    assert ("Иван Жердев", "born", "1870") in found
    assert ("Иван Жердев", "born", "Одесса") in found
    assert ("человек", "killed", "42") in found


def test_kinship_in_plain_phrasings() -> None:
    assert relations("Anna Weiss, daughter of Karl Weiss, left.") == [
        ("Karl Weiss", "daughter", "Anna Weiss")
    ]
    assert relations("Ivan Zherdev's mother Olga lived there.") == [
        ("Ivan Zherdev", "mother", "Olga")
    ]
    assert relations("Брат Ивана Жердева Павел утонул.", language="ru") == [
        ("Иван Жердев", "brother", "Павел")
    ]


def test_his_is_nobody_where_two_are_named() -> None:
    assert relations("Ivan Zherdev met Karl Weiss and his brother Pavel.") == []


def test_what_is_called_false_or_never_came_about_is_not_asserted() -> None:
    for text, modality in (
        ("The report that Jan Dorn died in 1920 is false.", "denied"),
        ("It is a myth that Karl Dorn founded the League.", "denied"),
        ("Tom Rask pretended that he had met Ida Holm.", "denied"),
        ("Rask almost died in 1920.", "counterfactual"),
        ("The claim that Dorn attacked Ida Holm was made in 1920.", "hedged"),
    ):
        assert {row.modality for row in read_one(text).statements} == {modality}, text
