"""Style: language and script of a block, its quotation marks and dashes, its narrator."""

import re
from collections import Counter
from collections.abc import Iterable

STOPWORDS = {
    "en": "the and of to in that was he it his is with as for had you not be her on at by which "
    "have or from "
    "this him but all she they were my are me one their so an said them we who would been will "
    "no when there "
    "if more out up into do any your what has man could other than our some very time upon about "
    "may its only "
    "now little then can made should did us such a",
    "ru": "и в не на я что он с как а то все она так его но да ты к у же вы за бы по только ее "
    "её мне было вот "
    "от меня еще ещё нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до "
    "вас нибудь "
    "опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их "
    "чем была сам "
    "чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой это "
    "этом года",
    "uk": "і в не на я що він з як а то все вона так його але та ти до у же ви за б по тільки її "
    "мені було від "
    "мене ще ні про із йому коли навіть якщо вже або бути був нього вас там потім себе нічого їй "
    "може вони тут "
    "де є для ми тебе їх чим була сам без під буде тоді хто цей того тому цього який це року яка "
    "які й й",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden "
    "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war "
    "haben nur oder aber "
    "vor zur bis mehr durch man sein wurde sei ich wir ihr",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
    "il sont la avec "
    "son aux d'un cette d'une ou être nous comme mais je on elle lui leur ses était même si tout "
    "fait vous été où",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero "
    "sus le ha me si "
    "sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta "
    "desde está mi porque",
    "it": "di che la il e a in un per non una sono con si da come ma lo ha le i della nel anche "
    "più alla se ho mi "
    "gli delle dei al questo era io lui suo sua essere stato quando",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele "
    "das à seu sua ou "
    "quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus foi "
    "são",
    "nl": "de en van het een in is dat op te zijn met voor niet aan er om ook als dan maar bij "
    "nog uit naar heeft "
    "hij ik ze zich door over wordt deze was werd worden tot geen",
    "is": "og að í á er sem til ekki það við um með en var hann af fyrir hún ég þess þeir verið "
    "frá eru eða þá því",
    "pl": "i w na nie z się do to że jest a o jak ale po co tak za od przez jego dla był już "
    "tylko być może jej ich",
}
"""The commonest words by language: enough to tell languages apart, and no evidence of a topic."""

_WORDS = {language: frozenset(words.split()) for language, words in STOPWORDS.items()}
COMMON = frozenset().union(*_WORDS.values())

_SCRIPTS = (
    ("Hang", re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]"), "ko"),
    ("Kana", re.compile(r"[\u3040-\u30ff]"), "ja"),
    ("Hani", re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]"), "zh"),
    ("Cyrl", re.compile(r"[\u0400-\u052f]"), ""),
    ("Grek", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"), "el"),
    ("Hebr", re.compile(r"[\u0590-\u05ff]"), "he"),
    ("Arab", re.compile(r"[\u0600-\u06ff]"), "ar"),
    ("Armn", re.compile(r"[\u0530-\u058f]"), "hy"),
    ("Geor", re.compile(r"[\u10a0-\u10ff]"), "ka"),
    ("Deva", re.compile(r"[\u0900-\u097f]"), "hi"),
    ("Thai", re.compile(r"[\u0e00-\u0e7f]"), "th"),
    ("Latn", re.compile(r"[A-Za-z\u00c0-\u024f]"), ""),
)
_POLYTONIC = re.compile(r"[\u1f00-\u1fff]")
_CYRILLIC = ("ru", "uk")
_LATIN = ("en", "de", "fr", "es", "it", "pt", "nl", "is", "pl")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")


def word_set(words: str) -> frozenset[str]:
    """A list of words, written as one string, as a set."""
    return frozenset(words.split())


_FIRST = word_set(
    "i me my mine myself we our us ours ourselves я мне меня мой моя мои моё мною мы нас нам "
    "наш наша наши ich mir mich mein meine wir uns unser je me mon ma mes nous notre nos yo "
    "mi mis nosotros"
)
_SINGULAR = word_set(
    "i me my mine myself я мне меня мой моя мои моё мою моей мной ich mir mich mein je moi yo"
)
_SIGNS = re.compile(r"``|''|--|[“”„«»\"‘’'—–]|\s-\s")


def script_of(text: str, longest: int = 2000) -> str:
    """The ISO 15924 code of the script most letters of the first ``longest`` characters are in."""
    sample = text[:longest]
    counts = [(len(pattern.findall(sample)), code) for code, pattern, _ in _SCRIPTS]
    best = max(counts, key=lambda item: item[0])
    return best[1] if best[0] else "Zyyy"


def language_of(text: str, longest: int = 2000) -> str:
    """A BCP 47 tag guessed from script and commonest words; ``und`` when nothing speaks for one."""
    sample = text[:longest]
    script = script_of(sample)
    for code, _, language in _SCRIPTS:
        if code == script and language:
            return "grc" if language == "el" and len(_POLYTONIC.findall(sample)) > 2 else language
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", sample.lower())
    if script == "Cyrl":
        marks = len(_UKRAINIAN.findall(sample)) - len(_RUSSIAN.findall(sample))
        if marks and len(words) > 8:
            return "uk" if marks > 0 else "ru"
        return _best(words, _CYRILLIC) or "ru"
    return _best(words, _LATIN) or "und"


def _best(words: list[str], languages: Iterable[str]) -> str:
    hits = [(sum(w in _WORDS[language] for w in words), language) for language in languages]
    count, language = max(hits, key=lambda item: item[0])
    return language if count >= max(1, 0.08 * len(words)) else ""


def first_person(words: list[str]) -> int:
    """How many of the (lower-cased) words are pronouns of the first person."""
    return sum(word in _FIRST for word in words)


def first_singular(words: list[str]) -> int:
    """How many of the (lower-cased) words are pronouns of the first person singular."""
    return sum(word in _SINGULAR for word in words)


def signs(text: str) -> Counter[str]:
    """Quotation marks, apostrophes and dashes, counted by their form."""
    return Counter(sign.strip() or "-" for sign in _SIGNS.findall(text))
