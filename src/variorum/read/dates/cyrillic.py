"""Russian words of time with their forms, and the Ukrainian words that stand with dates."""

Value = int | str | None
Word = tuple[str, Value]
"""The class and the value of a word, as ``lexicon`` tells them."""

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
_RU_MONTHS_WITH = (
    "январём февралём мартом апрелем маем июнем июлем августом сентябрём октябрём ноябрём декабрём"
)
"""Months as "между" has them; the other forms are in the model's calendar."""
_RU_SEASONS = {
    21: "весна весной весну весны весною", 22: "лето летом лета", 23: "осень осенью осени",
    24: "зима зимой зиму зимы зимою",
}  # fmt: skip


def _adjective(stem: str, soft: str = "") -> list[str]:
    """A Russian adjective's or ordinal's forms from its stem."""
    hard = ["ый", "ой", "ая", "ое", "ого", "ому", "ым", "ом", "ую", "ые", "ых", "ыми"]
    weak = ["ий", "яя", "ее", "его", "ему", "им", "ем", "ей", "юю", "ие", "их", "ими"]
    return [stem + ending for ending in (weak if soft else hard)]


def cyrillic() -> dict[str, Word]:
    """Russian words of time, and the Ukrainian ones that stand with dates, to class and value."""
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
    for number, form in enumerate(_RU_MONTHS_WITH.split(), 1):
        add("M", number, form)
        add("M", number, form.replace("ё", "е"))
    add("j", None, "прошло прошли прошёл прошел прошла минуло минул минула миновало")
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
    add("u", "year", "рік року році роком")
    add("U", "year", "років роки роках рокам роками")
    add("u", "month", "місяць місяця місяці")
    add("U", "month", "місяців")
    add("u", "week", "тиждень тижня тижні")
    add("u", "day", "дня")
    add("U", "day", "днів")
    add("c", "century", "століття столітті ст")
    add("S", 21, "навесні весною весна")
    add("S", 22, "влітку літо літа")
    add("S", 23, "восени осінь осені")
    add("S", 24, "взимку зима зими")
    add("i", None, "у")
    add("F", None, "з зі від")
    add("A", None, "і й та")
    add("I", None, "між")
    add("V", None, "після")
    add("q", None, "близько приблизно")
    add("s", None, "ж")
    add("X", None, "наступного наступний наступному наступної наступну")
    add("l", None, "минулого минулому")
    add("L", None, "потому пізніше")
    add("E", None, "раніше")
    add("B", 0, "початок початку")
    add("B", 1, "середині")
    add("B", 2, "кінець кінця кінці")
    add("½", None, "половині половини")
    return table
