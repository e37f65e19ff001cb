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
    after_name,
    listed_names,
    word,
)
from variorum.read.kinship.russian_bearers import COPULAS, REACH, agrees, entry, named_before
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
    skip_titles,
    unsaid_owners,
)
from variorum.read.kinship.russian_parents import called, of_a_parent
from variorum.read.kinship.vocabulary import (
    CHILD,
    DAUGHTER,
    FATHER,
    GENDERS,
    MOTHER,
    MUTUAL,
    RUSSIAN,
    RUSSIAN_FORMS,
    RUSSIAN_PLURALS,
    SON,
    SPOUSES,
    TWIN,
    modified,
)
from variorum.read.russian import cases, grammemes, word_form
from variorum.read.words import listed

_PASSED = ("NOUN", "ADJ", "NUM", "X", "ADV")
_NUMBERS = {
    "два": 2,
    "две": 2,
    "двое": 2,
    "трое": 3,
    "три": 3,
    "четверо": 4,
    "четыре": 4,
    "пятеро": 5,
    "оба": 2,
}
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
        owners, term = _described(page, term, high)
    if (
        term.plural and begin - 2 > low and word(page, begin - 1) == "и"
        and {RUSSIAN_FORMS.get(word(page, begin - 2)), term.relation} == {SON, DAUGHTER}
    ):  # fmt: skip
        term, count = replace(term, relation=CHILD), 0  # "два сына и дочери: Анна, Пётр"
    here, gap, parted = _first_name(page, term, high)
    most = (count or 12) if term.plural or count > 1 else 1
    if not owners and _of_kin(page, term, begin, low):
        return None
    if owners:
        if here >= 0 and agrees(page, term, page.at[here]):
            others = _others(page, here, high, most, owners)
            if others:
                return Kin(
                    owners, term.relation, others, min(at, begin), page.names[others[-1]].end
                )
        others, start = named_before(page, at, low, term)
        others = tuple(number for number in others if number not in owners)
        return Kin(owners, term.relation, others, start, term.end) if others else None
    if here < 0:
        return _each_other(page, term, begin, low)
    number = page.at[here]
    if not parted and (genitive(page, number) or dative(page, number, low, begin)):
        row = _owned(page, term, begin, here, low, high, most, before)
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
    others = _others(page, here, high, most, ())
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
        count = _NUMBERS.get(back, count)
        if page.parse.lemmas[token - 1] in (*MINE, "свой") or back in THEIRS:
            break
        if (
            tag not in ("ADJ", "NUM")
            and not any(part in back for part in ("летн", "месячн", "старш", "младш"))
            and back not in _NUMBERS
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


def _others(
    page: Page, here: int, high: int, most: int, owners: tuple[int, ...]
) -> tuple[int, ...]:
    return tuple(n for n in listed_names(page, here, high, most) if n not in owners)


def _each_other(page: Page, term: Term, begin: int, low: int) -> Kin | None:
    """ "Иван и Пётр — братья": nobody's but each other's."""
    if not term.plural or term.relation not in MUTUAL:
        return None
    others, start = named_before(page, begin, low, term)
    return Kin((), term.relation, others, start, term.end) if len(others) > 1 else None


def _owned(
    page: Page,
    term: Term,
    begin: int,
    here: int,
    low: int,
    high: int,
    most: int,
    before: Kin | None,
) -> Kin | None:
    """ "сын Петра Лунина Иван", "Иван, сын Петра и Марии", "Иван является сыном Петра"."""
    first = page.at[here]
    second = skip_titles(page, after_name(page, first, high), high)
    if (
        second in page.at
        and agrees(page, term, page.at[second])
        and _parts(page, term, page.at[second])
        and not _surname_after(page, first, second)
    ):
        others = _others(page, second, high, most, (first,))
        if others:
            return Kin((first,), term.relation, others, begin, page.names[others[-1]].end)
    owners = [first]
    token = page.names[first].end
    if word(page, token) == "и":
        also = skip_titles(page, token + 1, high)
        if also in page.at and genitive(page, page.at[also]):
            owners.append(page.at[also])
    others, start = named_before(page, begin, low, term)
    if not others:
        others, start = entry(page, begin, low, term)
    if (
        before is not None and before.end == begin - 1 and word(page, before.end) in (",", "и")
        and _of_the_same(page, before, term)
    ):  # fmt: skip
        others, start = before.others, before.first  # "Иван — брат Петра, сын Анны"
        if len(others) > 1 and not term.plural:
            return None
    others = tuple(number for number in others if number not in owners)
    if len(others) == 1 and word(page, term.head).startswith(_SURELY_SEVERAL):
        return None  # "мать Эльза, дети Фриц и Хильда"
    if others:
        return Kin(tuple(owners), term.relation, others, start, page.names[owners[-1]].end)
    after = page.names[owners[-1]].end
    copula = page.parse.lemmas[after] in COPULAS if after < high else False
    here = skip_titles(page, after + 1, high)
    if copula and here in page.at and nominative(page, page.at[here]):
        others = _others(page, here, high, most, tuple(owners))
        if others:
            return Kin(tuple(owners), term.relation, others, begin, page.names[others[-1]].end)
    if word(page, after) in (",", "—", "–", "-", ":") and here in page.at:
        others = _others(page, here, high, most, tuple(owners))
        end = after_name(page, others[-1], high) if others else high
        closed = (
            end >= high or word(page, end) in (",", ".", ")", "—", "–") or word(page, after) != ","
        )
        if others and closed and agrees(page, term, others[0]) and _parts(page, term, others[0]):
            return Kin(tuple(owners), term.relation, others, begin, page.names[others[-1]].end)
    return None


def _of_the_same(page: Page, before: Kin, term: Term) -> bool:
    """Whether two terms one after the other are said of one person: not "внучка Петра, брата Ивана"."""
    one, other = GENDERS.get(before.relation, ""), GENDERS.get(term.relation, "")
    if one and other and one != other:
        return False
    words, lemmas = page.parse.words, page.parse.lemmas
    heads = [t for t in range(before.first, before.end) if lemmas[t] in RUSSIAN]
    mine, yours = cases(words[term.head]), cases(words[heads[-1]]) if heads else frozenset()
    return not mine or not yours or bool(mine & yours)


_SURELY_SEVERAL = ("дет", "сыновь", "сынове", "брать", "родител", "внуки", "внуков", "близнец")


def _parts(page: Page, term: Term, number: int) -> bool:
    """Whether a second name can be the term's own: not in the genitive where the term is not."""
    mine, yours = cases(page.parse.words[term.head]), name_cases(page, number)
    counted = term.plural and word(page, term.first - 1) in _NUMBERS and "nomn" in yours
    return counted or bool(mine & yours) or not yours


def _surname_after(page: Page, first: int, second: int) -> bool:
    """Whether what seems a second name is the first one's surname: "дочь Фёдора Емельяненко"."""
    known = grammemes(page.parse.words[second])
    one = page.names[first].end - page.names[first].first == 1
    return one and second == page.names[first].end and "Surn" in known and "Name" not in known


def _of_kin(page: Page, term: Term, begin: int, low: int) -> bool:
    """Whether a term is itself the owner of another: "мать невесты — Анна", "Папа Римский"."""
    if word(page, term.end).startswith("римск"):
        return True
    parse, back = page.parse, begin - 1
    return back >= low and parse.lemmas[back] in RUSSIAN and "gent" in cases(parse.words[term.head])


def _described(page: Page, term: Term, high: int) -> tuple[tuple[int, ...], Term]:
    """ "отец девушки — Иван": the owner a noun that stands for somebody named before."""
    token = term.end
    if token < high and page.parse.tags[token] == "ADJ":
        token += 1
    known = page.pronouns.get(token, -1)
    noun = token < high and page.parse.tags[token] == "NOUN" and token not in page.at
    if noun and known >= 0 and "gent" in cases(page.parse.words[token]):
        return (known,), replace(term, end=token + 1)
    return (), term
