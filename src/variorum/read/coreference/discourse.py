"""The discourse: who has been mentioned lately, and how prominently.

Salience after Lappin and Leass (1994): every mention of somebody adds a weight by its grammatical
role, and all weights halve with each sentence. Whoever is not the clear first is not chosen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.read.coreference.gender import FEMALE, MALE
from variorum.read.parse import Parse
from variorum.read.words import KINSHIP, listed

ROLE_WEIGHTS = {
    "nsubj": 80.0,
    "nsubjpass": 80.0,
    "dobj": 50.0,
    "dative": 50.0,
    "attr": 40.0,
    "pobj": 40.0,
    "poss": 40.0,
    "nsubj:pass": 80.0,
    "obj": 50.0,
    "iobj": 50.0,
    "obl": 50.0,
}
"""What a mention adds, by its syntactic role (Lappin and Leass 1994, table 1, simplified)."""

OTHER_WEIGHT = 40.0
DECAY = 0.5
"""What a sentence leaves of everybody's weight (ibid.)."""

MEMORY = 4
"""Sentences after which somebody who was not mentioned again is no candidate any more."""

MOST_ACTIVE = 16
"""People kept in mind at once: a sentence of 10,000 names is a list and leaves the last of them."""

LEASH = 12
"""Sentences for which pronouns alone keep somebody in mind."""

MARGIN = 1.65
"""How many times the first candidate's weight must be the second's."""

UNKNOWN = {MALE: 0.6, FEMALE: 0.3}
"""What the weight of somebody counts for "he" and for "she" whose gender nothing shows: whom a text
calls by a bare surname or a rank is more often a man."""

LEANING = 0.8
"""The same where an unknown given name ends like a woman's."""

SPOKEN = 0.05
"""What being named inside a quotation counts outside of it."""

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
MOST_CANDIDATES = 4


@dataclass(slots=True, eq=False)
class Somebody:
    """A person of the account's discourse, named or not (``name`` -1)."""

    person: int
    name: int
    sex: str
    ship: bool = False
    of: "Somebody | None" = None
    nominative: bool = False
    leaning: str = ""
    shown: int = 0
    weight: float = 0.0
    spoken: float = 0.0
    sentence: int = 0
    here: float = 0.0
    here_spoken: float = 0.0
    noun: str = ""
    candidates: tuple[int, ...] = ()
    verbs: set[tuple[int, int]] = field(default_factory=set)
    subject_of: tuple[int, int] = (-1, -1)


@dataclass(slots=True)
class Discourse:
    """Who is in mind, by recency; ``sentence`` counts through the account."""

    active: list[Somebody] = field(default_factory=list)
    sentence: int = 0

    def following(self) -> None:
        """Begin the next sentence: forget who was not mentioned for long."""
        self.sentence += 1
        self.active = [who for who in self.active if self.sentence - who.sentence <= MEMORY]

    def touch(self, who: Somebody, weight: float, quoted: bool) -> None:
        """Count a mention."""
        fade = DECAY ** (self.sentence - who.sentence)
        if fade < 1.0:
            who.weight, who.spoken = who.weight * fade, who.spoken * fade
            who.verbs.clear()
        fresh = who.sentence < self.sentence or not who.weight
        if fresh:
            who.here = who.here_spoken = 0.0
        outside = weight * SPOKEN if quoted else weight
        if outside > who.here:  # of several mentions in a sentence the weightiest counts
            who.weight, who.here = who.weight + outside - who.here, outside
        if quoted and weight > who.here_spoken:
            who.spoken, who.here_spoken = who.spoken + weight - who.here_spoken, weight
        who.sentence = self.sentence
        if who not in self.active:
            self.active.append(who)
            if len(self.active) > MOST_ACTIVE:
                self.active.remove(min(self.active[:-1], key=self.salience))

    def salience(self, who: Somebody) -> float:
        return who.weight * DECAY ** (self.sentence - who.sentence)

    def ranked(
        self, sex: str, quoted: bool, apart: Iterable[Somebody] = (), sails: bool = False
    ) -> list[tuple[float, Somebody]]:
        """Whom a pronoun of this gender can mean, the most salient first. A ship is "she" too, and no
        worse than anybody when it ``sails``."""
        fitting = []
        for who in self.active:
            if (who.sex and who.sex != sex) or (who.ship and sex != FEMALE) or who in apart:
                continue
            fade = DECAY ** (self.sentence - who.sentence)
            weight = (who.spoken if quoted else who.weight) * fade
            if weight > 0.0:
                sure = who.sex or (who.ship and sails)
                doubt = 1.0 if sure else LEANING if who.leaning == sex else UNKNOWN[sex]
                fitting.append((weight * doubt, who))
        fitting.sort(key=lambda pair: -pair[0])
        return fitting


def role_weight(parse: Parse, token: int, nominative: bool = False) -> float:
    """The weight of a mention whose head is ``token``; a coordinate's is its first member's. Without
    syntax (Russian) a nominative counts as a subject."""
    dep = parse.deps[token]
    if not dep:
        return ROLE_WEIGHTS["nsubj" if nominative else "dobj"]
    for _ in range(3):
        if dep not in ("conj", "appos"):
            break
        token = parse.heads[token]
        dep = parse.deps[token]
    if (
        dep == "dobj"
        and parse.lemmas[parse.heads[token]] == "have"
        and parse.lemmas[token] in KINSHIP
    ):
        return ROLE_WEIGHTS["nsubj"]  # "he had a son, Fedor": who is brought in is talked of next
    return ROLE_WEIGHTS.get(dep, OTHER_WEIGHT)


def clause_of(parse: Parse, token: int) -> int:
    """The verb of the clause a token stands in, at most six heads above; -1 without syntax."""
    for _ in range(6):
        head = parse.heads[token]
        if head == token:
            return -1
        token = head
        if parse.tags[token][:2] == "VB" and parse.deps[token] not in ("aux", "auxpass"):
            return token
    return -1


def governor(parse: Parse, token: int) -> int:
    """The verb or noun whose argument a token is; -1 for possessives and without syntax."""
    for _ in range(4):
        dep, head = parse.deps[token], parse.heads[token]
        if not dep or dep == "poss" or head == token:
            return -1
        if dep in ("conj", "appos"):
            token = head
        elif dep == "pobj":
            return parse.heads[head]
        else:
            return head
    return -1


REFLEXIVES = frozenset(("himself", "herself"))
SHIP_VERBS = listed(
    "sail sink founder capsize launch steam drift dock anchor moor beach ram torpedo scuttle build "
    "commission collide explode list ground strand voyage wreck salvage refit tow"
)
"""Verbs of which a ship is the subject as soon as anybody."""

THING_VERBS = frozenset(
    ["build", "launch", "moor", "torpedo", "scuttle", "ram", "salvage", "refit", "tow", "wreck"]
)
"""Those whose passive is said of nobody: "she was built in 1909"."""

SEX_OF = {
    **dict.fromkeys(sorted(listed("he him his himself он его ему него нему нём нем")), MALE),
    **dict.fromkeys(sorted(listed("she her hers herself она её ее ей неё нее ней ею нею")), FEMALE),
}
"""Third-person pronouns of people, English and Russian, and the gender of each."""
