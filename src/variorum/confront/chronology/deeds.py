"""Deeds as the words tell them: "On 10 August 1982 Mr Gill spoke", where no statement was read."""

import re
from collections.abc import Iterator

from variorum.confront.chronology.words import REMAINS
from variorum.confront.laid import Ground, Scene
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Mention

_IRREGULAR = (
    "spoke said wrote told went came left met saw took gave led rode drove fought sang swam sold bought "
    "ran brought taught flew sent stood slept ate drank swore threw fled heard rang struck read made"
)
_REGULAR = (
    "pulled pushed hauled dragged carried walked rowed marched climbed crossed sailed steered travelled "
    "traveled asked answered replied declared testified stated admitted confessed visited returned "
    "arrived entered joined boarded embarked landed escaped signed married purchased commanded ordered "
    "guided attacked surrendered lectured preached baptised baptized attended resigned retired dined "
    "supped danced performed cooked baked hired dismissed fetched handed deposed petitioned applied "
    "enlisted emigrated immigrated settled observed inspected examined treated telephoned telegraphed "
    "called shouted greeted thanked opened interviewed graduated qualified rescued moved received"
)
_RUSSIAN = (
    "выступал приехал уехал выехал вернулся вернул прибыл писал написал сказал выступил подписал "
    "встретил видел "
    "увидел командовал приказал женился купил продал привёз привез привёл привел работал служил окончил "
    "поступил арестовал говорил рассказал посетил пришёл пришел ушёл ушел отдал взял передал принёс "
    "принес участвовал присутствовал"
)
_GERMAN = (
    "kam ging sprach schrieb sagte traf besuchte unterzeichnete heiratete reiste kehrte sah verließ"
)

VERB = re.compile(
    rf"\s(?P<verb>(?:{'|'.join(f'{_IRREGULAR} {_REGULAR} {_GERMAN}'.split())})"
    rf"|(?:{'|'.join(_RUSSIAN.split())})(?:а|ла|и|ась|ся)?)\b"
)
"""Right after a name: what only the living do."""

_TO_DATE = re.compile(
    r"(?:\s(?!was\b|were\b|is\b|are\b|that\b|which\b|who\b|when\b|where\b|and\b|but\b|as\b|after\b|"
    r"before\b|because\b|of\b|by\b|until\b|till\b|о\b|об\b|что\b|котор|и\b|а\b|до\b|после\b|von\b|dass\b)"
    r"[\w'’-]+){0,8}\s(?:on|in|at|am|im|в|во)?\s?(?:the\s)?"
)
"""From the verb to the date in its clause: no other verb and no other thing that the date may date."""

_FROM_DATE = re.compile(
    r",?\s(?:(?:Mr|Mrs|Miss|Ms|Dr|Prof|Sir|Captain|Major|Colonel|the)\.?\s){0,2}"
)
"""From a date that opens a clause to a name."""

_DATE_BETWEEN = re.compile(r",?\s(?:(?:ещё|еще|уже|then|still|on|in|в|am)\s)?")
"""Between a name and a date that its verb follows: "Седов ещё 15 мая выступал"."""

_DOCUMENT = re.compile(
    r"\b(?:letter|charter|deed|note|telegram|order|entry|dispatch|despatch|petition|receipt|memorandum|"
    r"письм\w+|грамот\w+|записк\w+|донесени\w+|телеграмм\w+|прошени\w+|Brief\w*|Urkunde)\s"
    r"(?:of|dated|from|от|датированн\w+|vom)\s$",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(
    r",?\s(?:in which|where|в котор\w{2}|in d(?:em|er))\s"
    r"(?:(?:[A-ZА-ЯЁ]\w*\.?|the|аббат|князь|король)\s){0,2}"
)
"""A document of a date, and who in it does or says something by it."""

_UNREAL = re.compile(
    r"\b(?:would|will|shall|should|could|might|may|if|not|never|plan\w*|supposed|perhaps|alleg\w*|claim\w*|"
    r"pretend\w*|would-be|бы|не|если|будто|якобы|будет|würde|nicht)\b",
    re.IGNORECASE,
)


def told_deeds(scene: Scene, ground: Ground) -> Iterator[tuple[Mention, DateMention, str, Passage]]:
    """Who did something on the one plain date of a sentence, by name: the mention, the date, the verb
    and the words from the first of them to the last."""
    dates = [row for row in scene.dates if not row.anchor]
    if len(dates) != 1 or len(scene.dates) != 1:
        return
    (date,), place = dates, scene.sentence.passage
    quote = place.quote
    if REMAINS.search(quote) or _UNREAL.search(quote):
        return
    begin, end = date.passage.start - place.start, date.passage.end - place.start
    for mention in scene.mentions:
        if mention.kind != "name" or ground.types.get(mention.entity) != "person":
            continue
        first, last = mention.passage.start - place.start, mention.passage.end - place.start
        document = _DOCUMENT.search(quote, max(0, begin - 40), begin)
        if document and end < first and _IN_WHICH.fullmatch(quote, end, first):
            start = document.start()
            words = Passage(
                place.source, place.start + start, place.start + last, quote[start:last]
            )
            yield mention, date, "wrote", words
            continue
        verb = VERB.match(quote, end) if _DATE_BETWEEN.fullmatch(quote, last, begin) else None
        if verb is not None:
            stop = verb.end()
            words = Passage(
                place.source, place.start + first, place.start + stop, quote[first:stop]
            )
            yield mention, date, verb["verb"], words
            continue
        verb = VERB.match(quote, last)
        if verb is None:
            continue
        after = last < begin and _TO_DATE.fullmatch(quote, verb.end(), begin)
        before = end < first and _FROM_DATE.fullmatch(quote, end, first)
        if after or before:
            start, stop = min(begin, first), max(end, verb.end())
            words = Passage(
                place.source, place.start + start, place.start + stop, quote[start:stop]
            )
            yield mention, date, verb["verb"], words
