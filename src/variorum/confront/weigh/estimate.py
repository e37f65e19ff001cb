"""Truth, records and copies, estimated in turn.

After Dong, Berti-Équille and Srivastava (2009), "Integrating conflicting data: the role of source
dependence": the truth is what independent tellers with a good record say; a record is how often one says
the truth; tellers who share errors are not independent. Wrong answers are not all alike likely (Dong,
Saha and Srivastava 2012, popularity), and a vaguer answer is not a wrong one (Jung, Kim and Shim 2019).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.confront.weigh.claims import Bond, Claim, Kinship, Weighed
from variorum.confront.weigh.setting import FIXED, Setting

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST_VALUES = 40
"""Values of one question that are weighed; the least often said are left out."""
MOST_PAIRED = 60
"""Tellers of one question that are compared in pairs: with 60, at most 1,770 pairs."""
LEAST_BOND = 0.5
"""Probability from which two tellers are reported as dependent."""
LEAST_UNSAID = 1.0
"""Values nobody says that are reckoned with, at least."""
EXACT, VAGUE, WRONG = 0, 1, 2


@dataclass(frozen=True, slots=True)
class _Layout:
    """Claims, values and their pairs as flat arrays. An *entry* is a claim held against one value of
    its question; a *meeting* is two claims of one question."""

    claims: tuple[Claim, ...]
    tellers: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    teller: Ints  # of a claim
    topic: Ints  # of a claim: teller and kind
    topics: int
    value: Ints  # of a claim
    nearness: Floats
    given: Floats  # share given with the claim
    question: Ints  # of a value
    questions: int
    e_claim: Ints
    e_value: Ints  # the value supposed to be true
    e_kind: Ints
    e_like: Floats
    m_pair: Ints
    m_a: Ints  # claim
    m_b: Ints  # claim
    m_same: NDArray[np.bool_]
    pairs: tuple[tuple[int, int], ...]  # tellers


def estimate(
    claims: tuple[Claim, ...] | list[Claim],
    kinship: Kinship = Kinship(),
    known: frozenset[tuple[str, str]] = frozenset(),
    setting: Setting = FIXED,
) -> Weighed:
    """Weigh ``claims``; the result does not depend on their order.

    ``known`` are pairs of tellers (sorted) already known to be dependent. Linear in the claims; what one
    question holds is capped at MOST_VALUES and MOST_PAIRED.
    """
    laid = _laid(claims, kinship)
    if not laid.claims:
        return Weighed((), {}, {}, (), ())
    certain = np.array(
        [(laid.tellers[a], laid.tellers[b]) in known for a, b in laid.pairs], np.bool_
    )
    runs = [_run(laid, start, certain, setting) for start in _starts(laid)]
    truth, record, shares, dependent, errors, _ = max(runs, key=lambda run: round(run[5], 6))
    return Weighed(
        laid.claims,
        _by_question(laid, truth),
        {
            teller: (float(r[0]), float(r[1]), float(r[2]))
            for teller, r in zip(laid.tellers, record, strict=True)
        },
        tuple(float(share) for share in shares),
        _bonds(laid, dependent, errors),
    )


def _starts(laid: _Layout) -> list[Floats]:
    """What to begin from: a vote; and a vote in which one of those with most to say is always right.

    Where two camps hold together, each is consistent in itself and the turns do not lead from one to
    the other: so the other is tried, and the better fit is kept."""
    starts = [_voted(laid, laid.given)]
    contested = np.bincount(laid.question, minlength=laid.questions) > 1
    said = np.bincount(
        laid.teller, laid.given * contested[laid.question[laid.value]], len(laid.tellers)
    )
    for teller in np.argsort(-np.round(said, 6), kind="stable")[:BEGUN_FROM]:
        if said[teller] >= LEAST_SAID:
            trusted = laid.given * np.where(laid.teller == teller, 1e3, 1.0)
            starts.append(_voted(laid, trusted))
    return starts


def _run(
    laid: _Layout, truth: Floats, certain: NDArray[np.bool_], setting: Setting
) -> tuple[Floats, Floats, Floats, Floats, Floats, float]:
    shares = laid.given.copy()
    record, by_topic = _records(laid, truth, setting)
    errors, dependent = np.zeros(0), np.where(certain, 1.0, 0.0)
    fit = 0.0
    for turn in range(setting.rounds):
        if turn:
            dependent, errors = _dependence(laid, truth, by_topic, certain, setting)
            shares = _shares(laid, dependent, record, setting)
        truth, fit = _truth(laid, by_topic, shares, setting)
        record, by_topic = _records(laid, truth, setting)
    fit += float(np.sum(laid.given - shares)) * np.log(setting.copied)
    fit += float(np.sum(dependent)) * np.log(setting.copier / (1 - setting.copier))
    return truth, record, shares, dependent, errors, fit


BEGUN_FROM = 8
"""Tellers who are supposed to be right, one after the other, to begin with."""
LEAST_SAID = 10
"""Contested questions such a teller has answered."""


def _laid(claims: tuple[Claim, ...] | list[Claim], kinship: Kinship) -> _Layout:
    by_question: dict[str, list[Claim]] = {}
    for claim in sorted(set(claims)):
        by_question.setdefault(claim.question, []).append(claim)
    kept: list[Claim] = []
    tellers = sorted({claim.teller for claim in claims})
    number = {teller: n for n, teller in enumerate(tellers)}
    topics: dict[tuple[int, str], int] = {}
    values: list[tuple[str, str]] = []
    question, value_of, e_claim, e_value, e_kind, e_like = [], [], [], [], [], []
    m_pair, m_a, m_b, m_same = [], [], [], []
    pairs: dict[tuple[int, int], int] = {}
    for q, (name, here) in enumerate(by_question.items()):
        counts: dict[str, int] = {}
        for claim in here:
            counts[claim.value] = counts.get(claim.value, 0) + 1
        told = sorted(sorted(counts), key=lambda v: -counts[v])[:MOST_VALUES]
        place = {v: len(values) + n for n, v in enumerate(told)}
        values += [(name, v) for v in told]
        question += [q] * len(told)
        kinds = [
            [
                EXACT if said == true else VAGUE if (name, said, true) in kinship.part else WRONG
                for true in told
            ]
            for said in told
        ]
        likes = [[kinship.like.get((name, said, true), 0.0) for true in told] for said in told]
        first = len(kept)
        said_by = [claim for claim in here if claim.value in place]
        for claim in said_by:
            row = place[claim.value] - place[told[0]]
            e_claim += [len(kept)] * len(told)
            e_value += range(place[told[0]], place[told[0]] + len(told))
            e_kind += kinds[row]
            e_like += likes[row]
            value_of.append(place[claim.value])
            kept.append(claim)
        for i, a in enumerate(said_by[:MOST_PAIRED]):
            for j in range(i):
                b = said_by[j]
                if a.teller == b.teller:
                    continue
                pair = sorted((number[a.teller], number[b.teller]))
                m_pair.append(pairs.setdefault((pair[0], pair[1]), len(pairs)))
                m_a.append(first + j)
                m_b.append(first + i)
                m_same.append(a.value == b.value)
    return _Layout(
        tuple(kept),
        tuple(tellers),
        tuple(values),
        np.array([number[c.teller] for c in kept], np.int64),
        np.array(
            [topics.setdefault((number[c.teller], c.kind), len(topics)) for c in kept], np.int64
        ),
        len(topics),
        np.array(value_of, np.int64),
        np.array([c.nearness for c in kept], np.float64),
        _own_shares(kept),
        np.array(question, np.int64),
        len(by_question),
        np.array(e_claim, np.int64),
        np.array(e_value, np.int64),
        np.array(e_kind, np.int64),
        np.array(e_like, np.float64),
        np.array(m_pair, np.int64),
        np.array(m_a, np.int64),
        np.array(m_b, np.int64),
        np.array(m_same, np.bool_),
        tuple(pairs),
    )


def _own_shares(claims: list[Claim]) -> Floats:
    """A teller who gives two answers to one question gives each with half his voice."""
    answers: dict[tuple[str, str], int] = {}
    for claim in claims:
        key = claim.question, claim.teller
        answers[key] = answers.get(key, 0) + 1
    return np.array([c.share / answers[c.question, c.teller] for c in claims], np.float64)


def _prior(size: int, setting: Setting) -> Floats:
    seen = np.array([setting.right, setting.vague, setting.wrong])
    return np.tile(seen / seen.sum(), (size, 1))


def _voted(laid: _Layout, shares: Floats) -> Floats:
    votes = np.bincount(laid.value, shares, len(laid.values)) + 1e-9
    return votes / np.bincount(laid.question, votes, laid.questions)[laid.question]


def _false(laid: _Layout, shares: Floats, setting: Setting, popular: float) -> Floats:
    """For each entry, how likely an erring teller says just this: the others who say it, among all
    others who err if the supposed value is true, and likeness to the truth."""
    count = np.bincount(laid.value, shares, len(laid.values))
    total = np.bincount(laid.question, count, laid.questions)[laid.question]
    said = laid.value[laid.e_claim]
    own = shares[laid.e_claim]
    others = np.maximum(0.0, count[said] - own)
    erring = np.maximum(others, total[said] - own - count[laid.e_value])
    even = (1 + setting.likeness * laid.e_like) / setting.falsehoods
    return np.minimum(1.0, (popular * even + others) / (popular + erring))


def _likelihood(laid: _Layout, record: Floats, shares: Floats, setting: Setting) -> Floats:
    """The log probability of each claim if the entry's value is true."""
    shape = record[laid.topic][laid.e_claim]
    near = laid.nearness[laid.e_claim]
    odds = np.exp(near)
    good = shape[:, EXACT] + shape[:, VAGUE]
    lifted = good * odds / (good * odds + shape[:, WRONG])
    scaled = shape * (lifted / good)[:, None]
    chance = np.choose(
        laid.e_kind,
        [
            scaled[:, EXACT],
            scaled[:, VAGUE],
            (1 - lifted) * _false(laid, shares, setting, setting.popular),
        ],
    )
    return np.log(np.maximum(chance, 1e-12))


