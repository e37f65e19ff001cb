"""Who is who: equal, abbreviated and transliterated names; namesakes apart."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.identify import Identification, identify
from variorum.identify.doubting import MOST_DOUBTS
from variorum.identify.folding import folded, skeleton
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, Relation, Sentence, Statement, mention_id


def account(name: str) -> Account:
    return Account(name, f"{name}.txt", 0, 10_000, "", "", "", "", "en", "article")


def mentions(name: str, *forms: str, kind: str = "person") -> list[Mention]:
    rows = []
    for number, written in enumerate(forms):
        title, _, form = written.rpartition("|")
        passage = Passage(f"{name}.txt", number * 50, number * 50 + len(form), form)
        titles = (title,) if title else ()
        rows.append(Mention(passage, kind, mention_id(passage, kind), form, titles, name))
    return rows


def who(found: Identification, rows: list[Mention]) -> list[str]:
    """Each mention's entity as a small number in order of appearance."""
    meant = {identity.mention: identity.entity for identity in found.identities}
    seen: dict[str, str] = {}
    return [seen.setdefault(meant[row.entity], str(len(seen))) for row in rows]


def identified(*rows: Mention) -> list[str]:
    return who(identify(rows, [account(a) for a in sorted({r.account for r in rows})]), list(rows))


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("Lev Petrov", "L. Petrov", "Petrov", "Petrov, Lev", "LEV PETROV"), "00000"),
        (("Lev Petrov", "Leonid Petrov", "L. Petrov", "Petrov"), "0123"),
        (("Lev Petrov", "Anna Petrov", "L. Petrov", "Petrov"), "0100"),
        (("Mark Dowd, Jr.", "Mark Dowd, Sr.", "Mark Dowd"), "012"),
        (("John Henry Marsh", "John Quincy Marsh", "John Marsh", "J. Q. Marsh"), "0121"),
        (("Lev Petrov", "Lev"), "00"),
        (("Lev Petrov", "Lev Orlov", "Lev"), "012"),
        (("sister|Elena", "Elena"), "00"),
        (("Mao Zedong", "Мао Цзэдун", "Mao Tse-tung"), "000"),
        (("Syngman Rhee", "Ли Сын Ман", "Пэн Дэхуай", "Peng Dehuai"), "0011"),
        (("Kim Il Sung", "Ким Чен Ир", "Kim Philby"), "012"),
        (("Mrs.|Dorothy", "Dorothy"), "01"),
        (("Lev Petrov", "Mrs.|Petrov"), "01"),
        (("Mrs.|Ada Hollis", "Mrs.|Hollis", "Hollis"), "000"),
        (("Pyotr Chaykovskiy", "Piotr Tchaikovsky", "Пётр Чайковский"), "000"),
        (("Лев Иванович Щедрин", "Lev Shchedrin", "Щедрин", "Щедрин Л. И."), "0000"),
        (("Alexander Vronin", "Александр Вронин"), "00"),
        (("Gavriil Sushkov", "Gabriel Soushkoff", "Гавриил Сушков"), "000"),
        (("José Peña", "Jose Pena", "Peña’s"), "000"),
    ],
)
def test_one_account(forms: tuple[str, ...], expected: str) -> None:
    assert "".join(identified(*mentions("a", *forms))) == expected


def test_a_surname_means_the_bearer_named_in_its_own_account() -> None:
    rows = [
        *mentions("a", "Lev Petrov", "Petrov"),
        *mentions("b", "Leonid Petrov", "Petrov"),
        *mentions("c", "Petrov"),
    ]
    assert "".join(identified(*rows)) == "00112"


def test_what_is_ambiguous_stays_apart_and_is_said() -> None:
    rows = mentions("a", "Lev Petrov", "Leonid Petrov", "Petrov")
    found = identify(rows, [account("a")])
    (doubt,) = found.doubtful
    assert doubt.kind == "identity"
    assert set(doubt.passages) == {row.passage for row in rows}
    assert "Lev Petrov" in doubt.summary


def test_one_letter_more_in_one_script_is_a_doubt_not_an_identity() -> None:
    rows = mentions("a", "Harald Lindqvist", "Harald Lindquist", "Harold Lindqvist")
    found = identify(rows, [account("a")])
    assert len(found.entities) == 3
    assert found.doubtful


def test_a_type_is_decided_by_nearly_all_mentions() -> None:
    rows = [
        *mentions("a", *["Ostrava"] * 5, kind="place"),
        *mentions("b", "Ostrava", kind="person"),
    ]
    found = identify(rows, [account("a"), account("b")])
    (entity,) = found.entities
    assert (entity.type, entity.name) == ("place", "Ostrava")


