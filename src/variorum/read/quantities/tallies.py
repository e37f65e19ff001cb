"""Tallies: what a count of people counts: the dead, the rescued, those aboard."""

import re
from itertools import pairwise

from variorum.read.parse import Parse, sentence_of
from variorum.read.spans import QuantitySpan
from variorum.read.vocabulary import ABOARD, KILLED, MISSING, RESCUED, WOUNDED
from variorum.read.words import listed

_PEOPLE = listed(
    "person people passenger man woman child kid boy girl soul sailor soldier crewman worker miner "
    "villager resident civilian victim adult infant fisherman fireman officer seaman человек пассажир "
    "душа ребёнок ребенок матрос женщина мужчина мальчик девочка"
)
_DEATHS = listed("death fatality погибший утонувший убитый")
_LABELS = {
    KILLED: listed(
        "dead killed deaths losses fatalities died drowned погибло погибших убито убитых"
    ),
    WOUNDED: listed("wounded injured ранено раненых"),
    MISSING: listed("missing"),
    RESCUED: listed("saved rescued спасено спасённых спасенных"),
    ABOARD: listed("aboard board борту"),
}
_LABEL = re.compile(r"\s*(?P<label>[A-ZА-ЯЁ][\w’' ]{2,30}):\s+\S")
_TOLD = {
    "убитыми": KILLED, "погибшими": KILLED, "ранеными": WOUNDED, "saved": RESCUED,
    "killed": KILLED, "wounded": WOUNDED, "injured": WOUNDED, "drowned": KILLED, "rescued": RESCUED,
}  # fmt: skip
_DEAD = listed("dead killed deaths drowned fatalities toll losses")
_BE = listed("are were is was lay lie be")
_TAKERS = listed("bring pull carry drag haul take get lift вынести вытащить вывести")
_TAKEN = listed(
    "taken pulled brought carried dragged hauled lifted picked fished got dug drawn plucked came"
)
_KILLING = listed("shoot hang execute behead murder slay kill bayonet")
_WAYS = listed("out ashore safety from")


def label_of(parse: Parse) -> str:
    """The label of a paragraph that is one "Label: value" line, in lower case, or empty."""
    match = _LABEL.match(parse.text)
    return match["label"].lower() if match else ""


def tally(parse: Parse, quantity: QuantitySpan) -> str:
    """The relation that a count stands in by the words beside it, or empty."""
    low, high = sentence_of(parse, quantity.first)
    words, lemmas = parse.words, parse.lemmas
    after = [word.lower() for word in words[quantity.stop : min(high, quantity.stop + 6)]] + [
        ""
    ] * 6
    begin = max(low, quantity.first - 6)
    before = [word.lower() for word in words[begin : quantity.first]]
    near = lemmas[begin : quantity.first][-4:]
    label = label_of(parse).rpartition(" ")[2]
    if label and parse.text.find(":") + parse.start + 2 >= quantity.start - 1:
        for relation, labels in _LABELS.items():
            if label in labels and (not quantity.counted or quantity.counted in _PEOPLE):
                return relation
    if quantity.counted in _DEATHS or (not quantity.counted and "toll" in before):
        return KILLED
    if quantity.counted == "life":
        if "lost" in after[:3] or not {"loss", "lose", "claim", "cost"}.isdisjoint(near):
            return KILLED
        return RESCUED if "save" in near else ""
    if quantity.counted and quantity.counted not in _PEOPLE:
        return ""
    if after[0] == "of" and after[1] in ("them", "us", "these", "those", "whom"):
        after = after[2:]
    said = after[1:] if after[0] in _BE else after
    if after[0] in _TOLD:
        return _TOLD[after[0]]
    if not quantity.counted and before[-1:] in (["were"], ["are"]) and before[-2:-1]:
        told = _TOLD.get(before[-2]) or (KILLED if before[-2] == "dead" else "")
        if told:
            return told  # "the dead were seventeen"
    if said[0] in ("saved", "rescued"):
        return RESCUED  # "of the 48 on board 17 were saved"
    if before[-1:] == [":"]:  # "Dead: 35. Wounded: 240."
        for relation, labels in _LABELS.items():
            if before[-2:-1] and before[-2] in labels:
                return relation
    if said[0] in _TAKEN and not {"alive", "ashore", "safely", "safety"}.isdisjoint(said[1:5]):
        return RESCUED  # "fifty-two were pulled alive from the mud"
    if not quantity.counted and quantity.noun >= 0 and near[-1:] and near[-1] in _KILLING:
        return KILLED  # "they hanged five"
    if near[-1:] and "живыми" in before[-2:]:
        return RESCUED
    if after[:2] == ["went", "missing"] or after[:2] == ["пропали", "без"]:
        return MISSING
    if not quantity.counted and before[-1:] == ["at"] and not _DEAD.isdisjoint(before):
        return KILLED  # "put the number of dead at nine"
    if said[0] in ("dead", "missing") and not _noun(parse, quantity.stop + len(after) - len(said)):
        return KILLED if said[0] == "dead" else MISSING
    if said[:3] in (["lost", "their", "lives"], ["lost", "his", "life"], ["lost", "her", "life"]):
        return KILLED
    numbered = any(tag in ("CD", "NUM") for tag in parse.tags[begin : quantity.first][-5:])
    if _aboard(after[:3]) or (_aboard(before[-5:]) and not numbered):
        return ABOARD
    if quantity.counted == "passenger" and near[-1:] in (["carry"], ["carrying"]):
        return ABOARD
    if not _TAKERS.isdisjoint(near) and not _WAYS.isdisjoint([*before[-3:], *after[:1]]):
        return RESCUED
    return RESCUED if near[-1:] in (["вынести"], ["вытащить"]) else ""


def _noun(parse: Parse, token: int) -> bool:
    return token + 1 < len(parse.tags) and parse.tags[token + 1] in ("NN", "NNS")


def _aboard(words: list[str]) -> bool:
    pairs = list(pairwise(words))
    return "aboard" in words or ("on", "board") in pairs or ("на", "борту") in pairs
