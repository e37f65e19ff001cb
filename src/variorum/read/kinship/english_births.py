"""Whose child somebody is: "the son of X and his wife Y", "one of five children", "born, son of X"."""

from dataclasses import replace

from variorum.read.kinship.page import Page, Term, word

REACH = 8
"""Tokens of what a parent is, before the other parent is named."""


def and_spouse(page: Page, owners: tuple[int, ...], token: int, high: int) -> tuple[int, ...]:
    """ "the son of Foma Lysenko, a baker, and his wife, Ulyana": the other parent."""
    if len(owners) > 1:
        return ()
    for here in range(token, min(high, token + REACH)):
        if here in page.at or word(page, here) in (".", ";", "who", "which"):
            return ()
        if word(page, here) == "and" and word(page, here + 1) in ("his", "her"):
            term = here + 2
            while term < high and page.parse.tags[term][:2] == "JJ":
                term += 1
            name = term + 1 + (word(page, term + 1) == ",")
            if word(page, term) in ("wife", "husband") and name in page.at:
                return (page.at[name],)
            return ()
    return ()


def one_of_several(page: Page, term: Term, begin: int) -> tuple[int, Term]:
    """ "the third of five children of X": where what is said of one person begins, and of one."""
    back = begin - 1 - (word(page, begin - 1) == "the")
    if (
        term.plural
        and word(page, back) == "of"
        and page.parse.tags[back - 1][:2] in ("JJ", "CD", "RB")
    ):
        return back - 1, replace(term, plural=False)
    return begin, term


def born(page: Page, begin: int, low: int) -> tuple[tuple[int, ...], int]:
    """ "Y was born in Hull in 1891, the son of X": the subject of being born."""
    parse = page.parse
    comma = begin - 1 - (word(page, begin - 1) in ("the", "a", "an"))
    if word(page, comma) != ",":
        return (), 0
    for born in range(comma - 1, low, -1):
        if born in page.at:
            return (), 0
        if word(page, born) != "born":
            continue
        for token in range(low, born):
            if parse.heads[token] == born and parse.deps[token] in ("nsubj", "nsubjpass"):
                number = page.at.get(token, page.pronouns.get(token, -1))
                return ((number,), token) if number >= 0 else ((), 0)
    return (), 0