def test_a_person_and_a_place_of_one_name_stay_two() -> None:
    rows = [
        *mentions("a", "Marlow", "Marlow", kind="place"),
        *mentions("b", "Marlow", "Marlow", kind="person"),
    ]
    assert len(identify(rows, [account("a"), account("b")]).entities) == 2


def test_a_full_name_has_one_type() -> None:
    rows = [
        *mentions("a", "Pamela Hythe", "Pamela Hythe", kind="group"),
        *mentions("b", "Pamela Hythe", kind="person"),
        *mentions("c", "Pamela Hythe", kind="place"),
    ]
    (entity,) = identify(rows, [account(a) for a in "abc"]).entities
    assert entity.type == "group"


def test_places_are_one_by_the_same_words() -> None:
    rows = mentions("a", "the Lower Quay", "Lower Quay", "LOWER QUAY", "Upper Quay", kind="place")
    assert "".join(identified(*rows)) == "0001"


def test_ids_stay_when_an_account_is_added() -> None:
    first = mentions("a", "Lev Petrov", "L. Petrov", "Ada Hollis")
    more = mentions("b", "Lev N. Petrov", "Iris Vane", "A. Hollis")
    before = identify(first, [account("a")])
    after = identify([*first, *more], [account("a"), account("b")])
    assert {e.id for e in before.entities} <= {e.id for e in after.entities}
    assert all(entity.reasons for entity in after.entities)


def test_nothing_gives_nothing() -> None:
    assert identify([], []) == Identification((), (), ())


@pytest.mark.parametrize(
    "family",
    [
        "Щедрин Shchedrin Schtschedrin Schedrin",
        "Евгений Evgeny Yevgeniy Evgenii Jewgenij",
        "Жуков Zhukov",
        "Романов Romanoff Romanov",
        "Юлия Yuliya Julia Iuliia",
    ],
)
def test_transliteration_families_share_a_skeleton(family: str) -> None:
    assert len({skeleton(folded(word)) for word in family.split()}) == 1


names = st.lists(
    st.text("LevPtrov .,-БвЮя1'’", max_size=14) | st.sampled_from(["Lev Petrov", "L. Petrov"]),
    max_size=12,
)


@settings(deadline=None)  # the first pair in two scripts reads the weights
@given(names, names)
def test_every_mention_means_one_entity_in_any_order(a: list[str], b: list[str]) -> None:
    rows = [*mentions("a", *a), *mentions("b", *b)]
    accounts = [account("a"), account("b")]
    found = identify(rows, accounts)
    assert {identity.mention for identity in found.identities} == {row.entity for row in rows}
    ids = [entity.id for entity in found.entities]
    assert len(ids) == len(set(ids))
    assert {identity.entity for identity in found.identities} == set(ids)
    assert identify(list(reversed(rows)), accounts) == found


def _told(name: str, author: str, *sentences: str) -> tuple[list[Mention], Account, list[Sentence]]:
    """An account whose every ``Lev Petrov`` is a mention."""
    rows, told, at = [], [], 0
    for words in sentences:
        place = Passage(f"{name}.txt", at, at + len(words), words)
        told.append(Sentence(place, (), (), "", "en", name))
        start = words.find("Lev Petrov")
        if start >= 0:
            passage = Passage(f"{name}.txt", at + start, at + start + 10, "Lev Petrov")
            kind = "person"
            rows.append(Mention(passage, kind, mention_id(passage, kind), "Lev Petrov", (), name))
        at += len(words) + 1
    return rows, Account(name, f"{name}.txt", 0, at, "", author, "", "", "en", "comment"), told


def test_whom_the_text_calls_another_stays_apart() -> None:
    rows, row, told = _told(
        "a", "", "Lev Petrov came.", "He is not the other Lev Petrov.", "So Lev Petrov said."
    )
    found = identify(rows, [row], told)
    assert who(found, rows) == ["0", "1", "0"]
    assert any("another of the same name" in r for e in found.entities for r in e.reasons)


def test_an_author_who_bears_the_name_of_another() -> None:
    mine, deed, first = _told("a", "", "Lev Petrov cut the rope.")
    yours, comment, second = _told(
        "b", "Lev Petrov", "Lev Petrov says:", "I am the grandson and I have the same name."
    )
    rows = [*mine, *yours]
    assert who(identify(rows, [deed, comment], [*first, *second]), rows) == ["0", "1"]
    assert who(
        identify(rows, [replace(deed, kind="article"), replace(comment, kind="article")]), rows
    ) == ["0", "0"]


def test_two_others_of_one_name_are_a_doubt() -> None:
    mine, a, first = _told("a", "", "Then came another Lev Petrov, the chandler.")
    yours, b, second = _told("b", "", "It was the other Lev Petrov, the chandler.")
    (doubt,) = identify([*mine, *yours], [a, b], [*first, *second]).doubtful
    assert doubt.kind == "identity"
    assert len(doubt.passages) == 2


