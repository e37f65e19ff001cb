"""Questions: which answers answer the same one. Never by comparing all pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from variorum.confront.answers import Answer
from variorum.confront.compare import agree
from variorum.confront.context import FEWEST
from variorum.confront.laid import Ground
from variorum.confront.linking import LINK, head_start, link
from variorum.confront.vocabulary import PERSONAL

ALL_PAIRS = 40
"""Up to so many answers to a kind of question are compared each with each; above, by rare features."""

INDEXED = 6
"""Features by which an answer is found: its weightiest."""

TELLING, AT_LEAST = 0.45, 2
"""Least rarity of a feature by which answers are found (290 of 30,000 sentences), and how many are
used however common they are."""

WINDOW = 8
"""Of the answers that share a feature, how many that follow are compared with each."""

MOST_ANSWERS = 60
"""Answers one question holds; further ones are left out, and the reasons say so."""

REPRESENTATIVES = 4
"""Answers of a group that stand for it when two groups are joined."""


@dataclass(frozen=True, slots=True)
class Question:
    """Answers to one question and how sure it is that they answer the same one (0 to 1, by pair);
    ``left_out`` are those beyond MOST_ANSWERS."""

    answers: tuple[Answer, ...]
    links: Mapping[tuple[int, int], float]
    left_out: tuple[Answer, ...] = ()


def questions(found: Sequence[Answer], ground: Ground) -> Iterator[Question]:
    """Bring answers together by what they are about. Each answer answers at most one question."""
    buckets: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in found:
        buckets[_bucket(answer)].append(answer)
    for _, bucket in sorted(buckets.items()):
        if len(bucket) > 1:
            yield from _grouped(bucket, ground)


def _bucket(answer: Answer) -> tuple[str, str]:
    if answer.kind == "age" or (answer.kind == "date" and answer.topic in PERSONAL):
        return answer.kind, f"{answer.topic} {answer.subject}"
    if answer.kind in ("count", "amount", "date", "distance", "position"):
        return answer.kind, "person" if answer.topic == "man" else answer.topic
    return answer.kind, ""


def _topic_rarity(bucket: Sequence[Answer], ground: Ground) -> float:
    """How rarely a thing is counted: accounts of one event that count lifebelts count the same ones.

    By the answers, not by words, so that it holds across languages.
    """
    return max(0.0, 1 - log(len(bucket)) / log(max(FEWEST, len(ground.scenes))))


def _pairs(bucket: Sequence[Answer], ground: Ground) -> Iterator[tuple[int, int]]:
    rarity = ground.rarity
    if len(bucket) <= ALL_PAIRS:
        for i in range(len(bucket)):
            for j in range(i + 1, len(bucket)):
                yield i, j
        return
    postings: dict[str, list[int]] = defaultdict(list)
    for index, answer in enumerate(bucket):
        weighed = sorted(
            answer.features.items(), key=lambda item: (-rarity.get(item[0], 0.0) * item[1], item[0])
        )
        for rank, (feature, _) in enumerate(weighed[:INDEXED]):
            if rank >= AT_LEAST and rarity.get(feature, 0.0) < TELLING:
                break
            postings[feature].append(index)
    seen: set[tuple[int, int]] = set()
    told_in: dict[int, list[int]] = defaultdict(list)
    for index, answer in enumerate(bucket):
        told_in[answer.scene].append(index)
    for index, answer in enumerate(bucket):
        for scene in sorted(ground.aligned.get(answer.scene, {})):
            for counterpart in told_in.get(scene, ()):
                if index < counterpart:
                    seen.add((index, counterpart))
                    yield index, counterpart
    for _, posting in sorted(postings.items()):
        for place, index in enumerate(posting):
            for other in posting[place + 1 : place + 1 + WINDOW]:
                if (index, other) not in seen:
                    seen.add((index, other))
                    yield index, other


def _best_matches(
    edges: list[tuple[float, int, int]], bucket: Sequence[Answer]
) -> list[tuple[float, int, int]]:
    """Leave out disagreeing pairs where one of the two has its match elsewhere in the other account.

    An account that says "120 yards wide, confined within 20" does not contradict one that says the
    same: a value is held against the likeliest counterpart only, and against none where an agreeing
    one is at hand.
    """
    agreed: set[tuple[int, str]] = set()
    best: dict[tuple[int, str], float] = {}
    for negative, i, j in edges:
        for one, other in ((i, bucket[j].account), (j, bucket[i].account)):
            best[one, other] = min(best.get((one, other), 0.0), negative)
        if agree(bucket[i], bucket[j]):
            agreed |= {(i, bucket[j].account), (j, bucket[i].account)}
    return [
        (negative, i, j)
        for negative, i, j in edges
        if agree(bucket[i], bucket[j])
        or (
            (i, bucket[j].account) not in agreed
            and (j, bucket[i].account) not in agreed
            and best[i, bucket[j].account] == negative == best[j, bucket[i].account]
        )
    ]


def _grouped(bucket: Sequence[Answer], ground: Ground) -> Iterator[Question]:
    links: dict[tuple[int, int], float] = {}
    told = Counter(answer.account for answer in bucket)
    topic_rarity = _topic_rarity(bucket, ground)

    def linked(i: int, j: int) -> float:
        pair = (i, j) if i < j else (j, i)
        if pair not in links:
            one, other = bucket[pair[0]], bucket[pair[1]]
            sole = 1 / max(told[one.account], told[other.account])
            links[pair] = link(one, other, ground, sole, topic_rarity)
        return links[pair]

    edges = [(-p, i, j) for i, j in _pairs(bucket, ground) if (p := linked(i, j)) >= LINK]
    edges = _best_matches(edges, bucket)
    group_of: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    refused: list[tuple[int, int]] = []
    # equal numbers join a question, but do not fill it before the others had their turn
    weighed = [(negative + head_start(bucket[i], bucket[j]), i, j) for negative, i, j in edges]
    for _, i, j in sorted(weighed):
        a, b = group_of.get(i, i), group_of.get(j, j)
        if a == b:
            continue
        mine, yours = groups.get(a, [i]), groups.get(b, [j])
        tried = [
            linked(x, y) >= LINK for x in mine[:REPRESENTATIVES] for y in yours[:REPRESENTATIVES]
        ]
        if 2 * sum(tried) < len(tried):
            continue
        if len(mine) + len(yours) > MOST_ANSWERS:
            refused.append((i, j))
            continue
        groups[a] = mine + yours
        groups.pop(b, None)
        group_of.update(dict.fromkeys(groups[a], a))
    inner: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for negative, i, j in edges:
        if i in group_of and group_of[i] == group_of.get(j):
            inner[group_of[i]][bucket[i].number, bucket[j].number] = -negative
    full = _one_question([(group_of.get(i, i), group_of.get(j, j)) for i, j in refused], groups)
    for key, group in sorted(groups.items()):
        if full.get(key, key) == key:
            members = tuple(bucket[index] for index in sorted(group))
            rest = [n for k, whole in full.items() if whole == key != k for n in groups.get(k, [k])]
            yield Question(members, inner[key], tuple(bucket[index] for index in sorted(rest)))


def _one_question(
    refused: Sequence[tuple[int, int]], groups: Mapping[int, Sequence[int]]
) -> dict[int, int]:
    """By group, the largest of those that are one question and were too many to be joined."""
    together: dict[int, set[int]] = {}
    for a, b in refused:
        whole = together.get(a, {a}) | together.get(b, {b})
        together.update(dict.fromkeys(whole, whole))
    return {
        key: min(whole, key=lambda k: (-len(groups.get(k, ())), k))
        for key, whole in together.items()
    }
