"""The same deed, another doer: who cut the rope, who came to the tomb."""

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.confront.gaps import gapped
from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import Line
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import WIDTH, alike, feature, noun_group, words_of
from variorum.confront.told.spots import PLACES
from variorum.confront.told.words import AND, BEINGS, GENERIC, NOT, PLAIN, PRONOUNS
from variorum.model.passage import Passage
from variorum.read.vocabulary import VERB_RELATIONS
from variorum.read.words import SPEECH_VERBS, listed

LEAST_NEAR, LEAST_PARALLEL = 1.0, 0.5
"""Rarity that two deeds must share in what was done, to whom, with what, and the verb; the second
where a parallel holds both sentences."""

SURE, ALIKE_SENTENCES = 0.6, 0.4
"""Score of a parallel and likeness of its sentences from which on a common verb is enough."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with the words of its subject: ``key`` names the deed, ``who`` the entities or heads."""

    at: int
    key: str
    first: int
    end: int
    who: frozenset[str]
    named: bool
    passive: bool
    about: frozenset[str]


def deeds(line: Line) -> tuple[Deed, ...]:
    """The deeds of a line that are claimed, each with a subject that is told outright."""
    found: list[Deed] = []
    previous = 0
    for at, word in enumerate(line.words):
        if not word.verb or len(word.base) < 3 or word.base in SPEECH_VERBS | _VAGUE:
            continue
        if at not in line.denied and word.part not in line.unreal and not _reduced(line, at):
            group = _agent(line, at) or _antecedent(line, at) or _subject(line, previous, at)
            if group is None and found and found[-1].at + 1 == previous and _goes_on(line, at):
                last = found[-1]  # "pulled three out and then cut the rope"
                group = (
                    (last.first, last.end, last.who, last.named) if last.first < last.at else None
                )
            if group is not None:
                first, end, who, named = group
                found.append(
                    Deed(
                        at,
                        _key(word.base),
                        first,
                        end,
                        who,
                        named,
                        first < at and _is_passive(line, at),
                        _about(line, at, first, end),
                    )
                )
        previous = at + 1
    return tuple(found)


def _goes_on(line: Line, at: int) -> bool:
    """Whether a verb is joined to the one before it: "… and then cut the rope"."""
    back = at - 1
    while back > 0 and line.words[back].form in _THEN:
        back -= 1
    return line.words[back].form in AND and line.words[back].part == line.words[at].part


_THEN = listed("then also afterwards later finally himself herself потом затем сам сама")
_WHO = listed("who кто который которая которые")
_CLEFT = listed("was is were")


def _antecedent(line: Line, at: int) -> tuple[int, int, frozenset[str], bool] | None:
    """Whom "who" means before a verb of its clause, and of the one that goes on after it: "Moll, who
    had come late, cut the rope"; in "It was Moll, not Reve, who cut it" the one who did."""
    clause = line.words[at].clause
    start = next(n for n in range(at + 1) if line.words[n].clause == clause)
    if start < 1 or line.words[start].form not in _WHO:
        return None
    for n in range(start - 2, max(0, start - FAR_BACK), -1):
        if line.words[n].form in _CLEFT and line.words[n - 1].form == "it":
            first = n + 1
            while first < start and line.words[first].form in _ARTICLES:
                first += 1
            return None if line.words[first].form == "not" else _being(line, first)
    return _being(line, noun_group(line, start - 1)[0])


def _being(line: Line, first: int) -> tuple[int, int, frozenset[str], bool] | None:
    """The person or group that the words from ``first`` on name, as a subject."""
    if not (line.words[first].content or first in line.owner):
        return None
    end = noun_group(line, first)[1]
    owner = line.owner.get(end - 1) or line.owner.get(first)
    base = line.words[end - 1].base
    if owner is not None and owner.type in ("person", "group"):
        return first, end, frozenset(("e:" + owner.entity,)), True
    if (
        owner is None
        and base not in GENERIC | PLACES
        and (base in BEINGS or base.endswith(("man", "men")))
    ):
        return first, end, frozenset(("t:" + base,)), False
    return None


LONGEST_NAME = 3
"""Words of the longest name of one person; more are a list."""

FAR_BACK = 14
"""Words before "who" in which "it was" stands."""


def _reduced(line: Line, at: int) -> bool:
    """ "A statement released by the team": the noun before did not release it."""
    following = line.words[at + 1].form if at + 1 < len(line.words) else ""
    passive = any(w.form in _PASSIVE for w in line.words[max(0, at - 3) : at])
    return following == "by" and not passive


