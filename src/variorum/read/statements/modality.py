"""Whether a clause is asserted, hedged, denied, planned or counterfactual, and whether it is negated."""

import re

from variorum.read.parse import sentence_of
from variorum.read.statements.page import Page
from variorum.read.vocabulary import VERB_RELATIONS
from variorum.read.words import HEDGES, NEGATIONS, listed

_MODALS = {
    "will": "planned", "shall": "planned", "may": "hedged", "might": "hedged", "could": "hedged",
    "should": "planned", "'ll": "planned", "’ll": "planned",
}  # fmt: skip
_PLANS = listed(
    "plan intend expect hope want wish mean propose decide agree try attempt seek order ask promise "
    "threaten prepare order invite urge allow хотеть собираться намереваться планировать решить "
    "пытаться попытаться обещать приказать просить мочь должный надеяться"
)
"""Verbs under which an act is only meant."""
_RUMOURS = listed(
    "say report believe think allege suppose rumour rumor claim understand presume seem appear guess "
    "suspect reckon suggest assume doubt hope fear считать полагать думать казаться предполагать "
    "подозревать"
)
"""Verbs under which an act is only thought, or reported by nobody in particular."""
_HELD = listed(
    "believe think suppose suspect guess reckon assume fear hope presume suggest"
) | listed("считать полагать думать предполагать подозревать казаться")
_DENIED = listed("deny dispute refute reject disprove pretend отрицать опровергнуть опровергать")
_FALSE = listed(
    "false wrong untrue unfounded baseless myth lie fiction invention nonsense legend fabrication "
    "ложный ложь миф неправда выдумка вымысел легенда"
)
_TALES = listed(
    "report claim rumour rumor story allegation belief theory suggestion notion idea assertion tale "
    "слух версия утверждение рассказ мнение"
)
"""Nouns whose clause is only told, and the words that call it untrue."""
_ALMOST = listed("almost nearly barely чуть едва")
_INVERTED = frozenset(("had", "were", "should"))
_FAILED = listed("refuse fail decline forget neglect отказаться отказываться")
_CONDITIONS = listed("if unless если бы whether ли")
_PAST = re.compile(
    r"(?:л|ла|ло|ли)(?:сь|ся)?$|(?:вш|ш)\w{2,3}(?:ся)?$|(?:в|вшись)$|[бгкзрх](?:с[ья])?$|[нт](?:а|о|ы|\w{2,3})?$"
)
_NON_PAST = re.compile(r"(?:у|ю|ет|ёт|ит|ем|ём|им|ут|ют|ат|ят)(?:сь|ся)?$")
_IMPERFECTIVE = listed(
    """жить проживать находиться оставаться служить состоять командовать возглавлять носить длиться
    продолжаться ехать идти ходить строить умирать погибать убивать спасать прибывать приезжать
    приходить возвращаться уезжать покидать уходить переезжать назначать встречать встречаться
    открывать закрывать получать арестовывать венчаться работать"""
)
"""Imperfective verbs of the closed vocabulary: their present is no future."""
_OUTER = frozenset(("xcomp", "ccomp", "advcl"))
_CLIMB = 3
"""Clauses above a verb that are looked at."""
_HEDGING = HEDGES | listed("мол дескать вроде говорят ли будто")


def polarity_of(page: Page, verb: int) -> str:
    """Positive or negative, by the words of negation beside the verb and at its subject."""
    parse = page.parse
    negated = _negated(page, verb)
    head = parse.heads[verb]
    if parse.deps[verb] == "xcomp" and head != verb:
        lemma = parse.lemmas[head]
        if lemma in _FAILED:
            negated = not _negated(page, head)
        elif _negated(page, head):
            negated = True
    if parse.deps[verb] == "conj" and parse.deps[head] != "conj" and not negated:
        between = parse.words[min(head, verb) : max(head, verb)]
        negated = any(word.lower() in ("nor", "neither") for word in between)
    return "negative" if negated else "positive"


def _negated(page: Page, verb: int) -> bool:
    parse = page.parse
    for token in page.below.get(verb, ()):
        low = parse.words[token].lower()
        if parse.deps[token] == "neg" or low in NEGATIONS:
            return True
        if parse.deps[token][:5] == "nsubj" or parse.deps[token] == "dobj":
            for inner in page.below.get(token, ()):
                if parse.words[inner].lower() in ("neither", "no", "ни", "никакой"):
                    return True
            if low in ("nobody", "никто") or (low == "none"):
                return True
            if low == "one" and token and parse.words[token - 1].lower() == "no":
                return True
    return False


