"""Knowing: whether a speaker saw it, took part, or has it from others, where their own words show it.

Nothing is concluded from silence: a speaker of whom nothing shows how they know stays a speaker. The
grades are those of source criticism (Bernheim 1908): who saw, who took part, who was told.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from variorum.read.coreference.pronouns import can_be
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan, VoiceSpan
from variorum.read.voices.lexicon import CLAUSE_VERBS, THINKING
from variorum.read.words import listed

EYEWITNESS, PARTICIPANT, HEARSAY = "eyewitness", "participant", "hearsay"
BELIEVER = "believer"

_NOT = r"(?!never\b|not\b|hardly\b|only\b)"
_NONE = r"(?! (?:nothing|nobody|no one|none|neither|no|little|hardly)\b)"
_I_SAW = re.compile(
    rf"(?<!what )(?<!whether )(?<!if )\b(?:I|[Ww]e)(?: {_NOT}\w+)? "
    rf"(?:saw|seen|watched|witnessed|looked on|could see|spotted)\b{_NONE}"
    r"|\b(?:I|[Ww]e) (?:was|were|stood|sat|lay|knelt) [^.;!?,“”\"]{1,60}? and (?:saw|watched)\b"
    rf"{_NONE}"
    r"|\b(?:with my own eyes|before my (?:own )?eyes|in front of my eyes)\b"
    r"|\b(?:[Яя]|[Мм]ы)(?: сам[аи]?)? (?:увидел[аи]?|видел[аи]?|наблюдал[аи]?)\b"
    r"(?! (?:никого|ничего|ни)\b)"
    r"|\b(?:[Сс]воими глазами|на (?:моих|наших) глазах|[Вв]идел[аи]? (?:я|мы|сам[аи]?))\b"
)
_I_HEARD = re.compile(
    r"\b(?:I|[Ww]e)(?:'ve| have| had| only| later)? heard (?:that|of|from|about|it|how)\b"
    r"|\b(?:I|[Ww]e)(?:'ve| have| had| only| later)? (?:learned|learnt) (?:from|that|of)\b"
    r"(?: (?:my|our|her|his|the|a|an) \w+)?"
    r"|\b(?:I|[Ww]e)(?:'ve| have| had)? (?:was|were|been) told\b(?! to\b)"
    r"|\b(?:[Mm]y|[Oo]ur) (?:\w+ )?\w+ (?:told|used to tell|always told) (?:me|us)\b(?! to\b)"
    r"|\b[Tt]hey (?:say|told me|told us)\b|\b[Ii]t (?:is|was) (?:said|rumou?red)\b"
    r"|\b[Pp]eople (?:say|said)\b|\b[Rr]umou?r (?:has|had) it\b"
    r"|\b(?:[Мм]не|[Нн]ам) (?:\w+ )?(?:рассказал|рассказывал|говорил|сказал|передал)\w*"
    r"|\b(?:рассказ|говор|сказ|переда|сообщ)\w+ (?:мне|нам)\b"
    r"|\b[Яя] (?:\w+ )?узнал[аи]?,? (?:от|что|об?)\b|\b[Яя] слышал[аи]?,? (?:что|от|как)\b"
    r"|\b(?:[Гг]оворят|[Пп]о слухам|[Хх]одили слухи)\b"
)
_I_WAS = re.compile(
    r"\b(?:I|[Ww]e)(?: was| were|'d been| had been) (?:there|aboard|on board|present|among|wounded"
    r"|captured|taken prisoner|inside|one of|at the scene)\b"
    r"|\b(?:[Яя]|[Мм]ы)(?: (?:тогда|сам[аи]?))? (?:был[аи]? (?:там|на борту|среди|в числе)|"
    r"участвовал[аи]?|присутствовал[аи]?)\b"
)
_RUSSIAN_DEED = re.compile(r"\b(?:[Яя]|[Мм]ы) (?:\w+ )?(?P<verb>\w+(?:л|ла|ли|лся|лась|лись))\b")
_OTHERS_SAW = re.compile(
    r"(?:that )?(?P<who>he|she|they|I|we|to|having)(?: had| have| has| himself| herself)*"
    rf" (?:saw|seen|watched|witnessed)\b{_NONE}"
)
_OTHERS_WERE = re.compile(
    r"(?:that )?(?P<who>he|she|they|I|we|to) (?:was|were|had been|have been) (?:there|aboard|on board"
    r"|present|among|wounded|captured)\b"
)
_ABSENT = re.compile(
    r",? (?:who|that)(?: (?:himself|herself))? (?:was|were|had been) (?:not|never|n['’]t) "
    r"(?:himself |herself )?(?:there|aboard|on board|present|in the \w+)\b"
    r"|,? who (?:saw|had seen) (?:nothing|none of it)\b|,? though absent\b"
    r"|,? котор(?:ый|ая|ого|ой|ые|ых)(?: сам[аи]?)? (?:(?:там|тогда|при этом) )?"
    r"не (?:было|был[аи]?|видел[аи]?|присутствовал[аи]?)(?: там)?\b"
)
"""Beside a speaker's name: they were not there."""
_SAID_TO_BE = re.compile(r"\b(?:reportedly|allegedly|supposedly|якобы|будто бы)\b", re.IGNORECASE)
_WITNESSES = listed("eyewitness witness onlooker bystander очевидец свидетель")
_PARTICIPANTS = listed(
    "survivor veteran participant castaway passenger crewman survivors crewmate уцелевший выживший "
    "участник ветеран"
)
_MENTAL = (
    THINKING
    | CLAUSE_VERBS
    | listed(
        "be have do can could would should might must will may see hear read get seem try need "
        "мочь быть стать слышать читать знать узнать"
    )
)
_PRESENT = re.compile(
    r"\b(?:aboard|on board|among (?:those|the (?:survivors|passengers|wounded|prisoners|rescued|crew))"
    r"|survivors (?:were|are|included)|members of the (?:crew|expedition|party)"
    r"|на борту|среди (?:выживших|пассажиров|участников))\b"
)
LISTED = 3
"""Persons a sentence names at least, to be a list of those who were there."""
_REACH = 6
"""Tokens beside a speaker's name in which the text may call them a witness."""


