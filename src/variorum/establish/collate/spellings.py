"""How one word may be written otherwise: by another rule of spelling, by ear, or by a scanner.

Each is a fold: two words that are equal once folded may be one. Spelling rules hold of any two words;
the looser folds also make one of words that are two ("diner", "dinner"), so that whoever uses them must
know that one side is no word.
"""

import re
import unicodedata
from functools import lru_cache

_WORDS = {
    "tyre": "tire", "tyres": "tires", "gipsy": "gypsy", "gipsies": "gypsies", "cypher": "cipher",
    "grey": "gray", "greyer": "grayer", "plough": "plow", "ploughs": "plows", "ploughed": "plowed",
    "cheque": "check", "cheques": "checks", "draught": "draft", "draughts": "drafts",
    "gaol": "jail", "gaols": "jails", "sulphur": "sulfur", "programme": "program",
    "programmes": "programs", "syrup": "sirup", "waggon": "wagon", "waggons": "wagons",
    "to-day": "today", "to-morrow": "tomorrow", "to-night": "tonight", "shew": "show",
    "shewed": "showed", "shewn": "shown", "connexion": "connection", "kerb": "curb",
}  # fmt: skip
_RULES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=\w{3})our|(?<=^od)our", "or"),
        (r"(?<=\w{3})is(?=e|ing|ation)", "iz"),
        (r"(?<=\w{3})ys(?=e|ing)", "yz"),
        (r"(?<=\w)(?:ae|oe)(?=\w{3})|^oe(?=\w{4})", "e"),
        (r"(?<=\w{3})re(?=s?$)", "er"),
        (r"logue(?=s?$)", "log"),
        (r"(?<=en)c(?=es?$)|(?<=cti)c(?=e|ing)", "s"),
        (r"([aeiou][^aeiou]{1,3}[aeiou])ll(?=ed$|ing$|ers?$|ors?$|ous$|$)", r"\1l"),
    )
)
"""British and American English."""
_BY_EAR = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("our", "or"),
        ("is(?=e|ing|ation)", "iz"),
        ("ae|oe", "e"),
        ("ph", "f"),
        ("ck|qu(?=e$)", "k"),
        ("c(?=e|ing)", "s"),
        ("y", "i"),
        ("ie(?=s?$)|e(?=s?$)", "i"),
        (r"(.)\1", r"\1"),
    )
)
"""What one word may be spelled with in older English, or by whoever writes as he hears."""
_OLD_RUSSIAN = str.maketrans({"ё": "е", "і": "и", "ѣ": "е", "ѳ": "ф", "ѵ": "и"})
_ARABIC = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})

_PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ſ", "s"))
"""Two letters that scanners take for one; and the long s."""
_FIGURES = str.maketrans("015", "ols")
_OTHERS = ("ubflqz968|ſнпсещъэ3цл", "nhtig2ghhisииоошьззчи")
_SINGLE = tuple(
    str.maketrans(letters + _OTHERS[0], meant + _OTHERS[1])
    for letters, meant in (("ae", "oc"), ("o", "c"))
)
"""Letters that scanners take for one another, as the one that stands for all of them: a like o and c
like e, or else o like c."""
_HOMOGLYPHS = str.maketrans("aceopxyk", "асеорхук")
"""Latin letters that look like Cyrillic ones; a word of both alphabets is a Cyrillic one."""
_LATIN = re.compile("[a-z]")
_CYRILLIC = re.compile("[а-яё]")


def same_in_any_spelling(one: str, other: str, language: str) -> bool:
    """Whether two folded forms are one word by the rules of a language's spellings."""
    if one == other:
        return True
    return _spelled(one, language) == _spelled(other, language)


def same_by_sound(one: str, other: str, language: str) -> bool:
    """Whether two forms may be one word written by ear, or with other accents."""
    if language == "en":
        return _heard(one) == _heard(other)
    return _bare(one) == _bare(other)


@lru_cache(maxsize=65_536)
def _folds(form: str) -> frozenset[tuple[int, str]]:
    """A form with each letter as the one it is most easily taken for, letter by letter and in pairs."""
    form = form.replace("'", "")
    if _LATIN.search(form) and _CYRILLIC.search(form):
        form = form.translate(_HOMOGLYPHS)
    form = form.translate(_FIGURES)
    paired = form
    for seen, meant in _PAIRS:
        paired = paired.replace(seen, meant)
    return frozenset(
        (number, one.translate(single))
        for number, single in enumerate(_SINGLE)
        for one in (form, paired)
    )


def is_misread(one: str, other: str) -> bool:
    """Whether a scanner may have taken the one word for the other; no two numbers, and no two letters of
    scripts in which a letter is a word."""
    if one == other or abs(len(one) - len(other)) > max(2, min(len(one), len(other)) // 3):
        return False
    if not (one[0].isalnum() and other[0].isalnum()) or (one.isdigit() and other.isdigit()):
        return False
    return not _folds(one).isdisjoint(_folds(other))


def _spelled(form: str, language: str) -> str:
    if language == "ru":
        return form.translate(_OLD_RUSSIAN).rstrip("ъ")
    if language == "de":
        return form.replace("ß", "ss")
    if language in ("ar", "fa"):
        return _bare(form)
    if language != "en":
        return form
    form = _WORDS.get(form, form).replace("'", "")
    for pattern, to in _RULES:
        form = pattern.sub(to, form)
    return form


def _heard(form: str) -> str:
    for pattern, to in _BY_EAR:
        form = pattern.sub(to, form)
    return form


def _bare(form: str) -> str:
    """A form without accents and points; in Hebrew without the letters that stand for vowels within."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
    if "א" <= form[0] <= "ת":
        return bare[0] + re.sub("[וי]", "", bare[1:-1]) + bare[-1]
    return bare.translate(_ARABIC)
