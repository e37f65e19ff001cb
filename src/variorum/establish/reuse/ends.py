"""Ends: where a copied passage begins and ends, so that what was changed at its edges is not lost.

Letters that agree end before a change; but a change likes to stand in the last words of a sentence ("I
did not run."). A passage therefore takes in the rest of a sentence of which it has most already, when
the rest is of one making on both sides, and further sentences that are still alike. It never goes on
into a title, past a quotation mark, or beyond a sentence's end for a chance word.
"""

import re
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq, Levenshtein

from variorum.establish.reuse.alignment import Span
from variorum.establish.reuse.letters import Words
from variorum.establish.reuse.stock import STOCK, stock_words
from variorum.model.lexicon import listed

FEW = 3
"""Words a side of what is left of a sentence that are taken in whatever they are. Set by hand."""
REST = 15
"""Words of it that are taken in where enough of them are on both sides. Set by hand."""
SHARED = 1 / 3
"""Share of the shorter rest's words that is enough."""
ALIKE = 0.6
"""Likeness, in words, of further sentences that belong to the passage. Set by hand."""
LONGEST = 60
"""Words of a sentence that are looked at."""
SENTENCES = 6
"""Further sentences looked at on either side."""
STRAY = 3
"""Words beyond a sentence's end that agree by chance."""
TITLE = 14
"""Words at the beginning of a passage among which a title may end."""
LINE = 45
"""Characters up to which a line by itself may be a title, a name or a date."""

_STOP = re.compile(r"[.!?…。！？।؟]")
_PAUSE = re.compile(r"[,;:—–\"“”»«„]")
_QUOTE = re.compile(r"[\"“”«»„「」『』]")
_BLANK = re.compile(r"\n[^\S\n]*\n")
_SHORT_FORMS = listed(
    "mr mrs ms dr st no nos lt col gen maj capt prof sgt rev hon jr sr vs cf г гг ул им т д"
)


@dataclass(frozen=True, slots=True)
class _Side:
    """One text with its words; ``first`` and ``last`` bound the passage."""

    text: str
    words: Words
    first: int
    last: int


def grown(a: Words, b: Words, a_text: str, b_text: str, span: Span) -> Span:
    """A span of two texts' letters with its ends where the passage ends; a stock phrase ends where it is
    no longer alike."""
    one = _Side(a_text, a, *_covered(a, span.a, span.a_end))
    other = _Side(b_text, b, *_covered(b, span.b, span.b_end))
    before = one, other
    one, other = _without_title(one, other)
    one, other = _without_stray(one, other)
    core = a_text[int(a.starts[one.first]) : int(a.ends[one.last - 1])]
    for way in () if stock_words(core) else (-1, 1):
        for _ in range(SENTENCES):
            further = _further(one, other, way)
            if further is None:
                break
            one, other = further
    if (one, other) == before:
        return span
    i, i_end = int(a.at[one.first]), int(a.at[one.last])
    j, j_end = int(b.at[other.first]), int(b.at[other.last])
    same = span.same
    for mine, theirs in (
        ((min(i, span.a), max(i, span.a)), (min(j, span.b), max(j, span.b))),
        ((min(i_end, span.a_end), max(i_end, span.a_end)),
         (min(j_end, span.b_end), max(j_end, span.b_end))),
    ):  # fmt: skip
        shared = LCSseq.similarity(a.letters[slice(*mine)], b.letters[slice(*theirs)])
        grew = mine[1] > span.a_end or mine[0] < span.a
        same += shared if grew else -shared
    return Span(i, i_end, j, j_end, max(0, min(same, i_end - i, j_end - j)))


