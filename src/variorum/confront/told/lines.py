"""A sentence as it is compared: its words with base forms, clauses, and what is denied in it.

Confronting never sees a parse: this is read off the sentence's own words and the base forms of its
content words. Linear in the sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.confront.growth.words import NUMERALS
from variorum.confront.laid import Scene
from variorum.confront.told.words import (
    AND,
    BREAKS,
    DENYING,
    EXCEPT,
    IRREGULAR_PLURALS,
    NO_VERB_AFTER,
    NOBODY,
    NOT,
    NOT_ONLY,
    PAST_ALIKE,
    PLAIN,
    SUPPOSING,
    UNREAL,
    UNREAL_PAIRS,
    WITHOUT,
)
from variorum.model.testimony import Mention

LONGEST = 220
"""Words of the longest sentence that is compared: one with more is a list or a table."""

REACH = 4
"""Words after "not" among which the one that is denied stands."""

AHEAD = 3
"""Content words by which a base form may stand ahead of the word under the cursor."""

_TOKEN = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|[^\w\s]")
_EDGES = ".,;:!?-—–\"'“”‘’«»()[]"
_CLOSING = "”’'\"»)] \n"
_STOPS = frozenset('.;:!?—–()[]“”"«»')


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``[start, end)`` of the source; ``base`` is its base form, ``content`` whether it
    is one that tells what the sentence is about, ``clause`` counts clauses, ``part`` the stretches
    between commas and conjunctions too."""

    start: int
    end: int
    form: str
    base: str
    content: bool
    verb: bool
    capital: bool
    clause: int
    part: int


@dataclass(frozen=True, slots=True)
class Line:
    """A scene's words. ``denied`` are places of words that are denied, ``excepted`` of those that an
    "except" takes out of a denial, ``unreal`` the parts that ask, wish, suppose or forbid;
    ``owner`` gives the mention a word belongs to."""

    scene: int
    words: tuple[Word, ...]
    denied: frozenset[int]
    excepted: frozenset[int]
    unreal: frozenset[int]
    owner: dict[int, Mention]
    asks: bool

    def content(self) -> list[int]:
        """The places of the content words."""
        return [n for n, word in enumerate(self.words) if word.content]


def line(scene: Scene) -> Line:
    """Lay a sentence out word by word; one that is too long comes back empty."""
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    tokens = list(_TOKEN.finditer(quote))
    if len(tokens) > LONGEST:
        tokens = []
    terms = [term.strip(_EDGES) or term for term in scene.sentence.terms]
    bases = _bases([t[0].casefold() for t in tokens], terms)
    known = dict(zip(terms, (term.strip(_EDGES) or term for term in scene.terms), strict=True))
    words: list[Word] = []
    clause = part = 0
    for number, token in enumerate(tokens):
        form = token[0].casefold()
        if form in _STOPS:
            clause, part = clause + 1, part + 1
        elif form == "," or form in AND:
            part += 1
        elif form in BREAKS and words:
            clause, part = clause + 1, part + 1
        if not form[0].isalnum():
            continue
        base = bases.get(number, "")
        past = base in PAST_ALIKE and bool(words) and words[-1].form not in NO_VERB_AFTER
        verb = bool(base) and (past or is_verb(form, base))
        words.append(
            Word(
                offset + token.start(), offset + token.end(), form, known.get(base, form), bool(base),
                verb, token[0][0].isupper() and bool(words), clause, part,
            )
        )  # fmt: skip
    laid = tuple(words)
    return Line(
        scene.number,
        laid,
        *_denied(laid),
        _unreal(laid),
        _owners(laid, scene.mentions),
        quote.rstrip(_CLOSING).endswith("?"),
    )


def is_verb(form: str, base: str) -> bool:
    """Whether a word is a verb, by its form beside its base form: "came" (come), "asking" (ask)."""
    if "а" <= base[-1:] <= "я" or "а" <= base[:1] <= "я":
        return base.endswith(("ть", "ться", "ти", "тись", "чь", "чься"))
    if form == base or form in IRREGULAR_PLURALS or form.endswith("men"):
        return False
    return not form.endswith("s") and not form.endswith(("'s", "’s"))


def _bases(forms: Sequence[str], terms: Sequence[str]) -> dict[int, str]:
    """Give each token the base form it stands for, from left to right.

    A base form unlike its word ("come" for "came") goes to the first word between its neighbours that
    could carry it.
    """
    found: dict[int, str] = {}
    pending = 0
    passed: list[int] = []
    for number, form in enumerate(forms):
        if pending >= len(terms):
            break
        for ahead in range(min(AHEAD, len(terms) - pending)):
            if _alike(form, terms[pending + ahead]):
                _fill(found, passed, terms[pending : pending + ahead], forms)
                found[number] = terms[pending + ahead]
                pending += ahead + 1
                passed = []
                break
        else:
            passed.append(number)
    _fill(found, passed, terms[pending:], forms)
    return found


def _fill(
    found: dict[int, str], passed: Sequence[int], terms: Sequence[str], forms: Sequence[str]
) -> None:
    free = [n for n in passed if forms[n][0].isalpha() and forms[n] not in PLAIN]
    used = -1
    for term in terms:
        near = [n for n in free if n > used and forms[n][0] == term[0]]
        after = near or [n for n in free if n > used]
        if after:
            used = after[0]
            found[used] = term


