"""Evidence: the cues beside one mention of a name."""

from collections.abc import Iterator

from variorum.read.names.first_names import (
    ALSO_PLACES,
    has_surname_ending,
    is_given_name,
    is_patronymic,
)
from variorum.read.names.known_places import has_place_ending, is_known_place
from variorum.read.names.nouns import (
    GROUP_NOUNS,
    KIN_OF,
    NEWSPAPERS,
    PERSON_VERBS,
    PLACE_NOUNS,
    PLACE_OPENERS,
    SHIP_NOUNS,
    SHIP_PREFIXES,
    SHIP_VERBS,
)
from variorum.read.names.titles import introduced, office_before, ranks_before, titles_before
from variorum.read.names.titles_after import titles_after
from variorum.read.parse import Parse, sentence_of
from variorum.read.russian import grammemes
from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP, MONTH_NAMES, SPEECH_VERBS, listed

_IN = listed("in near inside outside в во near around")
_TO = listed("to from toward towards through across throughout into из via")
_ARTICLES = frozenset(("the", "a", "an"))
_ABOARD = listed("aboard onboard")
_OF_A_SHIP = listed(
    "crew captain master deck wreck sinking passenger skipper mate bosun boatswain hull stern bow keel "
    "hold log sailing loss bridge stoker purser"
)
_LANDS = listed(
    """region province village district island mountain city town county river valley peninsula strait
    oblast lake coast harbour harbor port hamlet suburb settlement capital municipality
    город посёлок поселок село деревня станица хутор остров река озеро область край район провинция"""
)
_BODIES = listed(
    """company operator agency firm bank party provider organisation organization group charity airline
    manufacturer maker broadcaster publisher компания фирма агентство партия организация банк"""
)
_PAPERS = listed("newspaper daily weekly magazine tabloid journal газета журнал еженедельник")
_MARKS_OF_LAND = listed(
    """mill bridge station harbour harbor quay pier market barracks cemetery hospital ferry lighthouse
    railway garrison massacre uprising ghetto"""
)
"""What a place has and is called by: "the Orlovka mill"."""
_REACHED = listed("reach enter leave cross depart approach near")
_ATTACKED = listed(
    """attack capture occupy besiege bomb shell liberate evacuate storm recapture invade defend abandon
    conquer retake surround"""
)
_MOVES = listed(
    "march sail travel flee ride drive fly emigrate deport evacuate ship retreat advance"
)
"""Verbs of going that are said with "to" of places rather than of people."""
_MEETS = listed("meet marry kiss hug")
_OF_A_PLACE = listed("lie flow freeze thaw")
"""Verbs whose subject is a town or a river."""
_DASHES = frozenset(("-", "–", "—", "--"))
_EDITIONS = listed("morning evening daily weekly sunday")
_SUBJECTS = ("nsubj", "nsubjpass")


def cues(parse: Parse, span: NameSpan) -> tuple[str, ...]:
    """What speaks for the kind of a mention: few, sorted, distinct."""
    return tuple(sorted({*span.cues, *_found(parse, span)}))


def _found(parse: Parse, span: NameSpan) -> Iterator[str]:
    last = parse.words[span.end - 1].lower().rstrip(".")
    several = span.end - span.first > 1
    if several and last in GROUP_NOUNS:
        yield "group noun"
    if several and last in PLACE_NOUNS:
        yield "place noun"
    if parse.language != "ru" or _may_be_person(parse, span):
        yield from _titles(parse, span)
    yield from _inside(parse, span, several)
    yield from _before(parse, span)
    yield from _nouns(parse, span)
    if not (several and (last in GROUP_NOUNS or last in PLACE_NOUNS)):
        yield from _syntax(parse, span)
    if parse.language == "ru":
        yield from _dictionary(parse, span)
    else:
        yield from _of_land(parse, span, several)