def _truth(laid: _Layout, record: Floats, shares: Floats, setting: Setting) -> tuple[Floats, float]:
    """The probability of each value (what is left over is that of values nobody says), and the log
    probability of all that is said."""
    likely = _likelihood(laid, record, shares, setting)
    score = np.bincount(laid.e_value, likely * shares[laid.e_claim], len(laid.values))
    unsaid = _all_wrong(laid, record, shares, setting)
    best = unsaid.copy()
    np.maximum.at(best, laid.question, score)
    risen = np.exp(score - best[laid.question])
    said = np.bincount(laid.question, minlength=laid.questions)
    others = np.maximum(LEAST_UNSAID, setting.falsehoods + 1 - said) * np.exp(unsaid - best)
    total = others + np.bincount(laid.question, risen, laid.questions)
    return risen / total[laid.question], float(np.sum(np.log(total) + best))


def _all_wrong(laid: _Layout, record: Floats, shares: Floats, setting: Setting) -> Floats:
    """The log probability of all claims of each question if the truth is what nobody says."""
    question = laid.question[laid.value]
    false = 1 / setting.falsehoods
    wrong = record[laid.topic][:, WRONG]
    good = 1 - wrong
    wrong = wrong / (good * np.exp(laid.nearness) + wrong)
    return np.bincount(question, shares * np.log(np.maximum(1e-12, wrong * false)), laid.questions)


