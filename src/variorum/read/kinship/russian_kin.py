"""What belongs to a Russian kin term: whose it is, how many, what follows it."""

from dataclasses import replace

from variorum.read.kinship.page import (
    Kin,
    Page,
    Term,
    after_name,
    listed_names,
    word,
)
from variorum.read.kinship.russian_bearers import COPULAS, agrees, entry, named_before
from variorum.read.kinship.russian_owners import (
    genitive,
    name_cases,
    nominative,
    skip_titles,
)
from variorum.read.kinship.vocabulary import (
    GENDERS,
    MUTUAL,
    RUSSIAN,
)
from variorum.read.russian import cases, grammemes

NUMBERS = {
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


def others_named(
    page: Page, here: int, high: int, most: int, owners: tuple[int, ...]
) -> tuple[int, ...]:
    return tuple(n for n in listed_names(page, here, high, most) if n not in owners)


def kin_of_each_other(page: Page, term: Term, begin: int, low: int) -> Kin | None:
    """ "Иван и Пётр — братья": nobody's but each other's."""
    if not term.plural or term.relation not in MUTUAL:
        return None
    others, start = named_before(page, begin, low, term)
    return Kin((), term.relation, others, start, term.end) if len(others) > 1 else None


def owned_kin(
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
        others = others_named(page, second, high, most, (first,))
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
        others = others_named(page, here, high, most, tuple(owners))
        if others:
            return Kin(tuple(owners), term.relation, others, begin, page.names[others[-1]].end)
    if word(page, after) in (",", "—", "–", "-", ":") and here in page.at:
        others = others_named(page, here, high, most, tuple(owners))
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
    counted = term.plural and word(page, term.first - 1) in NUMBERS and "nomn" in yours
    return counted or bool(mine & yours) or not yours


def _surname_after(page: Page, first: int, second: int) -> bool:
    """Whether what seems a second name is the first one's surname: "дочь Фёдора Емельяненко"."""
    known = grammemes(page.parse.words[second])
    one = page.names[first].end - page.names[first].first == 1
    return one and second == page.names[first].end and "Surn" in known and "Name" not in known


def is_of_kin(page: Page, term: Term, begin: int, low: int) -> bool:
    """Whether a term is itself the owner of another: "мать невесты — Анна", "Папа Римский"."""
    if word(page, term.end).startswith("римск"):
        return True
    parse, back = page.parse, begin - 1
    return back >= low and parse.lemmas[back] in RUSSIAN and "gent" in cases(parse.words[term.head])


def described_kin(page: Page, term: Term, high: int) -> tuple[tuple[int, ...], Term]:
    """ "отец девушки — Иван": the owner a noun that stands for somebody named before."""
    token = term.end
    if token < high and page.parse.tags[token] == "ADJ":
        token += 1
    known = page.pronouns.get(token, -1)
    noun = token < high and page.parse.tags[token] == "NOUN" and token not in page.at
    if noun and known >= 0 and "gent" in cases(page.parse.words[token]):
        return (known,), replace(term, end=token + 1)
    return (), term
