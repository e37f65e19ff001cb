"""Kin terms of English and Russian: the relation each names, of one person or of several."""

from variorum.read.words import KINSHIP, listed

FATHER, MOTHER, PARENT = "father", "mother", "parent"
SON, DAUGHTER, CHILD = "son", "daughter", "child"
BROTHER, SISTER, SIBLING, TWIN = "brother", "sister", "sibling", "twin"
HUSBAND, WIFE, SPOUSE = "husband", "wife", "spouse"
RELATIVE, COUSIN = "relative", "cousin"
FIANCE = "betrothed"

PARENTS, CHILDREN = listed("father mother parent"), listed("son daughter child")
SIBLINGS, SPOUSES = listed("brother sister sibling twin"), listed("husband wife spouse")

MUTUAL = SIBLINGS | {COUSIN}
"""What several can be to each other: "the brothers Lev and Osip"."""

_MALE = listed(
    """father son brother husband grandfather grandson uncle nephew stepfather stepson stepbrother
    godfather godson father-in-law son-in-law brother-in-law fiancé great-grandfather great-grandson
    great-uncle great-nephew great-great-grandfather great-great-grandson"""
) | {"foster father", "foster son", "foster brother", "adopted son", "adoptive father"}  # fmt: skip
_FEMALE = listed(
    """mother daughter sister wife grandmother granddaughter aunt niece stepmother stepdaughter
    stepsister godmother goddaughter mother-in-law daughter-in-law sister-in-law fiancée
    great-grandmother great-granddaughter great-aunt great-niece great-great-grandmother
    great-great-granddaughter"""
) | {
    "foster mother", "foster daughter", "foster sister", "adopted daughter", "adoptive mother",
}  # fmt: skip
GENDERS = {**dict.fromkeys(sorted(_MALE), "m"), **dict.fromkeys(sorted(_FEMALE), "f")}
"""``m`` or ``f`` for the relations that say so."""

_ENGLISH = {
    **{word: kin for word, kin in KINSHIP.items() if word.isascii() or "é" in word},
    **dict.fromkeys(listed("papa daddy pa"), FATHER), **dict.fromkeys(listed("mama mummy ma"), MOTHER),
    **dict.fromkeys(listed("grandpa granddad grandad"), "grandfather"),
    **dict.fromkeys(listed("grandma granny gran"), "grandmother"), "auntie": "aunt",
    "parent": PARENT, "child": CHILD, "kid": CHILD, "sibling": SIBLING, "twin": TWIN, "spouse": SPOUSE,
    "bride": WIFE, "bridegroom": HUSBAND, "fiance": "fiancé", "fiancee": "fiancée",
    "grandchild": "grandchild", "grandparent": "grandparent", "ancestor": "ancestor",
    "descendant": "descendant", "forefather": "ancestor", "stepbrother": "stepbrother",
    "stepsister": "stepsister", "stepchild": "stepchild", "godson": "godson",
    "goddaughter": "goddaughter", "godchild": "godchild", "forebear": "ancestor",
}  # fmt: skip
_IRREGULAR = {
    "wife": "wives", "child": "children", "grandchild": "grandchildren",
    "stepchild": "stepchildren", "godchild": "godchildren",
}  # fmt: skip
SINGULAR = {word: kin for word, kin in _ENGLISH.items() if "-" not in word}
"""English terms of one token; what hyphens join is several tokens."""

PLURAL = {_IRREGULAR.get(word, f"{word}s"): kin for word, kin in SINGULAR.items()}

