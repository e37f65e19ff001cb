"""Links: what speaks for two answers answering one question, and how likely it makes it."""

from collections.abc import Mapping
from math import exp, fsum

from variorum.confront.answers import Answer
from variorum.confront.compare import agree
from variorum.confront.context import BEFORE_WEIGHT, CLOSE
from variorum.confront.kinship import kinship_of_accounts
from variorum.confront.laid import Ground
from variorum.confront.vocabulary import DEED, MANY_OF, PEOPLE, PERSONAL, TOLLS
from variorum.model.edtf import bounds

WEIGHTS: Mapping[str, float] = {
    "": -6.7,
    "shared": 1.1,
    "likeness": 5.0,
    "kin": 2.0,
    "day": 1.5,
    "other day": -2.0,
    "subject": 8.0,
    "inside": -5.0,
    "crowd": -1.5,
    "way": -1.5,
    "near": 1.4,
    "elsewhere": -3.0,
    "topic": 2.5,
    "toll": 6.5,
    "one event": 3.0,
    "near miss": 2.5,
    "actor": 3.5,
    "thing": 4.0,
    "stated of": 3.0,
    "stated of others": -2.0,
    "equal": 1.0,
    "aligned": 3.0,
    "meaning": 3.0,
    "small toll": 2.5,
    "story": 1.0,
    "specific": 4.5,
}
"""Logistic weights of ``evidence_for``; see ``docs/explanation/confront.md`` for how they were set."""

LINK = 0.5
"""Least probability at which two answers are held to answer one question."""

SPECIFIC = 0.45
"""Rarity that a shared name or day must have where two accounts have hardly any people or places in
common: stock phrases ("police said three people were") are shared by unrelated accounts."""

LEAST_SHARED = 0.5
"""Rarity that two contexts must share at all, for speed: with less, no pair reaches LINK."""

AGE_SHARED = 1.5
"""Rarity that the contexts of two undated ages must share: the same person is of many ages."""

LEAST_MEANT = 0.2
"""Cosine of sentences that have nothing to do with each other."""

LEAST_ALIKE = 0.45
"""Cosine from which on two sentences may tell one thing in no common word."""

KIN = 0.1
"""Likeness of two accounts' casts from which on they are held to be about the same events."""

MOST_APART = 20.0
"""Factor beyond which two lengths, times or weights are not answers to one question."""

_SHARES = frozenset(("percent",))
_MEASURES = frozenset(("distance", "duration", "weight"))
CLOSE_KIN = 0.2
"""Likeness of two accounts' casts that shows them to be about one event."""

NEAR_DAYS = 31
"""Days between two dates of one act, told in like words, that make it the same event misdated."""

LEAST_TOLL = 10
"""From this number on a count of the killed in two accounts of one event is its toll."""

LEAST_CROWD, RARELY = 50, 0.55
"""From this number on a thing that is rarely counted (so rare its kind of answer), and once in each of
two accounts of one event, is the same crowd: hands that walked out, tickets sold."""

SAME_DAY = 0.3
"""What other places say against two answers in journals of one day, which name many on their way."""

LEAST_EQUAL = 3
"""Smallest number whose repetition in another account means anything."""

EXPLICIT = frozenset(("born", "died", "killed", "married", "buried", "age", "age at death"))
"""Topics of a person in which one account can contradict itself: they happen once."""

_COUNTED = frozenset(("count", "amount", "position"))
"""Kinds of answers whose topic alone may be rare."""

_NEEDS_NEAR = frozenset(
    ("distance", "duration", "clock", "amount", "weight", "count", "date", "position")
)


