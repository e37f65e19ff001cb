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
from variorum.confront.weigh.copying import dependence, voices_left
from variorum.confront.weigh.layout import (
    EXACT,
    VAGUE,
    WRONG,
    Floats,
    Layout,
    laid_out,
)
from variorum.confront.weigh.setting import FIXED, Setting, tempering

LEAST_BOND = 0.5
"""Probability from which two tellers are reported as dependent."""
NO_KIN = Kinship()
LEAST_UNSAID = 1.0
"""Values nobody says that are reckoned with, at least."""


def estimate(
    claims: tuple[Claim, ...] | list[Claim],
    kinship: Kinship = NO_KIN,
    known: frozenset[tuple[str, str]] = frozenset(),
    setting: Setting = FIXED,
) -> Weighed:
    """Weigh ``claims``; the result does not depend on their order.

    ``known`` are pairs of tellers (sorted) already known to be dependent. Linear in the claims; what one
    question holds is capped at MOST_VALUES and MOST_PAIRED.
    """
    laid = laid_out(claims, kinship)
    if not laid.claims:
        return Weighed((), {}, {}, (), ())
    certain = np.array(
        [(laid.tellers[a], laid.tellers[b]) in known for a, b in laid.pairs], np.bool_
    )
    runs = [_run(laid, start, certain, setting) for start in _starts(laid)]
    best = max(runs, key=lambda run: round(run.fit, 6))
    truth, record, shares = best.truth, best.record, best.shares
    _, by_topic = _records(laid, truth, setting)
    truth = _tempered(laid, by_topic, shares, setting)
    return Weighed(
        laid.claims,
        _by_question(laid, truth),
        {
            teller: (float(r[0]), float(r[1]), float(r[2]))
            for teller, r in zip(laid.tellers, record, strict=True)
        },
        tuple(float(share) for share in shares),
        _bonds(laid, best),
    )


def _starts(laid: Layout) -> list[Floats]:
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


def _run(laid: Layout, truth: Floats, certain: NDArray[np.bool_], setting: Setting) -> "_Run":
    shares = laid.given.copy()
    record, by_topic = _records(laid, truth, setting)
    errors, dependent, says = np.zeros(0), np.where(certain, 1.0, 0.0), np.zeros(0)
    fit = 0.0
    for turn in range(setting.rounds):
        if turn:
            dependent, errors, says = dependence(laid, truth, by_topic, shares, certain, setting)
            shares = voices_left(laid, dependent, record, setting)
        before = truth
        truth, fit = _truth(laid, by_topic, shares, setting)
        record, by_topic = _records(laid, truth, setting)
        if turn and np.max(np.abs(truth - before)) < SETTLED:
            break
    fit += float(np.sum(laid.given - shares)) * np.log(setting.copied)
    # what supposes fewer copies fits better, other things equal (Schwarz 1978)
    met = np.bincount(laid.m_pair, minlength=len(laid.pairs))
    supposed = np.log(setting.copier / (1 - setting.copier)) - 0.5 * np.log(np.maximum(1, met))
    fit += float(np.sum(dependent * supposed))
    return _Run(truth, record, shares, dependent, errors, says, fit)


@dataclass(frozen=True, slots=True)
class _Run:
    """Where one beginning ends. ``dependent`` is of each pair; ``errors`` and ``says`` are of each
    meeting: how likely both err there, and what it says for copying, as log odds."""

    truth: Floats
    record: Floats
    shares: Floats
    dependent: Floats
    errors: Floats
    says: Floats
    fit: float


SETTLED = 1e-4
"""By how much probabilities still move when the turns end before their number is full."""
BEGUN_FROM = 8
"""Tellers who are supposed to be right, one after the other, to begin with."""
LEAST_SAID = 10
"""Contested questions such a teller has answered."""


def _prior(size: int, setting: Setting) -> Floats:
    seen = np.array([setting.right, setting.vague, setting.wrong])
    return np.tile(seen / seen.sum(), (size, 1))


def _voted(laid: Layout, shares: Floats) -> Floats:
    votes = np.bincount(laid.value, shares, len(laid.values)) + 1e-9
    return votes / np.bincount(laid.question, votes, laid.questions)[laid.question]


def _false(laid: Layout, shares: Floats, setting: Setting, popular: float) -> Floats:
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


def _likelihood(laid: Layout, record: Floats, shares: Floats, setting: Setting) -> Floats:
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
    likely: Floats = np.log(np.maximum(chance, 1e-12))
    return likely


