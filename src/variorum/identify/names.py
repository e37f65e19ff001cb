"""A person's name in its parts: given names or initials, surname, generation."""

import re
from dataclasses import dataclass
from functools import lru_cache

from variorum.identify.folding import folded, skeleton

_GENERATIONS = {
    **dict.fromkeys(("jr", "jnr", "junior", "fils", "mladshiy", "younger"), "junior"),
    **dict.fromkeys(("sr", "snr", "senior", "pere", "starshiy", "elder"), "senior"),
    **{numeral: numeral for numeral in ("ii", "iii", "iv", "vi", "vii", "viii")},
}
_PARTICLES = frozenset(
    [
        "de",
        "la",
        "du",
        "des",
        "da",
        "do",
        "dos",
        "di",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "zu",
    ]
)
_PATRONYMIC = re.compile(
    r"\w{2,}(?:ovich|evich|ovna|evna|ichna)|ilich|ilyich|kuzmich|lukich|fomich"
)
_TOKEN = re.compile(r"[^\s.]+\.?")
_INITIAL_LENGTH = 2
"""Letters of the longest initial: one, or two where one Cyrillic letter becomes two (Yu., Ya.)."""

_FEMALE = """mrs ms miss mme mlle madame lady frau senora signora gospozha sister mother widow aunt
grandmother queen princess tyotya tetya babushka mat sestra vdova"""
_MALE = """mr sir lord herr monsieur senor signor gospodin brother father uncle grandfather king prince
dyadya dedushka otets brat"""
FEMALE_TITLES, MALE_TITLES = frozenset(_FEMALE.split()), frozenset(_MALE.split())
"""Forms of address and kin terms that tell a gender, folded to Latin letters."""


_SAME_GIVEN = """aleksandr alexander|aleksey alexis alexei|anastasiya anastasia|andrey andrew|
anna anne ann|daniil daniel|dmitry demetrius|ekaterina catherine katherine yekaterina|elena helen|
elizaveta elizabeth|evgeny eugene|fyodor theodore|gavriil gabriel|georgy george|grigory gregory|
ilya elijah|iosif joseph osip|konstantin constantine|lev leo|lidiya lydia|mariya maria mary marie|
matvey matthew|mikhail michael|nataliya natalie natalia natalya|nikolay nicholas nicolas|
pavel paul|pyotr peter|sergey sergius serge|semyon simon|sofiya sofya sophia|stepan stephen|
timofey timothy|tatyana tatiana|vasily basil|vladimir wladimir|yakov jacob|yefim efim|
yuliya julia|zinaida zenaida"""
_GIVEN = {
    skeleton(name): skeleton(family.split()[0])
    for family in _SAME_GIVEN.split("|")
    for name in family.split()
}
"""Given names that are one name in Russian and in English letters or translation; no diminutives."""


@dataclass(frozen=True, slots=True)
class Name:
    """``given`` names in order, folded; an initial ends in a full stop. ``surname`` is levelled by
    ``skeleton``; a name of one word is a surname until something tells otherwise.
    ``gender`` is f, m or unknown: from titles only.
    """

    given: tuple[str, ...]
    surname: str
    generation: str = ""
    gender: str = ""


@lru_cache(maxsize=1 << 17)
def parsed(form: str, gender: str = "") -> Name:
    """The parts of ``form``: "Petrov, Lev", "L.N. Petrov", "Петров Лев Иванович", "Lev Petrov, Jr."."""
    before, comma, after = form.partition(",")
    if comma and _generation(after) is None and after.strip():
        form = f"{after} {before}"
    tokens = _TOKEN.findall(folded(form.replace(",", " ")))
    generation = ""
    while len(tokens) > 1 and tokens[-1].rstrip(".") in _GENERATIONS:
        generation = _GENERATIONS[tokens.pop().rstrip(".")]
        if len(tokens) > 1 and tokens[-1] == "the":
            tokens.pop()
    tokens = [token for token in tokens if token.strip(".-")]
    if not tokens:
        return Name((), "", generation, gender)
    given, surname = _divided(tokens)
    return Name(tuple(map(_given_key, given)), skeleton(surname), generation, gender)


def gender_of(titles: tuple[str, ...]) -> str:
    """``f``, ``m`` or, where no title tells or they contradict each other, unknown."""
    words = {folded(title).rstrip(".") for title in titles}
    female, male = bool(words & FEMALE_TITLES), bool(words & MALE_TITLES)
    return "" if female == male else "f" if female else "m"


def specificity(name: Name) -> tuple[int, int, int]:
    """Sort key: how much a name tells; full given names first, then initials, then a title."""
    full = sum(not part.endswith(".") for part in name.given)
    return (full, len(name.given), bool(name.gender) + bool(name.generation))


def fit(fuller: Name, name: Name) -> bool:
    """Whether two names of one surname can be one person's.

    Given names must be equal or abbreviate each other position by position; Jr. is not Sr., nor
    either of them a plain name; "Mrs. Petrov" is only whom another title shows to be a woman.
    """
    if fuller.generation != name.generation:
        return False
    if name.gender and fuller.gender and name.gender != fuller.gender:
        return False
    if not name.given and name.gender == "f" and fuller.gender != "f":
        return False
    return all(_given_fit(a, b) for a, b in zip(fuller.given, name.given, strict=False))


def merged(fuller: Name, name: Name) -> Name:
    """What both names together tell of the person."""
    longest = max(fuller.given, name.given, key=len)
    pairs = zip(fuller.given, name.given, strict=False)
    head = tuple(b if a.endswith(".") and not b.endswith(".") else a for a, b in pairs)
    return Name(
        head + longest[len(head) :],
        fuller.surname,
        fuller.generation,
        fuller.gender or name.gender,
    )


def given_key(name: str) -> str:
    """A folded given name levelled by ``skeleton``, and translations of one name made one."""
    key = skeleton(name)
    return _GIVEN.get(key, key)


def _generation(word: str) -> str | None:
    return _GENERATIONS.get(folded(word).strip(". "))


def _given_key(token: str) -> str:
    bare = token.rstrip(".")
    initial = len(bare) == 1 or (token.endswith(".") and len(bare) <= _INITIAL_LENGTH)
    return bare + ("." if initial else "")


def _given_fit(a: str, b: str) -> bool:
    initial = a.endswith(".") or b.endswith(".")
    if initial:
        a, b = a.rstrip("."), b.rstrip(".")
        if a.startswith(b) or b.startswith(a):
            return True
    a, b = given_key(a), given_key(b)
    return a == b or (initial and (a.startswith(b) or b.startswith(a)))


def _divided(tokens: list[str]) -> tuple[list[str], str]:
    if len(tokens) >= 3:
        for index in range(1, len(tokens)):
            if _PATRONYMIC.fullmatch(tokens[index]):
                rest = tokens[: index - 1] + tokens[index + 1 :]
                if len(rest) == 1:
                    return tokens[index - 1 : index + 1], rest[0]
    # "Petrov L. N.": initials after the surname
    if not tokens[0].endswith(".") and len(tokens[0]) > 1 and len(tokens) > 1:
        tail = tokens[1:]
        if all(part.endswith(".") and len(part) <= _INITIAL_LENGTH + 1 for part in tail):
            return tail, tokens[0]
    given = [part for part in tokens[:-1] if part not in _PARTICLES]
    return given, tokens[-1].rstrip(".")
