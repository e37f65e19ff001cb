"""Words that tell what a number or a date is about, English and Russian, and units in base units."""

import re
from collections.abc import Mapping

from variorum.model.lexicon import listed

_KILLED = """kill die dead death perish slay murder massacre drown casualty fatality
убить погибнуть умереть погибший убитый мёртвый мертвый смерть гибель утонуть"""
_WOUNDED = "wound injure hurt wounded injured injury ранить раненый пострадать пострадавший"
_MISSING = "miss missing vanish disappear пропасть исчезнуть пропавший"
_TAKEN = "arrest capture imprison prisoner detain арестовать задержать схватить пленный"
_SAVED = "rescue survive save survivor спасти спастись выжить выживший"
_RETURNED = "return вернуться"
_EXECUTED = "execute hang behead guillotine казнить повесить расстрелять"
SCOPES: Mapping[str, str] = {
    word: scope
    for scope, words in (
        ("killed", _KILLED),
        ("wounded", _WOUNDED),
        ("missing", _MISSING),
        ("taken prisoner", _TAKEN),
        ("saved", _SAVED),
        ("returned", _RETURNED),
        ("executed", _EXECUTED),
    )
    for word in words.split()
}
"""What befell the people who are counted: those who were killed are not those who were wounded."""

_PEOPLE = """person people man woman victim soul passenger worker sailor soldier villager civilian
resident child other crew member inhabitant fisherman casualty dead wounded injured fatality survivor
человек люди мужчина женщина жертва пассажир рабочий матрос солдат житель ребёнок погибший раненый"""
TOLLS = frozenset(
    (
        "killed", "wounded", "killed and wounded", "missing", "saved", "aboard", "inside", "returned",
        "executed",
    )
)  # fmt: skip
"""What befalls the people of an event, told of all of them."""

PEOPLE = frozenset(_PEOPLE.split()) | frozenset(("people", "soul", "life", "душа", "жизнь"))
"""Words under which one count of people may go in several accounts."""

NOBODY = listed(
    """he she it they we i you who which that this these those there narrator one man men people person
    woman он она оно они мы я вы кто это человек люди"""
)
"""Subjects that tell nothing about what a value is stated of."""

MANY_OF = listed(
    """time side part piece thing place hand foot eye word way point kind sort line case step row page
    pair group house room door window name man woman boy girl son daughter brother sister friend
    officer guard letter question раз часть дело вещь место рука нога слово дом комната друг брат сестра
    сын дочь письмо вопрос"""
)
"""What one event has many numbers of, so that two counts of it are hardly of one thing."""

ONCE: Mapping[str, str] = {
    word: act
    for act, words in (
        ("born", "bear born birth родиться рождение рождённый"),
        ("died", "die death perish pass умереть скончаться погибнуть смерть"),
        ("killed", "kill murder assassinate execute shoot hang убить расстрелять казнить"),
        ("founded", "found establish основать основание учредить"),
        ("married", "marry wed wedding жениться свадьба обвенчаться"),
        ("buried", "bury burial похоронить похороны"),
        ("sank", "sink scuttle founder затонуть потонуть"),
        (
            "happened",
            "happen occur befall accident disaster catastrophe tragedy collision wreck shipwreck "
            "massacre earthquake explosion battle произойти случиться авария катастрофа крушение взрыв",
        ),
        ("began", "begin start break erupt начаться вспыхнуть"),
        ("ended", "end cease surrender кончиться закончиться сдаться"),
        ("arrested", "arrest арестовать арест"),
        ("opened", "open inaugurate открыться открыть"),
        ("built", "build launch construct построить"),
        ("collapsed", "collapse explode обрушиться взорваться"),
        ("arrived", "arrive land прибыть высадиться"),
        ("left", "leave depart sail отплыть отбыть уехать"),
    )
    for word in words.split()
}
"""Acts that are done once to one person or thing, so that two dates of them cannot both be right."""

TRIED = listed(
    """convict charge accuse acquit trial try sentence guilty indict plead осудить обвинить оправдать суд
    приговорить"""
)
"""Words beside which a date is a court's, not the deed's: "convicted on 20 March of the murder"."""

NEWS_OF_DEATH = re.compile(
    r"\b(?:news|reports?|word|telegrams?|notice|announcement|anniversary|told|heard|learn(?:t|ed)|informed"
    r"|извести\w+|весть|вести|сообщени\w+|узнал\w*|телеграмм\w+)\b[^.;]{0,60}\b(?:death|смерт\w+|гибел\w+)"
    r"|\b(?:death|смерт\w+|гибел\w+)\b[^.;]{0,40}\b(?:reported|announced|delivered|confirmed|published"
    r"|registered|reached|сообщ\w+|объявл\w+)",
    re.IGNORECASE,
)
"""The day on which a death was told of is not the day of the death."""

