"""Number words and their values: English and Russian in all forms, the commonest of five others."""

import re
from collections.abc import Iterator

_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_EN_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_DE = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_FR = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_FR_TENS = "vingt trente quarante cinquante soixante"
_ES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_IT = (
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove"
)
_IT_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"
_PT = (
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze "
    "dezesseis "
    "dezessete dezoito dezenove"
)
_PT_TENS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"


def _counted(words: str, first: int = 0, step: int = 1) -> dict[str, float]:
    return {word: float(first + i * step) for i, word in enumerate(words.split(" "))}


_ADJECTIVE = "(?:ый|ий|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми|ою)"
_TEEN_STEMS = (
    "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат "
    "девятнадцат"
)
_RU_TENS = "двадцат тридцат"
_RU_FIFTIES = {"пят": 50, "шест": 60, "сем": 70, "вос": 80}
_HUNDREDS = {"дв": 200, "тр": 300, "четыр": 400, "пят": 500, "шест": 600, "сем": 700,
"восем": 800, "восьм": 800, "девят": 900}  # fmt: skip


def _russian() -> Iterator[tuple[str, float, bool]]:
    """Patterns of Russian number words with values, and whether they are ordinals."""
    yield "одиннадцат(?:ь|и|ью)", 11, False
    yield "дв(?:а|е|ух|ум|умя|ое|оих|оим|оими)", 2, False
    yield "об(?:а|е|оих|еих|оим|еим|оими|еими)", 2, False
    yield "тр(?:и|[её]х|[её]м|емя|ое|оих|оим|оими)", 3, False
    yield "четыр(?:е|[её]х|[её]м|ьмя)|четвер(?:о|ых|ым|ыми)", 4, False
    yield "пят(?:ь|и|ью|еро|ерых|ерым)|пят[её]р(?:о|ых|ым)", 5, False
    yield "шест(?:ь|и|ью)|шестер(?:о|ых|ым)", 6, False
    yield "сем(?:ь|и|ью)|семер(?:о|ых|ым)", 7, False
    yield "вос(?:емь|ьми|емью|ьмью)|восьмер(?:о|ых|ым)", 8, False
    yield "девят(?:ь|и|ью)|девятер(?:о|ых)", 9, False
    yield "десят(?:ь|и|ью)|десятер(?:о|ых)", 10, False
    for value, stem in enumerate(_TEEN_STEMS.split(" "), 11):
        yield f"{stem}(?:ь|и|ью)", value, False
        yield f"{stem}{_ADJECTIVE}", value, True
    for value, stem in zip((20, 30), _RU_TENS.split(" "), strict=True):
        yield f"{stem}(?:ь|и|ью)", value, False
        yield f"{stem}{_ADJECTIVE}", value, True
    yield "сорока?", 40, False
    yield f"сороков{_ADJECTIVE}", 40, True
    for stem, value in _RU_FIFTIES.items():
        soft = {"сем": "сем", "вос": "вос(?:емь|ьми|емью|ьмью)"}.get(stem, stem)
        head = soft if stem == "вос" else f"{soft}(?:ь|и|ью)"
        yield f"{head}десят(?:и|ью)?", value, False
        yield f"{'восьми' if stem == 'вос' else stem + 'и'}десят{_ADJECTIVE}", value, True
    yield "девяност[оа]", 90, False
    yield f"девяност{_ADJECTIVE}", 90, True
    yield "ста|сто", 100, False
    yield f"сот{_ADJECTIVE}", 100, True
    for stem, value in _HUNDREDS.items():
        yield f"{stem}(?:у|[её]х|рёх|ырёх|ырех|и|еми|ьми)?сот{_ADJECTIVE}", value, True
        inner = "[ёеуа]х|[ёеу]м|умя|емя|ьмя|ести|иста|еста|и|е|ь|ью"
        yield f"{stem}(?:{inner})?(?:сот|ст(?:ам|ами|ах|и|а))", value, False
    yield "двести", 200, False
    for value, stem in (
        (3, "трет(?:ий|ья|ье|ьи|ьего|ьему|ьим|ьем|ьей|ью|ьих|ьими)"),
        (4, f"четв[её]рт{_ADJECTIVE}"),
        (5, f"пят{_ADJECTIVE}"),
        (6, f"шест{_ADJECTIVE}"),
        (7, f"седьм{_ADJECTIVE}"),
        (8, f"восьм{_ADJECTIVE}"),
        (9, f"девят{_ADJECTIVE}"),
        (10, f"десят{_ADJECTIVE}"),
        (2, "втор(?:ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)"),
        (1, f"перв{_ADJECTIVE}"),
    ):
        yield stem, value, True
    yield "полтор(?:а|ы)|полутора", 1.5, False
    yield "полтораста|полутораста", 150, False
    yield "полсотни|полусотн[яюие]", 50, False
    yield "полдюжин[ыа]", 6, False
    yield "полмиллиона", 5e5, False
    yield "полтысячи", 500, False
    yield "полумиллион(?:а|у|ом)?", 5e5, False


_RUSSIAN = [(re.compile(pattern), value, ordinal) for pattern, value, ordinal in _russian()]
_RUSSIAN_BEGINS = frozenset(
    ("дв", "об", "тр", "че", "пя", "ше", "се", "во", "де", "од", "со", "ст", "вт", "пе", "по")
)
_RUSSIAN_ONE = re.compile("один|одн(?:а|о|ого|ому|им|ом|ой|у)")
_COMPOUND = re.compile(
    "(?P<tens>двадцати|тридцати|сорока|пятидесяти|шестидесяти|семидесяти|восьмидесяти|девяносто)?"
    "(?P<units>дв(?:ух|у)|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|"
    "двенадцати|тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати|восемнадцати|"
    "девятнадцати)?"
    "(?:дневн|летн|летия|летие|часов|этажн|местн|километров|метров|месячн|недельн|минутн|тонн|"
    "комнатн|значн|кратн|мильн|палубн|градусн|сотлет)"
)
_COMPOUND_TENS = {
    "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60,
    "семидесяти": 70, "восьмидесяти": 80, "девяносто": 90,
}  # fmt: skip

SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0, "score": 20.0,
    "hundert": 1e2, "tausend": 1e3, "cent": 1e2, "cents": 1e2, "mille": 1e3, "cien": 1e2,
    "ciento": 1e2, "mil": 1e3, "cento": 1e2, "mila": 1e3, "millones": 1e6, "millions": 1e6,
    "millionen": 1e6, "тыс": 1e3, "млн": 1e6, "млрд": 1e9, "k": 1e3, "bn": 1e9,
}  # fmt: skip
_RUSSIAN_SCALES = (
    (re.compile("тысяч(?:а|и|у|е|ей|ью|ам|ами|ах)?$"), 1e3),
    (re.compile("миллион(?:а|ов|у|ом|е|ы|ам|ами|ах)?$"), 1e6),
    (re.compile("миллиард(?:а|ов|у|ом|е|ы|ам|ами|ах)?$"), 1e9),
    (re.compile("дюжин(?:а|ы|у|е|ой)?$"), 12.0),
    (re.compile("сотн(?:я|ю|ей|е)$"), 100.0),
)

_OTHERS: dict[str, dict[str, float]] = {
    "de": {
        **_counted(_DE),
        **_counted(_DE_TENS, 20, 10),
        "eins": 1.0,
        "zwo": 2.0,
        "beide": 2.0,
        "dreissig": 30.0,
        "fuenf": 5.0,
        "zwoelf": 12.0,
    },
    "fr": {**_counted(_FR), **_counted(_FR_TENS, 20, 10), "vingts": 20.0, "septante": 70.0,
    "huitante": 80.0, "nonante": 90.0},
    "es": {**_counted(_ES), **_counted(_ES_TENS, 30, 10), "doscientos": 200.0,
    "trescientos": 300.0, "quinientos": 500.0},
    "it": {**_counted(_IT), **_counted(_IT_TENS, 20, 10)},
    "pt": {**_counted(_PT), **_counted(_PT_TENS, 20, 10), "duas": 2.0, "duzentos": 200.0},
}  # fmt: skip
_ENGLISH = {
    **_counted(_EN),
    **_counted(_EN_TENS, 20, 10),
    "fourty": 40.0,
    "twice": 2.0,
    "thrice": 3.0,
    "both": 2.0,
}
_ENGLISH_ORDINALS = {
    **_counted(_EN_ORDINALS, 1),
    **_counted(_EN_TENTHS, 20, 10),
    "hundredth": 100.0,
}
_GERMAN_JOINED = re.compile(
    r"(?:(?P<hundred>\w{3,6})?hundert)?(?:(?P<unit>ein|zwei|drei|vier|fünf|sechs|sieben|acht|"
    r"neun)und)?"
    r"(?P<rest>\w*)$"
)


def cardinal(word: str, language: str) -> float | None:
    """The value of a number word in small letters, or None. Not of a scale ("thousand")."""
    if language == "ru":
        if word[:2] not in _RUSSIAN_BEGINS:
            return None
        if _RUSSIAN_ONE.fullmatch(word):
            return 1.0
        for pattern, value, ordinal in _RUSSIAN:
            if not ordinal and pattern.fullmatch(word):
                return value
        return None
    if language == "de":
        return _german(word)
    return (
        _OTHERS.get(language, _ENGLISH).get(word)
        if language in _OTHERS or language == "en"
        else None
    )


def ordinal(word: str, language: str) -> float | None:
    """The value of an ordinal in small letters, or None."""
    if language == "en":
        return _ENGLISH_ORDINALS.get(word)
    if language == "ru" and word[:2] in _RUSSIAN_BEGINS:
        for pattern, value, is_ordinal in _RUSSIAN:
            if is_ordinal and pattern.fullmatch(word):
                return value
    return None


def scale(word: str, language: str) -> float | None:
    """What a number before this word is multiplied by, or None."""
    if language == "ru":
        for pattern, value in _RUSSIAN_SCALES:
            if pattern.match(word):
                return value
        return SCALES.get(word) if word in ("тыс", "млн", "млрд") else None
    return SCALES.get(word)


def compound(word: str) -> float | None:
    """The number a Russian adjective begins with ("двадцатипятилетний": 25), or None."""
    found = _COMPOUND.match(word)
    if not found or not (found["tens"] or found["units"]):
        return None
    units = 0.0
    if found["units"]:
        known = "двух" if found["units"] == "дву" else found["units"]
        units = cardinal(known, "ru") or 0.0
    return _COMPOUND_TENS.get(found["tens"] or "", 0) + units


def _german(word: str) -> float | None:
    table = _OTHERS["de"]
    if word in table:
        return table[word]
    if len(word) > 40 or not ("und" in word or word.endswith("tausend")):
        return None
    if word.endswith("tausend"):
        thousands = _german(word.removesuffix("tausend"))
        return thousands * 1e3 if thousands else None
    found = _GERMAN_JOINED.match(word)
    if not found:
        return None
    total = 0.0
    if "hundert" in word:
        total += 100.0 * table.get(found["hundred"] or "ein", 0.0)
        if not total:
            return None
    if found["unit"]:
        tens = table.get(found["rest"], 0.0)
        return total + table[found["unit"]] + tens if tens >= 20 else None
    if found["rest"]:
        rest = table.get(found["rest"])
        return None if rest is None else total + rest
    return total or None
