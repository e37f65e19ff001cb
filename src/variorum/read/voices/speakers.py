"""Speakers: who the subject of a verb of speech is, and the words that say so."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from variorum.read.coreference.pronouns import can_be, surname
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP, OFFICES, listed

RELATIVES = frozenset(("who", "which", "that", "whom"))
PRONOUNS = listed(
    "he she they we i it you him her them us me one он она они я мы него неё ней нему ним него "
    "ему ей мне"
)
SUBJECTS = listed("he she they we i it you он она они я мы")
NO_ONE = listed("nobody none noone neither")
_HE, _SHE = listed("he him он него ему нему ним"), listed("she her она неё ней ей")
_PREMODIFIERS = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "predet"))
_LONGEST_DATELINE = 8
_LONGEST_PHRASE = 12
"""Tokens of the longest noun phrase that is taken for a speaker's words."""


@dataclass(frozen=True, slots=True)
class SpokenPage:
    """A paragraph with the names on its tokens."""

    number: int
    parse: Parse
    names: list[NameSpan]
    at_token: dict[tuple[int, int], int]
    pronouns: dict[tuple[int, int], int]
    below: dict[int, list[int]]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the words, the number of the name that means them (or -1), and the tokens
    ``[first, stop)`` where the words stand; ``NOBODY`` where it is not said."""

    words: str
    name: int
    first: int
    stop: int


NOBODY = Speaker("", -1, -1, -1)


def is_verb(parse: Parse, token: int) -> bool:
    return parse.tags[token][:2] == "VB" or parse.tags[token] == "VERB"


def subject_of(page: SpokenPage, verb: int) -> int | None:
    """The subject of a verb: its own, its coordinate's ("rose and said"), that of the verb it
    completes ("left, saying"), or the noun it says something of ("a man claiming")."""
    parse, below = page.parse, page.below
    completed = False
    for _ in range(4):
        under = below.get(verb, ())
        own = [t for t in under if parse.deps[t] == "nsubj" and parse.words[t].lower() != "there"]
        if own:
            return _past_dateline(page, own[-1], verb)
        passive = next((t for t in under if parse.deps[t] == "nsubjpass"), None)
        if passive is not None:  # "was heard to say"; else "was told by"
            return passive if completed else agent_of(page, verb)
        dep, head = parse.deps[verb], parse.heads[verb]
        completed = dep == "xcomp"
        if (
            parse.tags[verb] == "VBN"
            and dep in ("advcl", "acl")
            and not any(parse.deps[t] == "aux" for t in under)
        ):
            return agent_of(page, verb)  # "asked by the judge whether …, he"
        if dep == "acl" and parse.tags[verb] in ("VBG", "VB"):
            if parse.tags[verb] == "VB":  # "the plan to seek": whoever has the plan
                return owner_of(page, head)
            return head
        if dep == "pcomp":
            verb = parse.heads[head]
            if parse.words[head].lower() == "as" and parse.tags[verb][:2] == "VB":
                quoted = [t for t in below.get(verb, ()) if parse.deps[t] in ("dobj", "nsubjpass")]
                if quoted:  # "quoted Dorn as saying", "Dorn was quoted as saying"
                    return quoted[0]
        elif dep in ("conj", "advcl", "xcomp", "acomp", "attr", "relcl", "dobj") and head != verb:
            if dep == "relcl":
                return head if parse.tags[verb] != "VBN" else None
            verb = head
        else:
            return None
    return None


_DASHES = frozenset(("-", "–", "—", "--"))


def _past_dateline(page: SpokenPage, subject: int, verb: int) -> int:
    """The subject after a dateline that the parser took for it: "MACAU (Tide) — Rask said"."""
    parse = page.parse
    low = parse.words[subject]
    if not (low.isupper() and len(low) > 1) or subject > verb:
        return subject
    dashes = [t for t in range(subject + 1, verb) if parse.words[t] in _DASHES]
    if not dashes or dashes[0] - subject > _LONGEST_DATELINE:
        return subject
    for token in range(dashes[0] + 1, verb):
        number = page.at_token.get((page.number, token), -1)
        if number >= 0 and page.names[number].kind in ("person", "group"):
            return page.names[number].end - 1
        if parse.tags[token][:2] == "NN" and parse.deps[token] not in ("compound", "amod"):
            return token
    return subject


def agent_of(page: SpokenPage, verb: int) -> int | None:
    """Who did it, of a verb in the passive: "was told by the captain"."""
    parse = page.parse
    for child in page.below.get(verb, ()):
        if parse.deps[child] == "agent" or (
            parse.deps[child] == "prep" and parse.words[child].lower() == "by"
        ):
            for t in page.below.get(child, ()):
                if parse.deps[t] == "pobj":
                    return t
    return None


def owner_of(page: SpokenPage, noun: int) -> int | None:
    """Whose claim, opinion or plan it is: "X's claim", "the claim of X", "X made the claim"."""
    parse, below = page.parse, page.below
    for child in below.get(noun, ()):
        if parse.deps[child] == "poss":
            return child
    by = agent_of(page, noun)
    if by is not None:
        return by
    for child in below.get(noun, ()):
        if parse.deps[child] == "prep" and parse.words[child].lower() in ("from", "among", "of"):
            for t in below.get(child, ()):
                if parse.deps[t] == "pobj" and _is_somebody(page, t):
                    return t
    head = parse.heads[noun]
    if parse.deps[noun] == "pobj":
        head = parse.heads[head]
    if parse.deps[noun] in ("dobj", "attr", "pobj") and parse.tags[head][:2] == "VB":
        return subject_of(page, head)
    return None


def _is_somebody(page: SpokenPage, token: int) -> bool:
    number = page.at_token.get((page.number, token), -1)
    return number >= 0 and page.names[number].kind in ("person", "group")


def hearer_of(page: SpokenPage, verb: int) -> int | None:
    """To whom it is said: "told the clerk", "said to the clerk", "the clerk was told"."""
    parse = page.parse
    for child in page.below.get(verb, ()):
        dep = parse.deps[child]
        told = dep == "dative" or (dep in ("dobj", "nsubjpass") and parse.lemmas[verb] in _TELLING)
        if told and parse.words[child].lower() == "to":
            return next((t for t in page.below.get(child, ()) if parse.deps[t] == "pobj"), None)
        if told and parse.words[child].lower() not in RELATIVES:
            return child
        if dep == "prep" and parse.words[child].lower() in ("to", "before"):
            for t in page.below.get(child, ()):
                if parse.deps[t] == "pobj" and _is_animate(page, t):
                    return t
    return None


_TELLING = listed("tell inform assure remind warn advise ask notify promise convince")


def _is_animate(page: SpokenPage, token: int) -> bool:
    low = page.parse.words[token].lower()
    return _is_somebody(page, token) or low in PRONOUNS or page.parse.lemmas[token] in HEARERS


HEARERS = listed(
    """reporter journalist court commission committee board inquiry tribunal police jury magistrate
    judge friend wife husband mother father son daughter brother sister audience crowd crew clerk
    consul interviewer newspaper agency officer captain correspondent historian"""
)


def who(page: SpokenPage, token: int) -> Speaker:
    """A speaker's words and name: the name the token is part of, else its noun phrase."""
    parse = page.parse
    if parse.words[token].lower() in RELATIVES and parse.deps[token]:
        head = _antecedent(page, token)
        if head < token:  # the words that say who: "the clerk, who"
            return replace(who(page, head), stop=token + 1)
    number = page.at_token.get((page.number, token), -1)
    if number >= 0 and page.names[number].kind != "place":
        span = page.names[number]
        return Speaker(span.form, number, span.first, span.end)
    low = parse.words[token].lower()
    if low in PRONOUNS or low in ("his", "their", "my", "our", "its"):
        return Speaker(low, _only_person(page, token), token, token + 1)
    for beside in range(token + 1, min(len(parse.words), token + 6)):
        apposed = page.at_token.get((page.number, beside), -1)
        if apposed >= 0 and (
            (beside == token + 1 and parse.tags[token][:2] in ("NN", "JJ"))
            or _apposed(parse, beside, token)
        ):
            if page.names[apposed].kind == "place":
                break
            return Speaker(page.names[apposed].form, apposed, token, page.names[apposed].end)
    first = token
    while (
        first > max(0, token - _LONGEST_PHRASE)
        and _under(parse, first - 1, token)
        and parse.deps[first - 1] in (*_PREMODIFIERS, "case")
    ):
        first -= 1
    base = parse.start
    words = parse.text[parse.starts[first] - base : parse.ends[token] - base]
    known = page.pronouns.get((page.number, token), -1)
    if known >= 0:
        return Speaker(page.names[known].form, known, first, token + 1)
    return Speaker(words, -1, first, token + 1)