_GREAT = {
    kin: f"great-{kin}"
    for kin in listed(
        "grandfather grandmother grandson granddaughter grandchild grandparent uncle aunt nephew niece"
    )
}
PREFIXES = {
    "step": {kin: f"step{kin}" for kin in listed("father mother son daughter brother sister child")},
    "god": {kin: f"god{kin}" for kin in listed("father mother son daughter child")},
    "grand": {
        **{kin: f"grand{kin}" for kin in listed("father mother son daughter child")},
        **{kin: f"great-{kin}" for kin in listed("uncle aunt nephew niece")},
    },
    "half": {BROTHER: BROTHER, SISTER: SISTER, SIBLING: SIBLING},
    "great": _GREAT,
    "ex": {kin: kin for kin in SPOUSES},
    "twin": {BROTHER: BROTHER, SISTER: SISTER},
    "foster": {kin: f"foster {kin}" for kin in listed("father mother son daughter brother sister")},
    "adoptive": {kin: f"adoptive {kin}" for kin in (FATHER, MOTHER)},
    "adopted": {kin: f"adopted {kin}" for kin in (SON, DAUGHTER)},
    "first": {COUSIN: COUSIN}, "second": {COUSIN: COUSIN},
}  # fmt: skip
"""What stands before a term, with or without a hyphen, and what it makes of the relation."""

IN_LAW = listed("father mother son daughter brother sister")

RUSSIAN = {
    **{word: kin for word, kin in KINSHIP.items() if not word.isascii() and "é" not in word},
    "папа": FATHER, "мама": MOTHER, "матушка": MOTHER, "батюшка": FATHER, "дочка": DAUGHTER,
    "дочурка": DAUGHTER, "сынок": SON, "братишка": BROTHER, "сестрёнка": SISTER, "братец": BROTHER,
    "сестрица": SISTER, "бабка": "grandmother", "дедушка": "grandfather", "правнук": "great-grandson",
    "правнучка": "great-granddaughter", "праправнук": "great-great-grandson",
    "праправнучка": "great-great-granddaughter", "прапрадед": "great-great-grandfather",
    "прапрабабушка": "great-great-grandmother", "прадедушка": "great-grandfather",
    "кузен": COUSIN, "кузина": COUSIN, "экс-супруга": WIFE, "экс-супруг": HUSBAND,
    "экс-жена": WIFE, "экс-муж": HUSBAND, "жених": "fiancé", "невеста": "fiancée",
    "деверь": "brother-in-law", "шурин": "brother-in-law", "золовка": "sister-in-law",
    "свояченица": "sister-in-law", "свояк": "brother-in-law", "сноха": "daughter-in-law",
    "свекор": "father-in-law", "теща": "mother-in-law", "крёстный": "godfather",
    "крестный": "godfather", "крёстная": "godmother", "крестник": "godson", "крестница": "goddaughter",
    "предок": "ancestor", "потомок": "descendant", "ребёнок": CHILD, "ребенок": CHILD, "дитя": CHILD,
    "родитель": PARENT, "близнец": TWIN, "родственник": RELATIVE, "родственница": RELATIVE,
}  # fmt: skip
"""Russian terms by their base forms."""

RUSSIAN_PLURALS = listed(
    """сыновья сыновей сыновьям сыновьями сыновьях братья братьев братьям братьями братьях сёстры сестры
    сестёр сестер сёстрам сестрам сёстрами сестрами дети детей детям детьми детях дочери дочерей дочерям
    дочерьми родители родителей родителям родителями внуки внуков внукам внуками внучки внучек внучкам
    супруги супругов супругам супругами близнецы близнецов племянники племянников племянницы племянниц
    дяди тёти дедушки бабушки предки предков потомки потомков"""
)
"""Forms that may mean several people ("дочери" and "сестры" also one, in other cases)."""

RUSSIAN_FORMS = {
    "дети": CHILD, "детей": CHILD, "детям": CHILD, "детьми": CHILD, "сыновья": SON, "сыновей": SON,
    "сыновьям": SON, "сыновьями": SON, "братья": BROTHER, "братьев": BROTHER, "братьями": BROTHER,
    "мама": MOTHER, "мамы": MOTHER, "маму": MOTHER, "маме": MOTHER, "мамой": MOTHER,
    "супруг": HUSBAND, "супругом": HUSBAND, "супругой": WIFE, "супруге": WIFE, "супруга": SPOUSE,
    "супруги": SPOUSE, "супругу": SPOUSE, "супругов": SPOUSE, "супругам": SPOUSE,
    "экс-супруга": SPOUSE, "экс-супруги": SPOUSE, "экс-супругой": WIFE, "экс-супругу": SPOUSE,
    "папа": FATHER, "папы": FATHER, "папу": FATHER, "папе": FATHER, "папой": FATHER,
}  # fmt: skip
"""Forms whose base form a dictionary gives otherwise."""