THAT_DAY = re.compile(
    r"(?:that|the\ssame|this|on\sthat|в\sтот(?:\sже)?|в\sту(?:\sже)?|той(?:\sже)?)\s(?:very\s|same\s)?"
    r"(?:day|night|evening|morning|afternoon|week|year|день|ночь|вечер|утро|ночью)\b",
    re.IGNORECASE,
)
"""A day that is known only by the day told before it."""

DEED = "deed"
"""The act of a date whose sentence tells of nothing that is done but once."""

PERSONAL = frozenset(
    (
        "born", "died", "killed", "married", "buried", "joined the crew", "joined the army",
        "joined the party", "entered the school", "joined the works",
    )
)  # fmt: skip
"""Acts whose date is asked of a person: the nearest person named before the date."""

ONCE_RELATIONS = {
    **{act: act for act in ("born", "died", "killed", "married", "buried", "founded", "built")},
    **{act: act for act in ("began", "ended", "sank", "arrested", "opened", "happened", "landed")},
    "arrived": "arrived",
    **{act: act for act in ("elected", "appointed", "executed", "destroyed", "burned", "signed")},
    "surrendered": "ended",
    "invented": "invented",
    "discovered": "discovered",
}
"""Relations of statements that are once-only acts."""

CASUALTY_RELATIONS = {
    "killed": "killed", "died": "killed", "wounded": "wounded", "missing": "missing",
    "executed": "executed", "captured": "taken prisoner", "arrested": "taken prisoner",
    "rescued": "saved",
}  # fmt: skip

DIMENSIONS = {
    **dict.fromkeys(("wide", "width", "broad", "breadth", "across"), "width"),
    **dict.fromkeys(("high", "height", "tall", "higher"), "height"),
    **dict.fromkeys(("deep", "depth"), "depth"),
    **dict.fromkeys(("long", "length"), "length"),
    **dict.fromkeys(("thick", "thickness", "diameter"), "thickness"),
}
DIMENSION = re.compile(rf"\W{{1,2}}(?:in\s)?(?P<word>{'|'.join(DIMENSIONS)})\b", re.IGNORECASE)
DIMENSION_OF = re.compile(
    rf"\b(?P<word>{'|'.join(DIMENSIONS)})\s(?:of|is|was)\s(?:about\s)?$", re.IGNORECASE
)

SCOPE_STEMS = {
    **dict.fromkeys(("killed", "dead", "died", "погибших", "убитых", "убиты"), "killed"),
    **dict.fromkeys(("injured", "wounded", "hurt", "раненых", "ранены"), "wounded"),
    **dict.fromkeys(("missing", "пропавших"), "missing"),
}
_STEM = "|".join(SCOPE_STEMS)
JOINED = re.compile(
    rf"\W{{0,2}}(?:were\s)?(?P<one>{_STEM})\s(?:and|or|и)\s(?P<other>{_STEM})\b", re.I
)
JOINED_IN = re.compile(rf"\b(?P<one>{_STEM})\s(?:and|or|и)\s(?P<other>{_STEM})\b", re.I)
ARE_DEAD = re.compile(
    r"\s(?:(?:of\sthem|people|persons)\s)?(?:(?:are|were|lay|left)\sdead\b"
    r"|(?:have\s|had\s)?lost\stheir\slives)",
    re.I,
)
ALIVE = re.compile(
    r"\s(?:\w+\s){0,2}(?:have\sbeen\s|had\sbeen\s|were\s|was\s|are\s|came\s|got\s)?(?:brought|taken|carried"
    r"|pulled|dug|got|came)\s(?:up|out|ashore|off)\s?(?:alive|safe|unhurt|living)?\b",
    re.I,
)
INSIDE = re.compile(
    r"\b(?:below(?!\s(?:zero|freezing|the))|underground|in\sthe\s(?:pit|mine|hall|building|house|church"
    r"|theatre|factory|mill|tower|cellar|camp)|inside|под\sземл[её]й|в\s(?:шахте|здании|зале|доме|церкви))\b",
    re.I,
)
DYING = re.compile(r"\b(?:died|dies|death|passed\saway|умер\w*|скончал\w*)\b", re.IGNORECASE)
OUT_OF = re.compile(r"\b(?:of|out\sof|of\sthe|of\sour|из|из\sнаших)\s$", re.IGNORECASE)
CAME_BACK = re.compile(r"\s(?:of\s(?:them|us)\s)?(?:came|come|got)\s(?:back|home)\b", re.I)
BY_SOMEBODY = re.compile(
    r"\b(?:he|she|i|we|who|он|она|я|мы)\s(?:himself\s|herself\s|myself\s|had\s|has\s|have\s|then\s"
    r"|alone\s|сам[аи]?\s){0,2}(?:killed|shot|slew|wounded|injured|captured"
    r"|saved|rescued|убил[аи]?|ранил[аи]?|спас(?:ла|ли)?|застрелил[аи]?)\s"
    r"(?:about\s|some\s|over\s|at\sleast\s|ещ[её]\s|около\s)?$",
    re.IGNORECASE,
)
"""One man's deed right before its count: "he killed six of them"; those are not all who were killed."""
LIVES = re.compile(r"\blives\b|\bdeaths\b|\bdead\b|\bжизн", re.I)

