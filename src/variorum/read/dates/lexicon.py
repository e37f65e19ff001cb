"""Words of time: to each its class, one letter, and its value. English, Russian; Ukrainian dates.

The letters are the alphabet of the grammar's patterns:

====  =============================================  ====  ==========================================
d     1 to 31 in digits                              N     any other whole number in digits
Y     four digits that may be a year                 D     a decade in digits ("1980s", "80s")
n     a number in words                              v     several, a few
a     a, an                                          o     an ordinal
M     a month                                        W     a weekday
S     a season                                       P     a part of the day
H     a holiday                                      G     a decade in words ("eighties")
u U   a unit, one or several                         c     century
t     the                                            h     this, current
T     that                                           s     same, very
l     last, past                                     p     previous
x     next, coming                                   X     following
y     yesterday, today                               r     now, formerly, soon
g     ago                                            L     later
E     earlier                                        e     before
V     after                                          J     had, have (passed)
j     passed                                         q     about
m     perhaps                                        b     early, mid, late
B     beginning, middle, end                         f     of
i     in, on, at                                     F     from
w     since                                          z     until
Z     to, through                                    k     by
I     between                                        A     and
O     or                                             !     not, no
%     than                                           +     onwards
@     через                                          Q     the day before (накануне)
&     a Roman number                                 ^     the ending of a Russian ordinal ("20-е")
C     a date of the calendar, once it is read        X…    see ``grammar``
====  =============================================  ====  ==========================================
"""

from variorum.model.calendar import CAPITALISED, MONTHS

Value = int | str | None
Word = tuple[str, Value]

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"

_RU_ORDINALS = (
    "перв втор треть четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат "
    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)
_RU_TENS = {"тридцат": 30, "сороков": 40, "пятидесят": 50, "шестидесят": 60, "семидесят": 70,
            "восьмидесят": 80, "девяност": 90}  # fmt: skip
_RU_NUMBERS = (
    ("один одного одну одной", 1), ("два две двух", 2), ("три трёх трех", 3),
    ("четыре четырёх четырех", 4), ("пять пяти", 5), ("шесть шести", 6), ("семь семи", 7),
    ("восемь восьми", 8), ("девять девяти", 9), ("десять десяти", 10), ("одиннадцать", 11),
    ("двенадцать", 12), ("пятнадцать", 15), ("двадцать двадцати", 20), ("тридцать тридцати", 30),
    ("сорок", 40), ("пятьдесят", 50), ("сто", 100), ("полтора полторы", 1),
)  # fmt: skip
_RU_UNITS = {
    "day": ("день дня дню днём днем дне", "дней дни дням днями сутки суток"),
    "week": ("неделя недели неделю неделе неделей", "недель неделям"),
    "month": ("месяц месяца месяцу месяцем месяце", "месяцев месяцы месяцам месяцами"),
    "year": ("год года году годом годе", "лет годы годов годах годам годами"),
    "decade": ("десятилетие десятилетия десятилетии десятилетием", "десятилетий"),
    "century": ("", ""),
}
_RU_WEEKDAYS = (
    "понедельник понедельника", "вторник вторника", "среда среду среды", "четверг четверга",
    "пятница пятницу пятницы", "суббота субботу субботы", "воскресенье воскресенья",
)  # fmt: skip
_RU_SEASONS = {
    21: "весна весной весну весны весною", 22: "лето летом лета", 23: "осень осенью осени",
    24: "зима зимой зиму зимы зимою",
}  # fmt: skip


def _adjective(stem: str, soft: str = "") -> list[str]:
    """A Russian adjective's or ordinal's forms from its stem."""
    hard = ["ый", "ой", "ая", "ое", "ого", "ому", "ым", "ом", "ую", "ые", "ых", "ыми"]
    weak = ["ий", "яя", "ее", "его", "ему", "им", "ем", "ей", "юю", "ие", "их", "ими"]
    return [stem + ending for ending in (weak if soft else hard)]


