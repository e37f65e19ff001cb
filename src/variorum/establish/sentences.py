"""Sentences of a reading text in any language, by punctuation alone.

Copies, retellings and translations are found before anything is read, so no language model has seen
these texts yet; what is needed is only that two copies of a text divide alike.
"""

import re
from collections.abc import Iterator

from variorum.establish.paragraphs import paragraphs
from variorum.establish.particulars.dates import month_names
from variorum.model.lexicon import listed

_END = re.compile(
    r"""(?:[.!?…‽؟।॥۔]+["”»“’')\]\d]{0,4}(?=\s)      # an end, what closes with it, then a space
        |[。！？｡]+["”»’」』）)]*)                       # scripts without spaces
    """,
    re.X,
)
_BEGINS = re.compile(r"\s*[\"“„«‘'(\[—–-]*\s*(\w)")
_BEFORE = re.compile(r"(\w+(?:\.\w+)*)\.[^\w\s]*$")
_ABBREVIATIONS = listed(
    """mr mrs ms dr prof rev st sr jr gen col maj capt lt sgt cpl pvt adm cmdr gov sen rep hon no nos vol
    vols pp p ed eds cf vs etc e.g i.e viz al fig ch jan feb mar apr jun jul aug sep sept oct nov dec
    mt ft ave inc ltd co corp u.s u.k a.m p.m hr fr dr hrn nr bzw z.b d.h u.a ca bd s mme mlle m mm
    г гг в вв им ул д кв ст тов гр р руб коп тыс млн млрд см т.е т.д т.п др проф акад ген полк
    кап лейт серж стр рис гл н.э e.h t.d sra srta ud uds núm art av o.s.frv þ.e m.a"""
)
"""Words after which a full stop ends no sentence, as a rule; single letters are initials."""
_ORDINALS = listed("de da no nb nn fi et cs sk pl hu sl hr sr bs lv is lb tr fo eu")
"""Languages that write "the 9th" as "9."."""
_ORDINAL = re.compile(r"(?<![\w.,:])(?:\d{1,2}|[IVXL]{1,6})\.$")
_BEFORE_ORDINAL = re.compile(
    r"(?<!\w)(?:am|vom|zum|beim|im|der|die|das|den|dem|des|seit|ab|bis|und|den|dens|til|fra|i|på|"
    r"dne|od|do|dnia|w|az|a)\s+(?:\d{1,2}\.(?:/|\s*(?:und|bis|,|-|–)\s*))?$",
    re.I,
)
"""Words that stand before an ordinal and not before the last word of a sentence."""
_WORD = re.compile(r"[^\W\d_]+")


def sentences(text: str, language: str = "und") -> Iterator[tuple[int, int]]:
    """The spans ``[start, end)`` of the sentences of a reading text, without the spaces around them."""
    tag = language.partition("-")[0].lower()
    for paragraph in paragraphs(text, language):
        for start, end in _divided(paragraph.text, tag):
            yield paragraph.start + start, paragraph.start + end


def _divided(text: str, language: str) -> Iterator[tuple[int, int]]:
    begun = 0
    for mark in _END.finditer(text):
        if _goes_on(text, mark, language):
            continue
        yield from _stripped(text, begun, mark.end())
        begun = mark.end()
    yield from _stripped(text, begun, len(text))


def _goes_on(text: str, mark: re.Match[str], language: str) -> bool:
    """Whether the sentence goes on after what looks like its end."""
    if mark.group()[0] in "。！？｡":
        return False
    following = _BEGINS.match(text, mark.end(), mark.end() + 12)
    if following is None:
        return False
    if following.group(1).islower():
        return True
    if mark.group()[0] != "." or mark.group().startswith(".."):
        return False
    if language in _ORDINALS and mark.group() == "." and _is_ordinal(text, mark, language):
        return True
    word = _BEFORE.search(text, max(0, mark.start() - 20), mark.start() + 1)
    if word is None:
        return False
    before = word.group(1).lower()
    initial = len(before) == 1 and before.isalpha() and word.group(1).isupper()
    return before in _ABBREVIATIONS or initial


def _is_ordinal(text: str, mark: re.Match[str], language: str) -> bool:
    """Whether a full stop after a figure makes it an ordinal: a month follows, or words stand before
    it that want a noun after it."""
    figure = _ORDINAL.search(text, max(0, mark.start() - 8), mark.end())
    if figure is None:
        return False
    following = _WORD.match(text, mark.end() + 1)
    if following and following.group().lower() in month_names(language):
        return True
    return _BEFORE_ORDINAL.search(text, max(0, figure.start() - 24), figure.start()) is not None


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
