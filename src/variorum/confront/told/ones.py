"""One or several: "two men stood by them" where the other account has "a young man".

A single one is told by an article, so it is no number that was read; it is held against a small exact
count of the same thing, or of people, in a sentence that tells the same.
"""

from collections.abc import Iterator

from variorum.confront.gaps import gapped, plural
from variorum.confront.laid import Ground, Scene
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import Line, Word
from variorum.confront.told.pairs import Pair, verb_feature
from variorum.model.passage import Passage
from variorum.model.testimony import Quantity
from variorum.read.words import listed

MOST = 12
"""A larger count is not likely to be told as one."""

BESIDE = 5
"""Words before and after the one and the several in which what both do or are is looked for."""

ADJECTIVES = 3
"""Words that may stand between an article and its noun."""

_ARTICLES = listed("a an one another one")
_PEOPLE = listed(
    """man woman people person boy girl child angel youth beggar soldier officer sailor stranger robber
    thief guard policeman messenger servant priest peasant worker gunman fellow figure individual lady
    gentleman victim prisoner rider horseman sentry watchman child witness brother sister nurse doctor"""
)
_NOT_ONE = listed(
    "few couple dozen score hundred thousand pair lot number group crowd party hundred"
)

_OF_SEVERAL = listed("of opposite other second third fourth next last same another")
"""Words between "one" and a noun that tell of several: "one of the opposite party"."""
_BESIDES = listed("also besides and another plus with")
"""Words before "a" that add one to others: "there is also a small toe"."""


def ones(pair: Pair, a: Line, b: Line, ground: Ground) -> Iterator[Difference]:
    """What the one sentence of a pair counts and the other tells of one only."""
    scenes = ground.scenes[pair.a], ground.scenes[pair.b]
    for one, other, mine, yours, turned in (
        (a, b, *scenes, False),
        (b, a, scenes[1], scenes[0], True),
    ):
        for quantity in mine.quantities:
            if not _small(quantity) or _counts_alike(quantity, yours):
                continue
            if _says(other, int(quantity.low)):
                continue  # the same number stands there too, read or not
            found = _single(quantity, one, other, ground)
            if found is None:
                continue
            passage, near = found
            several = Told(_text(quantity.passage), quantity.passage, mine.number)
            single = Told("one", _words(passage, yours), yours.number)
            around = gapped(mine.sentence.passage, quantity.passage)
            what = plural(quantity.counted)
            yield Difference(
                "number",
                "one",
                f"one {quantity.counted}",
                f"How many {what} were there: “{around}”?"
                if around
                else f"How many {what} were there?",
                single if turned else several,
                several if turned else single,
                near,
                (f"“{_text(quantity.passage)}” there, one only here",),
            )


def _small(row: Quantity) -> bool:
    return row.exactness == "exact" and not row.unit and 1 < row.low <= MOST and bool(row.counted)


def _says(line: Line, number: int) -> bool:
    """Whether a line has a number in figures or words."""
    words = {str(number), *(names[number - 1] for names in _NUMBERS)}
    return any(word.form in words or word.form.startswith("both") for word in line.words)


_NUMBERS = (
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
    [
        "один",
        "два",
        "три",
        "четыре",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
        "десять",
        "одиннадцать",
        "двенадцать",
    ],
)


def _counts_alike(row: Quantity, other: Scene) -> bool:
    """Whether the other sentence counts such things itself."""
    people = row.counted in _PEOPLE
    return any(
        q.counted == row.counted or (people and q.counted in _PEOPLE) for q in other.quantities
    )


def _single(
    row: Quantity, one: Line, other: Line, ground: Ground
) -> tuple[tuple[Word, Word], float] | None:
    """The words of the only one, and the rarity of what stands beside both."""
    place = next((k for k, w in enumerate(one.words) if w.end >= row.passage.end), None)
    if place is None:
        return None
    around = _content(one, place, ground)
    for at, word in enumerate(other.words):
        same = word.base == row.counted or (row.counted in _PEOPLE and word.base in _PEOPLE)
        if not same or word.form.endswith("s") or not word.content:
            continue
        first = next(
            (
                k
                for k in range(at - 1, max(-1, at - 2 - ADJECTIVES), -1)
                if other.words[k].form.lower() in _ARTICLES
            ),
            None,
        )
        if first is None or other.words[first].clause != word.clause:
            continue
        if any(w.base in _NOT_ONE or w.form in _OF_SEVERAL for w in other.words[first:at]):
            continue
        if first and other.words[first - 1].form in _BESIDES:
            continue
        if any(not w.form[:1].isalnum() for w in other.words[first:at]):
            continue
        shared = around & _content(other, at, ground)
        near = sum(ground.rarity.get(feature, 0.0) for feature in sorted(shared))
        if near > 0:
            return (other.words[first], word), near
    return None


def _content(line: Line, at: int, ground: Ground) -> set[str]:
    """The features of the content words and names beside a word, its own noun aside."""
    near = line.words[max(0, at - BESIDE) : at + BESIDE + 1]
    found = {verb_feature(w.base) for w in near if w.content and w.base not in _PEOPLE}
    return {feature for feature in found if ground.rarity.get(feature)}


def _words(found: tuple[Word, Word], scene: Scene) -> Passage:
    sentence = scene.sentence.passage
    start, end = found[0].start, found[1].end
    quote = sentence.quote[start - sentence.start : end - sentence.start]
    return Passage(sentence.source, start, end, quote)


def _text(passage: Passage) -> str:
    return " ".join(passage.quote.split())
