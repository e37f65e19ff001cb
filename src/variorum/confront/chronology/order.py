"""The wrong way round: who left before arriving, what was used before it was built or after its end."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum.confront.chronology.row import CERTAIN, DOUBTFUL, impossible
from variorum.confront.laid import Ground, Scene
from variorum.confront.wording import date_in_words
from variorum.model.edtf import bounds
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention

_PAIRS = (
    (
        r"arrived|came to|reached|приехал\w*|прибыл\w*|kam",
        r"left(?! (?:hand|side|behind))|departed|уехал\w*|отбыл\w*|покинул\w*|verließ|reiste ab",
        "leaves before arriving",
    ),
    (
        r"set out|set off|departed|вышел|вышл[аио]|выехал\w*|отправил\w*|отплыл\w*|brach auf",
        r"returned|came back|came home|вернул\w*|возвратил\w*|прибыл\w*|kehrte zurück",
        "is back before setting out",
    ),
    (
        r"began|started|broke out|начал(?:ся|ась|ось|ись)|вспыхнул\w*|begann",
        r"ended|finished|was over|(?:за)?кончил(?:ся|ась|ось|ись)|завершил\w*|endete",
        "ends before beginning",
    ),
    (
        r"(?:was |were )?(?:opened|founded|established)|(?:был\w* )?(?:открыт\w*|основан\w*)|"
        r"wurde (?:eröffnet|gegründet)",
        r"(?:was |were )?(?:closed|dissolved|demolished|destroyed|pulled down)|"
        r"(?:был\w* )?(?:закрыт\w*|распущен\w*|снес[её]н\w*|разрушен\w*)",
        "is closed before being opened",
    ),
    (
        r"(?:was |were )?(?:built|launched|laid down|completed)|(?:был\w* )?(?:построен\w*|спущен\w*)",
        r"(?:was |were )?(?:demolished|destroyed|pulled down|sunk|sank|scrapped|broken up)|"
        r"(?:был\w* )?(?:снес[её]н\w*|разрушен\w*|затонул\w*|сгорел\w*)",
        "is gone before being made",
    ),
    (
        r"(?:was )?(?:enlisted|arrested|imprisoned|elected|appointed|призван\w*|арестован\w*|избран\w*)",
        r"(?:was )?(?:discharged|released|freed|демобилизован\w*|освобожд[её]н\w*|отпущен\w*)",
        "is let go before being taken",
    ),
)
"""What comes first, what comes later of one thing, and what is wrong where the dates say otherwise."""

_WORDS = [
    (re.compile(rf"\b(?:{first})\b", re.I), re.compile(rf"\b(?:{later})\b", re.I), wrong)
    for first, later, wrong in _PAIRS
]

_AGAIN = re.compile(
    r"\b(?:again|re-?(?:opened|built|turned|founded|arrested|elected|launched)|had|having|first|second|"
    r"earlier|previously|already|since|after|before|old|new|former|another|other|next|last|not|never|"
    r"опять|снова|вновь|раньше|прежде|уже|после|до|перед|не|втор\w+|перв\w+|восстанов\w*|"
    r"wieder|zuvor|nach|vor|nicht)\b",
    re.IGNORECASE,
)
"""Words by which there are two comings, two openings, or a look back."""

_MADE = frozenset(("built", "launched", "erected", "completed", "opened"))
_GONE = frozenset(
    ("burned", "destroyed", "demolished", "destroy", "demolish", "burn", "razed", "raze")
)
_DESTROYED = re.compile(
    r"\b(?:(?:burned|burnt) (?:down|to the ground)|destroyed|demolished|pulled down|razed|dynamited)\b",
    re.IGNORECASE,
)
"""Words by which nothing of a thing was left; "burned" alone may leave its walls."""

LEAST_YEARS, MOST_YEARS = 2, 60
"""Years by which a use comes before the making: by one the year was misremembered, by more there was an
older thing of the name."""

_THINGS = (
    "bridge church mill pier tower station school hospital theatre theater lighthouse depot factory dam "
    "tunnel library museum hotel chapel cathedral hall quay lock stadium barracks prison"
)
_RUSSIAN_THINGS = "мост церк мельниц школ вокзал театр больниц завод фабрик плотин маяк"
_RENEWED = re.compile(
    r"\b(?:old|new|older|first|second|former|previous|earlier|present|rebuilt|restored|replaced|site of|"
    r"another|next|ruins?|shell|walls of|wooden|original|enlarged|extended|reopened|temporary)\b"
    r"|\b(?:стар|нов|прежн|втор|перв|перестро|восстанов|деревянн|заново|развалин|тогдашн)\w*",
    re.IGNORECASE,
)
"""Beside a thing's name: there was another, or it was made anew."""

_USED = r"\b(?:in|on|at|from|under|across|over|inside|into|through|aboard|on board) (?:the )?"
_AT = r"\b(?:на|в|во|под|через|по)\s"
_NOT_USED = re.compile(
    r"\b(?:would|will|planned|plans?|site|where .{0,40} (?:now|today) stands|guide ?book|model|drawing|"
    r"idea)\b",
    re.IGNORECASE,
)


def order(ground: Ground) -> Iterator[Impossibility]:
    """Pairs of dates in one sentence the wrong way round; things used before they were made, or after
    they were destroyed."""
    for scene in ground.scenes:
        dates = [d for d in scene.dates if not d.anchor and _plain(d)]
        if 2 <= len(dates) <= 4:
            yield from _reversed(scene, dates)
    yield from _too_early(ground)


