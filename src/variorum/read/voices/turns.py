"""Turns: speech that no quotation mark shows, by a dialogue dash or by a speaker's label."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.read.parse import Parse
from variorum.read.spans import NameSpan, VoiceSpan
from variorum.read.voices.quotes import Quoted
from variorum.read.voices.tellers import DASH_BACK, DASH_CUE, TELLING, tells
from variorum.read.words import listed

_DASH_TURN = re.compile(r"\s*[—–]\s*(?=\S)")
_QUOTES = re.compile(r"[«»“„]")
_DASH_LATER = re.compile(r"[.!?…:]\s[—–]\s(?=[А-ЯЁ])")
_LABEL = re.compile(
    r"\s*[*_]{0,2}(?P<who>[A-ZА-ЯЁ][\w.’'-]*(?:\s[A-ZА-ЯЁ][\w.’'-]*){0,3}?)[*_]{0,2}(?P<mark>\s?[:.])"
    r"[*_]{0,2}\s+(?=\S)"
)
_INNER = re.compile(
    r"(?<=[.?!…»”\"])\s+(?P<who>Q|A|Question|Answer|В|О|Вопрос|Ответ)[.:]\s+(?=[\w«“\"—–-])"
)
_QUESTIONS = listed("q question interviewer в вопрос корр корреспондент interviewer")
_ANSWERS = listed("a answer о ответ interviewee witness свидетель")
_INITIALS = re.compile(r"[A-ZА-ЯЁ]{2,3}|(?:[A-ZА-ЯЁ]\.){2,3}|[A-ZА-ЯЁ]\.? ?[A-ZА-ЯЁ]")
_INTERVIEWED = re.compile(
    r"(?:interview(?:ed)?|conversation|talk(?:ed|ing)?|spoke|бесед\w+|интервью)"
    r"(?: \w+)?(?: with| of| с| со)? ",
    re.IGNORECASE,
)
_DEPOSED = re.compile(
    r"\b(?:(?:deposition|testimony|evidence|examination|interrogation|statement|affidavit|questioning)"
    r" (?:of|by|given by)|протокол(?:а|у)? (?:\w+ )?допроса|протокол(?:а|у)? опроса|допрос"
    r"|показани[ея]|объяснени[ея]|опрос)\b:?\s*(?:(?:the|witness|свидетел\w+|обвиняем\w+|подозреваем\w+"
    r"|подсудим\w+|гр\.|граждан\w+|арестованн\w+|потерпевш\w+) ?){0,3}",
    re.IGNORECASE,
)
TRANSCRIBED = frozenset(("interview", "testimony"))
"""Kinds of account whose labelled paragraphs are turns without further evidence."""

MOST_SIDES = 60
"""Speakers of the longest transcript: a page of ten thousand labels is a table."""

ASKS = 0.6
"""Share of a speaker's turns that end in a question, from which they ask the questions."""

OPENING = 3
"""Paragraphs at an interview's head that may say with whom it is."""

HEAD_REACH = 40
"""Characters after "interview with" or "deposition of" within which the name stands."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that one side says, from character ``begin`` of its text on: the label's words,
    the name's number (or -1), the role (interviewer, narrator or empty), whether it has a label, and
    the character it ends at (-1: with its paragraph)."""

    begin: int
    label: str
    name: int = -1
    role: str = ""
    labelled: bool = True
    end: int = -1


Place = tuple[int, int, int]
"""A labelled turn: its paragraph's number and the characters it begins and ends at there."""


def spoken_dashes(parse: Parse) -> list[Quoted]:
    """The speech of a paragraph that opens with a dialogue dash, or with what the speaker does before
    it: "— Да, — сказал он. — Иду.", "Он встал. — Иду, — сказал он." """
    opened = _DASH_TURN.match(parse.text)
    if not opened and parse.language == "ru" and not _QUOTES.search(parse.text):
        opened = _DASH_LATER.search(parse.text)
        cue = DASH_CUE.search(parse.text, opened.end()) if opened else None
        if opened and not (cue and tells(parse, cue.end(), len(parse.text))):
            return []
    if not opened or TELLING.isdisjoint(parse.lemmas):
        return []
    found: list[Quoted] = []
    begun = opened.end()
    while True:
        cue = DASH_CUE.search(parse.text, begun)
        if not cue:
            if found:
                found.append(Quoted(begun, len(parse.text)))
            return found
        found.append(Quoted(begun, cue.start() + 1))
        back = DASH_BACK.search(parse.text, cue.end())
        if not back:
            return found
        begun = back.end()


