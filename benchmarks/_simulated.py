"""Simulated dossiers: accounts that answer questions, some of them copying others."""

import random
from dataclasses import dataclass

from variorum.confront.weigh.claims import Claim


@dataclass(frozen=True, slots=True)
class Simulated:
    """``right`` by question; ``copies``: pairs of accounts of which one has answers from the other or
    both have them from a third."""

    claims: tuple[Claim, ...]
    right: dict[str, str]
    copies: frozenset[tuple[str, str]]


def dossier(
    seed: int, accounts: int, questions: int = 20, copied: float = 0.9, most: float = 1 / 3
) -> Simulated:
    """``accounts`` accounts of accuracy .5 to .9 answer most of ``questions`` questions; a wrong answer
    is one of ten, now and then the same common mistake. Some are copied by one or two others, who take
    ``copied`` of their answers over and find the rest themselves: at most the share ``most`` of the
    accounts copies."""
    draw = random.Random(seed)
    names = [f"account {n:02}" for n in range(accounts)]
    draw.shuffle(names)
    right = {f"question {q:02}": "true" for q in range(questions)}
    common = {q: f"false {draw.randrange(10)}" for q in right}
    origin: dict[str, str] = {}
    free = list(names)
    copiers = max(1, int(accounts * most))
    for _ in range(draw.randint(1, max(1, copiers // 2))):
        source = free.pop()
        for _ in range(min(draw.randint(1, 2), copiers - len(origin))):
            origin[free.pop()] = source
    accuracy = {name: draw.uniform(0.5, 0.9) for name in names}
    covers = {name: draw.uniform(0.75, 1.0) for name in names}

    def own(name: str, question: str) -> str:
        if draw.random() < accuracy[name]:
            return "true"
        return common[question] if draw.random() < 0.15 else f"false {draw.randrange(10)}"

    said: dict[tuple[str, str], str] = {}
    for name in sorted(names, key=lambda n: (n in origin, n)):
        for question in right:
            theirs = said.get((origin.get(name, ""), question))
            if theirs is not None and draw.random() < copied:
                said[name, question] = theirs
            elif draw.random() < covers[name] and (name not in origin or theirs is not None):
                said[name, question] = own(name, question)
    kin = {name: origin.get(name, name) for name in names}
    copies = frozenset((a, b) for a in names for b in names if a < b and kin[a] == kin[b])
    claims = tuple(Claim(question, value, name, "") for (name, question), value in said.items())
    return Simulated(claims, right, copies)
