"""Findings in one shape and one plain sentence each, for pages, margins and the terminal."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from variorum.model.comparisons import compared
from variorum.model.critique import Hand, ImagePair
from variorum.model.findings import Disagreement, Finding, Growth, Impossibility
from variorum.model.ids import content_id
from variorum.model.masking import Masks, inserted_words, is_masked, masked, masks, plain
from variorum.model.passage import Passage

KIND_WEIGHTS = {
    "insertion": 1.0,
    "impossibility": 0.95,
    "retouching": 0.9,
    "disagreement": 0.85,
    "omission": 0.8,
    "alteration": 0.75,
    "growth": 0.7,
    "addition": 0.6,
    "revision": 0.55,
    "deletion": 0.5,
    "borrowing": 0.4,
    "identity": 0.3,
}
"""How much a finding of each kind bears on trust in a text, other things being equal: what was
tampered with stands before what cannot be true, that before what differs, that before what is
merely shared. An editorial order, not a measured one; a finding's weight is this times its confidence
and its own weight.
"""

KINDS = tuple(KIND_WEIGHTS)
"""The kinds of findings, in the order in which they are listed."""

CONFIDENCE_WORDS = ((0.97, "certain"), (0.85, "very likely"), (0.65, "likely"), (0.4, "possible"))
"""The least confidence for each word; below the last a finding is called doubtful."""

SHOWN_VALUES = 4
"""How many answers a disagreement's sentence names; the others are counted."""

LONGEST_VALUE = 60
"""Characters of an answer that a sentence quotes."""


def findings(table: Callable[[str], Iterable[Any]]) -> Iterator[Finding]:
    """Everything the critique found, weightiest first; ties stand in the order of their ids.

    ``table`` hands out the records of a table by its name, as ``Dossier.table`` does. No summary
    and no reason repeats a compiler's insertion; many insertions of one word are one finding with
    all passages.
    """
    hands: list[Hand] = [h for h in table("hands") if h.kind in ("insertion", "deletion")]
    hidden = masks(hands)
    found = [*_insertions(hands, hidden), *_deletions(hands, hidden)]
    found += [_disagreement(row, hidden) for row in table("disagreements")]
    found += [_impossibility(row, hidden) for row in table("impossibilities")]
    found += [_growth(row, hidden) for row in table("growths")]
    found += compared(list(table("parallels")), table("variants"), table("accounts"), hidden)
    found += [_retouching(row) for row in table("images")]
    found += [_doubt(row, hidden) for row in table("doubts")]
    for finding in sorted(found, key=weight_order):
        yield replace(finding, reasons=tuple(plain(masked(hidden, r)) for r in finding.reasons))


def weight_order(finding: Finding) -> tuple[float, int, str]:
    """The sort key that puts the weightiest finding first."""
    weight = KIND_WEIGHTS.get(finding.kind, 0.0) * finding.confidence * finding.weight
    return (-round(weight, 6), -len(finding.passages), finding.id)


def in_words(confidence: float) -> str:
    """A confidence as a reader is told it."""
    return next((word for least, word in CONFIDENCE_WORDS if confidence >= least), "doubtful")


def insertion_id(hand: Hand) -> str:
    """The id of the finding that all insertions of the same words by the same hand make together."""
    return content_id("insertion", hand.hand, inserted_words(hand.passage.quote))


def _insertions(hands: Iterable[Hand], hidden: Masks) -> Iterator[Finding]:
    groups: dict[str, list[Hand]] = {}
    for hand in hands:
        if hand.kind == "insertion":
            groups.setdefault(insertion_id(hand), []).append(hand)
    for identity, group in groups.items():
        passages = tuple(sorted({hand.passage for hand in group}))
        texts = len({hand.account or hand.passage.source for hand in group})
        words = "words of its own"
        who = "A later hand"
        if not is_masked(group[0]):
            who = _article(group[0].hand).capitalize()
            words = _value(passages[0].quote, hidden)
        yield Finding(
            identity,
            "insertion" if is_masked(group[0]) else "revision",  # open, as a tracked change is
            f"{who} put {words} into {_accounts(texts)}{_places(len(passages), texts)}.",
            passages,
            max(hand.confidence for hand in group),
            tuple(dict.fromkeys(reason for hand in group for reason in hand.reasons)),
        )