def present_people(parses: list[Parse], names: list[NameSpan]) -> dict[str, str]:
    """The people a sentence lists as having been there, by form, and the words that say so."""
    found: dict[str, str] = {}
    at = 0
    for number, parse in enumerate(parses):
        at = bisect_left(names, number, lo=at, key=lambda span: span.paragraph)
        match = _PRESENT.search(parse.text)
        if match is None:
            continue
        for first, end in parse.sentences:
            low, high = parse.starts[first] - parse.start, parse.ends[end - 1] - parse.start
            match = _PRESENT.search(parse.text, low, high)
            if match is None:
                continue
            here, position = [], at
            while position < len(names) and names[position].paragraph == number:
                if names[position].kind == "person" and first <= names[position].first < end:
                    here.append(names[position].form)
                position += 1
            if len(here) >= LISTED:
                for form in here:
                    found.setdefault(form, match.group())
    return found


def own_words(parse: Parse, voice: VoiceSpan, others: list[VoiceSpan]) -> str:
    """A voice's words, with the quotations inside them blanked: their "I" is somebody else."""
    text = parse.text[voice.start - parse.start : voice.end - parse.start]
    for other in others:
        inside = voice.start <= other.start and other.end <= voice.end
        if other.direct and inside and other.end - other.start < voice.end - voice.start:
            low, high = other.start - voice.start, other.end - voice.start
            text = text[:low] + " " * (high - low) + text[high:]
    return text


def knowing(
    parse: Parse,
    voice: VoiceSpan,
    said: str,
    names: list[NameSpan],
    pronouns: dict[tuple[int, int], int],
    present: dict[str, str],
) -> VoiceSpan:
    """The voice with the role its words ``said`` show, and the reason in words."""
    shown = (
        first_person(parse, voice, said)
        if voice.direct
        else _of_oneself(parse, voice, said, names, pronouns)
    )
    if not shown[0] and voice.role:
        return voice
    if not shown[0]:
        shown = _called(parse, voice)
    if not shown[0] and not voice.speaker and not voice.direct and voice.stated:
        cue = (
            parse.text[voice.cue[0] - parse.start : voice.cue[1] - parse.start] if voice.cue else ""
        )
        shown = (HEARSAY, f"nobody is named: “{cue}”") if cue else ("", "")
    if not shown[0] and voice.name >= 0 and names[voice.name].form in present:
        shown = (PARTICIPANT, f"was named with others: “{present[names[voice.name].form]}”")
    return replace(voice, role=shown[0], reason=shown[1]) if shown[0] else voice


