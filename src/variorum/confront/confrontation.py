"""The verb: lay the accounts against each other."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from variorum.confront.agreements import agreements
from variorum.confront.answers import answers
from variorum.confront.calibration import LEAST_CONFIDENCE
from variorum.confront.chronology import impossibilities
from variorum.confront.context import ground
from variorum.confront.disagreements import disagreement
from variorum.confront.evidence import Confrontation, Evidence
from variorum.confront.growth import growths
from variorum.confront.questions import questions
from variorum.confront.standing import standing
from variorum.confront.told import told
from variorum.confront.weigh import weigh
from variorum.model.findings import Disagreement
from variorum.model.passage import Passage


def confront(evidence: Evidence) -> Confrontation:
    """Find the disagreements, growths and impossibilities in what was read of all accounts, weigh
    them, and say what is left standing.

    Answers are read off quantities and dates, brought together by what they are about (rare shared
    words, people, places, days), and called a disagreement only where two of them cannot both be
    true; what is told otherwise (who, where, in what order, whether at all) is found by ``told``.
    Near-linear in the sentences; what one question holds is capped, and its reasons say so. The
    result does not depend on the order of the evidence.
    """
    # whom an open reference means is not known, so it makes no two sentences alike
    known = tuple(mention for mention in evidence.mentions if mention.entity)
    evidence = replace(evidence, mentions=known)
    laid = ground(evidence)
    found = answers(laid)
    disagreements, differed, beyond = [], [], []
    for question in questions(found, laid):
        differing = disagreement(question, laid)
        if differing is not None:
            if differing.confidence >= LEAST_CONFIDENCE:
                disagreements.append(differing)
                beyond += [answer.passage for answer in question.left_out]
            differed.append(question)
    disagreements += told(evidence, laid)
    impossible = {row.id: row for row in impossibilities(evidence, found, laid)}
    weighed = weigh(_once(disagreements), evidence)
    return Confrontation(
        weighed,
        tuple(
            sorted(
                growths(evidence, laid, differed), key=lambda row: (row.steps[0].passage, row.id)
            )
        ),
        tuple(sorted(impossible.values(), key=lambda row: (row.passages, row.id))),
        standing(evidence, weighed, tuple(impossible.values()), *agreements(found, laid), beyond),
    )


def _once(rows: Iterable[Disagreement]) -> list[Disagreement]:
    """The surest first, without those that oppose the same passages as a surer one of their type."""
    kept: list[Disagreement] = []
    side_of: dict[tuple[str, Passage], set[tuple[int, int]]] = defaultdict(set)
    for row in sorted(rows, key=lambda row: (-row.confidence, row.id)):
        stands = [
            set().union(*(side_of[row.type, passage] for passage in side.passages))
            for side in row.sides
        ]
        again = any(
            one[0] == other[0] and one[1] != other[1]
            for n, mine in enumerate(stands)
            for yours in stands[n + 1 :]
            for one in mine
            for other in yours
        )
        if again:
            continue
        for number, side in enumerate(row.sides):
            for passage in side.passages:
                side_of[row.type, passage].add((len(kept), number))
        kept.append(row)
    return kept
