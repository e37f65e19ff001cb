"""The language of every passage: evidence line by line, then the likeliest course through the text.

Each line scores for each language by its function words and telling letters. A line of three words
says little by itself, so the course that fits all lines best is sought (Viterbi, 1967), where
changing language costs more inside a paragraph than between two: short lines follow their neighbours.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby, islice, pairwise
from math import log
from typing import cast

from variorum.gather.readers.words import (
    FUNCTION_WORDS,
    SCRIPT_LANGUAGES,
    TELLING_ENDINGS,
    TELLING_LETTERS,
)
from variorum.model.transcript import Mark

SWITCH_AT_BLANK = 1.5
"""What a change of language costs at a blank line, in function words (1: a word of one language alone);
a passage between two others pays it twice."""
SWITCH_AT_LINE = 3.0
"""What it costs at a single line break. Both tuned on alternating passages of the gospels in five
languages, and of histories in Ukrainian, German, French and Icelandic."""

ENDING_WEIGHT = 0.4
LETTER_WEIGHT = 0.8
"""Weight of one telling ending or letter beside a function word of its own language alone."""

OTHER_SCRIPT_COST = 2.5
"""What each word in a script that the language is not written in costs it."""

HINT_WEIGHT = 4.0
"""Weight of a ``lang`` attribute: enough to settle a short line, too little to overrule a paragraph."""

DEFAULT_WEIGHT = 0.5
"""Weight of what a file says of itself as a whole, or of most of it: templates often say it wrongly."""

WORDS_PER_LINE = 100
"""A longer line is judged by its first words."""

THIN = 0.06
"""A run with fewer function words of its language than this share of its words is in none of them
(half of all lines of English novels have .44 or more and of Russian news .29; one in a hundred has less
than .16 and .09) and is put to the n-gram classifier."""

CLASSIFIER_LETTERS = 60
"""The n-gram classifier is right on most texts from this length on, and often wrong below."""

MAX_LINES = 100_000
"""In a text of more lines than this, lines are judged five hundred characters at a time."""

CLASSIFIER_RANKS = 5
"""Only its first guesses are looked at for one in the right script."""

CLASSIFIER_SAMPLE = 5_000
"""Characters of a run the classifier is given; more change no verdict."""

CLEAR = 1.5
"""Evidence from which a line alone brings a language into play: about two function words of its own
more than the document's usual language in that script has."""

WIDESPREAD_PRIOR = dict.fromkeys(("en", "de", "fr", "es", "it", "pt", "pl", "ru", "uk"), 0.5)
"""What the languages most testimony comes in have over their neighbours before a word is read."""

NO_LANGUAGE = frozenset(("", "und", "zxx"))
"""Tags that say that none was recognised."""

