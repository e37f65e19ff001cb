"""Stock phrases: what an office, an oath or a letter's end puts into anybody's mouth."""

import re

from variorum.establish.reuse.letters import words
from variorum.establish.stretches import Stretch
from variorum.model.lexicon import listed

STOCK = listed(
    """sworn duly depose deposes deposed deposeth saith examined oath affirm affirmed solemnly sincerely
    undersigned foregoing statement knowledge belief declare declaration truth perjury penalty hereby
    herewith hereunto whereof aforesaid presence signed subscribed attested certify certified correct
    faithfully respectfully obedient servant regards yours truly reserved rights copyright subscribe
    newsletter cookies freely promise reward threat punishment magistrate notary commissioner examining
    condition anonymity authorised authorized speaking publicly aged follows
    показал показала показания записано верно прочитано мною слов моих подпись подписал расписался
    предупрежден предупреждена ответственности дачу ложных заведомо протокол допрошенный
    допрошенная вопрос существу дела присяге уважением искренне преданный покорный слуга
    vorgelesen genehmigt unterschrieben vereidigt eidesstattlich wahrheit gewissen erklare
    hochachtungsvoll freundlichen grußen ergebenst aussage unterzeichnete
    soussigne declare serment verite lecture faite persiste signe agreer expression sentiments distingues
    salutations devoue serviteur
    juramento verdad declara declaro firma firmado ratifica leida atentamente cordialmente servidor
    giuramento verita dichiaro sottoscritto letto confermato distinti saluti"""
)
"""Folded words of oaths, records of evidence, letters' ends and sites' feet, in six languages."""

LEAST_STOCK = 3
"""Different stock words that make a phrase a formula…"""
STOCK_SHARE = 0.4
"""…when they are this share of its long words."""
LONG_WORD = 4


def stock_words(text: str) -> tuple[str, ...]:
    """The stock words that make a text a formula, sorted; empty when it is none."""
    found = words(text)
    long = {found.word(i) for i in range(len(found)) if len(found.word(i)) >= LONG_WORD}
    stock = sorted(long & STOCK)
    if len(stock) >= LEAST_STOCK and len(stock) >= STOCK_SHARE * len(long):
        return tuple(stock)
    return ()


_SWORN = re.compile(
    r"\b(?:sworn|upon (?:my|his|her) oath|deposeth|affirmation|под присягой|приведена? к присяге"
    r"|предупрежд[её]на? об (?:уголовной )?ответственности|unter eid|vereidigt|sous serment"
    r"|bajo juramento|sotto giuramento)\b",
    re.IGNORECASE,
)
AFTER_FOOT = 40
"""Characters that may follow the foot of an account."""
FOOT_SHARE = 0.6
"""A foot is no more than this share of its account."""


def is_sworn(text: str) -> bool:
    """Whether an account says of itself that it is given under oath."""
    return _SWORN.search(text) is not None


def is_foot(text: str, stretch: Stretch) -> bool:
    """Whether a stretch is what an account of other things ends with."""
    at_end = len(text.rstrip()) - stretch.end <= AFTER_FOOT
    return at_end and stretch.end - stretch.start <= FOOT_SHARE * len(text)
