"""Negation, hedges and kin terms in English and Russian (negation in four more languages)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase ``[start, end)``, its kind (polarity, hedge, kin) and its class."""

    start: int
    end: int
    kind: str
    value: str


_CASES = "(?:а|у|ом|е|ы|и|ов|ам|ами|ах|я|ю|ем|ём|ей|ев|ой|ою|ям|ями|ях|ь|ью)?"


def _ru(stem: str) -> str:
    return f"{stem}{_CASES}"


_KIN_EN = {
    "mother": "mothers?|mom|mum|mama|mamma", "father": "fathers?|dad|papa|daddy",
    "brother": "brothers?|brethren", "sister": "sisters?", "cousin": "cousins?", "son": "sons?",
    "daughter": "daughters?", "husband": "husbands?", "wife": "wife|wives", "uncle": "uncles?",
    "aunt": "aunts?|auntie", "nephew": "nephews?", "niece": "nieces?",
    "grandfather": "grand-?fathers?|grandpa", "grandmother": "grand-?mothers?|grandma",
    "grandson": "grandsons?", "granddaughter": "granddaughters?", "parents": "parents?",
    "father-in-law": "fathers?-in-law", "mother-in-law": "mothers?-in-law",
    "brother-in-law": "brothers?-in-law", "sister-in-law": "sisters?-in-law",
    "son-in-law": "sons?-in-law", "daughter-in-law": "daughters?-in-law",
    "stepfather": "step-?fathers?", "stepmother": "step-?mothers?", "stepson": "step-?sons?",
    "stepdaughter": "step-?daughters?", "stepbrother": "step-?brothers?|half-brothers?",
    "stepsister": "step-?sisters?|half-sisters?", "godfather": "godfathers?",
    "godmother": "godmothers?", "widow": "widows?", "widower": "widowers?", "fiancé": "fiancé",
}  # fmt: skip
_BROTHER = "брат(?:а|у|ом|е|ья|ьев|ьям|ьями|ьях)?|брат(?:ик|ц|ец)(?:а|у|ом)?"
_SISTER = "сестр(?:а|ы|е|у|ой|ою|ам|ами|ах|ица|ицу|ицы)|с[её]стры|сест[её]р"
_KIN_RU = {
    "cousin": rf"(?:двоюродн|троюродн)\w+\s+(?:{_BROTHER}|{_SISTER})|кузен{_CASES}|кузин{_CASES}",
    "stepbrother": rf"сводн\w+\s+(?:{_BROTHER})", "stepsister": rf"сводн\w+\s+(?:{_SISTER})",
    "mother": "мать|матери|матерью|матер(?:ям|ей|ями|ях)|мам(?:а|ы|е|у|ой|ин\\w*)|матушк(?:а|и|"
    "е|у|ой)",
    "father": "от(?:ец|ца|цу|цом|це|цы|цов|цам|цами|цах|цовск\\w+)|пап(?:а|ы|е|у|ой)|"
    "батюшк(?:а|и|е|у|ой)",
    "brother": _BROTHER, "sister": _SISTER,
    "son": "сын(?:а|у|ом|е|ья|овья|овей|овьям|овьями|ок|ка|ку|ком)?",
    "daughter": "доч(?:ь|ери|ерью|ерей|ерям|ерями|ка|ки|ке|ку|кой)",
    "husband": "муж(?:а|у|ем|е|ья|ей|ьям|ьями)?", "wife": "жен(?:а|ы|е|у|ой|ою|ам|ами|ах)|ж[её]ны",
    "uncle": "дяд(?:я|и|е|ю|ей|ьёв|ьями|юшка|юшки|юшке|юшку)",
    "aunt": "т[её]т(?:я|и|е|ю|ей|ка|ки|ке|ку|кой|ушка|ушки|ушке|ушку)",
    "nephew": "племянник(?:а|у|ом|е|и|ов|ам|ами)?", "niece": "племянниц(?:а|ы|е|у|ей)",
    "grandfather": "дед(?:а|у|ом|е|ы|ов)?|дедушк(?:а|и|е|у|ой)",
    "grandmother": "баб(?:ушка|ушки|ушке|ушку|ушкой|ка|ки|ке|ку|кой)",
    "grandson": "внук(?:а|у|ом|е|и|ов)?", "granddaughter": "внучк(?:а|и|е|у|ой)|внучек",
    "parents": "родител(?:и|ей|ям|ями|ях|ь|я)",
    "father-in-law": "тест(?:ь|я|ю|ем|е)|св[её]к(?:ор|ра|ру|ром)",
    "mother-in-law": "т[её]щ(?:а|и|е|у|ей)|свекров(?:ь|и|ью)",
    "brother-in-law": "шурин(?:а|у|ом|е)?|девер(?:ь|я|ю|ем)|свояк(?:а|у|ом)?",
    "sister-in-law": "золовк(?:а|и|е|у|ой)|свояченниц(?:а|ы|е|у|ей)",
    "son-in-law": "зят(?:ь|я|ю|ем|е|ья|ьёв)",
    "daughter-in-law": "снох(?:а|и|е|у|ой)|невестк(?:а|и|е|у|ой)",
    "stepfather": "отчим(?:а|у|ом|е)?", "stepmother": "мачех(?:а|и|е|у|ой)",
    "stepson": "пасын(?:ок|ка|ку|ком)", "stepdaughter": "падчериц(?:а|ы|е|у|ей)",
    "godfather": "кр[её]стн(?:ый|ого|ому)(?:\\s+отец)?",
    "godmother": "кр[её]стн(?:ая|ой|ую)(?:\\s+мать)?",
    "widow": "вдов(?:а|ы|е|у|ой|ами|ам)", "widower": "вдов(?:ец|ца|цу|цом)",
}  # fmt: skip
_HEDGE_EN = {
    "maybe": "perhaps|maybe|possibly|probably|presumably|might have|may have|must have|can[’']t have|"
    "cannot have|i suppose|"
    "conceivably|likely",
    "about": "about(?=\\s+(?:\\d|a\\s|an\\s|half|[a-z]+teen|[a-z]+ty\\b|two|three|four|five|"
    "six|seven|eight|nine|ten|one))|"
    "approximately|roughly|some(?=\\s+(?:\\d|[a-z]+ty\\b|hundred))|around(?=\\s+\\d)|nearly|"
    "almost|or so",
    "hearsay": "allegedly|reportedly|supposedly|purportedly|it is said|it was said|they say|"
    "they said|"
    "people sa(?:y|id)|(?:some|many) sa(?:y|id)|according to|is believed|was believed|"
    "it was claimed|"
    "is said to|was said to|rumou?red|ostensibly|so-called",
    "seems": "seem(?:s|ed|ingly)?|apparently|evidently|as if|as though|looked like|it appears|"
    "appeared to",
}  # fmt: skip
_HEDGE_RU = {
    "maybe": "возможно|может быть|быть может|вероятно|наверное|наверно|видимо|пожалуй|должно быть|"
    "по-видимому|не исключено|предположительно|скорее всего|похоже",
    "about": "около|примерно|приблизительно|порядка|почти|чуть ли не|без малого|с лишним",
    "hearsay": "якобы|говорят|говорили|будто бы|по слухам|по сообщениям|как говорят|"
    "как утверждают|так называем\\w+",
    "seems": "кажется|казалось|показалось|похоже|словно|будто|как будто|видимо|по-видимому|"
    "очевидно",
}  # fmt: skip
_NOT_EN = r"not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|\w+n['’]t"
_NOT_RU = (
    "не|ни|нет|нету|никогда|никто|никого|никому|никем|ничего|ничто|ничему|ничем|нигде|никуда|"
    "нельзя|никак\\w*"
)
_NOT = {
    "en": _NOT_EN,
    "ru": _NOT_RU,
    "de": "nicht|kein\\w*|nie|niemals|niemand\\w*|nichts|weder|nirgends",
    "fr": "ne|n['’](?=\\w)|pas|jamais|personne|aucun\\w*|rien|ni|non",
    "es": "no|nunca|jamás|nadie|ningun\\w*|ningún|nada|ni|tampoco",
    "it": "non|mai|nessun\\w*|niente|nulla|né",
}


def _compiled(table: dict[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    # Longer terms first: "father-in-law" is no father.
    rows = sorted(
        table.items(), key=lambda row: (-row[0].count("-"), not row[0].startswith("step"))
    )
    return tuple((re.compile(rf"(?<![\w-])(?:{p})(?![\w-])", re.IGNORECASE), v) for v, p in rows)


_TABLES = {
    ("en", "kin"): _compiled(_KIN_EN),
    ("ru", "kin"): _compiled(_KIN_RU),
    ("en", "hedge"): _compiled(_HEDGE_EN),
    ("ru", "hedge"): _compiled(_HEDGE_RU),
    **{(tag, "polarity"): _compiled({"not": pattern}) for tag, pattern in _NOT.items()},
}


def terms(text: str, language: str) -> Iterator[Term]:
    """The negations, hedges and kin terms of a text, each kind in order and without overlap."""
    for kind in ("polarity", "hedge", "kin"):
        found = [
            Term(match.start(), match.end(), kind, value)
            for pattern, value in _TABLES.get((language, kind), ())
            for match in pattern.finditer(text)
        ]
        found.sort(key=lambda t: (t.start, -t.end))
        reached = -1
        for term in found:
            if term.start >= reached:
                yield term
                reached = term.end
