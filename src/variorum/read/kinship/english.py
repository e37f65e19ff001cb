"""English kin terms: whose they are and whom they name, by the words around them."""

from collections.abc import Iterator

from variorum.read.kinship.english_births import and_spouse, born, one_of_several
from variorum.read.kinship.english_owners import said_owners, unsaid_owners
from variorum.read.kinship.page import (
    Kin,
    Page,
    Term,
    after_name,
    listed_names,
    name_ending,
    names_ending,
    owns,
    word,
)
from variorum.read.kinship.vocabulary import IN_LAW, MUTUAL, PLURAL, PREFIXES, SINGULAR, composed
from variorum.read.words import listed

REACH = 8
"""Tokens that may stand between a kin term and its name: ", the famous diver and explorer"."""

_COPULAS = listed("is was became becomes be being been 's ’s")
_NOT = listed("not n't n’t never neither nor no hardly allegedly")
_NAMED = listed("named called being namely : — – - , ( the a an and is was were are")
_BETWEEN_TAGS = ("NN", "JJ", "DT", "CD", "RB", "IN", "HYP", "AFX")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "both": 2}


def terms(page: Page, first: int, end: int) -> Iterator[Term]:
    """The kin terms of a sentence, with what hyphens join to them."""
    words = page.parse.words
    token = first
    while token < end:
        low = words[token].lower()
        plural = low in PLURAL
        relation = PLURAL[low] if plural else SINGULAR.get(low, "")
        if not relation or (token in page.at and not words[token].islower()):
            token += 1
            continue
        head = begin = token
        stop = token + 1
        while begin > first:
            step = 2 if words[begin - 1] == "-" and begin - 2 >= first else 1
            changed = PREFIXES.get(words[begin - step].lower(), {}).get(relation)
            if changed is None:
                break
            relation, begin = changed, begin - step
        law = [w.lower() for w in words[stop : stop + 4]]
        if law == ["-", "in", "-", "law"] or law[:3] == ["in", "-", "law"]:
            stop += 4 if law[0] == "-" else 3
        elif law[:2] == ["in", "law"]:
            stop += 2
        if stop > token + 1:
            relation = f"{relation}-in-law" if relation in IN_LAW else ""
        if law[:2] == ["-", "to"]:
            stop += 4 if law[2:] == ["-", "be"] else 0
        token = stop
        if relation:
            yield Term(begin, head, stop, relation, plural)


def kin(page: Page, first: int, end: int) -> Iterator[Kin]:
    """The relations of one sentence."""
    before: Kin | None = None
    chain: tuple[Term, tuple[int, ...], int, int] | None = None
    for term in terms(page, first, end):
        if page.parse.tags[term.head][:2] not in ("NN", "JJ", "VB") and not term.plural:
            continue
        begin, count = _phrase_start(page, term, first)
        owners, at = said_owners(page, term, begin, first)
        reason = ""
        relation = term.relation
        if not owners and chain is not None and chain[2] == begin - 1 and _possessive(page, begin):
            owners, at = chain[1], chain[3]
            relation = composed(chain[0].relation, term.relation)
            reason = f"{chain[0].relation}'s {term.relation}"
            begin = at
        if word(page, term.end) in ("'s", "’s", "'", "’"):  # "his mother's brother Ivan"
            chain = (term, owners, term.end, at) if owners and not reason else None
            continue
        found = _found(page, term, begin, count, owners, at, first, end, before)
        if found is None:
            continue
        owners, others, low, high = found
        row = Kin(owners, relation, others, low, high, reason)
        before = row
        yield row


def _possessive(page: Page, begin: int) -> bool:
    return word(page, begin - 1) in ("'s", "’s", "'", "’")


def _phrase_start(page: Page, term: Term, low: int) -> tuple[int, int]:
    """The first token of the term's own words ("two elder"), and how many people it counts."""
    token, count = term.first, 0
    while token > low and term.first - token < REACH and token - 1 not in page.at:
        back, tag = word(page, token - 1), page.parse.tags[token - 1]
        count = _NUMBERS.get(back, count)
        plain = tag[:2] in ("JJ", "CD", "RB", "HY") or tag in ("VBN", "VBG", "AFX")
        if back in _COPULAS or back in ("not", "also", "now", "later", "then"):
            break
        if not plain and back not in ("late", "-", "year", "old", "twin", "only", "baby", "infant"):
            break
        token -= 1
    return token, count


