"""An editor's or translator's note that corrects its text: "[In fact it was 1943. – Ed.]"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground, Scene
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair
from variorum.confront.told.stated import SceneIndex, scene_at, scene_index
from variorum.establish.particulars import Particular, particulars
from variorum.model.critique import Hand
from variorum.model.lexicon import listed
from variorum.model.passage import Passage

CORRECTING = re.compile(
    r"\b(?:in\s(?:actual\s)?fact|in\sreality|actually|should\s(?:be|read)|correctly|recte|mistaken(?:ly)?"
    r"|a\smistake|an\serror|in\serror|erroneous(?:ly)?|wrong(?:ly)?|incorrect(?:ly)?|inaccurate|misremembers?"
    r"|not\s(?:true|so)|untrue|confuses|contradicts|did\snot\shappen|according\sto\sthe\s(?:register|records?"
    r"|documents?|archives?)"
    r"|на\sсамом\sделе|в\sдействительности|правильно|следует\sчитать|ошиб\w+|неверно|неточн\w+|неправда"
    r"|путает|по\sдокументам|по\sархивным)\b",
    re.IGNORECASE,
)
"""Words by which a note says that its text is wrong."""

CITING = re.compile(
    r"\b(?:registers?|rolls?|logs?|records?|lists?|minutes|archives?|reports?|papers|certificate|census|muster"
    r"|ledger|according\sto|gives?|has|shows?|states?|реестр\w*|списк\w+|список|журнал\w*|протокол\w*|архив\w*"
    r"|акт[аеу]?|метрик\w*|указан\w*|значит\w*)\b",
    re.IGNORECASE,
)
"""Words by which a note sets what a document says beside its text."""

_AGREES = re.compile(
    r"\b(?:i\.\s?e|old\sstyle|new\sstyle|correctly\s(?:remember|state|say|given)\w*|as\sin\s(?:the\s)?original"
    r"|so\sin\sthe\soriginal|not\s(?:an?\s)?(?:mistake|error|wrong)|rightly"
    r"|т\.\s?е|ст\.\sст|н\.\sст|старого\sстиля|нового\sстиля|не\sошиб\w+|так\sв\s(?:тексте|оригинале))\b"
    r"|\?",
    re.IGNORECASE,
)
"""Words by which it only explains, agrees or wonders."""

_SIGNED = re.compile(r"\s*[-–—]\s*[^-–—\]]{1,40}[\])]?\s*$")
"""A note's signature: its capitals and figures are none of its claims."""

BEFORE = 120
"""Characters between a note and the end of the sentence it speaks of."""

BRIEF = 400
"""Characters of the longest note that is held to be one correction."""

_FIRST_YEAR, _LAST_YEAR = 1000, 2100

NEAR = 3.0
"""What stands for the rarity of what a note shares with its text: it stands right behind it."""