def evidence_for(
    a: Answer, b: Answer, ground: Ground, sole: float = 1.0, topic_rarity: float = 0.0
) -> dict[str, float]:
    """What speaks for two answers answering one question, by name; empty where something forbids it.

    ``sole`` is one over the number of answers of this kind in either account: who counts children
    once means the same children; who counts men forty times does not. ``topic_rarity`` tells how
    seldom such things are counted in the dossier at all.
    """
    if a.scene == b.scene or not _same_moment(a, b):
        return {}
    in_story = {a.account, b.account} <= ground.story
    if a.topic == DEED and not in_story:
        return {}  # in like words many days are told of
    personal = a.kind == "age" or a.topic in PERSONAL
    if personal and a.subject and b.subject and a.subject != b.subject:
        return {}
    same_subject = bool(a.subject) and a.subject == b.subject
    if max(a.beside, b.beside) > 1 and (a.topic in _SHARES or a.account == b.account):
        return {}  # several shares, or several values of one narrator: which is whose is not read
    if a.kind in _MEASURES and _ratio(a.low, b.low) > MOST_APART and not agree(a, b):
        return {}
    rarity = ground.rarity
    rarest = 0.0
    weights, close = [], []
    for feature in a.features.keys() & b.features.keys():
        mine, yours = a.features[feature], b.features[feature]
        rare = rarity.get(feature, 0.0)
        least = mine if mine < yours else yours
        weights.append(rare * least)
        if feature[0] != "t" and rare > rarest:
            rarest = rare
        if least >= BEFORE_WEIGHT and feature[0] != "d":
            close.append(rare * mine * yours)
    shared, near = fsum(weights), fsum(close)  # exact, for sets have no order
    actor = _same_actor(a, b, ground)
    crowd = sole == 1.0 and topic_rarity >= RARELY and _is_crowd(a) and _is_crowd(b)
    toll = crowd or (_is_toll(a) and _is_toll(b))
    small = a.kind == "count" and a.topic in TOLLS and not toll
    aligned = _aligned(a, b, ground)
    meaning = _meaning(a, b, ground)
    missed = a.kind == "date" and a.account != b.account and _near_miss(a, b)
    if _other_day(a, b, ground) and not (aligned or missed or personal):
        return {}  # each has its counterpart in the journals of its own day
    otherwise = same_subject or toll or actor or aligned or missed
    otherwise = otherwise or (in_story and meaning >= LEAST_ALIKE) or _same_object(a, b)
    rare = a.kind in _COUNTED and topic_rarity >= RARELY
    if a.kind in _NEEDS_NEAR and near == 0.0 and not (otherwise or rare):
        return {}
    if shared < LEAST_SHARED and not (otherwise or rare):
        return {}
    kin = kinship_of_accounts(ground, a.account, b.account)
    if kin < KIN and rarest < SPECIFIC and not (same_subject or missed or aligned):
        return {}
    if a.topic == "age" and (a.born is None or b.born is None) and shared < AGE_SHARED:
        return {}
    event = min(1.0, kin / CLOSE_KIN) if a.account != b.account else 0.0
    counted = topic_rarity if a.kind in _COUNTED else 0.0
    apart = elsewhere(a, b)
    toll_told = event * sole if toll and not apart else 0.0
    total = (a.mass * b.mass) ** 0.5
    of_story = a.account != b.account and in_story and not apart
    day = rarity.get(a.day, 0.0) if a.day and a.day == b.day else 0.0
    return {
        "shared": min(shared, 4.0),
        "likeness": shared / total if total else 0.0,
        "kin": event,
        "day": day if a.account != b.account else 0.0,
        "other day": float(_other_day(a, b, ground)),
        "subject": float(same_subject),
        "inside": float(a.account == b.account and not (same_subject and a.topic in EXPLICIT)),
        "near": min(near, 3.0),
        "way": float(a.topic == "way" and a.account != b.account) * (1 - sole),
        "crowd": 1 - 1 / max(a.beside, b.beside),
        "elsewhere": float(apart) * (SAME_DAY if day and a.account != b.account else 1.0),
        "topic": 0.0 if toll else counted * event * sole,
        "actor": actor * counted * event * sole,
        "thing": float(_same_thing(a, b, ground)) * (1.0 if a.account != b.account else 0.0),
        "stated of": float(_same_object(a, b)),
        "stated of others": float(bool((a.thing and b.doer) or (b.thing and a.doer))),
        "equal": _equal(a, b) if a.account != b.account else 0.0,
        "near miss": float(missed) * (2.0 if of_story and a.topic == "happened" else 1.0),
        "aligned": aligned,
        "meaning": max(0.0, meaning - LEAST_MEANT) * of_story,
        "story": float(of_story),
        "specific": topic_rarity * sole if of_story and rare and _is_specific(a) else 0.0,
        "toll": toll_told,
        "small toll": event * sole if small and not apart else 0.0,
        "one event": (toll_told or actor * counted * event * sole)
        if ground.when is not None
        else 0.0,
    }


def link(
    a: Answer, b: Answer, ground: Ground, sole: float = 1.0, topic_rarity: float = 0.0
) -> float:
    """The probability that two answers answer one question (logistic)."""
    evidence = evidence_for(a, b, ground, sole, topic_rarity)
    if not evidence:
        return 0.0
    score = WEIGHTS[""] + sum(WEIGHTS[name] * value for name, value in evidence.items())
    return 1 / (1 + exp(-score))