def _records(laid: _Layout, truth: Floats, setting: Setting) -> tuple[Floats, Floats]:
    """Right, vague and wrong answers expected of each teller, in all and by kind of question."""
    lost = 1 - np.bincount(laid.question, truth, laid.questions)
    seen = np.zeros((len(laid.claims), 3))
    np.add.at(seen, (laid.e_claim, laid.e_kind), truth[laid.e_value])
    seen[:, WRONG] += lost[laid.question[laid.value]]
    seen *= laid.given[:, None]
    expected = np.array([setting.right, setting.vague, setting.wrong])
    whole = np.zeros((len(laid.tellers), 3))
    np.add.at(whole, laid.teller, seen)
    whole += expected
    whole /= whole.sum(1, keepdims=True)
    topical = np.zeros((laid.topics, 3))
    np.add.at(topical, laid.topic, seen)
    owner = np.zeros(laid.topics, np.int64)
    owner[laid.topic] = laid.teller
    topical += setting.topical * whole[owner]
    topical /= topical.sum(1, keepdims=True)
    return whole, topical


def _dependence(
    laid: _Layout,
    truth: Floats,
    record: Floats,
    certain: NDArray[np.bool_],
    setting: Setting,
) -> tuple[Floats, Floats]:
    """How likely each pair of tellers is dependent, and for each meeting how much a shared error says."""
    if not len(laid.m_pair):
        return np.zeros(len(laid.pairs)), np.zeros(0)
    false = _false(laid, laid.given, setting, setting.common)
    chance = np.zeros(len(laid.claims))
    shape = record[laid.topic]
    per_entry = np.choose(
        laid.e_kind,
        [
            shape[laid.e_claim, EXACT],
            shape[laid.e_claim, VAGUE],
            shape[laid.e_claim, WRONG] * false,
        ],
    )
    np.add.at(chance, laid.e_claim, truth[laid.e_value] * per_entry)
    unsaid = 1 - np.bincount(laid.question, truth, laid.questions)
    chance += unsaid[laid.question[laid.value]] * shape[:, WRONG] / setting.falsehoods
    chance = np.clip(chance, 1e-4, 1.0)
    alone = np.sqrt(chance[laid.m_a] * chance[laid.m_b])
    copied = setting.copied
    says = np.where(
        laid.m_same, np.log((1 - copied) + copied / alone), np.log(1 - copied)
    ) * np.sqrt(laid.given[laid.m_a] * laid.given[laid.m_b])
    odds = np.log(setting.copier / (1 - setting.copier)) + np.bincount(
        laid.m_pair, says, len(laid.pairs)
    )
    probable = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
    wrong = np.where(laid.m_same, 1 - truth[laid.value[laid.m_a]], 0.0)
    return np.where(certain, 1.0, probable), wrong


