"""Whom a Russian kin term names where the name stands before it: appositions, dashes, copulas."""

from variorum.read.kinship.page import Page, Term, after_name, name_ending, names_ending, word
from variorum.read.kinship.russian_owners import name_cases, nominative
from variorum.read.kinship.vocabulary import RUSSIAN
from variorum.read.russian import cases
from variorum.read.words import listed

COPULAS = listed("быть являться стать приходиться доводиться оказаться")
REACH = 9
"""Tokens that may stand between a term and its name: a title, an office and what it is of."""


def named_before(page: Page, at: int, low: int, term: Term) -> tuple[tuple[int, ...], int]:
    """The people named before: "Иван, сын Петра", "Иван — сын Петра", "Иван был его сыном"."""
    parse, token = page.parse, at - 1
    copula = mark = False
    for _ in range(REACH):
        if token < low:
            break
        number = name_ending(page, token)
        here, lemma, tag = word(page, token), parse.lemmas[token], parse.tags[token]
        if number >= 0:
            listed = parse.lemmas[page.names[number].first - 1] in RUSSIAN and not (
                copula or name_cases(page, number)
            )
            if not (copula or mark) or (listed and page.names[number].first > low):
                break
            names = names_ending(page, token, low) if term.plural else [number]
            return tuple(names), page.names[names[0]].first
        if token in page.pronouns and here in ("он", "она") and (copula or mark or token == at - 1):
            return (page.pronouns[token],), token
        if here in ("не", "ни", "и") and (here != "и" or token == at - 1):
            break
        if lemma in COPULAS:
            copula = True
        elif here in ("—", "–", "-", "(", ","):
            if mark and not (here == "," and copula):
                break
            mark = True
        elif lemma == "который" or (copula and tag in ("ADV", "PART", "CCONJ")):
            pass
        elif tag not in ("NOUN", "ADJ", "ADP", "CCONJ", "X") or (
            not mark and not copula and not _joined(page, token, at)
        ):
            break
        token -= 1
    return (), 0


def entry(page: Page, begin: int, low: int, term: Term) -> tuple[tuple[int, ...], int]:
    """ "Иван — художник, автор книг; сын Петра": whom a sentence introduces by a dash."""
    number = page.at.get(next((t for t in range(low, begin) if t in page.at), -1), -1)
    if number < 0 or word(page, begin - 1) not in (",", ";", "и") or term.plural:
        return (), begin
    dash = after_name(page, number, begin)
    plain = "nomn" in cases(page.parse.words[term.head]) and nominative(page, number)
    verb = any(page.parse.tags[t] == "VERB" for t in range(dash, begin))
    named = any(t in page.at for t in range(dash, begin))
    if word(page, dash) in ("—", "–") and plain and not verb and not named:
        return (number,), page.names[number].first
    return (), begin


def _joined(page: Page, token: int, at: int) -> bool:
    """Whether what stands between belongs to one description: "адвокат и брат Петра"."""
    return "и" in {word(page, t) for t in range(token, at)}


def agrees(page: Page, term: Term, number: int) -> bool:
    """Whether a name can stand in the term's case."""
    mine, yours = cases(page.parse.words[term.head]), name_cases(page, number)
    if not mine or not yours:
        return True
    return bool(mine & yours) or (term.plural and "nomn" in yours)
