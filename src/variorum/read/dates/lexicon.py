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
from variorum.read.dates.cyrillic import Value, Word, cyrillic

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
    add("n", 1000, "thousand")
    for number, word in enumerate(_ORDINALS.split(), 1):
        table[word] = ("o", number)
    add("o", 30, "thirtieth")
    for number, word in enumerate(_DECADES.split(), 2):
        table[word] = ("G", number * 10)
    for number, word in enumerate(_WEEKDAYS.split()):
        table[word] = ("W", number)
    for unit in ("day", "week", "month", "year", "decade", "quarter", "weekend", "fortnight"):
        table[unit], table[unit + "s"] = ("u", unit), ("U", unit)
    table["nights"] = ("U", "day")
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
    table |= cyrillic()
    for name, month in MONTHS.items():
        if name not in CAPITALISED and name not in table:
            table[name] = ("M", month)
    return table


WORDS = _words()
"""Lower-case words; English months, which must have their capital, are in ``CAPITAL_MONTHS``."""

CAPITAL_MONTHS = {name: MONTHS[name] for name in sorted(CAPITALISED) if name in MONTHS}