CYRILLIC_LANGUAGES = frozenset(("ru", "uk", "be", "bg", "sr", "mk"))
RARE_CYRILLIC = frozenset("әғқңөұүһҷҳӯӣӑӗҫӳӧӝҥѕ")
"""Letters of Kazakh, Tajik, Tatar, Mongolian…: without one of them a Cyrillic text is Slavic."""
ARABIC_LETTERS = (("fa", "پچژگ"), ("ur", "ٹڈڑں"))

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LINE = re.compile(r"[^\n]+")
_LINES = re.compile(r"[^\n][\s\S]{0,499}[^\n]*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's span, its words counted by script, and what they say for each language."""

    start: int
    end: int
    scripts: Counter[str]
    scores: dict[str, float]


def language_marks(text: str, hints: Iterable[Mark] = (), default: str = "") -> tuple[Mark, ...]:
    """``language`` marks for the runs of lines in one language, in order; none where nothing tells it.

    ``hints`` are ``language`` marks of the file itself, ``default`` what it says of itself as a whole:
    they count as evidence. Linear in the length of the text.
    """
    units = _LINE if text.count("\n") <= MAX_LINES else _LINES
    lines = [_line(text, m.start(), m.end()) for m in units.finditer(text)]
    lines = [line for line in lines if line.scripts]
    _count_hints(lines, hints, primary(default))
    states = _candidates(lines)
    if not states:
        return ()
    costs = [
        SWITCH_AT_BLANK if text.find("\n\n", a.end, b.start) >= 0 else SWITCH_AT_LINE
        for a, b in pairwise(lines)
    ]
    course = _likeliest(lines, states, costs)
    marks = []
    for tag, group in groupby(zip(course, lines, strict=True), key=lambda pair: pair[0]):
        run = [line for _, line in group]
        marks.append(Mark(run[0].start, run[-1].end, "language", _confirmed(text, run, tag)))
    return _joined(mark for mark in marks if mark.detail not in NO_LANGUAGE)


def word_evidence(text: str) -> float:
    """How much the words that are not plain ASCII look like one language: for choosing a codec."""
    total: dict[str, float] = {}
    for word in _WORD.findall(text.lower()):
        if len(word) > 1 and not word.isascii():
            for language, weight in _lexicon().get(word, ()):
                total[language] = total.get(language, 0.0) + weight
    return max(total.values(), default=0.0)


def primary(tag: str) -> str:
    """The language of a tag without script and region: "en" of "en-GB" or "EN_us"; "" if it is none."""
    found = re.match(r"[A-Za-z]{2,3}(?=$|[-_;, ])", tag.strip())
    language = found.group().lower() if found else ""
    return "" if language == "und" else {"nb": "no", "nn": "no", "iw": "he"}.get(language, language)


@cache
def _lexicon() -> dict[str, tuple[tuple[str, float], ...]]:
    """Each function word with its languages and what it says for them: less, the more they are."""
    spoken: dict[str, list[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in dict.fromkeys(words.split()):
            spoken.setdefault(word, []).append(language)
    whole = log(len(FUNCTION_WORDS) + 1)
    return {
        word: tuple((tag, 1 - log(len(languages)) / whole) for tag in languages)
        for word, languages in spoken.items()
    }


@cache
def _telling() -> dict[str, tuple[tuple[str, float], ...]]:
    """Letters and endings with what they say for which languages."""
    found: dict[str, list[str]] = {}
    for language, letters in TELLING_LETTERS.items():
        for sign in letters:
            found.setdefault(sign, []).append(language)
    for language, endings in TELLING_ENDINGS.items():
        for sign in endings.split():
            found.setdefault("-" + sign, []).append(language)
    return {
        sign: tuple(
            (tag, (LETTER_WEIGHT if len(sign) == 1 else ENDING_WEIGHT) / len(languages) ** 0.5)
            for tag in languages
        )
        for sign, languages in found.items()
    }


@cache
def _scripts(language: str) -> frozenset[str]:
    """The scripts a language is written in; empty for one that is not on our lists."""
    if language in ("fa", "ur"):
        return frozenset(("ARABIC",))
    own = {script for script, tag in SCRIPT_LANGUAGES.items() if tag == language}
    if language == "ja":
        own.add("CJK")
    if language in FUNCTION_WORDS:
        own.add("CYRILLIC" if language in CYRILLIC_LANGUAGES else "LATIN")
    return frozenset(own)


@lru_cache(maxsize=50_000)
def _word(word: str) -> tuple[str, tuple[tuple[str, float], ...]]:
    """The script of a lower-case word, and what it says for which languages."""
    script = "LATIN" if word.isascii() else _script(word)
    if script in SCRIPT_LANGUAGES:
        tag = SCRIPT_LANGUAGES[script]
        if script == "ARABIC":
            tag = next((t for t, own in ARABIC_LETTERS if any(c in own for c in word)), tag)
        return script, ((tag, 1.0),)
    found = dict(_lexicon().get(word.replace("’", "'"), ()))
    if not found:
        signs = ["-" + word[-n:] for n in (2, 3, 4, 5, 6) if n < len(word)]
        for sign in [*signs, *(() if word.isascii() else set(word))]:
            for language, weight in _telling().get(sign, ()):
                if script in _scripts(language):
                    found[language] = found.get(language, 0.0) + weight
    return script, tuple(sorted(found.items()))


def _script(word: str) -> str:
    names = [_letter_script(letter) for letter in word[:20]]
    kana = next((name for name in names if name in ("HIRAGANA", "KATAKANA")), "")
    return kana or names[0]


@lru_cache(maxsize=5_000)
def _letter_script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").replace("-", " ").split(" ")[0]


def _line(text: str, start: int, end: int) -> _Line:
    scripts: Counter[str] = Counter()
    scores: dict[str, float] = {}
    for match in islice(_WORD.finditer(text, start, end), WORDS_PER_LINE):
        script, says = _word(match.group().lower())
        scripts[script] += 1
        for language, weight in says:
            scores[language] = scores.get(language, 0.0) + weight
    return _Line(start, end, scripts, scores)


def _count_hints(lines: Sequence[_Line], hints: Iterable[Mark], default: str) -> None:
    """Add what the file says of its own languages to the scores of the lines concerned."""
    starts = [line.start for line in lines]
    if default:
        for line in lines:
            line.scores[default] = line.scores.get(default, 0.0) + DEFAULT_WEIGHT
    for hint in hints:
        language = primary(hint.detail)
        covered = range(bisect_left(starts, hint.start), bisect_left(starts, hint.end))
        weight = HINT_WEIGHT if 2 * len(covered) <= len(lines) else DEFAULT_WEIGHT
        for i in covered if language else ():
            if lines[i].end <= hint.end:
                scores = lines[i].scores
                scores[language] = scores.get(language, 0.0) + weight


def _fit(line: _Line, language: str) -> float:
    """How well a line fits a language: its evidence, less the words in scripts of other languages."""
    own = _scripts(language)
    alien = sum(n for script, n in line.scripts.items() if script not in own) if own else 0
    return line.scores.get(language, 0.0) - OTHER_SCRIPT_COST * alien


def _candidates(lines: Sequence[_Line]) -> list[str]:
    """The likeliest language of each script over all, and those that some line is clearly in instead."""
    total: dict[str, float] = {}
    for line in lines:
        for language, score in line.scores.items():
            total[language] = total.get(language, WIDESPREAD_PRIOR.get(language, 0.0)) + score
    favourites: dict[frozenset[str], str] = {}
    for language in sorted(total, key=lambda tag: (-total[tag], _seldom(tag))):
        favourites.setdefault(_scripts(language), language)
    states: set[str] = set()
    for line in lines:
        fits = {language: _fit(line, language) for language in line.scores}
        best = max(sorted(fits), key=fits.__getitem__, default="")
        if best and fits[best] >= CLEAR:
            usual = favourites[_scripts(best)]
            states.add(best if fits[best] - _fit(line, usual) >= CLEAR else usual)
    if not states and total:
        best = min(total, key=lambda tag: (-sum(_fit(line, tag) for line in lines), _seldom(tag)))
        usual = favourites[_scripts(best)]
        states = {usual} if sum(_fit(line, usual) for line in lines) > 0 else set()
    if states:
        states |= _for_other_scripts(lines, states, favourites)
    return sorted(states)


def _seldom(language: str) -> tuple[int, str]:
    """The order in which languages are thought of that nothing else tells apart."""
    usual = list(WIDESPREAD_PRIOR)
    return (usual.index(language) if language in usual else len(usual), language)


def _for_other_scripts(
    lines: Sequence[_Line], states: set[str], favourites: Mapping[frozenset[str], str]
) -> set[str]:
    """Languages, or "und", for lines in a script that none of ``states`` is written in."""
    covered = {script for state in states for script in _scripts(state)}
    foreign = {
        script
        for line in lines
        for script, count in line.scripts.items()
        if script not in covered and count > 1 and 2 * count > line.scripts.total()
    }
    found = set()
    for script in foreign:
        usual = [language for scripts, language in favourites.items() if script in scripts]
        found.add(usual[0] if usual else "und")
    return found


def _likeliest(lines: Sequence[_Line], states: Sequence[str], costs: Sequence[float]) -> list[str]:
    """The course through the languages that fits all lines best, changes counted in (Viterbi, 1967)."""
    value = {state: _fit(lines[0], state) for state in states}
    came_from: list[tuple[str, frozenset[str]]] = []
    for line, cost in zip(lines[1:], costs, strict=True):
        best = max(states, key=value.__getitem__)
        switched = frozenset(s for s in states if value[s] < value[best] - cost)
        came_from.append((best, switched))
        value = {
            s: (value[best] - cost if s in switched else value[s]) + _fit(line, s) for s in states
        }
    state = max(states, key=value.__getitem__)
    course = [state]
    for best, switched in reversed(came_from):
        state = best if state in switched else state
        course.append(state)
    return course[::-1]


def _confirmed(text: str, run: Sequence[_Line], language: str) -> str:
    """The language of a run; where its function words are too few, what the n-gram classifier says."""
    words = sum(line.scripts.total() for line in run)
    evidence = sum(line.scores.get(language, 0.0) for line in run)
    if evidence >= THIN * words:
        return language
    sample = text[run[0].start : run[-1].end][:CLASSIFIER_SAMPLE]
    if sum(map(str.isalpha, sample)) < CLASSIFIER_LETTERS:
        return language
    script = max(sorted(run[0].scripts), key=run[0].scripts.__getitem__)
    ranked = (str(tag) for tag, _ in _classifier()(sample)[:CLASSIFIER_RANKS])
    if script == "CYRILLIC" and not set(sample.lower()) & RARE_CYRILLIC:
        return language
    return next((tag for tag in ranked if not _scripts(tag) or script in _scripts(tag)), language)


@cache
def _classifier() -> Callable[[str], list[tuple[str, float]]]:
    from py3langid import rank  # loads its model, half a second: most texts never need it

    return cast(Callable[[str], list[tuple[str, float]]], rank)


def _joined(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    result: list[Mark] = []
    for mark in marks:
        if result and result[-1].detail == mark.detail:
            mark = replace(mark, start=result.pop().start)
        result.append(mark)
    return tuple(result)
