"""A person's name in its parts: given names or initials, surname, generation."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from variorum.identify.folding import folded, skeleton
from variorum.identify.given import gender_of_given, given_keys, is_known_given, is_pet_form

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
_TWO_WORDS = frozenset(
    ("lo", "lopez", "garcia", "san", "saint", "st", "abu", "al", "el", "bin", "ben")
)
"""First words of surnames of two."""
_PATRONYMIC = re.compile(
    r"\w{2,}(?:ovich|evich|yevich|ovna|evna|yevna|ichna|inichna)|ilich|ilyich|ilich|kuzmich|lukich|fomich"
    r"|nikitich|savvich|\w{2,}(?:ovych|ivna)"
)
_SURNAME = re.compile(r"\w{2,}(?:ov|ova|ev|eva|yov|yova|in|ina|sky|skiy|skaya|skii|ko|uk|yuk|yan)")
_INNER = re.compile(r"(?<=\w)['’‘`ʼ](?=\w\w)")
"""The apostrophe of O'Brien and d'Artagnan; not that of a possessive."""
_TOKEN = re.compile(r"[^\s.]+\.?")
_INITIAL_LENGTH = 2
"""Letters of the longest initial: one, or two where one Cyrillic letter becomes two (Yu., Ya.)."""

_FEMALE = """mrs ms miss mme mlle mademoiselle fraulein signorina senorita madame lady frau
senora signora gospozha sister mother widow aunt grandmother queen princess tyotya
tetya babushka mat sestra vdova"""
_MALE = """mr sir lord herr monsieur senor signor gospodin brother father uncle grandfather king prince
dyadya dedushka otets brat"""
_OFFICES = """dr doctor prof professor rev reverend father fr hon judge capt captain maj major col
colonel gen general lt lieutenant sgt sergeant cpl corporal pvt private president"""
MRS = "mrs"
_MISS = frozenset(("miss", "mlle", "mademoiselle", "fraulein", "signorina", "senorita"))
_MRS = frozenset((MRS, "mme", "madame", "lady", "frau", "senora", "signora", "widow", "vdova"))
FEMALE_TITLES, MALE_TITLES = frozenset(_FEMALE.split()), frozenset(_MALE.split())
"""Forms of address and kin terms that tell a gender, folded to Latin letters."""


@dataclass(frozen=True, slots=True)
class Name:
    """``given`` names in order, folded; an initial ends in a full stop. ``surname`` is levelled by
    ``skeleton``; a name of one word is a surname until something tells otherwise.
    ``gender``, as ``gender_of`` has it, is from titles, a patronymic or the given name. ``surname`` is
    empty where a patronymic stands with the first name only.
    """

    given: tuple[str, ...]
    surname: str
    generation: str = ""
    gender: str = ""


@lru_cache(maxsize=1 << 17)
def parsed(form: str, gender: str = "") -> Name:
    """The parts of ``form``: "Petrov, Lev", "L.N. Petrov", "Петров Лев Иванович", "Lev Petrov, Jr."."""
    form = _INNER.sub("", form)
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
    keys = tuple(map(_given_key, given))
    return Name(keys, skeleton(surname), generation, _told(_gender_by_name(keys), gender) or gender)


ADDRESS = FEMALE_TITLES | MALE_TITLES | frozenset(_OFFICES.split())
"""Words before a name that are no part of it."""


def gender_of(titles: tuple[str, ...]) -> str:
    """``f``, ``miss``, ``mrs``, ``m`` or, where no title tells or they disagree, unknown ("")."""
    words = {folded(title).rstrip(".") for title in titles}
    female, male = bool(words & FEMALE_TITLES), bool(words & MALE_TITLES)
    if female == male:
        return ""
    if male:
        return "m"
    return "miss" if words & _MISS else MRS if words & _MRS else "f"


def one_gender(a: str, b: str) -> bool:
    """Whether two genders, as ``gender_of`` tells them, can be one person's: a woman may be either."""
    return not a or not b or a == b or (is_woman(a) and is_woman(b) and "f" in (a, b))


def is_woman(gender: str) -> bool:
    """Whether a gender is a woman's."""
    return gender in ("f", "miss", MRS)