def without_stock_end(a: Words, b: Words, a_text: str, b_text: str, span: Span) -> list[Span]:
    """A span, its last sentences apart where they alone are a stock phrase, as depositions end."""
    one = _Side(a_text, a, *_covered(a, span.a, span.a_end))
    other = _Side(b_text, b, *_covered(b, span.b, span.b_end))
    cut, next_ = 0, one.last
    for index in range(one.last - 1, max(one.first + FEW, one.last - LONGEST), -1):
        if _parts(one, index):
            if STOCK.isdisjoint(_words(one, index, next_)):
                break
            phrase = a_text[int(a.starts[index]) : int(a.ends[one.last - 1])]
            cut, next_ = (index if stock_words(phrase) else cut), index
    before = a_text[int(a.starts[one.first]) : int(a.ends[max(cut, one.first + 1) - 1])]
    there = next(
        (
            j
            for j in range(other.last - FEW, other.first + FEW, -1)
            if _parts(other, j) and all(a.word(cut + k) == b.word(j + k) for k in range(FEW))
        ),
        0,
    )
    if not cut or not there or stock_words(before):
        return [span]
    i, j = int(a.at[cut]), int(b.at[there])
    same = LCSseq.similarity(a.letters[i : span.a_end], b.letters[j : span.b_end])
    stock = Span(i, span.a_end, j, span.b_end, same)
    alike = [
        (step.src_end, step.dest_end)
        for step in Levenshtein.opcodes(
            _words(one, one.first, cut), _words(other, other.first, there)
        )
        if step.tag == "equal" and step.src_end - step.src_start >= FEW
    ]
    if not alike:
        return [stock]
    i, j = int(a.at[one.first + alike[-1][0]]), int(b.at[other.first + alike[-1][1]])
    same = max(0, min(span.same - same, i - span.a, j - span.b))
    return [Span(span.a, i, span.b, j, same), stock]


def _covered(words: Words, start: int, end: int) -> tuple[int, int]:
    return int(words.at.searchsorted(start)), int(words.at.searchsorted(end))


def _gap(side: _Side, index: int) -> str:
    """What stands between a word and the one before it."""
    if index <= 0 or index >= len(side.words):
        return ""
    return side.text[int(side.words.ends[index - 1]) : int(side.words.starts[index])]


def _lined(side: _Side, index: int) -> bool:
    """Whether a paragraph or a short line by itself ends before a word."""
    gap = _gap(side, index)
    if "\n" not in gap:
        return False
    end = int(side.words.ends[index - 1])
    return bool(_BLANK.search(gap)) or end - side.text.rfind("\n", 0, end) <= LINE


def _parts(side: _Side, index: int) -> bool:
    """Whether a sentence ends before a word."""
    if index <= 0 or index >= len(side.words) or _lined(side, index):
        return True
    gap = _gap(side, index)
    if not _STOP.search(gap):
        return False
    word = side.words.word(index - 1)
    short = gap.startswith(".") and (len(word) == 1 or word in _SHORT_FORMS)
    return not short or "\n" in gap


def _without_title(one: _Side, other: _Side) -> tuple[_Side, _Side]:
    """Without a title, a byline or a date before the first sentence, on whichever side it is one."""
    cuts = _title_end(one), _title_end(other)
    if cuts == (0, 0):
        return one, other
    i = cuts[0] or _meeting(other.words, cuts[1], one)
    j = cuts[1] or _meeting(one.words, cuts[0], other)
    if not i or not j:
        return one, other
    return _Side(one.text, one.words, i, one.last), _Side(other.text, other.words, j, other.last)


def _title_end(side: _Side) -> int:
    """The word after the lines of a title at the beginning of a passage, or 0."""
    cut = 0
    for index in range(side.first + 1, min(side.first + TITLE, side.last)):
        gap = _gap(side, index)
        if _STOP.search(gap) and not _lined(side, index):
            break
        if _BLANK.search(gap) and not _STOP.search(gap):
            cut = index
    return cut


def _meeting(words: Words, index: int, side: _Side) -> int:
    """Where two words of another text in a row stand near the beginning of a passage, or 0."""
    wanted = [words.word(k) for k in range(index, min(index + 2, len(words)))]
    for there in range(side.first, min(side.first + 2 * TITLE, side.last - 1)):
        if [side.words.word(k) for k in range(there, min(there + 2, len(side.words)))] == wanted:
            return there
    return 0


def _without_stray(one: _Side, other: _Side) -> tuple[_Side, _Side]:
    """Without words that agree by chance after a sentence has ended on one side, and paused at least
    on the other."""
    for stray in range(1, STRAY + 1):
        for mine, theirs in ((stray, k) for k in range(stray + 1)):
            for back, back_other in {(mine, theirs), (theirs, mine)}:
                i, j = one.last - back, other.last - back_other
                if i - one.first > STRAY < j - other.first and _ends(one, i, other, j):
                    return (
                        _Side(one.text, one.words, one.first, i),
                        _Side(other.text, other.words, other.first, j),
                    )
    return one, other


