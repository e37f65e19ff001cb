"""A parse: one paragraph's words, whatever pipeline read it."""

from bisect import bisect_right
from dataclasses import dataclass

Name = tuple[int, int, str]
"""A name as a pipeline marks it: first token, token after the last, label."""


@dataclass(frozen=True, slots=True)
class Parse:
    """One paragraph in columns, a value per token; offsets count in the account's reading text.

    ``tags`` are Penn tags (Universal ones, or none, where a pipeline has no Penn tags); ``deps`` and
    ``heads`` (token indices) are empty strings and the token itself where nothing parsed the syntax;
    ``sentences`` are token ranges that leave no token out; ``text`` is as long as the paragraph.
    """

    start: int
    language: str
    text: str
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    names: list[Name]


def children(parse: Parse, first: int, end: int) -> dict[int, list[int]]:
    """The dependents of every token of ``[first, end)``, in order of the text."""
    below: dict[int, list[int]] = {}
    for token in range(first, end):
        head = parse.heads[token]
        if head != token:
            below.setdefault(head, []).append(token)
    return below


def subtree(below: dict[int, list[int]], root: int) -> tuple[int, int]:
    """The token range that ``root`` and everything under it span; linear in its size."""
    low, high, stack = root, root, [root]
    while stack:
        token = stack.pop()
        low, high = min(low, token), max(high, token)
        stack.extend(below.get(token, ()))
    return low, high + 1


def sentence_of(parse: Parse, token: int) -> tuple[int, int]:
    """The token range of the sentence that holds a token."""
    at = bisect_right(parse.sentences, token, key=lambda s: s[0]) - 1
    return parse.sentences[at]