_VAGUE = listed(
    """according issue conduct serve include follow regard concern base call name know see hear notice
    remember видеть увидеть слышать услышать знать помнить"""
)
"""Verbs that tell no deed, or one that many do to one thing: two people see one beacon."""


def _is_passive(line: Line, at: int) -> bool:
    """Whether the subject before the verb undergoes it: "was found guilty", "arrested on suspicion"."""
    if any(w.form in _PASSIVE for w in line.words[max(0, at - 3) : at]):
        return True
    following = line.words[at + 1].form if at + 1 < len(line.words) else ""
    return line.words[at].base in _TRANSITIVE and following in _PREPOSITIONS


_TRANSITIVE = listed(
    """arrest charge kill shoot find accuse wound injure convict sentence name appoint elect"""
)
"""Verbs that without an object tell what was done to the subject."""


def _key(base: str) -> str:
    return VERB_RELATIONS.get(base, base)


def _subject(line: Line, previous: int, at: int) -> tuple[int, int, frozenset[str], bool] | None:
    """The subject of the verb at ``at``: the first nouns after the verb before, that follow no
    preposition; joined names are all subjects."""
    clause = line.words[at].clause
    start = previous
    for n in range(at - 1, previous - 1, -1):
        if line.words[n].clause != clause:
            start = n + 1
            break
    if any(line.words[n].form in PRONOUNS for n in range(start, at)):
        return None  # whom a pronoun means may be misread
    heads: list[int] = []
    first = end = -1
    n = start
    while n < at:
        word = line.words[n]
        if (word.content or n in line.owner) and not _governed(line, start, n):
            if word.form in PLAIN:
                pass
            else:
                stop = noun_group(line, n)[1]
                stop = min(stop, at)
                heads.append(stop - 1)
                first, end = (n if first < 0 else first), stop
                n = stop
                continue
        n += 1
    if not heads:
        return None
    owners = [line.owner.get(head) or line.owner.get(first) for head in heads]
    who = frozenset(
        "e:" + owner.entity if owner is not None and owner.type in ("person", "group")
        else "t:" + line.words[head].base
        for head, owner in zip(heads, owners, strict=True)
    )  # fmt: skip
    if any(line.words[head].base in GENERIC | PLACES for head in heads):
        return None
    beings = [
        (owner is not None and owner.type in ("person", "group"))
        or line.words[head].base in BEINGS
        or line.words[head].base.endswith(("man", "men"))
        for head, owner in zip(heads, owners, strict=True)
    ]  # fmt: skip
    if not any(beings):
        return None
    return first, end, who, all(owner is not None for owner in owners)


def _agent(line: Line, at: int) -> tuple[int, int, frozenset[str], bool] | None:
    """Who did it in "was cut by the deckhand": the nouns after "by"."""
    passive = any(w.form in _PASSIVE for w in line.words[max(0, at - 3) : at])
    by = next(
        (
            n
            for n in range(at + 1, min(len(line.words) - 1, at + 1 + WIDTH))
            if line.words[n].form == "by" and line.words[n].clause == line.words[at].clause
        ),
        None,
    )
    if not passive or by is None:
        return None
    first = by + 1
    while first < len(line.words) - 1 and line.words[first].form in _ARTICLES:
        first += 1
    if line.words[first].form in PLAIN or line.words[first].clause != line.words[at].clause:
        return None
    end = noun_group(line, first)[1]
    owner = line.owner.get(end - 1) or line.owner.get(first)
    base = line.words[end - 1].base
    if base in GENERIC | PLACES:
        return None
    if owner is not None and owner.type == "person":
        return first, end, frozenset(("e:" + owner.entity,)), True
    if base in BEINGS or base.endswith(("man", "men")):
        return first, end, frozenset(("t:" + base,)), False
    return None


_PASSIVE = listed("was were been is are being")


def _governed(line: Line, start: int, n: int) -> bool:
    """Whether the noun follows a preposition: "of the sons of Zebedee"."""
    for back in range(n - 1, max(start - 1, n - 4), -1):
        form = line.words[back].form
        if form in _PREPOSITIONS:
            return True
        if form not in _ARTICLES and line.words[back].part == line.words[n].part:
            return False
    return False


_PREPOSITIONS = listed(
    """of in on at by with from for into onto upon about to under over near behind between against
    through in within without after before в на с со из от до за к у о об по при для под над через
    около"""
)
_ARTICLES = listed(
    """the a an his her its their our my your this that these those certain some all no"""
)


