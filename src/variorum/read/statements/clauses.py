"""Clauses: a verb with its subjects, objects, places, dates, in one shape for both languages."""

import re
from dataclasses import dataclass

from variorum.read.parse import Parse, sentence_of, subtree
from variorum.read.spans import DateSpan
from variorum.read.statements.modality import modality_of, polarity_of
from variorum.read.statements.page import Page, Part, Subject, is_verb, named, part
from variorum.read.words import listed

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_PASSIVE_WORD = re.compile(
    r"\w+(?:(?:нн|[её]нн|т)(?:ый|ая|ое|ые|ого|ому|ым|ой|ую|ых|ыми|ом)|[аеёяы]н[аоы]?)$",
    re.IGNORECASE,
)
"""Russian passive participles: "убитый", "назначен", "похоронены"."""

_RU_PAST = re.compile(r"(?:[бгкзрх]|(?<=\w)л(а|о|и)?)(?:с[ья])?$")
"""A verb in the past, its gender and number."""
FROM, TO = listed("from из с со от"), listed("to into for в во на")
AT = listed("in at near on off outside inside aboard в во на под у")
"""Prepositions of a place that is left, gone to, stayed at."""
_INSTRUMENTAL = ("ом", "ем", "ём", "ой", "ей", "ою", "ею", "ами", "ями", "ым", "им", "ью")
MOST_SUBJECTS = 6
"""Coordinated subjects that each get a statement of their own."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb's own words: ``subjects``, ``objects`` (tokens), ``agent`` ("by …", a token or -1),
    ``obliques`` (preposition in small letters, noun token) and the dates that hang on it."""

    verb: int
    subjects: tuple[Subject, ...]
    passive: bool
    objects: tuple[int, ...]
    agent: int
    obliques: tuple[tuple[str, int], ...]
    dates: tuple[tuple[int, int, DateSpan], ...]
    polarity: str
    modality: str


def clause_of(page: Page, verb: int) -> Clause:
    """The clause of a verb. Linear in its words."""
    parse = page.parse
    under = page.below.get(verb, [])
    passive = _is_passive(page, verb, under)
    objects, obliques, agent = [], [], -1
    dated = {t for f, s, _ in page.dates for t in range(f, s)}
    under = [*under, *_further(page, under)]
    for token in under:
        dep = parse.deps[token]
        if dep == "dobj":
            if token not in dated:  # "opened the following spring"
                objects.append(token)
        elif dep in ("prep", "agent") or (dep == "conj" and parse.tags[token] in ("IN", "TO")):
            for inner in page.below.get(token, ()):
                if parse.deps[inner] in ("pobj", "pcomp"):
                    obliques.append((parse.words[token].lower(), inner))
                    if dep == "agent":
                        agent = inner
        elif dep in ("obl", "dative", "nmod"):
            case = next((t for t in page.below.get(token, ()) if parse.deps[t] == "case"), -1)
            word = parse.words[case].lower() if case >= 0 else ""
            if dep == "dative":
                word = word or "to"
            obliques.append((word, token))
            if (
                passive
                and not word
                and parse.language == "ru"
                and _instrumental(parse.words[token])
            ):
                agent = token
        elif dep == "nsubjpass" and parse.language == "ru":
            passive = True
    low, high = sentence_of(parse, verb)
    first, stop = subtree(page.below, verb)
    first, stop = max(first, low), min(stop, high)
    dates = [(f, s, d) for f, s, d in page.dates if first <= f and s <= stop and d.edtf]
    return Clause(
        verb,
        subjects_of(page, verb),
        passive,
        tuple(objects),
        agent,
        tuple(obliques),
        tuple(item for item in dates if hangs_on(parse, item[0], item[1], verb)),
        polarity_of(page, verb),
        modality_of(page, verb),
    )


def _further(page: Page, under: list[int]) -> list[int]:
    """The prepositions joined to a verb's own: "to Kem and then to Brest"."""
    parse = page.parse
    return [
        inner
        for token in under
        if parse.deps[token] == "prep"
        for inner in page.below.get(token, ())
        if parse.deps[inner] in ("conj", "prep") and parse.words[inner].lower() in TO
    ]


def _is_passive(page: Page, verb: int, under: list[int]) -> bool:
    parse = page.parse
    if any(parse.deps[t] in ("auxpass", "nsubjpass") for t in under):
        return True
    if parse.language == "ru":
        return bool(_PASSIVE_WORD.match(parse.words[verb]))
    if parse.deps[verb] == "conj" and parse.tags[verb] == "VBN":
        own = any(parse.deps[t] in ("aux", "nsubj") for t in under)
        head = parse.heads[verb]  # "was killed and butchered"
        return not own and any(
            parse.deps[t] in ("auxpass", "nsubjpass") for t in page.below.get(head, ())
        )
    return parse.deps[verb] == "acl" and parse.tags[verb] == "VBN"


def _instrumental(word: str) -> bool:
    return word.lower().endswith(_INSTRUMENTAL)


def subject_of(page: Page, verb: int) -> Subject | None:
    """The first subject of a verb, its own or the one it shares."""
    found = subjects_of(page, verb)
    return found[0] if found else None


