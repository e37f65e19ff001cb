"""Ages as facts of a life: when each is told of, and whose it is where only a pronoun says."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from variorum.confront.answers import Answer
from variorum.confront.chronology.datelines import Dateline
from variorum.confront.chronology.fact import SLACK_YEARS, Fact
from variorum.confront.chronology.happenings import WHEN, when_of
from variorum.confront.chronology.network import YEAR, units
from variorum.confront.laid import Ground, Scene
from variorum.confront.moments import CURRENT_KINDS
from variorum.model.edtf import LATEST_YEAR, Bounds, bounds
from variorum.model.testimony import Quantity

ABOUT = 8
"""Further years by which "nearly 50" may miss the age: people are seldom asked for theirs."""

_AT_THAT_TIME = re.compile(
    r"\W{0,2}(?:years?\sold\s|лет\s|год\s|года\s)?(?:then|at the time|тогда|в то время)\b",
    re.IGNORECASE,
)
"""After an age: it was that of the time just told of."""

_IS_AGED = re.compile(
    r"^\W{0,2}(?:(?:He|She)\sis(?:\s(?:now|today|only|just|already))?\s$"
    r"|(?:Ему|Ей)\s(?:(?:сейчас|теперь|уже|нынче|сегодня)\s)?$"
    r"|(?:Er|Sie)\sist\s(?:(?:jetzt|heute|nun)\s)?$)"
)
"""A sentence that begins with an age in the present, whose it is told by the sentence before."""


_PRESS = frozenset(("article", "interview"))


def aged(
    answer: Answer, ground: Ground, datelines: Mapping[str, Dateline], known: Mapping[str, Bounds]
) -> list[Fact]:
    """The fact of an age at the moment it is told of; none where that is but the year in a line over an
    article, which may be a picture's. ``known``: when what befell was, for "twelve when she sank"."""
    befell = _befell(answer, ground, known)
    if befell is not None:
        # the year may stand in another account alone: what it bounds is said, not shown
        return _age(answer, befell)
    moment = _moment(answer, ground)
    account = ground.accounts.get(answer.account)
    yearly = account is not None and account.kind in _PRESS and len(account.date) == len("1994")
    undated = not ground.scenes[answer.scene].dates
    if yearly and undated and account is not None and moment == bounds(account.date):
        return []
    dateline = datelines.get(answer.account)
    if undated and dateline is not None and answer.passage.start >= dateline.until:
        return []
    told = _age(answer, moment)
    if undated and dateline is not None and moment == dateline.bounds:
        return [replace(fact, also=(dateline.passage,)) for fact in told]
    return told


def aged_now(
    scene: Scene, ground: Ground, datelines: Mapping[str, Dateline]
) -> Iterator[tuple[str, Fact]]:
    """ "He is fifty-nine", where the reader gave the pronoun to nobody."""
    for quantity in scene.quantities:
        subject = _pronoun_aged(scene, quantity, ground)
        if subject:
            for fact in _present_age(quantity, scene, datelines):
                yield subject, fact


def _age(answer: Answer, moment: Bounds | None) -> list[Fact]:
    if answer.exactness not in ("exact", "about"):
        return []
    if moment is None or answer.high is None or moment[1].year - moment[0].year > 1:
        return []
    first, last = moment
    slack = SLACK_YEARS * YEAR + (0 if answer.exactness == "exact" else ABOUT * YEAR)
    low = units(first) - (int(answer.high) + 1) * YEAR - slack
    high = units(last) - int(answer.low) * YEAR + slack
    return [
        Fact(
            "age", low, high, answer.passage, answer.account, answer.shown,
            first.year, last.year, int(answer.low), answer.exactness == "exact", answer.scene,
        )
    ]  # fmt: skip


def _moment(answer: Answer, ground: Ground) -> Bounds | None:
    """When an age is told of: "then", at its sentence's date, or, where that is a stretch of years
    ("in the ferry since 1926"), when the account was given."""
    moment = _then(answer, ground) or answer.moment
    account = ground.accounts.get(answer.account)
    if moment is not None and moment[1].year - moment[0].year > 1 and account is not None:
        given = bounds(account.date) if account.kind in CURRENT_KINDS else None
        return given if given is not None and moment[1].year == LATEST_YEAR else None
    return moment


def _befell(answer: Answer, ground: Ground, known: Mapping[str, Bounds]) -> Bounds | None:
    """When that was at which somebody had an age: "twelve when the barge went down", where the sentence
    has no date of its own."""
    scene = ground.scenes[answer.scene]
    place = scene.sentence.passage
    told = WHEN.match(place.quote, answer.passage.end - place.start)
    if told is None or any(row.passage != answer.passage for row in scene.dates):
        return None
    return when_of(told["clause"], known)


def _then(answer: Answer, ground: Ground) -> Bounds | None:
    """The one date of the sentence before, for "He was twenty-four then"."""
    scene = ground.scenes[answer.scene]
    place = scene.sentence.passage
    if scene.number == 0 or not _AT_THAT_TIME.match(place.quote, answer.passage.end - place.start):
        return None
    before = ground.scenes[scene.number - 1]
    dates = [row for row in before.dates if not row.edtf.startswith("XXXX")]
    if scene.dates or len(dates) != 1 or before.sentence.account != scene.sentence.account:
        return None
    return bounds(dates[0].edtf)


def _pronoun_aged(scene: Scene, quantity: Quantity, ground: Ground) -> str:
    """Whose "He is fifty-nine" tells where the pronoun was given to nobody: theirs whose name opens the
    sentence before, and no other name stands in it."""
    place = scene.sentence.passage
    if quantity.counted != "age" or scene.number == 0:
        return ""
    opening = place.quote[: max(0, quantity.passage.start - place.start)]
    if not _IS_AGED.search(opening):
        return ""
    meant = {m.entity for m in scene.mentions if m.type == "person"}
    if meant:
        return ""  # the reader knows, and answers tell it
    before = ground.scenes[scene.number - 1]
    people = [m for m in before.mentions if ground.types.get(m.entity) == "person"]
    if before.sentence.account != scene.sentence.account or not people:
        return ""
    opens = people[0].kind == "name" and people[0].passage.start == before.sentence.passage.start
    return people[0].entity if opens and len({m.entity for m in people}) == 1 else ""


def _present_age(
    quantity: Quantity, scene: Scene, datelines: Mapping[str, Dateline]
) -> Iterator[Fact]:
    """An age in the present tense is that of the day of the account, whatever its kind."""
    dateline = datelines.get(scene.sentence.account)
    if (
        dateline is None
        or quantity.passage.start >= dateline.until
        or quantity.exactness != "exact"
        or quantity.low != quantity.high
    ):
        return
    (first, last), age = dateline.bounds, int(quantity.low)
    yield Fact(
        "age", units(first) - (age + 1 + SLACK_YEARS) * YEAR, units(last) - (age - SLACK_YEARS) * YEAR,
        quantity.passage, scene.sentence.account, " ".join(quantity.passage.quote.split()),
        first.year, last.year, age, True, scene.number, (dateline.passage,),
    )  # fmt: skip
