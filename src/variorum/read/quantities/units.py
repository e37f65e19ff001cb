"""Units of measure and money, by the words and signs for them, English and Russian."""

from variorum.read.words import listed

UNITS = {
    "year": "year", "yr": "year", "month": "month", "week": "week", "day": "day", "night": "night",
    "hour": "hour", "minute": "minute", "min": "minute", "second": "second",
    "mile": "mile", "kilometre": "kilometre", "kilometer": "kilometre", "km": "kilometre",
    "metre": "metre", "meter": "metre", "m": "metre", "foot": "foot", "feet": "foot", "ft": "foot",
    "inch": "inch", "yard": "yard", "fathom": "fathom", "league": "league", "knot": "knot",
    "centimetre": "centimetre", "centimeter": "centimetre", "cm": "centimetre",
    "millimetre": "millimetre", "millimeter": "millimetre", "mm": "millimetre", "acre": "acre",
    "hectare": "hectare", "ton": "ton", "tonne": "tonne", "kilogram": "kilogram", "kg": "kilogram",
    "kilo": "kilogram", "gram": "gram", "pound": "pound", "lb": "pound", "ounce": "ounce",
    "litre": "litre", "liter": "litre", "gallon": "gallon", "degree": "degree",
    "percent": "percent", "%": "percent", "mph": "mile per hour",
    "oclock": "clock", "o'clock": "clock", "yds": "yard", "yd": "yard",
    "dollar": "dollar", "euro": "euro", "ruble": "ruble", "rouble": "ruble", "franc": "franc",
    "cent": "cent", "shilling": "shilling", "crown": "crown", "guinea": "guinea", "penny": "penny",
    "pence": "penny", "livre": "livre", "thaler": "thaler", "florin": "florin", "yen": "yen",
    "peso": "peso", "sterling": "pound sterling", "furlong": "furlong",
    "hundredweight": "hundredweight", "pood": "pood", "verst": "verst", "sazhen": "sazhen",
    "arshin": "arshin", "century": "century", "decade": "decade", "hr": "hour", "hrs": "hour",
    "mins": "minute", "secs": "second", "knots": "knot", "lbs": "pound", "miles": "mile",
    "год": "year", "лето": "year", "месяц": "month", "неделя": "week", "день": "day", "сутки": "day",
    "час": "hour", "минута": "minute", "секунда": "second", "километр": "kilometre",
    "км": "kilometre", "метр": "metre", "м": "metre", "сантиметр": "centimetre", "см": "centimetre",
    "верста": "verst", "миля": "mile", "тонна": "tonne", "килограмм": "kilogram", "кг": "kilogram",
    "рубль": "ruble", "доллар": "dollar", "копейка": "kopeck", "процент": "percent",
    "градус": "degree", "лет": "year", "пуд": "pood", "сажень": "sazhen", "аршин": "arshin",
    "вершок": "vershok", "десятина": "desyatina", "гектар": "hectare", "га": "hectare",
    "руб": "ruble", "коп": "kopeck", "евро": "euro", "франк": "franc",
    "литр": "litre", "грамм": "gram", "фут": "foot", "дюйм": "inch", "ярд": "yard", "узел": "knot",
    "мин": "minute", "сек": "second", "ч": "hour", "мм": "millimetre", "век": "century",
    "столетие": "century", "десятилетие": "decade", "ночь": "night",
}  # fmt: skip
MONEY = {"$": "dollar", "us$": "dollar", "£": "pound sterling", "€": "euro", "₽": "ruble"}
"""Signs of money, before or after the number."""

AREAS = {
    "square": "square ", "sq": "square ", "cubic": "cubic ", "nautical": "nautical ",
    "sea": "nautical ", "квадратный": "square ", "кв": "square ", "морской": "nautical ",
    "кубический": "cubic ", "куб": "cubic ",
}  # fmt: skip
"""Words between a number and a unit that make it another unit."""

SPENT = listed(
    "pay cost worth price salary sum fine debt wage earn buy sell fee loan borrow lend owe spend "
    "money income rent charge donate raise fund stake"
)
"""Base forms beside which pounds are money."""
