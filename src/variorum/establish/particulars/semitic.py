"""Number words of Hebrew and Arabic, with the small words that are written at their head."""

from functools import lru_cache

LANGUAGES = ("he", "ar", "fa")
_AND = {"he": "ו", "ar": "و"}
_PREFIXES = {"he": "והבלכמש", "ar": "وفبلك"}


def _table(rows: str) -> dict[str, float]:
    found = {}
    for row in rows.split(";"):
        value, *words = row.split()
        found.update(dict.fromkeys(words, float(value)))
    return found


_CARDINALS = {
    "he": _table(
        """0 אפס;1 אחד אחת;2 שניים שתיים שני שתי;3 שלוש שלושה שלושת שלש שלשה;4 ארבע ארבעה ארבעת;
        5 חמש חמישה חמשה חמשת חמישת;6 שש שישה ששה ששת שישת;7 שבע שבעה שבעת;8 שמונה שמונת;
        9 תשע תשעה תשעת;10 עשר עשרה עשרת;20 עשרים;30 שלושים שלשים;40 ארבעים;50 חמישים חמשים;
        60 שישים ששים;70 שבעים;80 שמונים;90 תשעים;200 מאתיים מאתים;2000 אלפיים אלפים"""
    ),
    "ar": _table(
        """0 صفر;1 واحد واحدة;
        2 اثنان اثنين اثنتان اثنتين إثنان إثنين;3 ثلاث ثلاثة;4 أربع أربعة اربع اربعة;
        5 خمس خمسة;6 ست ستة;7 سبع سبعة;8 ثمان ثماني ثمانية;9 تسع تسعة;10 عشر عشرة;20 عشرون عشرين;
        30 ثلاثون ثلاثين;40 أربعون أربعين اربعون اربعين;50 خمسون خمسين;60 ستون ستين;70 سبعون سبعين;
        80 ثمانون ثمانين;90 تسعون تسعين;200 مئتان مئتين مائتان مائتين;
        300 ثلاثمئة ثلاثمائة;400 أربعمئة أربعمائة;500 خمسمئة خمسمائة;600 ستمئة ستمائة;
        700 سبعمئة سبعمائة;800 ثمانمئة ثمانمائة;900 تسعمئة تسعمائة;2000 ألفان ألفين"""
    ),
}
_SCALES = {
    "he": _table("100 מאה מאות;1000 אלף;1000000 מיליון"),
    "ar": _table("100 مئة مائة;1000 ألف الف آلاف ألفا;1000000 مليون ملايين"),
}


@lru_cache(maxsize=4096)
def semitic(word: str, language: str) -> tuple[float | None, str, bool]:
    """The value of a word, ``cardinal``, ``scale`` or ``word``, and whether "and" is written before it.

    A prefix is only taken off where the word without it is a numeral."""
    bare, joined = _bare(word), False
    for _ in range(3):
        for table, kind in ((_CARDINALS, "cardinal"), (_SCALES, "scale")):
            value = table.get(language, {}).get(bare)
            if value is not None:
                return value, kind, joined
        if language not in _PREFIXES or len(bare) < 4 or bare[0] not in _PREFIXES[language]:
            break
        joined = joined or bare[0] == _AND[language]
        bare = bare[1:]
    return None, "word", False


def _bare(word: str) -> str:
    """A word without the points that stand for vowels."""
    return "".join(c for c in word if not ("\u0591" <= c <= "\u05c7" or "\u064b" <= c <= "\u0652"))