def first_person(parse: Parse, voice: VoiceSpan, said: str) -> tuple[str, str]:
    """What the words ``said`` of a voice show of how its "I" knows: a role and the reason, or two
    empty strings. ``said`` is as long as the voice."""
    saw = _I_SAW.search(said)
    if saw:
        return EYEWITNESS, f"says “{saw.group()}”"
    heard, was = _I_HEARD.search(said), _I_WAS.search(said)
    deed = was.group() if was else _deed(parse, voice, said)
    if heard and not (deed and said.find(deed) < heard.start()):
        return HEARSAY, f"says “{heard.group()}”"
    return (PARTICIPANT, f"says “{deed}”") if deed else ("", "")


def _deed(parse: Parse, voice: VoiceSpan, said: str) -> str:
    """The first thing somebody says they did: “we rowed”; where ``said`` is blank, others speak."""
    if parse.language == "ru":
        for match in _RUSSIAN_DEED.finditer(
            parse.text, voice.start - parse.start, voice.end - parse.start
        ):
            token = bisect_left(parse.starts, parse.start + match.start("verb"))
            if (
                token < len(parse.words)
                and parse.tags[token] == "VERB"
                and parse.lemmas[token] not in _MENTAL
                and not re.search(r"\bне\b", match.group())
                and not said[match.start() - (voice.start - parse.start)].isspace()
            ):
                return match.group()
        return ""
    first, stop = bisect_left(parse.starts, voice.start), bisect_left(parse.starts, voice.end)
    for token in range(first, stop - 1):
        blank = said[parse.starts[token] - voice.start].isspace()
        if parse.words[token] in ("I", "we", "We") and not blank:
            verb = token + 1
            if parse.tags[verb] == "RB" and parse.words[verb] not in ("never", "n't", "n’t", "not"):
                verb += 1
            if verb < stop and parse.tags[verb] == "VBD" and parse.lemmas[verb] not in _MENTAL:
                return parse.text[
                    parse.starts[token] - parse.start : parse.ends[verb] - parse.start
                ]
    return ""


def _of_oneself(
    parse: Parse,
    voice: VoiceSpan,
    said: str,
    names: list[NameSpan],
    pronouns: dict[tuple[int, int], int],
) -> tuple[str, str]:
    """What reported speech says of the speaker: "she said that she saw the mast go"."""
    for pattern, role in ((_OTHERS_SAW, EYEWITNESS), (_OTHERS_WERE, PARTICIPANT)):
        match = pattern.match(said)
        if match and match["who"] in ("I", "we") and voice.speaker != match["who"].lower():
            match = None
        if match:
            token = bisect_left(parse.starts, voice.start + match.start("who"))
            other = pronouns.get((voice.paragraph, token), voice.name)
            own = voice.name < 0 or match["who"] not in ("he", "she")
            fits = own or can_be(names[voice.name], match["who"])
            if fits and (other == voice.name or other < 0 or voice.name < 0):
                return role, f"says “{match.group()}”"
    hedged = _SAID_TO_BE.search(said)
    return (HEARSAY, f"“{hedged.group()}”") if hedged else ("", "")


def _called(parse: Parse, voice: VoiceSpan) -> tuple[str, str]:
    """What the text calls a speaker: "a survivor", "Weiss, an eyewitness,"."""
    if voice.source is None:
        return "", ""
    absent = _ABSENT.match(parse.text, voice.source[1] - parse.start)
    if absent:
        return HEARSAY, f"“{absent.group().strip(' ,')}”"
    first, stop = (
        bisect_left(parse.starts, voice.source[0]),
        bisect_left(parse.starts, voice.source[1]),
    )
    tokens = list(range(first, min(stop, len(parse.words))))
    if stop < len(parse.words) and parse.words[stop] == ",":
        for token in range(stop + 1, min(len(parse.words), stop + 1 + _REACH)):
            if parse.words[token] == "," or parse.tags[token][:2] == "VB":
                break
            tokens.append(token)
    tokens += [t for t in range(max(0, first - 2), first) if parse.tags[t][:2] in ("NN", "JJ")]
    for token in tokens:
        for kinds, role in ((_WITNESSES, EYEWITNESS), (_PARTICIPANTS, PARTICIPANT)):
            if parse.lemmas[token] in kinds and parse.words[token].islower():
                return role, f"is called “{parse.words[token]}”"
    return "", ""
