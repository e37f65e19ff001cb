"""Russian relatives by a parent, and what parents were called: "брат матери", "Отца звали Тимофей"."""

from variorum.read.kinship.page import Kin, Page, Term, word
from variorum.read.kinship.relations import TELLER
from variorum.read.kinship.russian_bearers import agrees, named_before
from variorum.read.kinship.russian_owners import MINE, THEIRS, said_owners
from variorum.read.kinship.vocabulary import PARENTS, RELATIVE, RUSSIAN, SPOUSES, composed
from variorum.read.russian import cases


def called(page: Page, term: Term, owners: tuple[int, ...], first: int) -> Kin | None:
    """ "Отца звали Тимофей": the teller's father, unless a word says whose."""
    name = page.at.get(term.end + 1, -1)
    if word(page, term.end) not in ("звали", "зовут") or name < 0 or name in owners or term.plural:
        return None
    if not owners and any(lemma in MINE or lemma == "я" for lemma in page.parse.lemmas):
        owners = (TELLER,)
    return Kin(owners, term.relation, (name,), first, page.names[name].end) if owners else None


def of_a_parent(page: Page, term: Term, begin: int, low: int) -> Kin | None:
    """ "Дядя Фёдор, брат моей матери", and in the first person "брат матери": somebody's uncle."""
    parse, here = page.parse, term.end
    if here >= len(parse.words):
        return None
    owners: tuple[int, ...] = ()
    if parse.lemmas[here] in MINE or word(page, here) in THEIRS:
        owners, _ = said_owners(page, here + 1, low)
        here += 1
    elif any(lemma in MINE or lemma == "я" for lemma in parse.lemmas):
        owners = (TELLER,)
    if here >= len(parse.words) or here in page.at or not owners:
        return None
    parent = RUSSIAN.get(parse.lemmas[here], "")
    named = here + 1 in page.at
    if parent not in PARENTS | SPOUSES or "gent" not in cases(parse.words[here]) or named:
        return None
    others, start = named_before(page, begin, low, term)
    if not others and word(page, here + 1) in (",", "—", "–") and here + 2 in page.at:
        after = page.at[here + 2]
        closed = word(page, page.names[after].end) in (",", ".", "")
        others, start = ((after,) if closed and agrees(page, term, after) else ()), begin
    relation = composed(parent, term.relation)
    if len(others) != 1 or relation == RELATIVE or others[0] in owners:
        return None
    end = max(here + 1, page.names[others[0]].end)
    return Kin(owners, relation, others, start, end, f"{parent}'s {term.relation}")