def _ends(one: _Side, i: int, other: _Side, j: int) -> bool:
    gaps = _gap(one, i), _gap(other, j)
    stops = [_parts(one, i), _parts(other, j)]
    if one.words.word(i - 1) != other.words.word(j - 1) and not all(stops):
        return False
    pauses = [bool(_PAUSE.search(gap)) for gap in gaps]
    return any(stops) and all(s or p for s, p in zip(stops, pauses, strict=True))


def _further(one: _Side, other: _Side, way: int) -> tuple[_Side, _Side] | None:
    """The passage with what is left of its last (``way`` 1) or first (-1) sentence, or with the sentence
    beyond it; None where that is of another making."""
    edges = (one.last, other.last) if way > 0 else (one.first, other.first)
    if edges[0] in (0, len(one.words)) or edges[1] in (0, len(other.words)):
        return None
    parted = _parts(one, edges[0]), _parts(other, edges[1])
    if parted[0] != parted[1]:
        return _last_words(one, other, parted[0]) if way > 0 else None
    ends = _end(one, edges[0], way), _end(other, edges[1], way)
    if None in ends:
        return None
    i, j = int(ends[0] or 0), int(ends[1] or 0)
    rests = _words(one, edges[0], i), _words(other, edges[1], j)
    if parted[0]:
        title = way < 0 and (_lined(one, edges[0]) or _lined(other, edges[1]))
        if (
            title
            or not STOCK.isdisjoint(rests[0])
            or Levenshtein.normalized_similarity(*rests) < ALIKE
        ):
            return None
    elif not (
        _most(one, edges[0], i, way)
        and _most(other, edges[1], j, way)
        and _kindred(
            *rests, paused=bool(_PAUSE.search(_gap(one, edges[0]) + _gap(other, edges[1])))
        )
    ):
        return None
    if way > 0:
        return (
            _Side(one.text, one.words, one.first, i),
            _Side(other.text, other.words, other.first, j),
        )
    return _Side(one.text, one.words, i, one.last), _Side(other.text, other.words, j, other.last)


def _last_words(one: _Side, other: _Side, ended: bool) -> tuple[_Side, _Side] | None:
    """The passage with the last words of a sentence that the other side ends without: "were [not]"."""
    open_ = other if ended else one
    end = _end(open_, open_.last, 1)
    if end is None or end - open_.last > FEW or _PAUSE.search(_gap(open_, open_.last)):
        return None
    if not _parts(open_, end) or not _most(open_, open_.last, end, 1):
        return None
    grown_ = _Side(open_.text, open_.words, open_.first, end)
    return (one, grown_) if ended else (grown_, other)


def _end(side: _Side, edge: int, way: int) -> int | None:
    """The end of the sentence that goes on from an edge, a quotation mark at the latest; None where it
    is too long."""
    index = edge
    for _ in range(LONGEST):
        index += way
        if index in (0, len(side.words)) or _parts(side, index):
            return index
        if _QUOTE.search(_gap(side, index)):
            return index
    return None


def _most(side: _Side, edge: int, end: int, way: int) -> bool:
    """Whether the passage has half of its sentence on this side already."""
    inside = 0
    index = edge
    while inside < LONGEST and (index > side.first if way > 0 else index < side.last):
        index -= way
        inside += 1
        if _parts(side, index):
            break
    return inside >= abs(end - edge)


def _kindred(rest: list[str], other: list[str], paused: bool) -> bool:
    """Whether what is left of a sentence on both sides is of one making; after a pause of the sentence a
    few words say nothing: "Ellen Moss, being duly sworn"."""
    if max(len(rest), len(other)) <= FEW and not paused:
        return True
    if max(len(rest), len(other)) > REST:
        return False
    return float(LCSseq.similarity(rest, other)) >= SHARED * min(len(rest), len(other)) > 0


def _resumes(one: _Side, i: int, other: _Side, j: int, way: int) -> bool:
    """Whether the next sentence is alike again."""
    ends = _end(one, i, way), _end(other, j, way)
    if None in ends or i in (0, len(one.words)) or j in (0, len(other.words)):
        return False
    rests = _words(one, i, int(ends[0] or 0)), _words(other, j, int(ends[1] or 0))
    return min(map(len, rests)) > FEW and Levenshtein.normalized_similarity(*rests) >= ALIKE


def _words(side: _Side, edge: int, end: int) -> list[str]:
    return [side.words.word(k) for k in range(min(edge, end), max(edge, end))]
