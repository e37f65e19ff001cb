"""Simulated dossiers: accounts that answer questions, some of them copying others.

The plain world is the one the method supposes. The others break a supposition each, as real sources do,
so that a setting chosen on all of them does not rest on any.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.confront.weigh.claims import Claim


@dataclass(frozen=True, slots=True)
class World:
    """``copied``: the share of a source's answers its copier takes over. ``own``: whether a copier also
    answers what its source is silent about. ``common``: the share of errors that are the question's
    common mistake. ``hard``: the share of questions in which everybody is right ``luck`` times as often.
    ``camps``: the share of questions in which every second account, without copying, follows one
    tradition that is wrong. ``covers``: the least share of questions an account answers, the most
    being .25 more (at most 1)."""

    copied: float = 0.9
    own: bool = False
    common: float = 0.15
    hard: float = 0.0
    luck: float = 0.4
    camps: float = 0.0
    covers: float = 0.75


PLAIN = World()
MISFITS: Mapping[str, World] = {
    "copiers take over two thirds": World(copied=0.67),
    "copiers add answers of their own": World(own=True),
    "everybody answers everything": World(covers=1.0),
    "few answer": World(covers=0.15),
    "half of all errors are common ones": World(common=0.5),
    "a third of the questions is hard": World(hard=0.33, common=0.5),
    "every second follows a tradition": World(camps=0.25),
}


@dataclass(frozen=True, slots=True)
class Simulated:
    """``right`` by question; ``copies``: pairs of accounts of which one has answers from the other or
    both have them from a third."""

    claims: tuple[Claim, ...]
    right: dict[str, str]
    copies: frozenset[tuple[str, str]]


def dossier(
    seed: int, accounts: int, questions: int = 20, world: World = PLAIN, most: float = 1 / 3
) -> Simulated:
    """``accounts`` accounts of accuracy .5 to .9 answer most of ``questions`` questions; a wrong answer
    is one of ten, now and then the same common mistake. Some are copied by one or two others, who take
    most of their answers over and find the rest themselves: at most the share ``most`` of the
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
    covers = {name: draw.uniform(world.covers, min(1.0, world.covers + 0.25)) for name in names}
    other = random.Random(f"misfit {seed}")
    hard = {q for q in right if other.random() < world.hard}
    wrong = {q for q in right if other.random() < world.camps}
    followers = {name for name in names if world.camps and other.random() < 0.5}

    def own(name: str, question: str) -> str:
        if name in followers and question in wrong:
            return common[question]
        if draw.random() < accuracy[name] * (world.luck if question in hard else 1.0):
            return "true"
        return common[question] if draw.random() < world.common else f"false {draw.randrange(10)}"

    said: dict[tuple[str, str], str] = {}
    for name in sorted(names, key=lambda n: (n in origin, n)):
        for question in right:
            theirs = said.get((origin.get(name, ""), question))
            if theirs is not None and draw.random() < world.copied:
                said[name, question] = theirs
            elif draw.random() < covers[name] and (
                world.own or name not in origin or theirs is not None
            ):
                said[name, question] = own(name, question)
    kin = {name: origin.get(name, name) for name in names}
    copies = frozenset((a, b) for a in names for b in names if a < b and kin[a] == kin[b])
    claims = tuple(Claim(question, value, name, "") for (name, question), value in said.items())
    return Simulated(claims, right, copies)
