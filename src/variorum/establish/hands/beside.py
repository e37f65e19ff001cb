"""What stands beside a name: before it, after it, inside its run of capitalised words.

Each finder gives a place's span and its form, one character: the bracket or quotation mark it stands
in, or one of those below.
"""

import re
from collections.abc import Callable, Mapping

from variorum.establish.hands.cues import CAPTION_PLACE, TRANSCRIBER
from variorum.establish.hands.folding import phrase_key
from variorum.establish.hands.lexicon import DETERMINERS, is_ordinary, is_title
from variorum.establish.hands.words import LONGEST_GAP, WORD, Words, is_capital, joined
from variorum.model.critique import Hand

BARE, JOINED, APPOSED, CAPITAL, CAPITAL_JOINED, FILE = "-=,^+_"
"""A bare word; one joined by a hyphen; one between commas after the name; a capitalised one; a
capitalised one joined by a hyphen; one in a file's name."""
UNTOLD = CAPITAL + CAPITAL_JOINED + FILE
"""Forms that by themselves tell nothing: a part of the name looks the same."""
SHORTEST = 3
"""Letters of a word or name; shorter ones are initials, particles and chance."""
WORDS_IN_BRACKETS = 4
_OPEN_QUOTES, _CLOSE_QUOTES = "\"“„«‘'", "\"”“»’'"
_OPENERS = "[(<{⟨‹［（*_" + _OPEN_QUOTES
"""What may open around the name alone: "word [Name]", "word “Name”", "word *Name*"."""
_CLOSERS = "])>}⟩›］）*_" + _CLOSE_QUOTES
LONGEST_APPOSITION = 3
"""Words of an apposition after its article."""
_FILE_GAPS = ("_", "%20", "+")
_LETTERS = re.compile(r"^[\W\d_]*(?:[^\W\d_]+[’'!?,. -]*)+$")
_APPOSITION_ENDS = ",.;:)]—–!?\n"
Note = Callable[[str, str, int, int, int, str, int], None]
"""Called with word, side, start, end, the index of the word to the left, form, distance."""


def bracket_before(text: str, position: int, ends: Mapping[int, Hand]) -> Hand | None:
    """The bracket that closes directly before ``position``."""
    floor = position - LONGEST_GAP
    while position > max(floor, 0) and text[position - 1] in " \n-":
        position -= 1
    return ends.get(position)


def content(hand: Hand) -> str:
    """The folded words of a bracket that holds a short phrase and nothing else, or nothing."""
    inside = hand.passage.quote[1:-1].strip()
    count = len(WORD.findall(inside)) if len(inside) < 80 else 0
    if not 1 <= count <= WORDS_IN_BRACKETS or not _LETTERS.match(inside):
        return ""
    if TRANSCRIBER.match(inside) or CAPTION_PLACE.match(inside):
        return ""
    words = WORD.findall(inside)
    if all(is_ordinary(word) for word in words) or is_title(words[0]):
        return ""
    return phrase_key(inside)


def bare_before(words: Words, first: int, last: int) -> tuple[int, int, str, int] | None:
    """The word directly before the name ``first`` to ``last``: its span, its form, and the index of
    what precedes it. A capitalised one counts only where a hyphen or a file's name joins them."""
    text, gap, index = words.text, words.gap(first), first - 1
    begin, end, form = words.starts[index], words.ends[index], BARE
    if gap == "-":
        end, form = end + 1, JOINED
    elif gap in _FILE_GAPS:
        end, form = end + len(gap), FILE
    elif _closes_quotation(gap):
        return _quoted(words, index)
    elif _opens_around(words, gap, last):
        form = CAPITAL if is_capital(words.word(index)) else BARE
    elif not joined(gap) or gap.strip():
        return None
    word = words.word(index)
    if is_capital(word) and form == JOINED:
        form = CAPITAL_JOINED
    if (is_capital(word) and form == BARE) or is_ordinary(word) or len(word) < SHORTEST:
        return None
    while index and words.gap(index) == "-" and not is_capital(words.word(index - 1)):
        index -= 1
        begin = words.starts[index]
    bare = text[begin:end].rstrip("-_+%20")
    if is_ordinary(bare) or not _is_word_start(text, begin):
        return None
    return begin, end, form, index - 1


