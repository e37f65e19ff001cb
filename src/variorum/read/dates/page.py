"""Pages: a paragraph while its phrases are read, and how rules reduce its items to fewer."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from variorum.read.dates.expressions import Expression
from variorum.read.dates.lexing import Item
from variorum.read.parse import Parse


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph: its parse, for the tags around a word, and its text."""

    parse: Parse
    text: str

    def token(self, offset: int) -> int:
        """The token at a character of the paragraph, or -1 before the first."""
        return bisect_right(self.parse.starts, self.parse.start + offset) - 1

    def tag_after(self, offset: int) -> str:
        """The tag of the first word that begins at or after a character; "." at the end."""
        token = bisect_right(self.parse.starts, self.parse.start + offset - 1)
        return self.parse.tags[token] if token < len(self.parse.tags) else "."

    def before(self, offset: int, reach: int = 26) -> str:
        """The characters that stand before one."""
        return self.text[max(0, offset - reach) : offset]

    def after(self, offset: int, reach: int = 26) -> str:
        """The characters from one on."""
        return self.text[offset : offset + reach]


Builder = Callable[[Page, Sequence[Item]], Expression | None]
"""What a rule makes of the items it matched; None where it does not hold after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Items whose letters match ``pattern`` become one of class ``code`` ("C" or "R")."""

    code: str
    pattern: re.Pattern[str]
    build: Builder


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules tried in order wherever one of them may begin."""

    rules: tuple[Rule, ...]
    any: re.Pattern[str]


def grammar(*rules: tuple[str, str, Builder]) -> Grammar:
    """A grammar of ``(code, pattern, builder)``; spaces in a pattern mean nothing."""
    patterns = [pattern.replace(" ", "") for _, pattern, _ in rules]
    made = tuple(
        Rule(code, re.compile(pattern), build)
        for (code, _, build), pattern in zip(rules, patterns, strict=True)
    )
    return Grammar(made, re.compile("|".join(f"(?:{pattern})" for pattern in patterns)))


def reduced(found: list[Item], page: Page, rules: Grammar) -> list[Item]:
    """Items with every match of the grammar as one item, from left to right. Linear: patterns are
    bounded in length, and the rest of the items is not looked at again."""
    codes = "".join([item.code for item in found])
    kept: list[Item] = []
    at = 0
    while match := rules.any.search(codes, at):
        start = match.start()
        kept += found[at:start]
        at = start
        for rule in rules.rules:
            here = rule.pattern.match(codes, start)
            if here is None or here.end() == start:
                continue
            part = found[start : here.end()]
            read = rule.build(page, part)
            if read is not None:
                kept.append(Item(rule.code, part[0].start, part[-1].end, None, read))
                at = here.end()
                break
        else:
            kept.append(found[start])
            at = start + 1
    return kept + found[at:]


def first(part: Sequence[Item], codes: str) -> Item:
    """The first item of one of these classes."""
    return next(item for item in part if item.code in codes)


def values(part: Sequence[Item], codes: str) -> list[int]:
    """The numbers that the items of these classes stand for."""
    return [item.value for item in part if item.code in codes and isinstance(item.value, int)]


def reads(part: Sequence[Item]) -> list[Expression]:
    """What was read already among the items."""
    return [item.read for item in part if item.read is not None]