def _deletions(hands: Iterable[Hand], hidden: Masks) -> Iterator[Finding]:
    for hand in hands:
        if hand.kind == "deletion":
            words = _value(hand.passage.quote, hidden)
            summary = f"{words} was struck out; the file still holds it."
            yield Finding(
                hand.id, "deletion", summary, (hand.passage,), hand.confidence, hand.reasons
            )


def _disagreement(row: Disagreement, hidden: Masks) -> Finding:
    values = [_value(side.value, hidden) for side in row.sides]
    asked = _sentence(row.question, hidden)
    other = [value for value in values if value[1:-1].rstrip("…") not in asked]
    if row.type == "polarity" and len(values) == 2 and len(other) == 1:  # the question quotes one
        values = other
    named = _listed(values[:SHOWN_VALUES], "or" if len(values) <= SHOWN_VALUES else ",")
    more = f" and {len(values) - SHOWN_VALUES} more answers" if len(values) > SHOWN_VALUES else ""
    summary = f"{asked} {'Against it: ' if len(values) == 1 else ''}{named}{more}."
    passages = _distinct(passage for side in row.sides for passage in side.passages)
    return Finding(row.id, "disagreement", summary, passages, row.confidence, row.reasons)


def _impossibility(row: Impossibility, hidden: Masks) -> Finding:
    reason = row.reasons[0] if row.reasons else ""
    summary = _sentence(reason, hidden) or "These passages cannot all be true."
    return Finding(
        row.id, "impossibility", summary, _distinct(row.passages), row.confidence, row.reasons
    )


def _growth(row: Growth, hidden: Masks) -> Finding:
    first, last = (_value(row.steps[i].value, hidden) for i in (0, -1)) if row.steps else ("", "")
    question = _sentence(row.question, hidden)
    times = "twice" if len(row.steps) == 2 else f"{len(row.steps)} times"
    summary = f"{question} Told {times}, from {first} to {last}."
    return Finding(
        row.id, "growth", summary, _distinct(step.passage for step in row.steps), 1.0, ()
    )


def _doubt(row: Finding, hidden: Masks) -> Finding:
    return replace(row, summary=_sentence(row.summary, hidden))


def _retouching(row: ImagePair) -> Finding:
    regions = len(row.regions)
    places = "one place" if regions == 1 else f"{regions} places"
    identity = content_id("image", row.a, row.b)
    summary = f"Two prints of one picture differ in {places}: {row.kind}."
    return Finding(identity, "retouching", summary, (), row.score, (f"{row.a}; {row.b}",))


def _distinct(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(passages))


def _sentence(text: str, hidden: Masks) -> str:
    """One line with the inserted words masked, closed like a sentence."""
    line = plain(masked(hidden, " ".join(text.split())))
    return line if not line or line[-1] in ".?!…" else f"{line}."


def _value(value: str, hidden: Masks) -> str:
    line = plain(masked(hidden, " ".join(value.split()))).rstrip(" .,;:")
    if len(line) > LONGEST_VALUE:
        line = line[: LONGEST_VALUE - 1].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"
    return f"“{line}”"


def _listed(values: list[str], last: str) -> str:
    if len(values) < 2 or last == ",":
        return ", ".join(values)
    return f"{', '.join(values[:-1])} {last} {values[-1]}"


def _article(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def _accounts(count: int) -> str:
    return "one account" if count == 1 else f"{count} accounts"


def _places(places: int, texts: int) -> str:
    return "" if places == texts == 1 else f", in {places} places" if places > 1 else ""
