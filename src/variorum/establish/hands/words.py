"""The words of an account as offsets, and the few questions asked of them by everybody."""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.establish.hands.segments import Segment

WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f’'][^\W\d_]+)*")
LONGEST_GAP = 3
LEFT_WORDS = 3
LONGEST_LEFT = 60


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an account, two machine integers each."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> str:
        """What stands between the word before ``index`` and this one."""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else "\n\n"

    def left(self, index: int, begin: int) -> str:
        """The text from up to three words before ``begin`` to it, of which ``index`` is the last;
        empty at the head of an account."""
        first = max(0, index - LEFT_WORDS + 1)
        if index < 0 or begin - self.ends[index] > LONGEST_LEFT:
            return ""
        while begin - self.starts[first] > LONGEST_LEFT:
            first += 1
            if first > index:
                return ""
        return self.text[self.starts[first] : begin]


def words_of(text: str, parts: Iterable[Segment]) -> Words:
    """The words of the given parts of ``text``."""
    starts, ends = array("Q"), array("Q")
    for part in parts:
        for match in WORD.finditer(text, part.start, part.end):
            starts.append(match.start())
            ends.append(match.end())
    return Words(text, starts, ends)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[0].isupper()


def joined(gap: str) -> bool:
    """Whether a gap is what stands inside one name: blanks, an initial's stop."""
    return len(gap) <= LONGEST_GAP and gap.strip() in ("", ".") and gap.count("\n") < 2