def modality_of(page: Page, verb: int) -> str:
    """Asserted, hedged, denied, planned or counterfactual."""
    parse = page.parse
    low, high = sentence_of(parse, verb)
    below = page.below.get(verb, ())
    words = [parse.words[t].lower() for t in below]
    if "будет" in words or "будут" in words:
        return "planned"
    if not _CONDITIONS.isdisjoint(words):
        return "hedged" if "ли" in words or "whether" in words else "counterfactual"
    if "would" in words and "have" in words:
        return "counterfactual"
    if _inverted(page, verb) or any(
        parse.deps[t] == "advmod" and parse.words[t].lower() in _ALMOST for t in below
    ):
        return "counterfactual"
    found = _above(page, verb)
    if found:
        return found
    if parse.language == "ru" and _is_future(parse.words[verb], parse.lemmas[verb]):
        return "planned"
    for token in below:
        word = parse.words[token].lower()
        if word == "would" and _conditional(page, verb):
            return "counterfactual"
        if parse.deps[token] in ("aux", "auxpass") and word in _MODALS:
            return _MODALS[word]
        if word in _HEDGING and parse.deps[token] in (
            "advmod",
            "parataxis",
            "mark",
            "aux",
            "discourse",
        ):
            return "hedged"
    if parse.lemmas[verb] in _HELD:
        return "asserted"
    if parse.words[high - 1] == "?" or (high - low > 1 and parse.words[high - 2] == "?"):
        return "hedged"
    opening = [word.lower() for word in parse.words[low : min(verb, low + 5)]]
    if not _HEDGING.isdisjoint(opening) or opening[:2] == ["по", "слухам"]:
        return "hedged"
    return "asserted"


def told_as_past(word: str) -> bool:
    """Whether a Russian verb's form tells of what was: the past tense, its participles, the gerund."""
    return bool(_PAST.search(word.lower()))


def _is_future(word: str, lemma: str) -> bool:
    """Whether a Russian form is the future: no past of a perfective verb of the closed vocabulary."""
    if lemma not in VERB_RELATIONS or lemma in _IMPERFECTIVE:
        return False
    return bool(_NON_PAST.search(word.lower())) and word.lower() != "убит"


def _above(page: Page, verb: int) -> str:
    """What the clauses above make of it: "denied that", "is said to", "wanted to"."""
    parse = page.parse
    for _ in range(_CLIMB):
        dep, head = parse.deps[verb], parse.heads[verb]
        if head == verb:
            return ""
        if dep == "conj":
            verb = head
            continue
        lemma = parse.lemmas[head]
        if dep in ("acl", "relcl", "ccomp", "csubj") and _called_false(page, head):
            return "denied"
        if dep in ("acl", "relcl") and lemma in _TALES:
            return "hedged"
        if dep not in _OUTER:
            return ""
        if dep == "xcomp":
            if lemma in _RUMOURS:
                return "hedged"
            if lemma in _PLANS or lemma in ("be", "have", "need", "go"):
                return "planned"
        elif dep == "ccomp":
            if lemma in _DENIED:
                return "denied"
            passive = any(
                parse.deps[t] in ("auxpass", "nsubjpass") for t in page.below.get(head, ())
            )
            if lemma in _HELD or (passive and lemma in _RUMOURS):
                return "hedged"
            if lemma in _PLANS:
                return "planned"
            if _negated(page, head):
                return "hedged"  # "nobody said that", "did not know that"
        elif any(
            parse.words[t].lower() in ("if", "unless", "если") for t in page.below.get(verb, ())
        ):
            return "counterfactual"
        verb = head
    return ""


def _called_false(page: Page, head: int) -> bool:
    """Whether what a clause hangs on is called untrue: "it is a myth that", "the report … is false"."""
    parse = page.parse
    around = [
        head,
        parse.heads[head],
        *page.below.get(head, ()),
        *page.below.get(parse.heads[head], ()),
    ]
    copular = parse.lemmas[head] == "be" or parse.lemmas[parse.heads[head]] == "be"
    near = around if copular else [head]
    return any(
        parse.lemmas[t] in _FALSE and parse.deps[t] in ("attr", "acomp", "ROOT", "root", "nsubj")
        for t in near
    )


def _inverted(page: Page, verb: int) -> bool:
    """ "Had he read it, …": the auxiliary before the subject, in a clause that is no question."""
    parse = page.parse
    below = page.below.get(verb, ())
    subjects = [t for t in below if parse.deps[t][:5] == "nsubj"]
    _, high = sentence_of(parse, verb)
    asked = "?" in parse.words[max(verb, high - 2) : high]
    return (
        bool(subjects)
        and not asked
        and any(
            parse.deps[t] in ("aux", "auxpass")
            and parse.words[t].lower() in _INVERTED
            and t < min(subjects)
            for t in below
        )
    )


def _conditional(page: Page, verb: int) -> bool:
    """Whether an "if" clause hangs on a verb: "would have come if"; else "would come" is habit."""
    parse = page.parse
    return any(
        parse.deps[t] == "advcl"
        and any(parse.words[i].lower() in ("if", "unless") for i in page.below.get(t, ()))
        for t in page.below.get(verb, ())
    )