def test_a_bare_surname_is_not_hers() -> None:
    assert (
        "".join(
            identified(
                *mentions("a", "Mr.|Wilfred Oakes"),
                *mentions("b", "Mrs.|Oakes"),
                *mentions("c", "Oakes"),
            )
        )
        == "010"
    )


def test_pet_forms_are_given_names() -> None:
    forms = ("Aleksandr Petrov", "Sasha", "William Marsh", "Bill Marsh", "Nikolai Orlov", "Kolya")
    assert "".join(identified(*mentions("a", *forms))) == "001122"


def test_a_pet_form_of_two_names_stays_apart_where_both_are_borne() -> None:
    forms = ("Aleksandr Petrov", "Aleksandra Orlova", "Sasha")
    assert "".join(identified(*mentions("a", *forms))) == "012"


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("Mao Tse-tung", "Mao Zedong", "Mao", "毛泽东"), "0000"),
        (("Syngman Rhee", "Yi Seung-man", "Rhee"), "000"),
        (("Harry Lee", "Hally Lee"), "01"),
        (("Victor Hugo", "Виктор Гюго"), "00"),
        (("Ernest Hemingway", "アーネスト・ヘミングウェイ"), "00"),
        (("Benjamin Netanyahu", "בנימין נתניהו", "Benjamin Franklin"), "001"),
        (("Петров Лев", "Лев Петров", "PETROV, Lev"), "000"),
        (("Агафья Ивановна Ложкина", "Агафья Ивановна", "Агафья"), "000"),
        (("Анна Петровна Орлова", "Анна Ивановна"), "01"),
        (("Полковник|Лутц", "Lutz", "Mr|Lutz"), "000"),
        (("Jim O’Brien", "O’Brien", "O’Brien’s"), "000"),
        (("Martin King, Jr.", "Martin King", "King"), "000"),
        (("W. Mark Felt", "Mark Felt", "Gaetano Lo Presti", "Lo Presti"), "0011"),
        (("Анна Петрова", "Лев Петров", "Петрова"), "010"),
        (("Лев Брандль", "Брандля", "Петров", "Петpов"), "0011"),
    ],
)
def test_families_of_names(forms: tuple[str, ...], expected: str) -> None:
    assert "".join(identified(*mentions("a", *forms))) == expected


def _related(row: Mention, kind: str, other: Mention) -> Relation:
    return Relation(row.passage, row.entity, kind, other.entity, row.account)


def test_a_maiden_name_is_hers_and_her_family_keeps_it() -> None:
    rows = [
        *mentions("a", "Ada Marsh", "Hollis", "Mrs.|Marsh"),
        *mentions("b", "Ada Hollis", "George Hollis", "Hollis"),
    ]
    accounts = [account("a"), account("b")]
    found = identify(rows, accounts, (), [_related(rows[0], "maiden name", rows[1])])
    assert "".join(who(found, rows)) == "000011"
    her = next(entity for entity in found.entities if "Ada Marsh" in entity.names)
    assert "the text gives “Hollis” as the maiden name of “Ada Marsh”" in her.reasons


def test_who_is_also_called_something_is_so_everywhere() -> None:
    rows = [
        *mentions("a", "Maxim Dorn", "Mikhail Feldstein", "Dorn"),
        *mentions("b", "Feldstein", "Mikhail Feldstein"),
    ]
    accounts = [account("a"), account("b")]
    found = identify(rows, accounts, (), [_related(rows[0], "also called", rows[1])])
    assert "".join(who(found, rows)) == "00000"


def test_the_weights_stay_unread_where_one_script_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read() -> None:
        raise AssertionError("read the weights")

    monkeypatch.setattr("variorum.identify.scripts.model._models", read)
    forms = ("Lev Petrov", "L. Petrov", "Ada Hollis", "Пётр Чайковский", "Чайковский")
    assert "".join(identified(*mentions("a", *forms))) == "00122"


def test_a_womans_surname_is_no_mans_in_another_script() -> None:
    rows = mentions("a", "Иванова", "Ivanov", "Mrs|Ivanov")
    found = identify(rows, [account("a")])
    assert who(found, rows) == ["0", "1", "2"]
    assert not found.doubtful


def test_a_father_is_not_his_son_of_the_same_name() -> None:
    rows = mentions("a", "Lev Petrov", "Lev Petrov")
    found = identify(rows, [account("a")], (), [_related(rows[0], "son", rows[1])])
    assert who(found, rows) == ["0", "1"]
    rows = mentions("a", "Lev Petrov", "L. Petrov")
    found = identify(rows, [account("a")], (), [_related(rows[0], "father", rows[1])])
    assert who(found, rows) == ["0", "1"]