Found = tuple[tuple[int, ...], tuple[int, ...], int, int]


def _found(
    page: Page, term: Term, begin: int, count: int, owners: tuple[int, ...], at: int, low: int,
    high: int, before: Kin | None,
) -> Found | None:  # fmt: skip
    """Owners, others and the tokens they and the term stand on."""
    if not owners and word(page, term.end) in ("of", "to"):
        return _of(page, term, begin, low, high, before)
    if owners:
        others, stop = _named_after(page, term, count, high, owners)
        if others:
            return owners, others, min(at, begin), stop
        others, start = _named_before(page, at, term, low, owners)
        if others:
            return owners, others, start, term.end
        return None
    others, stop = _named_after(page, term, count, high, ())
    if not others:
        if term.plural and term.relation in MUTUAL:
            others, start = _named_before(page, begin, term, low, ())
            return ((), others, start, term.end) if len(others) > 1 else None
        return None
    owners, at = unsaid_owners(page, term, begin, low, before)
    return owners, others, min(at, begin), stop


def _of(
    page: Page, term: Term, begin: int, low: int, high: int, before: Kin | None
) -> Found | None:
    """ "Y, son of X", "Y was the brother of X", "the son of X, Y"."""
    token = _over(page, term.end + 1, high, REACH)
    if token in page.at:
        owners = tuple(listed_names(page, token, high, 2, commas=False))
        if not owners or owns(page, owners[0]):
            return None  # a name that reaches beyond the sentence is listed by nobody
        stop = page.names[owners[-1]].end
        also = and_spouse(page, owners, stop, high)
        owners, stop = (*owners, *also), page.names[also[0]].end if also else stop
    elif word(page, term.end + 1) in ("him", "her", "them") and term.end + 1 in page.pronouns:
        owners, stop = (page.pronouns[term.end + 1],), term.end + 2
    else:
        return None
    others, start = _named_before(page, *one_of_several(page, term, begin), low, owners)
    if not others:
        others, start = born(page, begin, low)
    others = tuple(number for number in others if number not in owners)
    if others:
        return owners, others, start, stop
    if before is not None and before.others and _joined_to(page, before, begin):
        return owners, before.others, before.first, stop
    if word(page, stop) in ("is", "was", "were", "are") and stop + 1 in page.at:
        others = tuple(listed_names(page, stop + 1, high, 12 if term.plural else 1))
        if not owns(page, others[-1]):
            return owners, others, begin, page.names[others[-1]].end
    following = stop + (word(page, stop) in (",", "—", "–", "("))
    begins = word(page, begin - 1) in ("the", "a") or term.plural
    if following > stop and following in page.at and begins:
        others = tuple(listed_names(page, following, high, 12 if term.plural else 1))
        closed = word(page, page.names[others[-1]].end)
        if closed in (",", ".", ")", ";", "", "—", "–") or term.plural:
            return owners, others, min(begin, token), page.names[others[-1]].end
    if (
        stop in page.at and begins
    ):  # "the daughter of President Lennart Anna": as translations have it
        return None
    return None


def _joined_to(page: Page, before: Kin, begin: int) -> bool:
    """ "the wife of X and the mother of Y" are one."""
    between = [word(page, token) for token in range(before.end, begin)]
    return 0 < len(between) < 4 and set(between) <= {"and", "the", ",", "a", "also"}


def _over(page: Page, token: int, high: int, reach: int) -> int:
    """The first token of a name after words that may describe it; ``high`` where none comes."""
    parse = page.parse
    for step in range(reach + 1):
        here = token + step
        if here >= high:
            return high
        if here in page.at:
            return here if page.names[page.at[here]].first == here else high
        tag = parse.tags[here]
        if parse.words[here] in (",", ";", ":", "(", ")"):
            return high
        if tag[:2] not in ("NN", "JJ", "DT", "HY") and parse.words[here].lower() not in (
            "late",
            "the",
        ):
            return high
    return high


