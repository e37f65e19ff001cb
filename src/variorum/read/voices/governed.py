"""What a verb of speech governs, and who is its source."""

from variorum.read.parse import Parse, subtree
from variorum.read.spans import VoiceSpan
from variorum.read.voices.frames import Frame
from variorum.read.voices.lexicon import CLAUSE_VERBS, SUREST
from variorum.read.voices.speakers import (
    NOBODY,
    Speaker,
    SpokenPage,
)
from variorum.read.voices.unsaid import DISPUTING
from variorum.read.words import MONTH_NAMES, WEEKDAYS, listed

SHORTEST_CLAUSE = 3
"""Tokens of the shortest clause that is reported; parsers take stray words for shorter ones."""

_TIMES = (
    MONTH_NAMES | WEEKDAYS | listed("year month week day night morning evening time moment trial")
)

_EDGE = frozenset(
    (".", ",", '"', "“", "”", "„", "«", "»", "``", "''", "-", "—", "–", ":", ";", "'", "‘")
)


def is_expletive(page: SpokenPage, token: int, subject: int, frame: str) -> bool:
    """Whether "it" stands for nobody: "it seems that", but not "it said that" of a committee."""
    parse = page.parse
    said = parse.lemmas[token] in CLAUSE_VERBS and frame == "clause"
    return parse.words[subject].lower() == "it" and not said


def spoken(
    page: SpokenPage,
    content: tuple[int, int],
    cue: tuple[int, int],
    speaker: Speaker,
    hearer: Speaker = NOBODY,
    thinks: bool = False,
    stated: bool = True,
) -> VoiceSpan:
    """A voice of reported speech from tokens."""
    parse = page.parse
    words = parse.text[parse.starts[cue[0]] - parse.start : parse.ends[cue[1] - 1] - parse.start]
    return VoiceSpan(
        page.number,
        parse.starts[content[0]],
        parse.ends[content[1] - 1],
        (parse.starts[cue[0]], parse.ends[cue[1] - 1]),
        speaker.words,
        speaker.name,
        False,
        "believer" if thinks else "",
        f"“{words}”" if thinks else "",
        source_of(parse, speaker),
        hearer.words,
        hearer.name,
        stated,
    )


def source_of(parse: Parse, speaker: Speaker) -> tuple[int, int] | None:
    """The characters of a speaker's words in a paragraph."""
    if speaker.first < 0:
        return None
    return parse.starts[speaker.first], parse.ends[speaker.stop - 1]


def content_of(
    page: SpokenPage, token: int, governed: list[Frame], shares: dict[str, float]
) -> tuple[int, int, str] | None:
    """The tokens of what is said, and its frame: the clause, else the infinitive, else what names
    and prepositions govern together ("accused him of theft")."""
    parse, below = page.parse, page.below
    surely = [(frame, argument) for frame, argument in governed if shares.get(frame, 0.0) >= SUREST]
    surely = [pair for pair in surely if not _dates_it(parse, *pair)]
    surely.sort(key=lambda pair: pair[1] < token)  # "I've read it, it says that …": what follows
    for frame in ("clause", "to"):
        for name, argument in surely:
            if name == frame:
                found = clause_said(parse, below, token, argument)
                if found:
                    return (*found, frame)
    rest = [(frame, argument) for frame, argument in surely if frame not in ("clause", "to")]
    if not rest or (parse.lemmas[token] == "tell" and rest[0][0] == "object"):
        return None
    if parse.lemmas[token] in DISPUTING and parse.words[rest[0][1]].lower() == "that":
        return rest[0][1], rest[0][1] + 1, rest[0][0]
    spans = [subtree(below, argument) for _, argument in rest]
    first, stop = min(span[0] for span in spans), max(span[1] for span in spans)
    if first <= token < stop:
        first, stop = spans[0]
    first, stop = trimmed(parse, first, stop)
    if stop <= first or first <= token < stop:
        return None
    if parse.words[first].lower() in _EMPTY and parse.lemmas[token] not in DISPUTING:
        return None
    return first, stop, rest[0][0]


_EMPTY = listed("who which that what whom it so this")


def clause_said(
    parse: Parse, below: dict[int, list[int]], token: int, clause: int
) -> tuple[int, int] | None:
    first, stop = subtree(below, clause)
    if first <= token < stop:  # "…, he said, …": the verb stands inside what it reports
        subject = next((t for t in below.get(token, ()) if parse.deps[t] == "nsubj"), token)
        low, high = min(subject, token), max(subject, token) + 1
        before, after = (first, low), (high, stop)
        first, stop = before if low - first >= stop - high else after
    elif clause < token:  # "It burned, he said": what follows the verb is the teller's
        subject = next((t for t in below.get(token, ()) if parse.deps[t] == "nsubj"), token)
        stop = min(stop, token, subject if subject > first else token)
        if any(parse.words[t] == ";" for t in range(first, token)):
            return None  # "some say 30 died; others dispute it"
    else:
        stop = next((t for t in range(first, stop) if _breaks_off(parse, t)), stop)
    first, stop = trimmed(parse, first, stop)
    whole = any(parse.deps[t][:5] == "nsubj" for t in range(first, stop))
    return (first, stop) if stop - first >= SHORTEST_CLAUSE - whole else None


def _breaks_off(parse: Parse, token: int) -> bool:
    """Whether at a semicolon another clause begins, and not the next "that" of the same report."""
    last = len(parse.words) - 1
    following = parse.words[min(token + 1, last)].lower()
    return parse.words[token] == ";" and following not in ("that", "and", "but", "or")


def _dates_it(parse: Parse, frame: str, argument: int) -> bool:
    """Whether a preposition's noun says when it was said, and not what: "recalled in 1978"."""
    when = parse.tags[argument] == "CD" or parse.lemmas[argument].lower() in _TIMES
    return when and frame in ("in", "on", "at", "for")


def trimmed(parse: Parse, first: int, stop: int) -> tuple[int, int]:
    """A token range without the marks and the "that" at its edges."""
    while first < stop and (
        parse.words[first].lower() in ("that", ",", ":", "как", "что")
        or not parse.words[first][0].isalnum()
    ):
        if parse.tags[first] in ("CD", "$"):
            break
        first += 1
    while stop > first and (parse.words[stop - 1] in _EDGE or parse.words[stop - 1].isspace()):
        stop -= 1
    return first, stop


def informant_of(page: SpokenPage, verb: int) -> int | None:
    """From whom somebody heard: "I heard from my mother that"."""
    parse = page.parse
    if parse.lemmas[verb] not in ("hear", "learn", "know", "understand"):
        return None
    for child in page.below.get(verb, ()):
        if parse.deps[child] == "prep" and parse.words[child].lower() == "from":
            return next((t for t in page.below.get(child, ()) if parse.deps[t] == "pobj"), None)
    return None