def _words() -> dict[str, Word]:
    table: dict[str, Word] = {}

    def add(code: str, value: Value, words: str) -> None:
        for word in words.split():
            table[word] = (code, value)

    for number, word in enumerate(_NUMBERS.split(), 1):
        table[word] = ("n", number)
    for number, word in enumerate(_TENS.split(), 2):
        table[word] = ("n", number * 10)
    add("n", 100, "hundred")
    for number, word in enumerate(_ORDINALS.split(), 1):
        table[word] = ("o", number)
    add("o", 30, "thirtieth")
    for number, word in enumerate(_DECADES.split(), 2):
        table[word] = ("G", number * 10)
    for number, word in enumerate(_WEEKDAYS.split()):
        table[word] = ("W", number)
    for unit in ("day", "week", "month", "year", "decade", "quarter", "weekend", "fortnight"):
        table[unit], table[unit + "s"] = ("u", unit), ("U", unit)
    table["century"], table["centuries"] = ("c", "century"), ("c", "century")
    add("S", 21, "spring springtime")
    add("S", 22, "summer summertime")
    add("S", 23, "autumn fall")
    add("S", 24, "winter wintertime")
    add("P", None, "morning afternoon evening night noon midnight midday dawn dusk nightfall")
    add("H", "12-25", "christmas xmas")
    add("H", "easter", "easter")
    add("H", "thanksgiving", "thanksgiving")
    add("H", "10-31", "halloween hallowe'en")
    add("a", None, "a an")
    add("t", None, "the")
    add("h", None, "this current")
    add("T", None, "that those latest")
    add("s", None, "same very selfsame")
    add("l", None, "last past recent")
    add("p", None, "previous preceding prior")
    add("x", None, "next coming upcoming")
    add("X", None, "following subsequent ensuing succeeding")
    add("y", -1, "yesterday yesterday's")
    add("y", 0, "today tonight to-day")
    add("y", 1, "tomorrow to-morrow")
    add("r", 0, "now currently nowadays")
    add("r", -1, "recently")
    add("g", None, "ago")
    add("L", None, "later afterwards afterward thereafter hence")
    add("E", None, "earlier beforehand")
    add("e", None, "before")
    add("V", None, "after")
    add("J", None, "had have has")
    add("j", None, "passed elapsed")
    add("q", None, "about around circa roughly approximately nearly almost some ca c")
    add("m", None, "perhaps possibly probably maybe")
    add("b", 0, "early")
    add("b", 1, "mid middle")
    add("b", 2, "late")
    add("B", 0, "beginning start outset opening")
    add("B", 1, "middle midst")
    add("B", 2, "end close")
    add("½", None, "half")
    add("f", None, "of")
    add("i", None, "in on at during throughout")
    add("F", None, "from")
    add("w", None, "since")
    add("z", None, "until till 'til")
    add("Z", None, "to through thru")
    add("k", None, "by")
    add("I", None, "between")
    add("A", None, "and")
    add("O", None, "or")
    add("!", None, "not no")
    add("%", None, "than")
    add("+", None, "onward onwards")
    add("v", None, "several few couple many")
    table |= _russian()
    for name, month in MONTHS.items():
        if name not in CAPITALISED and name not in table:
            table[name] = ("M", month)
    return table


def _russian() -> dict[str, Word]:
    table: dict[str, Word] = {}

    def add(code: str, value: Value, words: str) -> None:
        for word in words.split():
            table[word] = (code, value)

    for number, stem in enumerate(_RU_ORDINALS.split(), 1):
        for form in _adjective(stem, "soft" if number == 3 else ""):
            table[form] = ("o", number)
    table |= dict.fromkeys(
        ["третий", "третья", "третье", "третьего", "третьему", "третьим"], ("o", 3)
    )
    for stem, number in _RU_TENS.items():
        for form in _adjective(stem):
            table[form] = ("o", number)
    for forms, number in _RU_NUMBERS:
        add("n", number, forms)
    for unit, (one, many) in _RU_UNITS.items():
        add("u", unit, one)
        add("U", unit, many)
    add("c", "century", "век века веке веку веком столетия столетие столетии")
    for number, forms in enumerate(_RU_WEEKDAYS):
        add("W", number, forms)
    for number, forms in _RU_SEASONS.items():
        add("S", number, forms)
    add("P", None, "утро утром утра вечер вечером вечера ночь ночью ночи полдень полночь днём")
    table["днём"] = ("u", "day")
    add("h", None, "этот этого этом этой эту этим этою эта это")
    add("T", None, "тот того тому том той ту тем тою")
    add("s", None, "же самый самого самом самой самую")
    add("l", None, " ".join(_adjective("прошл")))
    add("p", None, " ".join([*_adjective("предыдущ", "soft"), "предшествующем", "предшествующий"]))
    add("x", None, " ".join(_adjective("будущ", "soft")))
    add("X", None, " ".join(_adjective("следующ", "soft")) + " другой другое")
    add("y", -2, "позавчера")
    add("y", -1, "вчера")
    add("y", 0, "сегодня")
    add("y", 1, "завтра")
    add("y", 2, "послезавтра")
    add("r", 0, "сейчас теперь ныне нынче")
    add("r", -1, "недавно")
    add("g", None, "назад")
    add("L", None, "спустя позже позднее")
    add("E", None, "раньше ранее")
    add("Q", None, "накануне")
    add("@", None, "через")
    add("q", None, "около примерно приблизительно ок")
    add("m", None, "возможно вероятно")
    add("B", 0, "начало начале начала началу")
    add("B", 1, "середина середине середины середину")
    add("B", 2, "конец конце конца концу")
    add("½", None, "половина половине половины половину")
    add("i", None, "в во на")
    add("F", None, "с со от")
    add("z", None, "до")
    add("Z", None, "по")
    add("k", None, "к ко")
    add("I", None, "между")
    add("V", None, "после")
    add("A", None, "и")
    add("O", None, "или либо")
    add("!", None, "не")
    add("v", None, "несколько нескольких пару")
    add("^", None, "й го м ом ая ой е х ые ых ми му я")
    return table


WORDS = _words()
"""Lower-case words; English months, which must have their capital, are in ``CAPITAL_MONTHS``."""

CAPITAL_MONTHS = {name: MONTHS[name] for name in sorted(CAPITALISED) if name in MONTHS}