def subjects_of(page: Page, verb: int) -> tuple[Subject, ...]:
    """The subjects of a verb, its own or those it shares ("came and died", "Petrov, born in…");
    several where names are joined by "and"."""
    parse = page.parse
    passive = any(parse.deps[t] in ("nsubjpass", "auxpass") for t in page.below.get(verb, ()))
    for _ in range(4):
        unknown = False
        for token in page.below.get(verb, ()):
            if parse.deps[token] in SUBJECTS:
                if parse.words[token].lower() in _RELATIVES or parse.lemmas[token] == "который":
                    if parse.deps[verb] in ("relcl", "acl"):
                        return _joined(page, parse.heads[verb])
                    return ()
                found = _joined(page, token)
                if found:
                    return found
                unknown = True  # a pronoun of nobody known, or "её" misread as one
        if unknown:
            return ()
        dep, head = parse.deps[verb], parse.heads[verb]
        if dep == "acl":
            if parse.tags[verb] == "VB":
                return ()  # "an order to destroy the bridge": not the order destroys
            return _joined(page, head)
        if dep == "ccomp" and _same_doer(parse, head, verb):
            verb = head
            continue
        if dep not in ("conj", "xcomp", "advcl") or head == verb:
            return ()
        if dep == "xcomp" and any(parse.deps[t] == "dobj" for t in page.below.get(head, ())):
            return ()  # "ordered him to leave": not who ordered
        if dep == "advcl" and (passive or parse.tags[verb] not in ("VBG", "VERB")):
            return ()  # only "arriving in London, he …" shares its subject
        verb = head
    return ()


def _same_doer(parse: Parse, head: int, verb: int) -> bool:
    """ "Сомов отрицал, что поджёг мельницу": without a subject of its own, in the same gender and
    number, it is his who speaks."""
    if parse.language != "ru" or head == verb:
        return False
    above, below = (_RU_PAST.search(parse.words[t].lower()) for t in (head, verb))
    return above is not None and below is not None and above[1] == below[1]


def _joined(page: Page, token: int) -> tuple[Subject, ...]:
    """What a token stands for, and the names joined to it."""
    first = named(page, token)
    if first is None:
        return ()
    found = [first]
    queue = [token, *range(first[2], first[3])]
    seen = set(queue)
    while queue and len(found) < MOST_SUBJECTS:
        for child in page.below.get(queue.pop(0), ()):
            if page.parse.deps[child] == "conj" and child not in seen:
                seen.add(child)
                queue.append(child)
                other = named(page, child)
                if other is not None and other[0] >= 0 and other[0] not in {s[0] for s in found}:
                    found.append(other)
    return tuple(found)


def governor(parse: Parse, token: int, first: int, stop: int) -> int | None:
    """The verb above a token, climbing at most eight heads out of ``[first, stop)``."""
    for _ in range(8):
        head = parse.heads[token]
        if is_verb(parse, token) and not first <= token < stop:
            return token
        if head == token:
            return None
        token = head
    return None


def hangs_on(parse: Parse, first: int, stop: int, verb: int) -> bool:
    """Whether a date hangs on this verb and on no other between them."""
    token = stop - 1
    for inside in range(first, stop):
        if not first <= parse.heads[inside] < stop:
            token = inside
    for _ in range(6):
        below, token = token, parse.heads[token]
        if token == verb:
            # "the 1931 fire killed": the date is the fire's
            return parse.deps[below] not in SUBJECTS and parse.deps[below] != "dobj"
        if is_verb(parse, token):
            return False
    return False


def place_of(page: Page, clause: Clause, prepositions: frozenset[str]) -> int:
    """The token of the place named after one of the prepositions, or -1; also where it stands in the
    phrase: "in the city of Luda", "в своём доме в Оксфордшире"."""
    for word, token in clause.obliques:
        if word in prepositions:
            at = _place_at(page, token)
            if at < 0:
                inner = [t for child in page.below.get(token, ()) for t in _nested(page, child)]
                at = next((t for t in inner if _place_at(page, t) >= 0), -1)
            if at >= 0:
                return at
    return -1


def further_places(page: Page, clause: Clause, prepositions: frozenset[str], at: int) -> list[int]:
    """The tokens of the places after the first: "to Kem and then to Brest", "to Kem and Brest"."""
    found = []
    for word, token in clause.obliques:
        if word not in prepositions:
            continue
        joined = [t for t in page.below.get(token, ()) if page.parse.deps[t] == "conj"]
        found += [t for t in (token, *joined) if _place_at(page, t) >= 0 and t > at]
    return found[:MOST_SUBJECTS]


def _place_at(page: Page, token: int) -> int:
    number = page.at_token.get(token, -1)
    return token if number >= 0 and page.names[number].kind == "place" else -1


def _nested(page: Page, child: int) -> list[int]:
    """A noun's own nouns that may tell where it is."""
    dep = page.parse.deps[child]
    if dep in ("nmod", "appos", "flat"):
        return [child]
    if dep == "prep" and page.parse.words[child].lower() in ("in", "of", "at", "near"):
        return list(page.below.get(child, ()))
    return []


def cue(page: Page, verb: int) -> Part:
    """The words of a verb with its auxiliaries, negation and particle that stand beside it."""
    parse = page.parse
    first, stop = verb, verb + 1
    while first > 0 and parse.heads[first - 1] == verb and parse.deps[first - 1] in _BESIDE:
        first -= 1
    if stop < len(parse.words) and parse.heads[stop] == verb and parse.deps[stop] == "prt":
        stop += 1
    return part(page, "cue", first, stop)


_BESIDE = frozenset(("aux", "auxpass", "neg", "advmod", "cop"))
