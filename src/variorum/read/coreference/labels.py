"""Labels of speakers: the names before the turns of a conversation, "Voronov: I knew his wife".

Who says a turn is not the "he" of it: whoever speaks says "I".
"""

from collections import Counter

from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import listed

_SIDES = listed(
    "q a question answer interviewer interviewee в о вопрос ответ корр корреспондент интервьюер"
)
_MARKUP = frozenset(("*", "**", "_", "__"))
_ASKS = ("?", "?”", "?»", '?"')


def speaker_labels(parses: list[Parse], names: list[NameSpan]) -> dict[int, int]:
    """The number of the name that labels a paragraph, by paragraph.

    A name and a colon open a turn where the same name opens another, where the paragraph before it
    asks something, or where one side of the conversation is called interviewer, question or answer; in
    a list of people each name stands once. Linear.
    """
    opening: dict[int, NameSpan] = {}
    numbers: dict[int, int] = {}
    for number, name in enumerate(names):
        words = parses[name.paragraph].words
        if name.paragraph in opening or name.end >= len(words) or words[name.end] != ":":
            continue
        if set(words[: name.first]) <= _MARKUP | {
            title for t in name.titles for title in t.split()
        }:
            opening[name.paragraph], numbers[name.paragraph] = name, number
    if not opening:
        return {}
    often = Counter(name.form for name in opening.values())
    sides = any(
        len(p.words) > 1 and p.words[1] == ":" and p.words[0].lower() in _SIDES for p in parses
    )
    return {
        paragraph: numbers[paragraph]
        for paragraph, name in opening.items()
        if sides or often[name.form] > 1 or _asked(parses, paragraph - 1)
    }


def _asked(parses: list[Parse], paragraph: int) -> bool:
    return paragraph >= 0 and parses[paragraph].text.rstrip().endswith(_ASKS)