def find_turns(
    parses: list[Parse], names: list[NameSpan], at_token: dict[tuple[int, int], int], kind: str
) -> dict[int, list[Turn]]:
    """The turns of a transcript and of a dialogue in dashes, by paragraph."""
    found = _labelled(parses, names, at_token, kind)
    dashes = {n: m.end() for n, p in enumerate(parses) if (m := _DASH_TURN.match(p.text))}
    for number, begin in dashes.items():
        parse = parses[number]
        beside = number - 1 in dashes or number + 1 in dashes
        if number in found or not beside or spoken_dashes(parse):
            continue
        if kind in TRANSCRIBED:
            asks = parse.text.rstrip().endswith("?")
            found[number] = [Turn(begin, "", -1, "interviewer" if asks else "narrator")]
        elif parse.language == "ru":
            found[number] = [Turn(begin, "")]
    sides = kind in TRANSCRIBED or any(
        turn.role and not turn.label for said in found.values() for turn in said
    )
    return _told_by(found, heard(parses, names, kind)) if sides else found


def _labelled(
    parses: list[Parse], names: list[NameSpan], at_token: dict[tuple[int, int], int], kind: str
) -> dict[int, list[Turn]]:
    """A label counts when it opens at least two paragraphs, or where one label asks and one answers;
    outside transcripts only where two do, and each is a name, initials or a side of an interview."""
    seen: dict[str, list[Place]] = {}
    for number, parse in enumerate(parses):
        for label, begin, end in _labels(parse.text):
            seen.setdefault(label, []).append((number, begin, end))
    often = sorted(seen.items(), key=lambda item: (-len(item[1]), item[1]))[:MOST_SIDES]
    named = {_side(label) for label in seen} >= {"interviewer", "narrator"}
    seen = {label: places for label, places in often if len(places) > 1 or (named and _side(label))}
    people = _people(seen, names, at_token)
    if kind not in TRANSCRIBED:
        sides = [label for label in seen if people[label] >= 0 or _side(label)]
        asks = any(_asks(place, parses) for places in seen.values() for place in places)
        if asks and all(map(str.isupper, seen)):  # WOLSKA: beside KROL:, whom nothing else names
            sides = list(seen)
        if len(sides) < 2:
            return {}
        seen = {label: seen[label] for label in sides}
    roles = {label: _role(label, places, parses) for label, places in seen.items()}
    if not any(role == "interviewer" for role in roles.values()):
        roles = {label: _side(label) for label in roles}
    turns: dict[int, list[Turn]] = {}
    for label, places in seen.items():
        own = "" if _side(label) else label
        for number, begin, end in places:
            turns.setdefault(number, []).append(
                Turn(begin, own, people[label], roles[label], end=end)
            )
    for said in turns.values():
        said.sort(key=lambda turn: turn.begin)
    return _carried(turns, parses) if kind in TRANSCRIBED else turns


def _labels(text: str) -> Iterator[tuple[str, int, int]]:
    """The labels of a paragraph, with the characters its words begin and end at: the one that opens it,
    and where that is a side of an interview, those inside it whose lines a copy ran together."""
    match = _LABEL.match(text)
    if match is None:
        return
    label = match["who"]
    short = _side(label) or _INITIALS.fullmatch(label)
    if match["mark"].strip() != ":" and not short:
        return
    begin = match.end()
    if _side(label):
        for inner in _INNER.finditer(text, begin):
            yield label, begin, inner.start()
            label, begin = inner["who"], inner.end()
    yield label, begin, len(text)


def _asks(place: Place, parses: list[Parse]) -> bool:
    number, begin, end = place
    return parses[number].text[begin:end].rstrip().endswith("?")