ONE_EVENT: Mapping[str, str] = {
    word: words.split()[0]
    for words in (
        "fight fighting battle siege struggle resistance rising uprising mutiny revolt rebellion affair "
        "assault attack defence defense бой сражение осада мятеж восстание бунт сопротивление штурм",
        "fire blaze conflagration burning пожар",
        "strike stoppage walkout забастовка стачка",
        "flood inundation deluge наводнение потоп",
        "storm gale tempest hurricane blizzard буря шторм метель",
    )
    for word in words.split()
}
"""Words for one and the same event, of which a story has one: how long it lasted, when it began."""

ABOARD = re.compile(
    r"\b(?:aboard|on\sboard|на\sборту|carrying|(?:in|on)\sthe\s(?:aeroplane|airplane|plane|aircraft|bus"
    r"|train|ferry|lorry|tram|balloon|airship)|в\s(?:самол[её]те|поезде|автобусе))\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;:.()]")
ABOARD_COUNTED = frozenset(
    ("", "person", "people", "soul", "passenger", "man", "человек", "люди", "душа", "пассажир")
)
"""Counts of people that answer how many were aboard; crew and children are parts of them."""

WAS = re.compile(
    r"\b(?:was|were|had\sbeen|был[аио]?|исполнилось)\s(?:then\s|about\s)?$", re.IGNORECASE
)
PART = re.compile(r"\b(?:other|more|additional|further|друг(?:их|ие)|ещ[её])\b", re.IGNORECASE)
PART_BEFORE = re.compile(
    r"\b(?:other|another|final|last|first|next|remaining|ещ[её]|остальны[ех]|последни[ех]|первы[ех])\s$",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"\b(?:of\s(?:which|whom|these|them)|including|included|among\s(?:them|whom)|в\sтом\sчисле"
    r"|из\s(?:них|которых))[,:]?\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""What stands before a part of something that was told: "$334 million, of which $281 million"."""
CONVERTED = re.compile(
    r"(?:\d|\b(?:million|billion|thousand|hundred|miles?|kilomet\w+|km|met\w+|m|yards?|feet|foot|ft|inch\w*"
    r"|acres?|pounds?|dollars?|euros?|roubles?|rubles?|degrees?|[CF]|kg|tons?|tonnes?|рубл\w+|верст\w*"
    r"|миль?|метр\w*))\.?\s*\(\s*(?:about\s|some\s|or\s|≈\s?|около\s)?$",
    re.IGNORECASE,
)
"""What stands before a measure that is the one before in other units: "50 miles (80 km)"."""
JOINT = re.compile(
    r"\s(?:,\s\w+\s)?(?:and|&|и)\s(?P<other>crew|women|children|men|boys|girls|officers|staff|civilians"
    r"|volunteers|servants|passengers|teachers|nurses|dogs|horses|команд\w+|экипаж\w*|женщин\w*"
    r"|дет\w+|мужчин\w*|офицер\w*)\b",
    re.IGNORECASE,
)
"""A count of two sorts at once: "420 passengers and crew" are more than 420 passengers."""
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
OF_A_NOUN = re.compile(r"year\W{0,3}old$", re.IGNORECASE)

ONLY = re.compile(
    r"\b(?:only|just|but|no\smore\sthan|not\smore\sthan|a\ssingle|(?:была?|было)?\s?(?:всего|только|лишь|единственн\w+)"
    r"(?:\sлишь)?)\s?(?:one\b|single\b|$)",
    re.IGNORECASE,
)
"""Words beside "one" that make it a count."""

TIMES = frozenset(("time", "раз"))
"""What counts how often something was done: by what was done."""

COUNTED: Mapping[str, str] = {
    **dict.fromkeys(("people", "soul", "human", "человек", "люди", "душа"), "person"),
    **dict.fromkeys(("kid", "youngster", "ребёнок", "ребенок", "дитя", "дети"), "child"),
    **dict.fromkeys(("билет",), "ticket"),
    **dict.fromkeys(("свидетель",), "witness"),
    **dict.fromkeys(("пассажир",), "passenger"),
}
"""Words under which one count may go in two accounts."""

METRES = {
    "mile": 1609.344, "kilometre": 1000.0, "metre": 1.0, "foot": 0.3048, "inch": 0.0254,
    "yard": 0.9144, "fathom": 1.8288, "league": 4828.032, "centimetre": 0.01, "millimetre": 0.001,
    "verst": 1066.8, "nautical mile": 1852.0,
}  # fmt: skip
MINUTES = {
    "second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "night": 1440.0, "week": 10080.0,
    "month": 43830.0, "year": 525960.0,
}  # fmt: skip
KILOGRAMS = {
    "ton": 1016.0, "tonne": 1000.0, "kilogram": 1.0, "gram": 0.001, "pound": 0.4536, "ounce": 0.02835,
}  # fmt: skip