def _of_land(parse: Parse, span: NameSpan, several: bool) -> Iterator[str]:
    """What shows a place: a known name, an ending, a dateline, what is there."""
    words, end = parse.words, span.end
    if not several:
        word = words[span.first]
        if is_known_place(word):
            yield "known place"
        elif has_place_ending(word):
            yield "place ending"
    if span.first == 0 and end + 2 < len(words) and words[end] == "," and _dated(parse, end):
        yield "dateline"
    followed = not several and end < len(words) and words[end].islower()
    if followed and parse.lemmas[end] in _MARKS_OF_LAND:
        yield "before a place noun"


def _dated(parse: Parse, comma: int) -> bool:
    """Whether a month, a day and a dash follow, as in the first line of a report."""
    words = parse.words[comma + 1 : comma + 8]
    if words[0].lower().rstrip(".")[:3] not in _MONTHS:
        return False
    return bool(_DASHES.intersection(words)) or "(" in words


_MONTHS = frozenset(month[:3] for month in MONTH_NAMES if month.isascii())


def _titles(parse: Parse, span: NameSpan) -> Iterator[str]:
    _, before = titles_before(parse, span.first)
    if not before and ranks_before(parse, span.first):
        yield "title"
        return
    if span.titles or before:
        kin = before and parse.lemmas[span.first - 1] in KINSHIP
        yield "kin term" if kin else "title"
    elif (
        introduced(parse, span.first)
        or (span.end - span.first < 4 and titles_after(parse, span.end))
        or (
            (span.kind == "person" or span.end - span.first > 1)
            and office_before(parse, span.first)
        )
    ):
        yield "title"


def _may_be_person(parse: Parse, span: NameSpan) -> bool:
    """Whether a Russian name may be a person's: not "президента Мали", nor "председатель КГБ"."""
    kinds = grammemes(parse.words[span.end - 1])
    if span.cues == ("natasha PER",):
        return True
    if span.cues == ("natasha LOC",):
        return False
    if kinds & {"Surn", "Name", "Patr"}:
        return "Geox" not in kinds or not span.cues
    return not span.cues and "Geox" not in kinds


def _inside(parse: Parse, span: NameSpan, several: bool) -> Iterator[str]:
    words = parse.words[span.first : span.end]
    given = is_given_name(words[0])
    plain = len(words) <= 4 and all(word[:1].isupper() or word.islower() for word in words)
    noun = words[-1].lower() in GROUP_NOUNS or words[-1].lower() in PLACE_NOUNS
    if given and not several:
        yield "first name or place" if words[0].lower() in ALSO_PLACES else "first name"
    elif given and plain and not noun and not any(word.isdigit() for word in words):
        yield "full name"
    if any(is_patronymic(word) for word in words):
        yield "patronymic"
    elif has_surname_ending(words[-1]):
        yield "surname ending"
    if several and not noun and _initials(words) and len(words[-1]) > 2:
        yield "initials"
    if several and words[0].lower() in PLACE_OPENERS and not given:
        yield "place opener"
    if several and (words[-1].lower() in NEWSPAPERS or words[0].lower() in _EDITIONS):
        yield "newspaper"
    if several and words[0].lower() in SHIP_PREFIXES and words[0].isupper():
        yield "ship"


def _initials(words: list[str]) -> bool:
    first = words[0]
    return (len(first) == 2 and first[1] == "." and first[0].isupper()) or (
        len(first) == 1 and first.isupper() and len(words) > 2 and words[1] == "."
    )


def _before(parse: Parse, span: NameSpan) -> Iterator[str]:
    if not span.first:
        return
    before = parse.words[span.first - 1].lower()
    article = before in _ARTICLES
    if article:
        yield "article"
        if span.first > 1 and parse.words[span.first - 1] == "The" and _amid(parse, span.first - 1):
            yield "capital article"
        at = span.first - 2
        before = parse.words[at].lower() if at >= 0 else ""
    elif span.end < len(parse.tags) and parse.tags[span.end] == "POS":
        pass  # "in Giotto's time"
    elif before in _IN:
        yield "after in"
    elif before == "at":
        yield "after at"
    elif before in _TO:
        yield "after to"
    elif (parse.lemmas[span.first - 1] in SHIP_NOUNS and parse.words[span.first - 1].islower()) or (
        before in SHIP_PREFIXES and not parse.words[span.first - 1].islower()
    ):
        yield "ship"
    if (
        before in _ABOARD
        or (before == "board" and article)
        or (
            article
            and before == "of"
            and span.first > 2
            and parse.lemmas[span.first - 3] in _OF_A_SHIP
        )
    ):
        yield "aboard"


