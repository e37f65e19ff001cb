"""Russian kin terms: whose they are and whom they name, by cases and the words around them.

Nothing tells the syntax here. A name in the genitive after a term is its owner ("сын Петра Лунина"), a
name in the term's own case its bearer ("сына Ивана" after "своего"); where both can be, the words before
decide, or nothing is said.
"""

from collections.abc import Iterator
from dataclasses import replace

from variorum.read.kinship.page import (
    Kin,
    Page,
    Term,
    word,
)
from variorum.read.kinship.russian_bearers import REACH, agrees, named_before
from variorum.read.kinship.russian_kin import (
    NUMBERS,
    described_kin,
    is_of_kin,
    kin_of_each_other,
    others_named,
    owned_kin,
)
from variorum.read.kinship.russian_owners import (
    MINE,
    THEIRS,
    continues,
    dative,
    genitive,
    having,
    name_cases,
    nominative,
    said_owners,
    unsaid_owners,
)
from variorum.read.kinship.russian_parents import called, of_a_parent
from variorum.read.kinship.vocabulary import (
    CHILD,
    DAUGHTER,
    FATHER,
    MOTHER,
    RUSSIAN,
    RUSSIAN_FORMS,
    RUSSIAN_PLURALS,
    SON,
    SPOUSES,
    TWIN,
    modified,
)
from variorum.read.russian import cases, word_form
from variorum.read.words import listed

_PASSED = ("NOUN", "ADJ", "NUM", "X", "ADV")

_COMPANIONS = listed(
    "соратник друг подруга коллега сосед соседка помощник партнёр знакомый любовница любовник приятель"
)
"""Whose daughter a friend of Petrov's is, "дочь друга Петрова" does not say of Petrov."""


def terms(page: Page, first: int, end: int) -> Iterator[Term]:
    """The kin terms of a sentence with the adjectives that change them."""
    parse = page.parse
    for token in range(first, end):
        low = parse.words[token].lower()
        relation = RUSSIAN_FORMS.get(low) or RUSSIAN.get(parse.lemmas[token], "")
        if not relation and "-близнец" in low:
            relation = RUSSIAN.get(word_form(low.partition("-")[0])[0], "")
        if not relation or token in page.at:
            continue
        begin = token
        while begin > first and (
            parse.tags[begin - 1] == "ADJ"
            or parse.lemmas[begin - 1] in ("двоюродный", "троюродный")
        ):
            begin -= 1
            relation = modified(relation, parse.lemmas[begin])
        yield Term(token, token, token + 1, relation, low.partition("-")[0] in RUSSIAN_PLURALS)


def kin(page: Page, first: int, end: int) -> Iterator[Kin]:
    """The relations of one sentence."""
    before: Kin | None = None
    spouse: Kin | None = None
    for term in terms(page, first, end):
        row = _read(page, term, first, end, before)
        if row is None:
            continue
        if row.relation in SPOUSES and row.owners:
            spouse = row
        elif (
            spouse is not None and spouse.owners == row.owners and _in_marriage(page, first, spouse)
        ):
            row = Kin(
                (*row.owners, *spouse.others),
                row.relation,
                row.others,
                row.first,
                row.end,
                row.reason,
            )
        before = row
        yield row


def _in_marriage(page: Page, first: int, spouse: Kin) -> bool:
    """ "от брака с первой женой … родились два сына"."""
    return any(page.parse.lemmas[token] == "брак" for token in range(first, spouse.end))


