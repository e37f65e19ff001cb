"""Who copies whom: shared errors, shared silences, and what is left of each voice."""

import numpy as np
from numpy.typing import NDArray

from variorum.confront.weigh.layout import EXACT, MOST_PAIRED, WRONG, Floats, Layout
from variorum.confront.weigh.setting import Setting

MOST_SAID = 1e4
"""What one shared answer may speak for copying, as odds, at most."""


def _frequency(laid: Layout, setting: Setting) -> Floats:
    """For each claim how often an error is just this one, by the others but one who make it."""
    count = np.bincount(laid.value, laid.given, len(laid.values))
    total = np.bincount(laid.question, count, laid.questions)[laid.question]
    others = np.maximum(0.0, count - 2)[laid.value]
    return np.minimum(
        1.0, (setting.common / setting.falsehoods + others) / (setting.common + total[laid.value])
    )


def _pairwise(laid: Layout, right: Floats, setting: Setting) -> Floats:
    """For each meeting how often one of the two errs where they meet, the other not believed for it:
    two who copy would else vouch for each other."""
    met = np.bincount(laid.m_pair, minlength=len(laid.pairs))
    good = setting.right + setting.vague + np.bincount(laid.m_pair, right, len(laid.pairs))
    share = good / (setting.right + setting.vague + setting.wrong + met)
    return 1 - share[laid.m_pair]


def dependence(
    laid: Layout,
    truth: Floats,
    record: Floats,
    shares: Floats,
    certain: NDArray[np.bool_],
    setting: Setting,
) -> tuple[Floats, Floats, Floats]:
    """How likely each pair of tellers is dependent; and for each meeting, how likely both err, and what
    it says for copying, as log odds."""
    if not len(laid.m_pair):
        return np.zeros(len(laid.pairs)), np.zeros(0), np.zeros(0)
    shape = record[laid.topic]
    errs = np.maximum(1e-6, shape[:, WRONG])
    fits = np.where(laid.e_kind == WRONG, 0.0, truth[laid.e_value])
    fits = np.clip(np.bincount(laid.e_claim, fits, len(laid.claims)), 1e-9, 1 - 1e-9)
    lift = shares * (np.log(1 - errs) - np.log(errs / setting.falsehoods))
    # whether it is true, by all but the two
    odds = np.log(fits / (1 - fits))[laid.m_a] - lift[laid.m_a] - lift[laid.m_b]
    true = 1 / (1 + np.exp(-np.clip(odds, -50, 50)))
    false = _frequency(laid, setting)
    a, b = laid.m_a, laid.m_b
    wrong_a = _pairwise(laid, np.where(laid.m_same, true, fits[a]), setting)
    wrong_b = _pairwise(laid, np.where(laid.m_same, true, fits[b]), setting)
    wrong_a, wrong_b = (wrong_a + errs[a]) / 2, (wrong_b + errs[b]) / 2
    err = (wrong_a + wrong_b) / 2
    one = true * (1 - err) + (1 - true) * err * false[a]
    both = true * (1 - wrong_a) * (1 - wrong_b) + (1 - true) * wrong_a * wrong_b * false[a] ** 2
    copied = setting.copied
    says = np.where(
        laid.m_same,
        np.log((1 - copied) + copied * np.minimum(MOST_SAID, one / both)),
        np.log(1 - copied),
    ) * np.sqrt(laid.given[a] * laid.given[b])
    odds = np.log(setting.copier / (1 - setting.copier)) + np.bincount(
        laid.m_pair, says, len(laid.pairs)
    )
    odds += _silence(laid, setting)
    probable = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
    wrong = np.where(laid.m_same, 1 - truth[laid.value[laid.m_a]], 0.0)
    return np.where(certain, 1.0, probable), wrong, says


def _silence(laid: Layout, setting: Setting) -> Floats:
    """What the silence of each pair speaks for copying, as log odds: who copies tends to speak and to be
    silent where the other does.

    Only of pairs who both answer most questions: where many tell of a part only, those who tell of the
    same part need not copy.
    """
    answered = np.bincount(
        np.unique(laid.teller * laid.questions + laid.question[laid.value]) // laid.questions,
        minlength=len(laid.tellers),
    )
    of_pair = answered[np.array(laid.pairs, np.int64).reshape(-1, 2)]
    both = np.bincount(laid.m_pair, minlength=len(laid.pairs))
    one = np.maximum(0, of_pair.sum(1) - 2 * both)
    neither = np.maximum(0, laid.questions - both - one)
    rates = (of_pair + 1) / (laid.questions + 2)
    speaks = rates.mean(1)
    takes = setting.silent
    odds = (
        both * np.log(takes / speaks + 1 - takes)
        + neither * np.log(takes / (1 - speaks) + 1 - takes)
        + one * np.log(1 - takes)
    )
    most = np.log(setting.silence)
    if np.bincount(laid.question[laid.value], minlength=laid.questions).max() > MOST_PAIRED:
        return np.zeros(len(laid.pairs))  # not all that speak together were paired
    return np.where(rates.min(1) >= LEAST_COVERED, np.clip(odds, -most, most), 0.0)


LEAST_COVERED = 0.5
"""The share of all questions two tellers must each answer, for their silence to say anything."""


def voices_left(laid: Layout, dependent: Floats, record: Floats, setting: Setting) -> Floats:
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