DEGREES = {"двоюродный": 1, "троюродный": 1, "четвероюродный": 1}
_OF_A_DEGREE = {
    BROTHER: COUSIN, SISTER: COUSIN, "grandfather": "great-uncle", "grandmother": "great-aunt",
    "uncle": RELATIVE, "aunt": RELATIVE, "nephew": RELATIVE, "niece": RELATIVE,
}  # fmt: skip
_BY_ADOPTION = {
    FATHER: "adoptive father", MOTHER: "adoptive mother", SON: "adopted son",
    DAUGHTER: "adopted daughter",
}  # fmt: skip
_RUSSIAN_MODIFIERS = {
    "приёмный": _BY_ADOPTION, "приемный": _BY_ADOPTION,
    "усыновлённый": {SON: "adopted son"}, "крёстный": {FATHER: "godfather", MOTHER: "godmother"},
    "крестный": {FATHER: "godfather", MOTHER: "godmother"},
    "сводный": {BROTHER: "stepbrother", SISTER: "stepsister"},
    **dict.fromkeys(DEGREES, _OF_A_DEGREE),
}  # fmt: skip


def modified(relation: str, lemma: str) -> str:
    """What a Russian adjective makes of a relation: a "двоюродный" brother is a cousin."""
    return _RUSSIAN_MODIFIERS.get(lemma, {}).get(relation, relation)


COMPOSED = {
    **{(parent, FATHER): "grandfather" for parent in PARENTS},
    **{(parent, MOTHER): "grandmother" for parent in PARENTS},
    **{(parent, BROTHER): "uncle" for parent in PARENTS},
    **{(parent, SISTER): "aunt" for parent in PARENTS},
    **{(child, SON): "grandson" for child in CHILDREN},
    **{(child, DAUGHTER): "granddaughter" for child in CHILDREN},
    **{(sibling, SON): "nephew" for sibling in SIBLINGS},
    **{(sibling, DAUGHTER): "niece" for sibling in SIBLINGS},
    **{(spouse, FATHER): "father-in-law" for spouse in SPOUSES},
    **{(spouse, MOTHER): "mother-in-law" for spouse in SPOUSES},
    **{(spouse, BROTHER): "brother-in-law" for spouse in SPOUSES},
    **{(spouse, SISTER): "sister-in-law" for spouse in SPOUSES},
    (DAUGHTER, HUSBAND): "son-in-law", (SON, WIFE): "daughter-in-law",
    (SISTER, HUSBAND): "brother-in-law", (BROTHER, WIFE): "sister-in-law",
    ("uncle", SON): COUSIN, ("uncle", DAUGHTER): COUSIN,
    ("aunt", SON): COUSIN, ("aunt", DAUGHTER): COUSIN, ("grandfather", FATHER): "great-grandfather",
    ("grandmother", FATHER): "great-grandfather", ("grandfather", MOTHER): "great-grandmother",
    ("grandmother", MOTHER): "great-grandmother", ("grandson", SON): "great-grandson",
    ("granddaughter", SON): "great-grandson", ("grandson", DAUGHTER): "great-granddaughter",
    ("granddaughter", DAUGHTER): "great-granddaughter",
}  # fmt: skip
"""What two relations make one after the other, where they make one thing only. A mother's son may be
a half-brother and a brother's brother oneself, a grandmother's daughter the mother or an aunt."""


def composed(first: str, second: str) -> str:
    """The relation of somebody's ``first``'s ``second``; "relative" where it is not one alone."""
    return COMPOSED.get((first, second), RELATIVE)


def by_gender(relation: str, sex: str) -> str:
    """A relation that says no gender, said of a man or a woman where that is known."""
    pair = _OF_GENDER.get(relation)
    return relation if pair is None or not sex else pair[sex == "f"]


_OF_GENDER = {
    PARENT: (FATHER, MOTHER), CHILD: (SON, DAUGHTER), SIBLING: (BROTHER, SISTER),
    SPOUSE: (HUSBAND, WIFE), FIANCE: ("fiancé", "fiancée"),
}  # fmt: skip
