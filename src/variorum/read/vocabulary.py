"""The closed vocabulary of statements: what people compare, and the verbs and units that state it."""

AGE_RELATION, NUMBER, RANK, ROLE = "age", "number", "rank", "role"
BORN, DIED, KILLED, WOUNDED, MISSING, CAPTURED, RESCUED = (
    "born", "died", "killed", "wounded", "missing", "captured", "rescued",
)  # fmt: skip
HAPPENED, HOUR, LASTED, ABOARD = "happened", "hour", "lasted", "aboard"
KILLED_AND_WOUNDED = "killed and wounded"
"""One number for both, which says nothing of either."""

CASUALTIES = frozenset((DIED, KILLED, WOUNDED, MISSING, CAPTURED, RESCUED))

VERB_RELATIONS = {
    "bear": BORN, "die": DIED, "perish": DIED, "drown": DIED, "kill": KILLED, "murder": KILLED,
    "wound": WOUNDED, "injure": WOUNDED, "hurt": WOUNDED, "capture": CAPTURED, "arrest": "arrested",
    "rescue": RESCUED, "save": RESCUED, "marry": "married", "found": "founded",
    "establish": "founded", "build": "built", "begin": "began", "start": "began", "end": "ended",
    "finish": "ended", "sink": "sank", "arrive": "arrived", "return": "returned", "reach": "arrived",
    "leave": "left", "depart": "left", "sail": "left", "appoint": "appointed", "elect": "elected",
    "publish": "published", "land": "landed", "attack": "attacked", "burn": "burned",
    "destroy": "destroyed", "discover": "discovered", "bury": "buried", "retire": "retired",
    "join": "joined", "meet": "met", "sign": "signed", "surrender": "surrendered",
    "happen": HAPPENED, "occur": HAPPENED, "last": LASTED, "invent": "invented",
    "execute": "executed", "shoot": "shot", "open": "opened", "close": "closed",
    "родиться": BORN, "умереть": DIED, "скончаться": DIED, "погибнуть": DIED, "утонуть": DIED,
    "убить": KILLED, "ранить": WOUNDED, "пострадать": WOUNDED, "пропасть": MISSING,
    "спасти": RESCUED, "арестовать": "arrested", "основать": "founded", "построить": "built",
    "начаться": "began", "закончиться": "ended", "затонуть": "sank", "прибыть": "arrived",
    "вернуться": "returned", "уехать": "left", "назначить": "appointed", "похоронить": "buried",
    "произойти": HAPPENED, "случиться": HAPPENED, "длиться": LASTED, "продолжаться": LASTED,
}  # fmt: skip
"""Verbs (base forms) and the relation each states."""

MEASURES = {
    "mile": "distance", "kilometre": "distance", "metre": "distance", "yard": "distance",
    "foot": "distance", "verst": "distance", "league": "distance", "fathom": "depth",
    "nautical mile": "distance", "year": "duration", "month": "duration", "week": "duration",
    "day": "duration", "hour": "duration", "minute": "duration", "second": "duration",
    "dollar": "sum", "pound sterling": "sum", "euro": "sum", "ruble": "sum", "ton": "weight",
    "tonne": "weight", "kilogram": "weight", "pound": "weight", "percent": "share",
}  # fmt: skip
"""Units and what a quantity in them measures."""

RELATIONS = frozenset(VERB_RELATIONS.values()) | frozenset(MEASURES.values()) | {
    AGE_RELATION, NUMBER, RANK, ROLE, HOUR, MISSING, ABOARD, KILLED_AND_WOUNDED,
}  # fmt: skip
"""The closed vocabulary; "age when died" and the like are ages at one of the events."""