def _closes_quotation(gap: str) -> bool:
    return (
        1 < len(gap) <= LONGEST_GAP
        and bool(gap.strip())
        and gap[0] in _CLOSE_QUOTES
        and not gap[1:].strip()
    )


def _opens_around(words: Words, gap: str, last: int) -> bool:
    """Whether a bracket, quotation mark or emphasis opens before the name and closes after it."""
    sign = gap.strip()
    if len(gap) != 2 or len(sign) != 1 or gap[0] not in " \n" or sign not in _OPENERS:
        return False
    end = words.ends[last]
    return words.text[end : end + 1] in _CLOSERS and end < len(words.text)


def _is_word_start(text: str, begin: int) -> bool:
    """Whether nothing unreadable stands before: half a word is no word, an initial's stop is fine."""
    if begin > 1 and text[begin - 1] == ".":
        return text[begin - 2].isupper()
    return begin == 0 or text[begin - 1].isspace() or text[begin - 1] in "-–—/(<[{«„“\"‘'*_"


def _quoted(words: Words, last: int) -> tuple[int, int, str, int] | None:
    """A short phrase in quotation marks whose last word is ``last``: as a nickname is set."""
    form = '"'
    for index in range(last, max(-1, last - WORDS_IN_BRACKETS), -1):
        begin = words.starts[index]
        if is_capital(words.word(index)):
            form = CAPITAL
        if begin and words.text[begin - 1] in _OPEN_QUOTES:
            if all(is_ordinary(words.word(i)) for i in range(index, last + 1)):
                return None
            return begin - 1, words.ends[last] + 1, form, index - 1
        if words.gap(index) != " ":
            return None
    return None


def look_after(words: Words, last: int, named: int, starts: Mapping[int, Hand], note: Note) -> None:
    """Note what follows the name whose run of capitalised words ends with ``last``."""
    text, position = words.text, words.ends[last]
    while (
        position < len(text) and position - words.ends[last] < LONGEST_GAP and text[position] == " "
    ):
        position += 1
    run = last - named + 1
    after = starts.get(position)
    if after:
        inside = content(after)
        if inside:
            span = after.passage.start, after.passage.end
            note(inside, "after", *span, last, after.passage.quote[0], run)
        return
    if last + 1 >= len(words.starts):
        return
    gap = words.gap(last + 1)
    index = last + 1
    if gap == ", " and index + 1 < len(words.starts) and words.word(index) in DETERMINERS:
        index += words.gap(index + 1) == " "
    word = words.word(index)
    if len(word) < SHORTEST or is_capital(word):
        return
    if gap == ", ":
        _apposed(words, last, index, run, note)
        return
    if is_ordinary(word):
        return
    begin, end = words.starts[index], words.ends[index]
    if gap == "-":
        note(phrase_key(word), "after", begin - 1, end, last, JOINED, run)
    elif gap == " ":
        note(phrase_key(word), "after", begin, end, last, BARE, run)


def _apposed(words: Words, last: int, index: int, run: int, note: Note) -> None:
    """Note one to three small words between the name's comma and the next sign."""
    text = words.text
    for end_index in range(index, min(index + LONGEST_APPOSITION, len(words.starts))):
        word, end = words.word(end_index), words.ends[end_index]
        if is_capital(word) or (end_index > index and words.gap(end_index) != " "):
            return
        if text[end : end + 1] in _APPOSITION_ENDS:
            if len(word) >= SHORTEST and not is_ordinary(word):
                end += text[end : end + 1] == ","
                note(phrase_key(word), "after", words.ends[last], end, last, APPOSED, run)
            return
