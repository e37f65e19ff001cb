"""Disagreements: questions to which at least two answers cannot both be right."""

from collections import Counter
from collections.abc import Sequence

from variorum.confront.answers import Answer
from variorum.confront.calibration import confidence
from variorum.confront.compare import agree, same_value, why_agree
from variorum.confront.laid import Ground
from variorum.confront.linking import elsewhere
from variorum.confront.questions import Question
from variorum.confront.topics import HALF_UNTOLD
from variorum.confront.wording import in_plain_words, shared_words, value_in_words
from variorum.model.findings import Disagreement, Side
from variorum.model.ids import content_id
from variorum.model.passage import Passage

TYPES = {"age": "age", "date": "date", "clock": "date"}
"""The type of a disagreement by the kind of its answers; everything else is a number."""


def disagreement(question: Question, ground: Ground) -> Disagreement | None:
    """The disagreement among the answers to ``question``, or None when all can be true."""
    sides = sides_of(question.answers)
    across = _strongest_across(question, sides, ground)
    if len(sides) < 2 or across == 0.0:
        return None
    rows = tuple(_side(side) for side in sides)
    support = [len(_accounts(side, ground)) for side in sides]
    kind = TYPES.get(question.answers[0].kind, "number")
    return Disagreement(
        content_id(
            "d", kind, sorted([[p.source, p.start, p.end] for p in row.passages] for row in rows)
        ),
        kind,
        in_plain_words(question.answers, ground),
        rows,
        "tied" if len(support) > 1 and support[0] == support[1] else "open",
        round(across, 3),
        tuple(_reasons(question, sides, support, ground)),
    )


def _place(passage: Passage) -> list[str | int]:
    return [passage.source, passage.start, passage.end]


def sides_of(answers: Sequence[Answer]) -> list[list[Answer]]:
    """Merge answers into sides: equal values first, then vaguer ones into a side they agree with.

    The first answer of a side is its value; the first answers of any two sides disagree. The side
    with most accounts stands first.
    """
    groups: list[list[Answer]] = []
    for answer in answers:
        home = next((g for g in groups if same_value(g[0], answer)), None)
        if home is None:
            groups.append([answer])
        else:
            home.append(answer)
    groups.sort(key=lambda g: (g[0].exactness != "exact", -_weight(g), _width(g[0]), g[0].passage))
    sides: list[list[Answer]] = []
    for group in groups:
        fitting = [side for side in sides if agree(side[0], group[0])]
        if not fitting:
            sides.append(group)
        else:
            min(fitting, key=lambda side: abs(side[0].low - group[0].low)).extend(group)
    return sorted(sides, key=lambda side: (-_weight(side), side[0].passage))


def _weight(group: Sequence[Answer]) -> int:
    return len({answer.account for answer in group})


def _width(answer: Answer) -> int:
    """Full dates before partial ones: the value shown should be the most precise."""
    return -len(answer.edtf)


def _strongest_across(
    question: Question, sides: Sequence[Sequence[Answer]], ground: Ground
) -> float:
    """The best confidence that two answers on different sides answer the same question."""
    side_of = {answer.number: n for n, side in enumerate(sides) for answer in side}
    carriers = [{answer.account for answer in side} for side in sides]
    by_number = {answer.number: answer for answer in question.answers}
    best = 0.0
    for (first, second), probability in question.links.items():
        a, b = by_number[first], by_number[second]
        if side_of[first] == side_of[second] or agree(a, b):
            continue
        if _differ(carriers[side_of[first]], carriers[side_of[second]]):
            story = {a.account, b.account} <= ground.story and not elsewhere(a, b)
            one_event = story or ground.when is not None
            best = max(best, confidence(probability, a, b, one_event, story))
    return best


def _differ(mine: set[str], yours: set[str]) -> bool:
    """Whether somebody stands on each side alone, or one account contradicts itself.

    Who tells of twelve baskets and of seven tells of two occasions, and so does another who tells of
    seven only.
    """
    return (mine == yours and len(mine) == 1) or (bool(mine - yours) and bool(yours - mine))


def _side(side: Sequence[Answer]) -> Side:
    passages = tuple(sorted({answer.passage for answer in side}))
    voices = tuple(sorted({answer.voice for answer in side if answer.voice}))
    return Side(value_in_words(side[0]), passages, voices)


def _accounts(side: Sequence[Answer], ground: Ground) -> set[str]:
    """The accounts that carry a side; a sentence copied word for word counts once."""
    by_words: dict[str, str] = {}
    for answer in side:
        words = " ".join(ground.scenes[answer.scene].sentence.passage.quote.casefold().split())
        by_words.setdefault(words, answer.account)
    return set(by_words.values())


def _reasons(
    question: Question,
    sides: Sequence[Sequence[Answer]],
    support: Sequence[int],
    ground: Ground,
) -> list[str]:
    answers = question.answers
    reasons = []
    about = shared_words(answers, ground)
    if about:
        reasons.append("the passages share " + ", ".join(f"“{word}”" for word in about))
    days = Counter(f[2:] for answer in answers for f in answer.features if f[0] == "d")
    day = max(sorted(days), key=lambda d: days[d], default="")
    if days[day] > 1:
        reasons.append(f"{days[day]} of them stand in accounts dated {day}")
    scenes = {answer.scene for answer in answers}
    if any(not scenes.isdisjoint(ground.aligned.get(scene, {})) for scene in sorted(scenes)):
        reasons.append("the sentences are counterparts in passages that tell one thing")
    if len({answer.account for answer in answers}) == 1:
        reasons.append("one account says both")
    if any(answer.exactness != "exact" for answer in answers):
        reasons.append("about, over and under are read as ranges; the ranges do not meet")
    reasons += _refusals(sides)
    if len({answer.unit for answer in answers}) > 1:
        reasons.append("units were converted before comparing")
    if any(answer.topic == HALF_UNTOLD for answer in answers):
        reasons.append("compared on a twelve-hour clock: not all say whether morning or evening")
    carried = " to ".join(str(count) for count in support)
    reasons.append(f"carried by {carried} accounts, word-for-word copies counted once")
    if question.left_out:
        more = len(question.left_out)
        reasons.append(f"{len(answers)} answers were compared, {more} further ones were left out")
    return reasons


MOST_REFUSALS = 4
"""Answers that are told to be no conflict, in the reasons of one question."""


def _refusals(sides: Sequence[Sequence[Answer]]) -> list[str]:
    """Why an answer of another value stands on the same side: it is no other answer."""
    found = [
        f"“{other.shown}” does not conflict with “{side[0].shown}”: {why}"
        for side in sides
        for other in side[1:]
        if (why := why_agree(side[0], other))
    ]
    return list(dict.fromkeys(found))[:MOST_REFUSALS]