def _apposed(parse: Parse, token: int, head: int) -> bool:
    """Whether a token stands in apposition to ``head``: "one survivor, the stoker Anton Berg,"."""
    for _ in range(3):
        if parse.heads[token] == head:
            return parse.deps[token] == "appos"
        if parse.deps[token] not in ("appos", "compound"):
            return False
        token = parse.heads[token]
    return False


def _under(parse: Parse, token: int, head: int) -> bool:
    """Whether a token is a dependent of ``head``, or of one of its dependents."""
    for _ in range(3):
        if parse.heads[token] == head:
            return True
        token = parse.heads[token]
    return False


def _antecedent(page: SpokenPage, token: int) -> int:
    """What "who" or "which" stands for: the Board in "the Board, which found that"; no place speaks."""
    parse = page.parse
    clause = parse.heads[token]
    if parse.deps[clause] != "relcl" or parse.heads[clause] == clause:
        return token
    head = parse.heads[clause]
    number = page.at_token.get((page.number, head), -1)
    return token if number >= 0 and page.names[number].kind == "place" else head


def _only_person(page: SpokenPage, token: int) -> int:
    """The one person named before a pronoun in its paragraph whom it fits, or -1."""
    if (page.number, token) in page.pronouns:
        return page.pronouns[page.number, token]
    low = page.parse.words[token].lower()
    if low not in _HE and low not in _SHE:
        return -1
    pronoun = "he" if low in _HE else "she"
    at = bisect_left(page.names, page.number, key=lambda span: span.paragraph)
    everybody: dict[str, int] = {}
    for number in range(at, len(page.names)):
        span = page.names[number]
        if span.paragraph != page.number or span.first > token:
            break
        if span.kind == "person":
            everybody[surname(span)] = number
    fitting = [number for number in everybody.values() if can_be(page.names[number], pronoun)]
    if len(fitting) != 1 or _somebody_between(page, page.names[fitting[0]].end, token):
        return -1
    return fitting[0]


def _somebody_between(page: SpokenPage, first: int, stop: int) -> bool:
    """Whether somebody without a name stands there, whom a pronoun may mean: his father, the clerk."""
    parse = page.parse
    return any(
        (parse.lemmas[t] in KINSHIP or parse.lemmas[t] in OFFICES)
        and parse.tags[t][:2] in ("NN", "NO")
        and (page.number, t + 1) not in page.at_token
        for t in range(first, stop)
    )