def elsewhere(a: Answer, b: Answer) -> bool:
    """Whether other places are named by the two: what happened elsewhere is another event."""
    return bool(a.places and b.places) and not a.places & b.places


def _same_object(a: Answer, b: Answer) -> bool:
    """Whether both values are stated of one thing; the position of a day's journals is of one ship."""
    if a.account == b.account:
        return False
    if a.kind == "position":
        return bool(a.day) and a.day == b.day
    return bool(a.thing) and a.thing == b.thing


def _is_specific(answer: Answer) -> bool:
    """Whether a thing is counted that one event has but one number of: wolves, sacks, lifebelts; no
    people, children, times."""
    return answer.kind == "count" and answer.topic.partition(" ")[0] not in TOLLS | PEOPLE | MANY_OF


def _meaning(a: Answer, b: Answer, ground: Ground) -> float:
    """How alike the two sentences are in meaning (cosine)."""
    mine, yours = ground.meant.get(a.scene), ground.meant.get(b.scene)
    return 0.0 if mine is None or yours is None else float(mine @ yours)


def _aligned(a: Answer, b: Answer, ground: Ground) -> float:
    """How surely the sentences of two accounts are counterparts in parallel passages."""
    if a.account == b.account:
        return 0.0
    return ground.aligned.get(a.scene, {}).get(b.scene, 0.0)


def _same_actor(a: Answer, b: Answer, ground: Ground) -> bool:
    """Whether one person is named with both counts: in their sentences or right before."""
    if a.kind != "count" or a.account == b.account:
        return False
    small, large = (a, b) if len(a.features) <= len(b.features) else (b, a)
    return any(
        feature[0] == "e"
        and feature in large.features
        and ground.types.get(feature[2:]) == "person"
        for feature in small.features
    )


def _same_thing(a: Answer, b: Answer, ground: Ground) -> bool:
    """Whether both dates of an act stand close by the same name, which is no mere place; who did
    something on one day did another thing on the next."""
    if a.kind != "date" or a.topic == DEED or a.subject == b.subject != "":
        return False
    return any(
        feature[0] == "e"
        and min(weight, b.features.get(feature, 0.0)) >= CLOSE
        and ground.types.get(feature[2:]) != "place"
        for feature, weight in a.features.items()
    )


def _equal(a: Answer, b: Answer) -> float:
    """How little two equal numbers look like chance: 1 for small or round ones, 2 for 41 or 112.

    It brings a side's accounts together; two answers that differ never have it.
    """
    if a.kind != "count" or a.exactness != "exact" or b.exactness != "exact":
        return 0.0
    if a.low != b.low or a.high != b.high or a.low < LEAST_EQUAL:
        return 0.0
    return 2.0 if a.low > LEAST_TOLL and a.low % 5 else 1.0


def head_start(a: Answer, b: Answer) -> float:
    """What equality adds to a pair's probability at most; taken off where pairs wait their turn."""
    return WEIGHTS["equal"] * _equal(a, b) / 4


def _other_day(a: Answer, b: Answer, ground: Ground) -> bool:
    """Whether both stand in accounts of different days of which there are other accounts too:
    parallel journals, where the counterpart is in the account of the same day."""
    if not a.day or not b.day or a.day == b.day:
        return False
    return ground.rarity.get(a.day, 1.0) < 1.0 and ground.rarity.get(b.day, 1.0) < 1.0


def _near_miss(a: Answer, b: Answer) -> bool:
    """Whether two full dates of one act lie so near that they are hardly two events'."""
    mine, yours = bounds(a.edtf), bounds(b.edtf)
    if mine is None or yours is None or mine[0][:3] != mine[1][:3] or yours[0][:3] != yours[1][:3]:
        return False
    (y, m, d, _), (year, month, day, _) = mine[0], yours[0]
    return 0 < abs((y - year) * 366 + (m - month) * 31 + d - day) <= NEAR_DAYS


def _is_toll(answer: Answer) -> bool:
    """A count of what befell people, too large to be one scene within the event."""
    return answer.topic in TOLLS and answer.low >= LEAST_TOLL


def _is_crowd(answer: Answer) -> bool:
    return answer.kind == "count" and answer.low >= LEAST_CROWD


def _ratio(a: float, b: float) -> float:
    low, high = sorted((abs(a), abs(b)))
    return high / low if low else float("inf")


def _same_moment(a: Answer, b: Answer) -> bool:
    if a.moment is None or b.moment is None or (a.born and b.born):
        return True
    return a.moment[0] <= b.moment[1] and b.moment[0] <= a.moment[1]