def _people(
    seen: dict[str, list[Place]],
    names: list[NameSpan],
    at_token: dict[tuple[int, int], int],
) -> dict[str, int]:
    """The name each label means: the fullest name it ends, or the one person of these initials; -1
    where none or several do. Linear in names."""
    by_word: dict[str, dict[str, int]] = {}
    by_initials: dict[str, dict[str, int]] = {}
    for number, span in enumerate(names):
        if span.kind == "person" and span.form:
            words = span.form.split()
            by_word.setdefault(words[-1].casefold(), {}).setdefault(span.form, number)
            letters = "".join(word[0] for word in words)
            by_initials.setdefault(letters, {}).setdefault(span.form, number)
    found = {}
    for label, places in seen.items():
        initials = by_initials.get("".join(filter(str.isalpha, label)), {})
        if _side(label):
            found[label] = -1
        elif _INITIALS.fullmatch(label) and len(initials) == 1:
            found[label] = next(iter(initials.values()))
        else:
            forms = by_word.get(label.split()[-1].casefold(), {})
            found[label] = _fullest(label, forms)
            own = at_token.get((places[0][0], 0), -1)
            if not forms and own >= 0 and names[own].kind == "person":
                found[label] = own
    return found


def _fullest(label: str, forms: dict[str, int]) -> int:
    low = label.casefold()
    fitting = [form for form in forms if f" {form.casefold()}".endswith(f" {low}")]
    fullest = max(fitting, key=lambda form: (len(form), form), default="")
    one = all(fullest.casefold().endswith(form.casefold()) for form in fitting)
    return forms[fullest] if fullest and one else -1


def _side(label: str) -> str:
    low = label.lower().rstrip(".")
    return "interviewer" if low in _QUESTIONS else "narrator" if low in _ANSWERS else ""


def _role(label: str, places: list[Place], parses: list[Parse]) -> str:
    asked = Counter(_asks(place, parses) for place in places)
    side = _side(label)
    return side or ("interviewer" if asked[True] >= ASKS * len(places) else "narrator")


def _carried(turns: dict[int, list[Turn]], parses: list[Parse]) -> dict[int, list[Turn]]:
    """A turn of several paragraphs: what follows an answer without a label goes on with it."""
    if not turns:
        return turns
    found = dict(turns)
    last = max(turns)
    current: Turn | None = None
    for number in range(min(turns), last):
        current = turns[number][-1] if number in turns else current
        if number not in turns and current and parses[number].text.rstrip()[-1:] in ".!?…":
            found[number] = [Turn(0, current.label, current.name, current.role, False)]
    return found


def heard(parses: list[Parse], names: list[NameSpan], kind: str) -> int:
    """The name of whom an account says in its head to have heard: "Deposition of X" in any account,
    "a conversation with X" in an interview; -1 where it names nobody so, or several."""
    patterns = (_DEPOSED, _INTERVIEWED) if kind == "interview" else (_DEPOSED,)
    people: dict[str, int] = {}
    for number, parse in enumerate(parses[:OPENING]):
        for match in (m for pattern in patterns for m in pattern.finditer(parse.text)):
            at = parse.start + match.end()
            ended = not parse.text[match.end() :].strip()  # the name begins the next line
            reach = HEAD_REACH * (1 + ended)
            for n, span in enumerate(names):
                if span.paragraph > number + ended:
                    break
                near = at <= span.start < at + reach
                if span.kind == "person" and near:
                    people.setdefault(span.form, n)
                    break
    return next(iter(people.values())) if len(people) == 1 else -1


def _told_by(turns: dict[int, list[Turn]], teller: int) -> dict[int, list[Turn]]:
    """The turns with whom the account hears, as who gives the answers that name nobody."""
    if teller < 0:
        return turns
    return {
        number: [
            replace(turn, name=teller)
            if turn.role == "narrator" and turn.name < 0 and not turn.label
            else turn
            for turn in said
        ]
        for number, said in turns.items()
    }


def turn_voice(number: int, parse: Parse, turn: Turn, asker: Turn | None) -> VoiceSpan | None:
    """The voice of a turn; ``asker`` is the turn of whoever asks, who hears the answers."""
    start = parse.start + turn.begin
    stop = len(parse.text) if turn.end < 0 else turn.end
    end = parse.start + len(parse.text[:stop].rstrip())
    if end <= start:
        return None
    reason = {"interviewer": "asks the questions", "narrator": "answers the questions"}
    words = turn.label or turn.role
    heard = asker if asker is not None and turn.role == "narrator" else None
    return VoiceSpan(
        number, start, end, None, words, turn.name, True, turn.role, reason.get(turn.role, ""),
        hearer=heard.label if heard else "", hearer_name=heard.name if heard else -1,
    )  # fmt: skip