def _plain(row: DateMention) -> bool:
    return (
        bounds(row.edtf) is not None
        and row.edtf[:4].isdigit()
        and not set("/~?%[{X") & set(row.edtf)
    )


def _reversed(scene: Scene, dates: list[DateMention]) -> Iterator[Impossibility]:
    """ "Arrived on 5 May 1909 and left on 3 May 1909": two dates next to each other, each after its own
    word, in that order, with no word of a second time."""
    place = scene.sentence.passage
    quote = place.quote
    for one, other in pairwise(dates):
        first_end = one.passage.end - place.start
        other_begin = other.passage.start - place.start
        between = quote[first_end:other_begin]
        if ";" in between or "." in between or _AGAIN.search(between) or len(between) > 80:
            continue
        before = quote[
            max(0, one.passage.start - place.start - 60) : one.passage.start - place.start
        ]
        for first, later, wrong in _WORDS:
            begun = list(first.finditer(before))
            if not begun or not later.search(between) or first.search(between):
                continue
            head = before[begun[-1].start() :]
            if _AGAIN.search(head) or later.search(head):
                continue
            a, b = bounds(one.edtf), bounds(other.edtf)
            if a is None or b is None or not b[1] < a[0]:
                continue
            start = one.passage.start - place.start - len(head)
            end = other.passage.end - place.start
            words = Passage(place.source, place.start + start, place.start + end, quote[start:end])
            told = f"{date_in_words(other.edtf)} comes before {date_in_words(one.edtf)}"
            yield impossible((words,), (f"One {wrong}", told), CERTAIN)
            break


@dataclass(frozen=True, slots=True)
class _Made:
    year: int
    relation: str
    words: Passage


def _too_early(ground: Ground) -> Iterator[Impossibility]:
    """What is told at a thing years before it was made, in one account, of a thing by its common noun.

    Silent where the account speaks of an old one, a new one, or of its being made anew.
    """
    made: dict[tuple[str, str], list[_Made]] = defaultdict(list)
    gone: dict[tuple[str, str], list[_Made]] = defaultdict(list)
    doubtful: set[tuple[str, str]] = set()
    uses: dict[tuple[str, str], list[tuple[int, Passage]]] = defaultdict(list)
    for scene in ground.scenes:
        quote, account = scene.sentence.passage.quote, scene.sentence.account
        nouns = {_stem(m) for m in _NOUN.finditer(quote)}
        if not nouns:
            continue
        if _RENEWED.search(quote):
            doubtful |= {(account, noun) for noun in nouns}
        for row in scene.statements:
            last = _NOUN.fullmatch((row.subject.split() or [""])[-1])
            thing = _stem(last) if last else ""
            told = row.modality == "asserted" and row.polarity == "positive"
            if told and row.relation in _MADE and thing in nouns and row.time[:4].isdigit():
                made[account, thing].append(_Made(int(row.time[:4]), row.relation, row.passage))
            ended = _DESTROYED.search(quote) is not None and row.relation in _GONE
            if told and ended and thing in nouns and row.time[:4].isdigit():
                gone[account, thing].append(_Made(int(row.time[:4]), row.relation, row.passage))
        years = [d for d in scene.dates if not d.anchor and _plain(d)]
        if len(years) == 1 == len(scene.dates) and not _NOT_USED.search(quote):
            for noun in sorted(nouns):
                used = _used(noun, quote)
                if used:
                    uses[account, noun].append(
                        (int(years[0].edtf[:4]), _whole(scene, used, years[0]))
                    )
    for key in sorted(gone):
        end = gone[key][0]
        if key in doubtful or len({row.year for row in gone[key]}) != 1:
            continue
        for year, words in uses.get(key, ()):
            if 0 < year - end.year <= MOST_YEARS and words != end.words:
                reason = f"The {key[1]}, {end.relation} in {end.year}, is used in {year}"
                late = f"{year} − {end.year} = {year - end.year} years too late"
                yield impossible((end.words, words), (reason, late), DOUBTFUL)
                break
    for key in sorted(made):
        rows = made[key]
        if key in doubtful or len({row.year for row in rows}) != 1:
            continue
        for year, words in uses.get(key, ()):
            if LEAST_YEARS <= rows[0].year - year <= MOST_YEARS and words != rows[0].words:
                noun = key[1]
                verb = rows[0].relation
                reason = f"The {noun}, {verb} in {rows[0].year}, is told of in {year}"
                early = f"{rows[0].year} − {year} = {rows[0].year - year} years too early"
                yield impossible((rows[0].words, words), (reason, early), DOUBTFUL)
                break


_NOUN = re.compile(
    rf"\b(?:(?:{'|'.join(_THINGS.split())})\b|(?P<stem>{'|'.join(_RUSSIAN_THINGS.split())})\w{{0,4}}\b)",
    re.IGNORECASE,
)


def _stem(match: re.Match[str]) -> str:
    return (match["stem"] or match.group()).casefold()


def _used(noun: str, quote: str) -> re.Match[str] | None:
    """ "In the mill", "на мосту"."""
    russian = noun in _RUSSIAN_THINGS.split()
    return re.search(_AT + noun + r"\w{0,4}\b" if russian else _USED + noun + r"\b", quote, re.I)


def _whole(scene: Scene, used: re.Match[str], date: DateMention) -> Passage:
    place = scene.sentence.passage
    begin = min(used.start(), date.passage.start - place.start)
    end = max(used.end(), date.passage.end - place.start)
    return Passage(place.source, place.start + begin, place.start + end, place.quote[begin:end])