def _named_after(
    page: Page, term: Term, count: int, high: int, owners: tuple[int, ...]
) -> tuple[tuple[int, ...], int]:
    """The people named after a term: "daughters Vera and Anna", "father, the miller Osip"."""
    parse = page.parse
    token, commas, described = term.end, 0, 0
    while token < high and token - term.end <= REACH and token not in page.at:
        low, tag = word(page, token), parse.tags[token]
        if low in (",", "(", "—", "–", ":", "-"):
            commas += 1
            if commas > 1 and low != "," and low != "-":
                return (), 0
        elif low in _NAMED or low in _COPULAS:
            if low in _COPULAS and (commas or (term.end + 1 < token and not described)):
                return (), 0
            if low in ("and",) and not described:
                return (), 0
        elif tag[:2] in _BETWEEN_TAGS and tag != "IN":
            described += 1
            if (
                low in SINGULAR
                or low in PLURAL
                or (tag[:2] == "DT" and low not in ("the", "a", "an"))
            ):
                return (), 0
        elif tag == "IN" and described and low in ("of", "in", "at"):
            pass
        elif low not in ("'s", "’s"):
            return (), 0
        else:
            return (), 0
        token += 1
    if token >= high or token not in page.at or page.names[page.at[token]].first != token:
        return (), 0
    most = count or 12 if term.plural else 1
    others = listed_names(page, token, high, most)
    others = [number for number in others if number not in owners]
    if not others or (commas and described and not _closed(page, others[-1], high)):
        return (), 0
    if commas and not term.plural and not described and not _apposed(page, term, others[0], high):
        return (), 0
    while (
        others
        and owns(page, others[-1])
        and (len(others) > 1 or _verb_between(page, term, others[0]))
    ):
        others.pop()
    if not others:
        return (), 0
    return tuple(others), page.names[others[-1]].end


def _verb_between(page: Page, term: Term, number: int) -> bool:
    """ "his father was John's friend" names another."""
    tokens = range(term.end, page.names[number].first)
    return any(word(page, token) in _COPULAS for token in tokens)


def _closed(page: Page, number: int, high: int) -> bool:
    token = after_name(page, number, high)
    return token >= high or word(page, token) in (",", ".", ")", ";", "and", "—", "–", "!", "?")


def _apposed(page: Page, term: Term, number: int, high: int) -> bool:
    """Whether a name after a comma belongs to the term before it: ", Anna, …" or by the syntax."""
    name, parse = page.names[number], page.parse
    opening = word(page, term.end)
    if opening in ("(", "—", "–", ":", "-") or _closed(page, number, high):
        return True
    heads = {parse.heads[token] for token in range(name.first, name.end)}
    deps = {parse.deps[t] for t in range(name.first, name.end) if parse.heads[t] == term.head}
    return term.head in heads and bool(deps & {"appos", "compound"})


def _named_before(
    page: Page, at: int, term: Term, low: int, owners: tuple[int, ...]
) -> tuple[tuple[int, ...], int]:
    """The people named before: "Y, X's brother", "Y and Z, sons of X", "Y was his father"."""
    parse, token = page.parse, at - 1
    steps, copula, break_ = 0, False, False
    while token >= low and steps <= REACH:
        number = name_ending(page, token)
        here = word(page, token)
        if number >= 0:
            if not (copula or break_) or number in owners:
                return (), 0
            others = tuple(names_ending(page, token, low)) if term.plural else (number,)
            if owns(page, others[-1]) or _inside_phrase(page, others[0], low, copula):
                return (), 0
            return others, page.names[others[0]].first
        if here in _NOT:
            return (), 0  # "Stepan was not Boris's son"
        if copula and token in page.pronouns and here in ("he", "she", "who"):
            return (page.pronouns[token],), token
        if here in _COPULAS or (here in ("were", "are") and term.plural):
            copula = True
        elif here in (",", "(", "—", "–"):
            if break_:
                return (), 0
            break_ = True
        elif parse.tags[token][:2] not in ("DT", "JJ", "RB", "CD", "HY", "NN") and here not in (
            "and",
            "as",
        ):
            return (), 0
        elif parse.tags[token][:2] == "NN" and not copula and not break_:
            break_ = False
            if here not in ("actor", "writer") and not _coordinated(page, token, at):
                return (), 0
        elif here == "and" and not break_ and not copula and not _coordinated(page, token, at):
            return (), 0
        token -= 1
        steps += 1
    return (), 0


def _coordinated(page: Page, token: int, at: int) -> bool:
    """Whether what stands between belongs to one description: "a miller and son of X"."""
    return "and" in {word(page, t) for t in range(token, at)}


def _inside_phrase(page: Page, number: int, low: int, copula: bool) -> bool:
    """Whether the name is the object of a preposition where a subject is looked for: "the house of
    Y was X's brother's"."""
    before = word(page, page.names[number].first - 1)
    return copula and before in ("of", "in", "for", "to", "by", "with", "from")