def editors(evidence: Evidence, ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """Notes of other hands inside a text that say outright that it is wrong, against its sentence.

    A note that gives one number or date is held against the one of its kind in the sentence, or the one
    before the same word; any other against the whole sentence. Linear in the notes.
    """
    index = scene_index(ground)
    for hand in sorted(evidence.hands, key=lambda row: row.passage):
        note = hand.passage.quote
        if hand.kind != "note" or hand.hand not in ("editor", "translator", "compiler"):
            continue
        if len(note) > BRIEF or _AGREES.search(note):
            continue
        corrects = CORRECTING.search(note) is not None
        if not corrects and not CITING.search(note):
            continue
        scene = _spoken_of(hand, index, ground)
        if scene is None:
            continue
        pair, row = _corrected(hand, scene)
        if corrects or (row.type != "polarity" and _shares(hand, scene)):
            yield pair, row


def _spoken_of(hand: Hand, index: SceneIndex, ground: Ground) -> Scene | None:
    """The sentence of the account that a note stands in or right behind."""
    starts, numbers = index.get(hand.passage.source, ([], []))
    number = scene_at(hand.passage, index, ground)
    if number is None:
        at = bisect_left(starts, hand.passage.start) - 1
        if at < 0:
            return None
        number = numbers[at]
    scene = ground.scenes[number]
    gap = hand.passage.start - scene.sentence.passage.end
    return scene if scene.sentence.account == hand.account and gap <= BEFORE else None


def _corrected(hand: Hand, scene: Scene) -> tuple[Pair, Difference]:
    whole = scene.sentence.passage
    text = whole.quote[: max(0, hand.passage.start - whole.start)] or whole.quote
    note = _SIGNED.sub("", hand.passage.quote)
    language = scene.sentence.language
    given, told = _values(note, "und"), _values(text, language)
    who = {"translator": "translator's", "editor": "editor's"}.get(hand.hand, "compiler's")
    reason = f"a note of the {who} says that the text is wrong here"
    for kind, value in given:
        if len([k for k, _ in given if k == kind]) != 1:
            continue
        same = [v for k, v in told if k == kind]
        beside = [
            v
            for v in same
            if _next_word(text, v) and _next_word(text, v) == _next_word(note, value)
        ]
        match = beside if len(beside) == 1 else same
        if len(match) == 1 and match[0].value != value.value:
            one = _cut(whole, match[0].start, match[0].end)
            other = _cut(hand.passage, value.start, value.end)
            type_ = "date" if kind != "number" else "number"
            question = f"{'When' if type_ == 'date' else 'How many'}: “{_short(whole)}”?"
            return _row(type_, question, one, other, scene, reason)
    return _row("polarity", f"Is it so: “{_short(whole)}”?", whole, hand.passage, scene, reason)


def _shares(hand: Hand, scene: Scene) -> bool:
    """Whether note and sentence have a word in common that tells what both are about."""
    mine, yours = (
        {word.casefold()[:STEM] for word in _LONG.findall(quote)}
        for quote in (_SIGNED.sub("", hand.passage.quote), _own_words(hand, scene))
    )
    return bool(mine & yours - _NUMERALS)


def _own_words(hand: Hand, scene: Scene) -> str:
    """The sentence without the note that stands in it."""
    return scene.sentence.passage.quote.replace(hand.passage.quote, " ")


_LONG = re.compile(r"[^\W\d_]{4,}")
STEM = 5
"""Letters by which a word is known again in another form."""
_NUMERALS = frozenset(word[:STEM] for word in listed(
    """four five seven eight nine eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand people persons there
    were with that have this from they them пять шесть семь восемь девять десять были было человек"""
))  # fmt: skip


def _values(text: str, language: str) -> list[tuple[str, Particular]]:
    """The years, other dates and numbers of a text, each with its kind."""
    found = []
    for row in particulars(text, language if language != "und" else _language(text)):
        if row.kind == "date":
            found.append(("date", row))
        elif row.kind == "number":
            bare = text[row.start : row.end]
            year = len(bare) == 4 and bare.isdigit() and _FIRST_YEAR <= int(bare) <= _LAST_YEAR
            found.append(("year" if year else "number", row))
    return found


def _language(text: str) -> str:
    return "ru" if re.search("[а-яё]", text, re.IGNORECASE) else "en"


def _next_word(text: str, value: Particular) -> str:
    match = re.match(r"[\s-]{1,3}([^\W\d_]{3,})", text[value.end : value.end + 40])
    return match[1].casefold()[:4] if match else ""


def _row(
    type_: str, question: str, one: Passage, other: Passage, scene: Scene, reason: str
) -> tuple[Pair, Difference]:
    return (
        Pair(scene.number, scene.number, NEAR, 0.5, 0.0, 0.0, 1.0, 0),
        Difference(
            type_, "noted", f"note {other.source} {other.start}", question,
            Told(_short(one), one, scene.number),
            Told(_short(other), other, scene.number, elsewhere=True),
            NEAR, (reason,),
        ),
    )  # fmt: skip


def _cut(whole: Passage, start: int, end: int) -> Passage:
    return Passage(whole.source, whole.start + start, whole.start + end, whole.quote[start:end])


def _short(passage: Passage, most: int = 110) -> str:
    words = " ".join(passage.quote.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