def _gender_by_name(given: tuple[str, ...]) -> str:
    if not given or given[0].endswith("."):
        return ""
    if len(given) > 1 and is_patronymic(given[1]):
        return "f" if given[1].endswith("na") else "m"
    return gender_of_given(given[0])


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
    together = bool(name.given and fuller.given)
    if (
        not one_gender(_sex(name.gender), _sex(fuller.gender))
        if together
        else not one_gender(name.gender, fuller.gender)
    ):
        return False
    if not name.given and is_woman(name.gender) and not is_woman(fuller.gender):
        return False
    given = fuller.given
    if _last_names(given, name.given):
        given = given[len(given) - len(name.given) :]
    return all(_given_fit(a, b) for a, b in zip(given, name.given, strict=False))


def _sex(gender: str) -> str:
    """A gender without what marriage changes: Miss Ada Hollis may be Mrs. Ada Hollis later."""
    return "f" if is_woman(gender) else gender


def _last_names(fuller: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether one goes by one's second name ("W. Mark Felt", "Mark Felt"), or a surname has two words
    ("Gaetano Lo Presti", "Lo Presti")."""
    if not 0 < len(given) < len(fuller):
        return False
    begun = fuller[0].endswith(".") and not given[0].endswith(".")
    return (begun or given[0] in _TWO_WORDS) and fuller[len(fuller) - len(given) :] == given


def merged(fuller: Name, name: Name) -> Name:
    """What both names together tell of the person."""
    longest = max(fuller.given, name.given, key=len)
    pairs = zip(fuller.given, name.given, strict=False)
    if longest == fuller.given and _last_names(longest, name.given):
        return replace(fuller, gender=_told(fuller.gender, name.gender))
    head = tuple(_fuller(a, b) for a, b in pairs)
    return Name(
        head + longest[len(head) :],
        fuller.surname,
        fuller.generation,
        _told(fuller.gender, name.gender),
    )


def _told(a: str, b: str) -> str:
    """Of two genders the one that tells more."""
    return b if not a or (a == "f" and is_woman(b)) else a


def _fuller(a: str, b: str) -> str:
    """Of two forms of a given name the one that tells more: full before pet form before initial."""
    ranked = sorted((a, b), key=lambda part: (part.endswith("."), is_pet_form(part)))
    return a if ranked[0] == a or a == b else b


def _generation(word: str) -> str | None:
    return _GENERATIONS.get(folded(word).strip(". "))


def _given_key(token: str) -> str:
    bare = token.rstrip(".")
    initial = len(bare) == 1 or (token.endswith(".") and len(bare) <= _INITIAL_LENGTH)
    return bare + ("." if initial else "")


def is_patronymic(word: str) -> bool:
    """Whether a folded word is a Russian or Ukrainian patronymic: Ivanovna, Ilyich."""
    return bool(_PATRONYMIC.fullmatch(word))


def _given_fit(a: str, b: str) -> bool:
    if a.endswith(".") or b.endswith("."):
        a, b = a.rstrip("."), b.rstrip(".")
        if a.startswith(b) or b.startswith(a):
            return True
        a, b = sorted((a, b), key=len)
        return any(name.startswith(skeleton(a)) for name in given_keys(b))
    if is_patronymic(a) and is_patronymic(b):
        return skeleton(a) == skeleton(b)
    return bool(given_keys(a) & given_keys(b))


def _divided(tokens: list[str]) -> tuple[list[str], str]:
    for index in range(1, len(tokens)):
        if is_patronymic(tokens[index]):
            rest = tokens[: index - 1] + tokens[index + 1 :]
            if len(rest) <= 1 and (rest or is_known_given(tokens[0])):
                return tokens[index - 1 : index + 1], "".join(rest)
    # "Petrov L. N.": initials after the surname
    if not tokens[0].endswith(".") and len(tokens[0]) > 1 and len(tokens) > 1:
        tail = tokens[1:]
        if all(part.endswith(".") and len(part) <= _INITIAL_LENGTH + 1 for part in tail):
            return tail, tokens[0]
    # "Petrov Lev" in Cyrillic letters: the surname first, as a register writes it
    if len(tokens) == 2 and _surname_first(*tokens):
        return tokens[1:], tokens[0]
    given = [part for part in tokens[:-1] if part not in _PARTICLES]
    return given, tokens[-1].rstrip(".")


def _surname_first(first: str, second: str) -> bool:
    """Whether a given name known stands second, and a word that ends as Russian surnames do first."""
    return is_known_given(second) and not is_known_given(first) and bool(_SURNAME.fullmatch(first))