def _shares(laid: _Layout, dependent: Floats, record: Floats, setting: Setting) -> Floats:
    """What each claim counts as a voice of its own: of dependent tellers who say the same the one with
    the best record counts wholly, each other as much as it may have said by itself."""
    if not len(laid.m_pair):
        return laid.given
    good = np.round(record[:, EXACT], 9)
    order = np.lexsort((np.arange(len(good)), -good))
    rank = np.empty(len(good), np.int64)
    rank[order] = np.arange(len(good))
    later = np.where(rank[laid.teller[laid.m_a]] > rank[laid.teller[laid.m_b]], laid.m_a, laid.m_b)
    kept = np.log(np.maximum(1e-9, 1 - setting.copied * dependent[laid.m_pair]))
    kept = np.where(laid.m_same, kept, 0.0)
    return laid.given * np.exp(np.bincount(later, kept, len(laid.claims)))


def _by_question(laid: _Layout, truth: Floats) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for (question, value), probability in zip(laid.values, truth, strict=True):
        found.setdefault(question, {})[value] = float(probability)
    return found


def _bonds(laid: _Layout, dependent: Floats, errors: Floats) -> tuple[Bond, ...]:
    shared: dict[int, list[str]] = {}
    for meeting in np.flatnonzero(errors > 0.5):
        shared.setdefault(int(laid.m_pair[meeting]), []).append(
            laid.claims[laid.m_a[meeting]].question
        )
    found = [
        Bond(
            laid.tellers[a],
            laid.tellers[b],
            float(dependent[n]),
            tuple(sorted(shared.get(n, ()))),
        )
        for n, (a, b) in enumerate(laid.pairs)
        if dependent[n] >= LEAST_BOND
    ]
    return tuple(sorted(found, key=lambda bond: (-bond.probability, bond.a, bond.b)))