def _truth(laid: Layout, record: Floats, shares: Floats, setting: Setting) -> tuple[Floats, float]:
    """The probability of each value (what is left over is that of values nobody says), and the log
    probability of all that is said."""
    score, unsaid = _scores(laid, record, shares, setting)
    best = unsaid.copy()
    np.maximum.at(best, laid.question, score)
    risen = np.exp(score - best[laid.question])
    total = np.exp(unsaid - best) + np.bincount(laid.question, risen, laid.questions)
    return risen / total[laid.question], float(np.sum(np.log(total) + best))


def _scores(
    laid: Layout, record: Floats, shares: Floats, setting: Setting
) -> tuple[Floats, Floats]:
    """The log probability of all that is said on a question if a value is true; and if none is."""
    likely = _likelihood(laid, record, shares, setting)
    score = np.bincount(laid.e_value, likely * shares[laid.e_claim], len(laid.values))
    said = np.bincount(laid.question, minlength=laid.questions)
    others = np.log(np.maximum(LEAST_UNSAID, setting.falsehoods + 1 - said))
    unsaid: Floats = others + _all_wrong(laid, record, shares, setting)
    return score.astype(np.float64), unsaid


def _tempered(laid: Layout, record: Floats, shares: Floats, setting: Setting) -> Floats:
    """The probabilities as they are told: voices that copy nobody still err together at times."""
    score, unsaid = _scores(laid, record, shares, setting)
    voices = np.bincount(laid.question[laid.value], shares, laid.questions)
    cooled = np.array([tempering(float(count), setting) for count in voices])
    score, unsaid = score * cooled[laid.question], unsaid * cooled
    best = unsaid.copy()
    np.maximum.at(best, laid.question, score)
    risen = np.exp(score - best[laid.question])
    total = np.exp(unsaid - best) + np.bincount(laid.question, risen, laid.questions)
    found: Floats = (1 - setting.astray) * risen / total[laid.question]
    return found


def _all_wrong(laid: Layout, record: Floats, shares: Floats, setting: Setting) -> Floats:
    """The log probability of all claims of each question if the truth is what nobody says."""
    question = laid.question[laid.value]
    false = 1 / setting.falsehoods
    wrong = record[laid.topic][:, WRONG]
    good = 1 - wrong
    wrong = wrong / (good * np.exp(laid.nearness) + wrong)
    return np.bincount(
        question, shares * np.log(np.maximum(1e-12, wrong * false)), laid.questions
    ).astype(np.float64)


def _records(laid: Layout, truth: Floats, setting: Setting) -> tuple[Floats, Floats]:
    """Right, vague and wrong answers expected of each teller, in all and by kind of question."""
    lost = 1 - np.bincount(laid.question, truth, laid.questions)
    seen = np.zeros((len(laid.claims), 3))
    np.add.at(seen, (laid.e_claim, laid.e_kind), truth[laid.e_value])
    seen[:, WRONG] += lost[laid.question[laid.value]]
    # a claim that nobody else confirms or contradicts says nothing about its teller
    heard = np.bincount(laid.question[laid.value], laid.given, laid.questions)
    met = heard[laid.question[laid.value]] > laid.given + 1e-9
    seen *= (laid.given * met)[:, None]
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


def _by_question(laid: Layout, truth: Floats) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for (question, value), probability in zip(laid.values, truth, strict=True):
        found.setdefault(question, {})[value] = float(probability)
    return found


def _bonds(laid: Layout, run: _Run) -> tuple[Bond, ...]:
    shared: dict[int, list[str]] = {}
    says: dict[int, dict[str, float]] = {}
    for meeting in np.flatnonzero(run.dependent[laid.m_pair] >= LEAST_BOND):
        pair, question = int(laid.m_pair[meeting]), laid.claims[laid.m_a[meeting]].question
        here = says.setdefault(pair, {})
        if len(run.says):
            here[question] = here.get(question, 0.0) + float(run.says[meeting])
        if len(run.errors) and run.errors[meeting] > 0.5:
            shared.setdefault(pair, []).append(question)
    found = [
        Bond(
            laid.tellers[a],
            laid.tellers[b],
            float(run.dependent[n]),
            tuple(sorted(shared.get(n, ()))),
            says.get(n, {}),
        )
        for n, (a, b) in enumerate(laid.pairs)
        if run.dependent[n] >= LEAST_BOND
    ]
    return tuple(sorted(found, key=lambda bond: (-bond.probability, bond.a, bond.b)))