def _alike(form: str, term: str) -> bool:
    if form == term:
        return True
    length = min(len(form), len(term), 4)
    return length >= 3 and form[:length] == term[:length] and form not in PLAIN


def _denied(words: Sequence[Word]) -> tuple[frozenset[int], frozenset[int]]:
    """The words that are denied: what follows "not" and "never"; the noun after "no" and its verb;
    and the words that are excepted."""
    denied: set[int] = set()
    for number, word in enumerate(words):
        form = word.form
        if form in WITHOUT | NOBODY and (_but(words, number) or _manner(words, number)):
            continue
        if form in ("without", "без") and _besides(words, number):
            continue  # "fourteen houses, without the barn": not counting it
        negates = form in NOT or form.endswith(("n't", "n’t"))
        if negates or (word.base in DENYING and _of_doing(words, number)):
            following = words[number + 1].form if number + 1 < len(words) else ""
            if following not in NOT_ONLY:
                denied.update(_next(words, number, verb=negates))
        elif form in WITHOUT:
            target = _things(words, _next(words, number, verb=False))
            if form in ("neither", "nor"):
                # "neither Shannon nor Colter saw": what is denied is seeing
                after = [n for n in range(number, len(words)) if words[n].verb]
                here = [n for n in after if words[n].part == words[number].part]
                target = here[:1] or target
            denied.update(target)
            if target and form not in ("without", "без"):
                denied.update(_verb_before(words, number))
        elif form in NOBODY:
            denied.update(_next(words, number, verb=True))
            denied.update(_verb_before(words, number))
    excepted = {
        n
        for number, word in enumerate(words)
        if word.form in EXCEPT and _none(words, number)
        for n in _next(words, number, verb=False)
    }
    return frozenset(denied - excepted), frozenset(excepted)


def _besides(words: Sequence[Word], number: int) -> bool:
    """ "Fourteen houses, without the barn and the mill": what a count leaves aside is not denied."""
    article = number + 1 < len(words) and words[number + 1].form in ("the", "counting")
    counted = any(w.form in NUMERALS or w.form[:1].isdigit() for w in words[:number])
    return article and counted


def _of_doing(words: Sequence[Word], number: int) -> bool:
    """Whether "fail", "refuse", "deny" is followed by a deed: "refused to sign", "denied taking"."""
    after = words[number + 1].form if number + 1 < len(words) else ""
    return after in ("to", "that") or after.endswith(("ing", "ть", "ться"))


def _none(words: Sequence[Word], number: int) -> bool:
    """ "Nothing except a staff" leaves the staff; "every part except the back" does not."""
    clause = words[number].clause
    return any(w.form in NOBODY | WITHOUT and w.clause == clause for w in words[:number])


def _but(words: Sequence[Word], number: int) -> bool:
    """ "Nothing but fish", "no one but Peter": no denial of what follows."""
    return any(
        w.form in ("but", "except", "save", "кроме")
        for w in words[number + 1 : number + 6]
        if w.clause == words[number].clause
    )


def _manner(words: Sequence[Word], number: int) -> bool:
    """ "At no great distance", "by no means", "without halting"."""
    before = words[number - 1].form if number else ""
    after = words[number + 1].form if number + 1 < len(words) else ""
    if words[number].form in ("no", "nothing", "none") and before in (
        "at",
        "by",
        "in",
        "to",
        "of",
        "with",
    ):
        return True
    return words[number].form == "without" and after.endswith("ing")


def _next(words: Sequence[Word], number: int, verb: bool) -> list[int]:
    """The content word after ``number`` in its clause; the first verb for "not", if one is near."""
    here = [
        n
        for n in range(number + 1, min(len(words), number + 1 + REACH))
        if words[n].part == words[number].part and words[n].content
    ]
    verbs = [n for n in here if words[n].verb]
    return (verbs[:1] if verb and verbs else here[:1]) or []


def _things(words: Sequence[Word], first: Sequence[int]) -> list[int]:
    """The last noun of a group: "no tsunami warning" denies a warning."""
    if not first:
        return []
    end = first[0]
    while (
        end + 1 < len(words)
        and words[end + 1].part == words[end].part
        and words[end + 1].content
        and not (words[end].verb or words[end + 1].verb)
    ):
        end += 1
    return [end]


def _verb_before(words: Sequence[Word], number: int) -> list[int]:
    for n in range(number - 1, max(-1, number - 1 - REACH), -1):
        if words[n].part != words[number].part:
            break
        if words[n].content:
            return [n] if words[n].verb else []
    return []


def _unreal(words: Sequence[Word]) -> frozenset[int]:
    """The parts that suppose, wish, plan or ask: "if" covers its clause, "will" its own part."""
    clauses = {word.clause for word in words if word.form in SUPPOSING}
    clauses |= {
        one.clause for one, other in pairwise(words) if (one.form, other.form) in UNREAL_PAIRS
    }
    return frozenset(word.part for word in words if word.form in UNREAL or word.clause in clauses)


def _owners(words: Sequence[Word], mentions: Sequence[Mention]) -> dict[int, Mention]:
    owner: dict[int, Mention] = {}
    at = {word.start: n for n, word in enumerate(words)}
    for mention in mentions:
        number = at.get(mention.passage.start)
        while (
            number is not None and number < len(words) and words[number].end <= mention.passage.end
        ):
            known = owner.get(number)
            if known is None or known.kind == "pronoun":
                owner[number] = mention
            number += 1
    return owner