def _read(page: Page, term: Term, low: int, high: int, before: Kin | None) -> Kin | None:
    begin, count = _phrase_start(page, term, low)
    owners, at = said_owners(page, begin, low)
    row = called(page, term, owners, min(at, begin))
    if row is None and not owners:
        row = of_a_parent(page, term, begin, low)
    if row is not None:
        return row
    if not owners:
        owners, term = described_kin(page, term, high)
    if (
        term.plural and begin - 2 > low and word(page, begin - 1) == "и"
        and {RUSSIAN_FORMS.get(word(page, begin - 2)), term.relation} == {SON, DAUGHTER}
    ):  # fmt: skip
        term, count = replace(term, relation=CHILD), 0  # "два сына и дочери: Анна, Пётр"
    here, gap, parted = _first_name(page, term, high)
    most = (count or 12) if term.plural or count > 1 else 1
    if not owners and is_of_kin(page, term, begin, low):
        return None
    if owners:
        if here >= 0 and agrees(page, term, page.at[here]):
            others = others_named(page, here, high, most, owners)
            if others:
                return Kin(
                    owners, term.relation, others, min(at, begin), page.names[others[-1]].end
                )
        others, start = named_before(page, at, low, term)
        others = tuple(number for number in others if number not in owners)
        return Kin(owners, term.relation, others, start, term.end) if others else None
    if here < 0:
        return kin_of_each_other(page, term, begin, low)
    number = page.at[here]
    if not parted and (genitive(page, number) or dative(page, number, low, begin)):
        row = owned_kin(page, term, begin, here, low, high, most, before)
        if row is not None:
            return row
        listed = before is not None and before.owners and continues(page, before, begin)
        either = "gent" in name_cases(page, number) and "gent" in cases(page.parse.words[term.head])
        if gap or (either and not listed and not having(page, low, begin)):
            return None  # "дочери Петра": whose, or who?
    if (gap and not parted) or not (
        agrees(page, term, number) or (count > 1 and nominative(page, number))
    ):
        return None
    if (
        term.relation in (FATHER, MOTHER)
        and not parted
        and page.parse.words[here - 1][:1].isupper()
    ):
        return None  # "Мать Тереза"
    others = others_named(page, here, high, most, ())
    if not others:
        return None
    owners, at = unsaid_owners(page, term, begin, low, before)
    if term.relation == TWIN and word(page, at) == "у":
        term = replace(term, relation=CHILD)
    others = tuple(other for other in others if other not in owners)
    if not others:
        return None
    return Kin(owners, term.relation, others, min(at, begin), page.names[others[-1]].end)


def _phrase_start(page: Page, term: Term, low: int) -> tuple[int, int]:
    """The first token of the term's own words ("двое старших"), and how many people it counts."""
    token, count = term.first, 0
    while token > low and term.first - token < 5 and token - 1 not in page.at:
        back, tag = word(page, token - 1), page.parse.tags[token - 1]
        count = NUMBERS.get(back, count)
        if page.parse.lemmas[token - 1] in (*MINE, "свой") or back in THEIRS:
            break
        if (
            tag not in ("ADJ", "NUM")
            and not any(part in back for part in ("летн", "месячн", "старш", "младш"))
            and back not in NUMBERS
            and back not in ("экс", "-", "ныне")
        ):
            break
        token -= 1
    return token, count


def _first_name(page: Page, term: Term, high: int) -> tuple[int, int, bool]:
    """The first token of the name after a term, the tokens between that describe it, and whether a
    mark parts them ("дети: сын Максим", "жена — Анна")."""
    parse, token = page.parse, term.end
    described, parted = 0, False
    while token < high and token - term.end <= REACH:
        if token in page.at:
            return (
                (token, described, parted)
                if page.names[page.at[token]].first == token
                else (-1, 0, False)
            )
        low = word(page, token)
        if low == "по" and parse.lemmas[token + 1] in _LINES:
            token += 3 if word(page, token + 2) == "линии" else 2
            continue  # "дед по матери, Осип Гринберг"
        if low == "-" and described:
            described += 1  # "внук бывшего мэра - ныне сенатора Петра Лунина"
        elif low == "," and described and not parted and _goes_on(page, token, high):
            described += 1  # "дочь певца, композитора и поэта Цвика Пика"
        elif low in (":", "—", "–", "(") or (low in (",", "-") and not parted):
            if parted or (described and low == ","):
                return -1, 0, False
            parted, described = True, 0
        elif low in ("«", "»", "'", '"', "-", "по", "имени"):
            pass
        elif parse.lemmas[token] in RUSSIAN or parse.lemmas[token] in _COMPANIONS:
            return -1, 0, False
        elif (
            parse.tags[token] in _PASSED
            or (parse.tags[token] == "VERB" and cases(low))
            or low in ("в", "на", "и", "по", "из", "от", "имени")
        ):
            described += 1
        else:
            return -1, 0, False
        token += 1
    return -1, 0, False


def _goes_on(page: Page, comma: int, high: int) -> bool:
    """Whether one more thing that the owner is follows a comma: a noun in the genitive."""
    if comma + 1 >= high or comma + 1 in page.at:
        return False
    known = cases(page.parse.words[comma + 1])
    return page.parse.tags[comma + 1] == "NOUN" and "gent" in known and "nomn" not in known


_LINES = listed("мать отец материнский отцовский женский мужской муж жена")