def _amid(parse: Parse, token: int) -> bool:
    """Whether a word stands within a sentence, where only a title writes its article with a capital."""
    before = parse.words[token - 1]
    return before[-1:].isalpha() and before.islower() and token > sentence_of(parse, token)[0]


def _nouns(parse: Parse, span: NameSpan) -> Iterator[str]:
    """The common noun beside a name that says what it is: "town of X", "X province", "agency X"."""
    lemmas, words = parse.lemmas, parse.words
    if span.end < len(words) and words[span.end].islower() and lemmas[span.end] in _LANDS:
        yield "noun of a place"
    first = span.first - 1
    if first >= 0 and words[first].lower() == "the":
        first -= 1
    if first < 0 or not words[first].islower():
        return
    beside = first == span.first - 1
    of = words[first] == "of" and first > 0
    if (of and lemmas[first - 1] in _LANDS) or (beside and lemmas[first] in _LANDS):
        yield "noun of a place"
    elif beside and lemmas[first] in _PAPERS:
        yield "noun of a newspaper"
    elif beside and lemmas[first] in _BODIES:
        yield "noun of a group"


def _syntax(parse: Parse, span: NameSpan) -> Iterator[str]:
    """What the name does or has, where a pipeline parses syntax; else the words beside it."""
    last = span.end - 1
    relation = parse.deps[last]
    if not relation:
        if parse.language == "ru" and span.cues and not _may_be_person(parse, span):
            return
        for beside in (span.first - 1, span.end):
            if 0 <= beside < len(parse.lemmas) and parse.lemmas[beside] in SPEECH_VERBS:
                yield "verb of speech"
                return
        return
    head = parse.lemmas[parse.heads[last]]
    single = span.end - span.first == 1
    if relation == "dobj":
        if head in _REACHED and single:
            yield "goal of a journey"
        elif head in _ATTACKED and single:
            yield "place attacked"
        elif head in _MEETS and parse.words[span.first - 1].lower() not in _ARTICLES:
            yield "object of a person’s verb"
    elif relation == "pobj" and head == "to" and single:
        above = parse.heads[parse.heads[last]]
        if parse.lemmas[above] in _MOVES:
            yield "goal of a journey"
    elif relation in _SUBJECTS and head in _OF_A_PLACE and single and not _lied(parse, last):
        yield "verb of a place"
    if relation in _SUBJECTS:
        if head in SPEECH_VERBS and relation == "nsubj":
            yield "verb of speech"
        elif head in PERSON_VERBS:
            yield "verb of a person"
        elif head in SHIP_VERBS:
            yield "verb of a ship"
    elif relation == "poss" and head in KIN_OF:
        yield "what is theirs"


def _lied(parse: Parse, token: int) -> bool:
    return parse.words[parse.heads[token]].lower() in ("lied", "lying")


def _dictionary(parse: Parse, span: NameSpan) -> Iterator[str]:
    """What the Russian dictionary knows the words of a name to be."""
    kinds = [grammemes(word) for word in parse.words[span.first : span.end]]
    if "Geox" in kinds[-1] and not kinds[-1] & {"Surn", "Name"}:
        yield "gazetteer"
    if span.cues in (("natasha LOC",), ("natasha ORG",)) and len(kinds) == 1:
        return
    given = any("Name" in k for k in kinds)
    if any("Patr" in k for k in kinds):
        yield "patronymic"
    elif given and len(kinds) > 1 and any("Surn" in k or not k for k in kinds):
        yield "full name"
    elif given and "known" not in kinds[0]:
        yield "first name"
    if "Surn" in kinds[-1] and "Geox" not in kinds[-1]:
        yield "surname ending"