def _stated(row: Mention, relation: str, value: str) -> Statement:
    kind = "date" if value.isdigit() else "text"
    return Statement(
        f"s {row.entity} {value}", row.passage, row.entity, relation, value, kind,
        value if kind == "date" else "", "", "positive", "asserted", "", row.account,
    )  # fmt: skip


def test_namesakes_by_their_dates_of_birth() -> None:
    rows = [*mentions("a", "Ann Gray"), *mentions("b", "Ann Gray"), *mentions("c", "Ann Gray")]
    accounts = [account(name) for name in "abc"]
    told = [_stated(r, "born", y) for r, y in zip(rows, ("1820", "1822", "1890"), strict=True)]
    found = identify(rows, accounts, (), (), told)
    assert who(found, rows) == ["0", "0", "1"]
    (doubt,) = found.doubtful
    assert doubt.reasons == ("the same full name, but born 68 years apart",)
    assert doubt.summary == "Possibly the same person: 2 called “Ann Gray”."
    assert any("born 68 years apart" in why for entity in found.entities for why in entity.against)


def test_the_dentist_is_not_the_miller() -> None:
    rows = [
        *mentions("a", "Osip Talin", "Talin", "Ada Hollis", "Iris Vane"),
        *mentions("b", "Osip Talin", "Talin", "Peter Brown", "John Fenn"),
    ]
    accounts = [replace(account("a"), date="1931"), replace(account("b"), date="2007-03")]
    told = [_stated(rows[0], "role", "miller of Orven"), _stated(rows[4], "role", "dentist")]
    assert "".join(who(identify(rows, accounts), rows)) == "00120034"
    assert "".join(who(identify(rows, accounts, (), (), told), rows)) == "00123345"


def test_a_comment_signed_with_a_statesmans_name() -> None:
    rows = [
        *mentions("a", "President|Boris Vronin", "Vronin"),
        *mentions("b", "Boris Vronin"),
        *mentions("c", "Vronin"),
    ]
    comment = replace(account("b"), kind="comment", author="Boris Vronin")
    found = identify(rows, [account("a"), comment, account("c")])
    assert "".join(who(found, rows)) == "0010"
    assert [doubt.kind for doubt in found.doubtful] == ["identity"]


def test_an_author_is_whom_a_surname_elsewhere_means() -> None:
    rows = mentions("b", "Haim", "Mr|Haim")
    by_haim = replace(account("a"), author="Mr Gregor Haim")
    found = identify(rows, [by_haim, account("b")])
    assert who(found, rows) == ["0", "0"]
    assert [entity.name for entity in found.entities] == ["Haim"]


def test_a_cousin_of_one_name_leaves_the_patronymic_to_the_other() -> None:
    rows = mentions("a", "Vasily Petrovich Orlenko", "Vasily Petrovich", "Vasily Orlenko")
    found = identify(rows, [account("a")], (), [_related(rows[1], "cousin", rows[2])])
    assert who(found, rows) == ["0", "0", "1"]


def test_ten_thousand_names() -> None:
    rows = mentions("a", *(f"Lev{n} Petrov{n % 97}" for n in range(5000)), *["Лев"] * 5000)
    found = identify(rows, [account("a")])
    assert len(found.identities) == 10_000
    assert 4900 < len(found.entities) <= 5001
    assert len(found.doubtful) <= MOST_DOUBTS


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["Lev Petrov", "Petrov", "Kolya", "Ada Hollis", "Лев"]), max_size=8),
    st.lists(
        st.tuples(
            st.integers(0, 7),
            st.sampled_from(["son", "father", "maiden name", "also called", "married name"]),
            st.integers(0, 7),
        ),
        max_size=8,
    ),
)
def test_whatever_relations_say_every_mention_means_one_entity(
    forms: list[str], said: list[tuple[int, str, int]]
) -> None:
    rows = mentions("a", *forms)
    told = [_related(rows[a], r, rows[b]) for a, r, b in said if max(a, b) < len(rows)]
    found = identify(rows, [account("a")], (), told)
    ids = {entity.id for entity in found.entities}
    assert len(ids) == len(found.entities)
    assert {identity.mention for identity in found.identities} == {row.entity for row in rows}
    assert {identity.entity for identity in found.identities} == ids
    assert identify(rows[::-1], [account("a")], (), told[::-1]) == found


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("Mrs|Sedley", "Miss|Sedley", "Miss|Amelia Sedley"), "011"),
        (("Katharine Hilbery", "Mr|Hilbery", "Mrs|Hilbery"), "012"),
        (("Mrs|Ada Hollis", "George Hollis", "Mrs|Hollis"), "010"),
        (("Miss|Ada Hollis", "Mrs|Ada Hollis"), "00"),
        (("Robert Hollis", "Ms|Hollis"), "01"),
    ],
)
def test_forms_of_address(forms: tuple[str, ...], expected: str) -> None:
    assert "".join(identified(*mentions("a", *forms))) == expected