def _about(line: Line, at: int, first: int, end: int) -> frozenset[str]:
    """What the deed was done to, with and where: the features after the verb, up to the next verb."""
    clause = line.words[at].clause
    found = set()
    after = range(at + 1, min(len(line.words), at + 1 + 2 * WIDTH))
    before = range(max(0, at - WIDTH), at) if first > at else range(0)
    for n in [*before, *after]:
        word = line.words[n]
        if word.clause != clause or first <= n < end:
            continue
        if (word.content or n in line.owner) and word.form not in PLAIN:
            found.add(feature(line, n))
    return frozenset(found)


def actors(
    pair: Pair,
    a: Line,
    b: Line,
    mine: tuple[Deed, ...],
    yours: tuple[Deed, ...],
    ground: Ground,
) -> Iterator[Difference]:
    """Deeds that two lines tell alike of different people."""
    for one in mine:
        for other in yours:
            if one.key != other.key or one.who & other.who or one.passive != other.passive:
                continue
            rare = ground.rarity.get("t:" + a.words[one.at].base, 0.0)
            common = sorted(one.about & other.about, key=lambda f: (-ground.rarity.get(f, 0.0), f))
            near = rare + sum(ground.rarity.get(f, 0.0) for f in common)
            told_again = pair.parallel >= SURE and pair.likeness >= ALIKE_SENTENCES
            if near < (LEAST_PARALLEL if pair.parallel else LEAST_NEAR) and not told_again:
                continue
            if not common and not told_again:
                continue
            if one.named != other.named and not pair.parallel:
                continue  # a name and a description may mean the same
            if _everywhere(one, b, ground) or _everywhere(other, a, ground):
                continue
            if _one_name(a, one, b, other):
                continue
            words = [ground.names.get(f[2:], "") if f[0] == "e" else f[2:] for f in common]
            said, doer = words_of(a, one.first, one.end, ground)
            heard = words_of(b, other.first, other.end, ground)[0]
            there = words_of(b, other.first, other.end, ground)[1]
            told = [(one, a, doer), (other, b, there)]
            # asked in the words of the one whose doer stands right before the deed
            deed, asked, who = min(told, key=lambda row: row[0].at - row[0].end != 0)
            around = gapped(ground.scenes[asked.scene].sentence.passage, who)
            yield Difference(
                "person",
                "actor" if one.named and other.named else "described",
                one.key + " " + (words[0] if words else ""),
                _question(around, deed.at == deed.end and not deed.passive),
                Told(said, _with_verb(a, one, ground), a.scene),
                Told(heard, _with_verb(b, other, ground), b.scene),
                near,
                ("one deed, told with different doers",),
            )


def _one_name(a: Line, one: Deed, b: Line, other: Deed) -> bool:
    """Whether the two subjects share a word or are spellings of one name; brothers of one surname
    under two first names are two."""
    if one.named and other.named and one.who.isdisjoint(other.who):
        first, second = a.words[one.first : one.end], b.words[other.first : other.end]
        full = 1 < len(first) <= LONGEST_NAME and 1 < len(second) <= LONGEST_NAME
        initial = min(len(first[0].form), len(second[0].form)) < 3
        brothers = alike(first[-1].base, second[-1].base) and not alike(
            first[0].base, second[0].base
        )
        if full and not initial and brothers:
            return False
    mine = {w.base for w in a.words[one.first : one.end] if w.form not in PLAIN}
    yours = {w.base for w in b.words[other.first : other.end] if w.form not in PLAIN}
    return any(alike(x, y) for x in mine for y in yours)


def _with_verb(line: Line, deed: Deed, ground: Ground) -> Passage:
    return words_of(line, min(deed.first, deed.at), max(deed.end, deed.at + 1), ground)[1]


def _question(around: str, beside: bool) -> str:
    """Who did it, in the words of one telling: "Who opened the gate?"; ``beside``: the verb follows
    the doer's name."""
    if beside and around.startswith("… ") and not around[2:].partition(" ")[0].endswith("ing"):
        return f"Who {around[2:]}?"
    return f"Who was it: “{around}”?" if around else "Who was it?"


def _everywhere(deed: Deed, line: Line, ground: Ground) -> bool:
    """Whether the other line names the doer too, and not to say that it was another."""
    here = {
        feature(line, n)
        for n in range(len(line.words))
        if not {word.form for word in line.words[max(0, n - 3) : n]} & NOT
    }
    return any(who in here for who in deed.who)
