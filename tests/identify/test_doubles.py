"""Two of one name in one account, surnames with a rank, readers' signatures, names of the East."""

import re

import pytest

from variorum.identify import identify
from variorum.identify.eastern import cyrillic_key, eastern_key, loose_key
from variorum.identify.folding import folded
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, Sentence, Statement, mention_id


def people(
    account: str, text: str, *named: tuple[str, str]
) -> tuple[list[Mention], list[Sentence]]:
    """The mentions of ``named`` (title, form) in the order of an account's text, and its sentences."""
    source, at, rows = f"{account}.txt", 0, []
    for title, form in named:
        start = text.index(form, at)
        at = start + len(form)
        place = Passage(source, start, at, form)
        titles = (title,) if title else ()
        rows.append(Mention(place, "person", mention_id(place, "person"), form, titles, account))
    told = [
        Sentence(Passage(source, m.start(), m.end(), m[0]), (), (), "", "en", account)
        for m in re.finditer(r"\S[^\n]*", text)
    ]
    return rows, told


def one(account: str, kind: str = "article", author: str = "") -> Account:
    return Account(account, f"{account}.txt", 0, 9, "", author, "", "", "en", kind)


def said(mention: Mention, relation: str, year: str) -> Statement:
    place = mention.passage
    return Statement(
        f"s{place.start}", place, mention.entity, relation, year, "date", year, "", "positive",
        "asserted", "",
    )  # fmt: skip


def who(rows: list[Mention], *rest: object) -> str:
    found = identify(rows, *rest)  # type: ignore[arg-type]
    meant = {identity.mention: identity.entity for identity in found.identities}
    seen: dict[str, str] = {}
    return "".join(seen.setdefault(meant[row.entity], str(len(seen))) for row in rows)


def test_a_general_and_a_baker_of_one_name() -> None:
    rows, told = people(
        "a",
        "General Lev Petrov led.\nThe baker Lev Petrov slept.\nLev Petrov sold.\nGeneral Petrov won.",
        ("General", "Lev Petrov"), ("baker", "Lev Petrov"), ("", "Lev Petrov"), ("General", "Petrov"),
    )  # fmt: skip
    assert who(rows, [one("a")], told) == "0110"
    doubts = identify(rows, [one("a")], told).doubtful
    assert [doubt.reasons for doubt in doubts] == [("one a baker, the other a general",)]


def test_ranks_of_one_career_are_one() -> None:
    rows, told = people(
        "a", "Lieutenant Lev Petrov\nMajor Lev Petrov\nGeneral Lev Petrov",
        ("Lieutenant", "Lev Petrov"), ("Major", "Lev Petrov"), ("General", "Lev Petrov"),
    )  # fmt: skip
    assert who(rows, [one("a")], told) == "000"


@pytest.mark.parametrize(
    ("years", "expected"), [(("1870", "1885"), "01"), (("1870", "1873"), "00")]
)
def test_years_of_birth_in_one_account(years: tuple[str, str], expected: str) -> None:
    rows, told = people(
        "a", "Jan Kuyp lived.\nJan Kuyp sailed.", ("", "Jan Kuyp"), ("", "Jan Kuyp")
    )
    stated = [said(row, "born", year) for row, year in zip(rows, years, strict=True)]
    assert who(rows, [one("a")], told, (), stated) == expected


def test_a_surname_with_a_rank_means_whom_another_account_gives_it() -> None:
    first, told = people(
        "a", "Captain Foma Lysin\nNaum Lysin", ("Captain", "Foma Lysin"), ("", "Naum Lysin")
    )
    second, more = people("b", "Capt. Lysin sank it.", ("Capt.", "Lysin"))
    assert who([*first, *second], [one("a"), one("b")], [*told, *more]) == "010"


def test_a_reader_signs_over_a_date_and_an_hour() -> None:
    posted = "Harold Vance\nJune 3, 2009 at 10:14 pm\nMy uncle saw it.\nThanks Harold!"
    text = f"Harold Vance opened it.\n\n{posted}"
    rows, told = people("a", text, ("", "Harold Vance"), ("", "Harold Vance"), ("", "Harold"))
    assert who(rows, [one("a")], told) == "011"


def test_a_byline_over_a_date_is_no_readers() -> None:
    text = "Harold Vance\nJune 3, 2009\nHarold Vance saw it."
    rows, told = people("a", text, ("", "Harold Vance"), ("", "Harold Vance"))
    assert who(rows, [one("a")], told) == "00"


def test_his_son_after_the_name() -> None:
    text = "Lev Petrov built it. Lev Petrov, his son, sailed."
    rows, told = people("a", text, ("", "Lev Petrov"), ("", "Lev Petrov"))
    assert who(rows, [one("a")], told) == "01"


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Kim Il-sung", "Ким Ир Сен"),
        ("Chiang Kai-shek", "Чан Кайши"),
        ("Deng Xiaoping", "Дэн Сяопин"),
        ("Mao Tse-tung", "Мао Цзэдун"),
    ],
)
def test_names_of_the_east_in_two_scripts(latin: str, cyrillic: str) -> None:
    assert loose_key(eastern_key(folded(latin))) == cyrillic_key(folded(cyrillic))


def test_romanisations_divided_otherwise_are_one() -> None:
    forms = ("Kim Il-sung", "Kim Il Sung", "Ким Ир Сен")
    rows = [row for n, form in enumerate(forms) for row in people(f"a{n}", form, ("", form))[0]]
    assert who(rows, [one(f"a{n}") for n in range(3)]) == "000"
