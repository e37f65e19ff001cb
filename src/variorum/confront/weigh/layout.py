"""Claims as flat arrays, so that weighing many costs little more than weighing few."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.confront.weigh.claims import Claim, Kinship

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST_VALUES = 40
"""Values of one question that are weighed; the least often said are left out."""
MOST_PAIRED = 60
"""Tellers of one question that are compared in pairs: with 60, at most 1,770 pairs."""
EXACT, VAGUE, WRONG = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Layout:
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


def laid_out(claims: tuple[Claim, ...] | list[Claim], kinship: Kinship) -> Layout:
    by_question: dict[str, list[Claim]] = {}
    for claim in sorted(set(claims)):
        by_question.setdefault(claim.question, []).append(claim)
    kept: list[Claim] = []
    tellers = sorted({claim.teller for claim in claims})
    number = {teller: n for n, teller in enumerate(tellers)}
    topics: dict[tuple[int, str], int] = {}
    values: list[tuple[str, str]] = []
    question: list[int] = []
    value_of: list[int] = []
    e_claim: list[int] = []
    e_value: list[int] = []
    e_kind: list[int] = []
    e_like: list[float] = []
    m_pair: list[int] = []
    m_a: list[int] = []
    m_b: list[int] = []
    m_same: list[bool] = []
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
    return Layout(
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
