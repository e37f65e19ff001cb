"""Brackets: which opening bracket belongs to which closing one, in one pass."""

import re
from collections import Counter
from dataclasses import dataclass

CLOSING = {"(": ")", "[": "]", "<": ">", "{": "}", "⟨": "⟩", "‹": "›", "［": "］", "（": "）"}
_OPENING = {close: opening for opening, close in CLOSING.items()}
ROUND, SQUARE, ANGLE, CURLY = "([<{"
_KIND = {"⟨": ANGLE, "‹": ANGLE, "［": SQUARE, "（": ROUND}
_TOKEN = re.compile(r"[()\[\]<>{}⟨⟩‹›［］（）]|\n[ \t\r]*\n")
LONGEST = {ROUND: 4000, SQUARE: 6000, ANGLE: 300, CURLY: 1000}
"""Characters between an opening bracket and its closing one; longer, and they are two strays. The
longest genuine editor's note seen (Wheatley's on Pepys) has 2,900."""
PARAGRAPHS = {ROUND: 0, SQUARE: 4, ANGLE: 0, CURLY: 0}
"""How many empty lines may stand inside: only an editor's note in square brackets runs over several
paragraphs."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair: ``[start, end)`` with both brackets; ``shape`` is one of ``( [ < {``; ``depth`` counts
    the pairs around it. ``closed`` is False for a square bracket that its line leaves open."""

    start: int
    end: int
    shape: str
    depth: int
    closed: bool = True


def find_brackets(text: str, start: int = 0, end: int | None = None) -> tuple[Bracket, ...]:
    """The bracket pairs of ``text[start:end]``, sorted by start.

    A closing bracket takes the nearest open one of its own shape; what was left open in between is a
    stray ("a)", ":-)", "x < y" are no pairs). Time is linear in the text: every bracket is pushed
    and popped once, and a closing bracket with no partner is passed over without a search.
    """
    stop = len(text) if end is None else end
    stack: list[tuple[int, str, int]] = []
    waiting: Counter[str] = Counter()
    pairs: list[tuple[int, int, str]] = []
    strays: list[int] = []
    paragraph = 0
    for token in _TOKEN.finditer(text, start, stop):
        symbol = token.group()
        if symbol in CLOSING:
            if symbol == "<" and not _may_open(text, token.end(), stop):
                continue
            stack.append((token.start(), symbol, paragraph))
            waiting[symbol] += 1
        elif symbol in _OPENING:
            opening = _OPENING[symbol]
            if not waiting[opening]:
                continue
            while True:
                position, top, opened_in = stack.pop()
                waiting[top] -= 1
                if top == opening:
                    break
                if top == SQUARE:
                    strays.append(position)
            shape = _KIND.get(opening, opening)
            long = token.end() - position > LONGEST[shape]
            if long or paragraph - opened_in > PARAGRAPHS[shape]:
                if shape == SQUARE:
                    strays.append(position)
                continue
            pairs.append((position, token.end(), shape))
        else:
            paragraph += 1
    strays.extend(position for position, symbol, _ in stack if symbol == SQUARE)
    return _nested(pairs, _left_open(text, sorted(strays), stop))


def _left_open(text: str, positions: list[int], stop: int) -> list[tuple[int, int]]:
    """Each stray with the rest of its line; a stray inside that is part of it."""
    found: list[tuple[int, int]] = []
    for position in positions:
        if not found or position >= found[-1][1]:
            found.append(_to_line_end(text, position, stop))
    return found


def _may_open(text: str, after: int, stop: int) -> bool:
    """Whether a ``<`` with this after it can be a bracket and not a comparison."""
    return after < stop and (text[after].isalpha() or text[after] in "./…[!?")


def _to_line_end(text: str, position: int, stop: int) -> tuple[int, int]:
    limit = min(stop, position + LONGEST[ANGLE])
    newline = text.find("\n", position, limit)
    return position, len(text[position : limit if newline < 0 else newline].rstrip()) + position


def _nested(
    pairs: list[tuple[int, int, str]], open_ones: list[tuple[int, int]]
) -> tuple[Bracket, ...]:
    items = [(s, e, shape, True) for s, e, shape in pairs]
    items += [(s, e, SQUARE, False) for s, e in open_ones if e - s > 1]
    items.sort(key=lambda item: (item[0], -item[1]))
    around: list[int] = []
    found = []
    for s, e, shape, closed in items:
        while around and around[-1] <= s:
            around.pop()
        found.append(Bracket(s, e, shape, len(around), closed))
        if closed:
            around.append(e)
    return tuple(found)
