"""Paragraphs of a reading text, and the language of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum.model.lexicon import listed

MAX_CHARS = 5_000
"""Longest piece given to a pipeline: its memory grows with the piece, its accuracy does not."""

MAX_WORD = 500
"""Longest run of characters without a space that is left whole: no word of any language is longer."""

WRAP_WIDTH = 100
"""Lines up to this length may be one paragraph broken by hand; longer ones are paragraphs each."""

_ENDLESS = re.compile(rf"\S{{{MAX_WORD + 1},}}")
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n(?!\s*(?:\n|$))[^\n]*)*")
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…:;\"”»’')\]]\s*$")
_OPENS_LINE = re.compile(r"\s*(?:[-–—*•|>]|\d+[.)]\s|[A-ZА-ЯЁ][\w .]{0,30}:\s)")

_TO_SPACE = {
    **dict.fromkeys([0, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060], " "),
    **dict.fromkeys([*range(0x2061, 0x206A), 0xFEFF, 0xA0, 0x2007, 0x2009, 0x202F], " "),
    **dict.fromkeys([9, 10, 11, 12, 13, 0x85, 0x2028, 0x2029], " "),
}
_MARKER = re.compile(r"\[\d{1,3}\]")
"""A note's marker: it may be glued to a word, and its number counts nothing."""
_SURROGATE = re.compile("[\ud800-\udfff]")

ENGLISH_WORDS = listed(
    "the of and to in was that he she it his her with as had for at on is were they from by be "
    "we you not this but have which are been their who has my me or an when one there said"
)
_FOREIGN_CYRILLIC = (
    ("uk", "іїєґІЇЄҐ"),
    ("be", "ўЎ"),
    ("sr", "ђјљњћџЂЈЉЊЋЏ"),
    ("kk", "әғқңөұүһӘҒҚҢӨҰҮ"),
)
CYRILLIC_LANGUAGES = listed("ru uk be bg sr mk kk ky mn tg tt ba cv")
LATIN_LETTER, CYRILLIC_LETTER = re.compile("[A-Za-zÀ-ɏ]"), re.compile("[Ѐ-ӿ]")
_OTHER_LETTER = re.compile(r"[^\W\d_A-Za-zÀ-ɏЀ-ӿ]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece ``[start, start + len(text))`` of a reading text, cleaned without changing offsets."""

    start: int
    text: str
    language: str


def clean(text: str) -> str:
    """``text`` with what no pipeline can read (NUL, bidirectional controls, lone surrogates, line
    breaks, the markers of notes) replaced one for one, so that every offset stays true."""
    plain = _SURROGATE.sub("�", text.translate(_TO_SPACE))
    return _MARKER.sub(lambda marker: " " * len(marker.group()), plain)


def paragraphs(text: str, language: str) -> Iterator[Paragraph]:
    """Divide a reading text into paragraphs of at most MAX_CHARS, each with its language.

    Blank lines divide; so does every line break unless the lines look broken by hand.
    """
    for block in _BLOCK.finditer(text):
        lines = [(m.start(), m.end()) for m in _LINE.finditer(text, block.start(), block.end())]
        for start, end in _joined(text, lines):
            for piece_start, piece_end in _pieces(text, start, end):
                piece = clean(text[piece_start:piece_end])
                if not piece.isspace():
                    yield Paragraph(piece_start, piece, paragraph_language(piece, language))


def paragraph_language(text: str, language: str) -> str:
    """The language of a paragraph in an account of ``language``: the account's own unless the script,
    or for Latin letters the function words, say otherwise."""
    own = language.partition("-")[0].lower() or "und"
    sample = text[:2_000]
    latin, cyrillic = len(LATIN_LETTER.findall(sample)), len(CYRILLIC_LETTER.findall(sample))
    other = len(_OTHER_LETTER.findall(sample))
    if cyrillic > latin and cyrillic >= other:
        if own in CYRILLIC_LANGUAGES:
            return own
        return next((tag for tag, own_to in _FOREIGN_CYRILLIC if set(own_to) & set(sample)), "ru")
    if latin >= other and latin > 0 and (own in CYRILLIC_LANGUAGES or own == "und"):
        words = re.findall("[A-Za-z]+", sample.lower())
        hits = sum(word in ENGLISH_WORDS for word in words)
        return "en" if hits * 8 > len(words) else "und"
    if latin >= other or own not in CYRILLIC_LANGUAGES | {"en"}:
        return own
    return "und"


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines broken by hand as one span, others each for itself."""
    if len(lines) == 1:
        yield lines[0]
        return
    full = [end - start for start, end in lines[:-1]]
    wrapped = max(full) <= WRAP_WIDTH and sorted(full)[len(full) // 2] >= WRAP_WIDTH // 3
    begun = lines[0][0]
    for (start, end), (next_start, next_end) in pairwise(lines):
        short = end - start < max(full) * 2 // 3
        ends = _SENTENCE_END.search(text, max(start, end - 4), end)
        opens = _OPENS_LINE.match(text, next_start, min(next_end, next_start + 40))
        if not wrapped or opens or (short and ends):
            yield begun, end
            begun = next_start
    yield begun, lines[-1][1]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``[start, end)`` in pieces of at most MAX_CHARS, cut after a sentence where there is one."""
    while start < end:
        stop = min(end, start + MAX_CHARS)
        if stop < end:
            cuts = [text.rfind(mark, start + MAX_CHARS // 2, stop) for mark in (". ", "? ", "! ")]
            stop = max(cuts) + 1 or text.rfind(" ", start + MAX_CHARS // 2, stop) + 1 or stop
        yield from _words_cut(text, start, stop)
        start = stop


def _words_cut(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    begun = start
    for run in _ENDLESS.finditer(text[start:stop]):
        for cut in range(start + run.start() + MAX_WORD, start + run.end(), MAX_WORD):
            yield begun, cut
            begun = cut
    yield begun, stop
