"""Namesakes: fathers and sons, readers who sign with a great name, lives that do not fit."""

import re
from dataclasses import replace

import pytest

from variorum.identify import Identification, identify
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, Relation, Sentence, Statement, mention_id


def read(
    name: str, text: str, *forms: str, kind: str = "article", author: str = ""
) -> tuple[list[Mention], Account, list[Sentence]]:
    """An account whose mentions are all that ``forms``, the longest first, find in it."""
    source = f"{name}.txt"
    told = [
        Sentence(Passage(source, m.start(), m.end(), m[0]), (), (), "", "en", name)
        for m in re.finditer(r"[^\s][^\n]*", text)
    ]
    wanted = sorted(forms, key=len, reverse=True)
    rows = []
    for match in re.finditer("|".join(map(re.escape, wanted)), text):
        place = Passage(source, match.start(), match.end(), match[0])
        rows.append(Mention(place, "person", mention_id(place, "person"), match[0], (), name))
    return rows, Account(name, source, 0, len(text), "", author, "", "", "en", kind), told


def who(found: Identification, rows: list[Mention]) -> str:
    meant = {identity.mention: identity.entity for identity in found.identities}
    seen: dict[str, str] = {}
    return "".join(seen.setdefault(meant[row.entity], str(len(seen))) for row in rows)


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("Yan Brod built it.\nHis son, also Yan Brod, is a dyer.", ("Yan Brod",), "01"),
        ("Yan Brod built it.\nAt the table sat Holt, also Yan Brod.", ("Yan Brod",), "00"),
        ("Иван Тарн плавал.\nЕго сын, тоже Иван Тарн, стал врачом.", ("Иван Тарн",), "01"),
        ("Yan Brod died in 1901.\nHis son Yan Brod was born in 1899.", ("Yan Brod",), "01"),
        ("Yan Brod met Ida Falk.\nHer son Yan Brod was tall.", ("Yan Brod", "Ida Falk"), "010"),
        ("Yan Brod was a cousin of the keeper Yan Brod.", ("Yan Brod",), "01"),
        ("Yan Brod senior.\nYan Brod junior.\nYan Brod, Sr. Brod Jr.", ("Yan Brod", "Brod Jr."), "0101"),
        ("Yan Brod ruled.\nThat is a different Brod (Pavel).", ("Yan Brod", "Brod"), "01"),
    ],
)  # fmt: skip
def test_in_one_account(text: str, forms: tuple[str, ...], expected: str) -> None:
    rows, account, told = read("a", text, *forms)
    assert who(identify(rows, [account], told), rows) == expected


def test_readers_who_sign_with_a_great_name() -> None:
    text = "Yan Brod signed it.\nComments\nYan Brod\n5 May 2009\nI saw it.\nThanks Yan!"
    rows, account, told = read("a", text, "Yan Brod", "Yan")
    found = identify(rows, [account], told)
    assert who(found, rows) == "011"
    assert not found.doubtful
    rows, account, told = read("a", text.replace("Comments", "Contents"), "Yan Brod")
    assert who(identify(rows, [account], told), rows) == "00"


def test_a_byline_below_comments_is_an_authors() -> None:
    rows, article, told = read("a", "Yan Brod signed it.\nComments", "Yan Brod")
    more, own, lines = read("b", "Yan Brod, 5 May 2009\nIt rained.", "Yan Brod", author="Yan Brod")
    shifted = [replace(row, passage=replace(row.passage, source="a.txt")) for row in lines]
    assert who(identify([*rows, *more], [article, own], [*told, *shifted]), [*rows, *more]) == "00"


def _stated(row: Mention, relation: str, value: str) -> Statement:
    return Statement(
        f"s {row.entity} {relation}", row.passage, row.entity, relation, value, "date", value, "",
        "positive", "asserted", "", row.account,
    )  # fmt: skip


def _accounts(*texts: str) -> tuple[list[Mention], list[Account]]:
    rows, accounts = [], []
    for name, text in zip("abc", texts, strict=False):
        mine, account, _ = read(name, text, "Stepan Brod", "Stephen Brod", "Brod")
        rows += mine
        accounts.append(account)
    return rows, accounts


def test_whoever_is_told_of_long_before_a_birth_is_another() -> None:
    rows, accounts = _accounts("Stepan Brod.", "Stepan Brod. Brod.", "Stepan Brod. Brod.")
    told = [_stated(rows[1], "born", "1926")]
    accounts = [
        replace(row, date=date) for row, date in zip(accounts, ("", "", "1888-03"), strict=True)
    ]
    assert who(identify(rows, accounts, (), (), told), rows)[1:] == "0011"
    assert who(identify(rows, accounts), rows) == "00000"


def test_a_deed_by_the_surname_alone_tells_of_the_full_name_in_another_spelling() -> None:
    rows, accounts = _accounts("Stephen Brod. Brod came.", "Stepan Brod wrote.")
    told = [_stated(rows[1], "arrived", "1890"), _stated(rows[2], "born", "1926")]
    assert who(identify(rows, accounts, (), (), told), rows) == "001"


def test_two_deaths_a_lifetime_apart() -> None:
    rows, accounts = _accounts("Stepan Brod.", "Stepan Brod.")
    told = [_stated(rows[0], "died", "1912"), _stated(rows[1], "died", "1943")]
    assert who(identify(rows, accounts, (), (), told), rows) == "01"
    told = [_stated(rows[0], "died", "1942"), _stated(rows[1], "died", "1943")]
    assert who(identify(rows, accounts, (), (), told), rows) == "00"


def test_a_name_by_birth_and_the_one_it_became() -> None:
    rows, account, _ = read(
        "a", "Yan Brod, Ivo Brot, Ian Board. Board.", "Yan Brod", "Ivo Brot", "Ian Board"
    )
    told = [
        Relation(b.passage, a.entity, "also called", b.entity, "a")
        for a, b in ((rows[0], rows[1]), (rows[1], rows[2]), (rows[2], rows[0]))
    ]
    assert who(identify(rows, [account], (), told), rows) == "000"


def test_less_has_to_speak_against_one_where_two_bear_the_name() -> None:
    rows, keeper, told = read("a", "Yan Brod was drowned.", "Yan Brod")
    text = "Yan Brod went to sea, a cousin of the keeper Yan Brod."
    more, sailor, lines = read("b", text, "Yan Brod")
    mentions = [
        replace(row, titles=(title,))
        for row, title in zip([*rows, *more], ("keeper", "sailor", "keeper"), strict=True)
    ]
    found = identify(mentions, [keeper, sailor], [*told, *lines])
    assert who(found, mentions) == "012"
    assert who(identify(mentions[:2], [keeper, sailor], told), mentions[:2]) == "00"
