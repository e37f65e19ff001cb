"""Chinese and Korean names in Latin letters: two orders, and families of romanisation.

Mao Tse-tung is Mao Zedong (Wade and Giles 1892; Hanyu Pinyin 1958), Syngman Rhee is Yi Seung-man
(McCune and Reischauer 1939; Revised Romanization 2000).
"""

import re
from functools import lru_cache

from variorum.identify.folding import folded

_SURNAMES = """mao| zhou chou| deng teng| jiang chiang| liu| lin| zhang chang| wang| chen| huang|
zhao chao| wu| xu hsu| sun| zhu| hu| guo kuo| gao kao| luo lo| zheng cheng| liang|
xie hsieh| tang| feng| cao tsao| peng| xiao hsiao| tian tien| dong tung| pan| yuan|
cai tsai| ye yeh| du tu| ding ting| xi hsi| bo po| qian chien| bai pai| xue hsueh|
kim gim| rhee yi lee li ri i| park pak bak| choe choi| jeong chung chong jung jong|
kang gang| cho jo| yun yoon| jang| lim im rim| han| oh o| seo suh so| shin sin| kwon
gwon| hwang| an ahn| song| yu yoo ryu yoo| no roh noh| ku koo gu| paek baek paik|
nam| moon mun| yang| hong| son| ro| cha| min| chun jeon chon| pyon byun"""
_FAMILY = {name: family.split()[0] for family in _SURNAMES.split("|") for name in family.split()}
"""Surnames by their family; the Chinese Li and the Korean Yi are one family, which harms no one."""

_CYRILLIC_SURNAMES = """мао mao|чжоу zhou|дэн deng|цзян jiang|лю liu|линь lin|чжан zhang|ван wang|
чэнь chen|хуан huang|чжао zhao|у wu|сюй xu|сунь sun|чжу zhu|ху hu|го guo|гао gao|ло luo|чжэн zheng|
лян liang|се xie|тан tang|фэн feng|цао cao|пэн peng|сяо xiao|тянь tian|дун dong|пань pan|юань yuan|
цай cai|ду du|дин ding|си xi|бо bo|цянь qian|бай bai|сюэ xue|ким kim|ли li|пак park|чхве choe|чон jeong|
кан kang|чо cho|юн yun|чан jang|лим im|хан han|квон kwon|сон song|но no|пэк paek|нам nam|мун moon"""
_CYRILLIC = {
    folded(word): _FAMILY[latin]
    for word, latin in (pair.split() for pair in _CYRILLIC_SURNAMES.split("|"))
}
"""Surnames as Russian writes them (Palladius 1888, Kontsevich 2001), by their family."""

_CONVENTIONAL = """chiang kai shek|jiang jieshi|чан кайши;sun yat sen|sun zhongshan|сунь ятсен
soong mei ling|song meiling|сун мэйлин;ho chi minh|хо ши мин;pol pot|пол пот"""
_BY_CONVENTION = {
    folded(name).replace("-", " ").replace(" ", ""): family.split("|")[0].replace("ng", "n")
    for family in _CONVENTIONAL.replace("\n", ";").split(";")
    for name in family.split("|")
}
"""Names known by what no rule of romanisation gives, without spaces, and the key of each."""

_SYLLABLE = r"(?:[bcdfghjklmnpqrstwxyz]{0,3}[aeiouy]{1,3}(?:ng|n|m|l|k|p|t|h|r)?)"
_GIVEN = re.compile(rf"{_SYLLABLE}(?:[ -]?{_SYLLABLE})?")
_LEVELS = (
    ("hs|sh|x|sz|ss", "s"),
    ("ts|tz|zh|ch|dz|j|q|z|c", "Z"),
    ("d", "t"),
    ("b", "p"),
    ("g(?!$)(?<!ng)", "k"),
    ("r", "l"),
    ("(?<=[a-z])y(?=[nmlkpt])", "o"),
    ("ee|ui|uy", "i"),
    ("ae|ai|e(?=h)", "e"),
    ("eo|eu|ou|oo|o|u|e", "o"),
    ("y|i", "i"),
    ("h", ""),
)
_LEVEL = re.compile("|".join(f"(?P<e{i}>{spelling})" for i, (spelling, _) in enumerate(_LEVELS)))
LEAST_GIVEN = 4
"""Letters that a levelled given name needs to be one with another's: Kim Il and Kim Li stay apart."""
MOST_GIVEN = 16
"""Letters of the longest given name of two syllables in Latin letters."""


def is_eastern(words: str) -> bool:
    """Whether folded words look like a name of the East: its surname first, or syllables apart."""
    parts = words.split()
    return bool(parts) and (len(parts) == 3 or "-" in words or parts[0] in _FAMILY)


@lru_cache(maxsize=1 << 16)
def eastern_key(words: str) -> str:
    """The same for all romanisations and orders of a name, whose words are folded; "" for others.

    One word at the beginning or the end must be a surname known, the rest one or two syllables.
    """
    known = _BY_CONVENTION.get(words.replace("-", "").replace(" ", ""))
    if known:
        return known
    parts = words.replace("-", " ").split()
    if not 2 <= len(parts) <= 3:
        return ""
    if any(len(part) > 8 or not part.isascii() for part in parts):
        return ""
    for surname, given in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
        joined = "".join(given)
        if surname in _FAMILY and _GIVEN.fullmatch(joined):
            level = _levelled(joined)
            if len(level) >= LEAST_GIVEN:
                return f"{_FAMILY[surname]} {level}"
    return ""


def _levelled(given: str) -> str:
    return _LEVEL.sub(lambda m: _LEVELS[int((m.lastgroup or "e0")[1:])][1], given)


def loose_key(key: str) -> str:
    """A key without what Russian letters do not tell: n from ng, z from dz."""
    return _TWICE.sub(r"\1", key.replace("ng", "n"))


_TWICE = re.compile(r"(.)\1")


def cyrillic_key(words: str) -> str:
    """The ``loose_key`` of a name written in Cyrillic, its words folded and the surname first: that of
    Мао Цзэдун is Mao Zedong's; "" for others."""
    known = _BY_CONVENTION.get(words.replace("-", "").replace(" ", ""))
    if known:
        return loose_key(known)
    surname, *given = words.replace("-", " ").split() or [""]
    joined = "".join(given)
    if surname not in _CYRILLIC or not 1 <= len(given) <= 2 or not joined.isascii():
        return ""
    if len(joined) > MOST_GIVEN or not joined.isalpha():
        return ""
    level = _levelled(joined.replace("ay", "ai").replace("kh", "h"))
    return loose_key(f"{_CYRILLIC[surname]} {level}") if len(level) >= LEAST_GIVEN else ""
