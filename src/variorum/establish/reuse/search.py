"""Reuse: every passage that stands in more than one account, or twice in one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.establish.reuse.adapted import adapted
from variorum.establish.reuse.candidates import neighbourhoods
from variorum.establish.reuse.engine import opened
from variorum.establish.reuse.judging import probability
from variorum.establish.reuse.pairs import Pair, pairs
from variorum.establish.reuse.passages import passages
from variorum.establish.reuse.quoting import is_quoted
from variorum.establish.reuse.stock import is_foot, is_sworn, stock_words
from variorum.establish.stretches import Stretch
from variorum.model.critique import Fingerprint
from variorum.model.reading import ReadingText

REPORTED = 0.5
"""The probability from which a passage is reported."""
WEAK = 0.2
"""The probability from which it is reported where the sections around it are alike as a whole."""
MANY_ACCOUNTS = 5
"""Accounts from which a short passage is a stock phrase, when nothing else ties them."""
SHORT = 65
"""Agreeing letters, about twelve words, up to which a passage may be a stock phrase."""
FEET = 4
"""Accounts from which one foot of whatever length is a stock phrase, when nothing else ties them."""
CELL = 2_000
"""Characters of an account that are looked through for a passage at once."""
EDGE = 3
"""Characters by which a passage inside another may stick out."""


@dataclass(frozen=True, slots=True, order=True)
class Shared:
    """One passage with all its witnesses, sorted. ``kind``: copy, or formula (a stock phrase);
    ``manner`` of a copy: verbatim, quotation (one witness at least has it in quotation marks) or
    adapted; ``score`` is the calibrated probability that it is no chance."""

    kind: str
    witnesses: tuple[Stretch, ...]
    reasons: tuple[str, ...]
    score: float
    manner: str = ""


def reuse(
    readings: Sequence[ReadingText],
    fingerprints: Mapping[str, Fingerprint],
    spark: str = "",
    new: Collection[str] | None = None,
) -> tuple[Shared, ...]:
    """The passages that several of the accounts have, or one of them twice, sorted.

    ``fingerprints`` has one for the id of every account; boilerplate is left out. The search runs in
    this process, or on the Spark whose master ``spark`` names. Where ``new`` names accounts, only what
    they share is looked for. Time grows with the texts, not with pairs of accounts.
    Raises ``EngineError`` where Spark is asked for and cannot be had.
    """
    kept = sorted(
        (r for r in readings if r.account.kind != "boilerplate" and r.text),
        key=lambda r: r.account.id,
    )
    texts = {r.account.id: r.text for r in kept}
    if not kept or (new is not None and not set(new) & set(texts)):
        return ()
    asked = None if new is None else sorted(set(new) & set(texts))
    with opened(spark) as engine:
        near = neighbourhoods(list(texts), fingerprints, engine, asked)
    found = [p for p in pairs(kept, near) if _if_rare(p) >= WEAK]
    strong = [p for p in found if _if_rare(p) >= REPORTED]
    weak = [p for p in found if _if_rare(p) < REPORTED]
    scores = {p: probability(p.evidence) for p in strong}
    scores |= adapted(weak, strong, {r.account.id: r for r in kept})
    scores |= {p: _if_rare(p) for p in weak if p not in scores and _is_stock(p, texts)}
    ties = _ties(scores)
    judged = (_judged(witnesses, of, texts, ties, scores) for witnesses, of in passages(scores))
    return tuple(sorted(_outermost([shared for shared in judged if shared is not None])))


def _is_stock(pair: Pair, texts: Mapping[str, str]) -> bool:
    return bool(stock_words(texts[pair.a.account][pair.a.start : pair.a.end]))


def _if_rare(pair: Pair) -> float:
    """The probability that it is a copy, were it not found elsewhere."""
    return probability(replace(pair.evidence, rarest=2))


def _ties(found: Iterable[Pair]) -> Mapping[tuple[str, str], float]:
    """Agreeing letters of any two accounts."""
    ties: dict[tuple[str, str], float] = defaultdict(float)
    for pair in found:
        ties[pair.a.account, pair.b.account] += pair.evidence.same
    return ties


def _judged(
    witnesses: tuple[Stretch, ...],
    of: Sequence[Pair],
    texts: Mapping[str, str],
    ties: Mapping[tuple[str, str], float],
    scores: Mapping[Pair, float],
) -> Shared | None:
    if len(witnesses) < 2:
        return None
    best = max(of, key=lambda p: (p.evidence.same, p.a, p.b))
    first = witnesses[0]
    accounts = len({w.account for w in witnesses})
    stock = stock_words(texts[first.account][first.start : first.end])
    unrelated = sorted(ties[p.a.account, p.b.account] - p.evidence.same for p in of)
    untied = unrelated[len(unrelated) // 2] <= SHORT
    common = accounts >= MANY_ACCOUNTS and best.evidence.same <= SHORT and untied
    foot = accounts >= FEET and untied and all(is_foot(texts[w.account], w) for w in witnesses)
    reasons = [f"{best.evidence.share:.0%} of the letters agree"]
    if accounts > 2:
        reasons.append(f"in {accounts} accounts")
    if stock or common or foot:
        score = 1 - (1 - max(_if_rare(p) for p in of)) ** (accounts - 1)
        if score < REPORTED:
            return None
        if stock:
            reasons.append("stock words: " + ", ".join(stock))
        if common:
            reasons.append("short, and nothing else ties these accounts")
        if foot:
            reasons.append("the foot of accounts that nothing else ties")
        return Shared("formula", witnesses, tuple(reasons), round(score, 3))
    score = max(scores[p] for p in of)
    if score < REPORTED:
        return None
    manner = "verbatim" if all(p.evidence.verbatim for p in of) else "adapted"
    if accounts > 1 and any(is_quoted(texts[w.account], w.start, w.end) for w in witnesses):
        manner = "quotation"
    if accounts > 1 and all(is_sworn(texts[w.account]) for w in witnesses):
        reasons.append("shared by sworn witnesses")
    return Shared("copy", witnesses, tuple(reasons), round(score, 3), manner)


def _outermost(found: Sequence[Shared]) -> list[Shared]:
    """The passages without those that lie wholly inside one other with more to it: what a scanner's
    errors have left of some of its copies."""
    ordered = sorted(found, key=lambda s: (-max(w.end - w.start for w in s.witnesses), s))
    held: dict[tuple[str, int], list[tuple[int, int, int]]] = defaultdict(list)
    kept: list[Shared] = []
    for shared in ordered:
        around: set[int] | None = None
        for w in shared.witnesses:
            here = {
                number
                for start, end, number in held[w.account, w.start // CELL]
                if start - EDGE <= w.start and w.end <= end + EDGE
            }
            around = here if around is None else around & here
            if not around:
                break
        if around:
            continue
        for w in shared.witnesses:
            for cell in range(w.start // CELL, (w.end - 1) // CELL + 1):
                held[w.account, cell].append((w.start, w.end, len(kept)))
        kept.append(shared)
    return kept
