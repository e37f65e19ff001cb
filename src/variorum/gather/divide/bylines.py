"""Bylines: short lines that say who wrote a text, where it was printed and when.

A line is taken apart at its dates and separators, every part is given a label (person, publication,
role, cue…), and the line is a byline when its parts are accounted for. There is no list of whole
shapes, so a new order or a new separator needs no new rule.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from variorum.gather.divide.datelines import SEPARATOR, dateline
from variorum.gather.divide.given import GIVEN_NAMES
from variorum.gather.divide.style import word_set

LONGEST = 220
"""Characters: no byline is longer; a longer block is running text."""
FULL_DATE = 10
"""Length of an EDTF day: shorter ones are months and years."""

_AUTHOR_CUE = re.compile(
    r"^(?:(?:written|reported|posted|compiled|prepared|submitted|published|told|recorded|edited"
    r"|interviewed|interview|text|story|words|report|review|essay|memoir|article|contributed"
    r"|dispatch|article written)\s+by|by|byline|author|authors|text|words|writer"
    r"|автор|авторы|автор текста|автор статьи|текст|записал|записала|беседовал|беседовала"
    r"|подготовил|подготовила|рассказал|рассказала|написал|написала|von|par|por|text von"
    r"|autor|autorin|auteur|texte|de nuestro corresponsal)\s*(?::|(?=\s)|$)\s*",
    re.IGNORECASE,
)
_TRANSLATOR_CUE = re.compile(
    r"^(?:translated(?:\s+(?:from|out of)\s+[^,]{0,40}?)?\s+by|translated(?:\s+from\s+[^,]{1,40})?$"
    r"|translation(?:\s+by)?|translator|transl?\."
    r"|перевод(?:\s+с\s+\w+(?:\s+\w+)?)?|перевел[аи]?|перевёл|переводчик|übersetzt von|übersetzung"
    r"|traduit par|traduction|traducción)\s*(?::|(?=\s)|$)\s*",
    re.IGNORECASE,
)
_PUBLISHER_CUE = re.compile(
    r"^(?:(?:first |originally |re)?(?:published|printed|appeared)\s+(?:in|by|at|on)|source|sources"
    r"|from|via|courtesy of|reprinted from|publisher|publication|copyright|copr\.|\(c\)|c\.|©"
    r"|url|for|in"
    r"|all rights reserved"
    r"|источник|источники|из|газета|журнал|опубликовано в|напечатано в|издание|сайт|для|quelle"
    r"|erschienen in"
    r"|fuente)\s*(?::|(?=[\s«\"“])|$)\s*",
    re.IGNORECASE,
)
_WEAK_CUE = re.compile(r"^(?:from|via|for|in|из|для)\s", re.IGNORECASE)
"""These stand before anything; what follows is a publication only when it sounds like one."""
_DATE_CUE = re.compile(
    r"^(?:(?:first |last |originally )?(?:published|updated|posted|modified|printed|created|added"
    r"|date|dated|issued|revised|submitted|written)(?:\s+(?:on|at|in))?|on|at|of|dateline|issue "
    r"of|issue"
    r"|дата(?: публикации)?|опубликовано|обновлено|размещено|добавлено|от|за|выпуск|number"
    r"|veröffentlicht(?: am)?|am|vom|publié le|le|publicado el)\s*(?::|$|(?=\s))\s*",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:^|\s)(?:on|of|at|in|from|dated|от|за|в|vom|am|du|le|for|issue|the|and)\s*:?\s*$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^(?:no|nr|№|n°|vol|volume|issue|number|номер|выпуск|том|p|pp|page|pages|с|стр|part)"
    r"(?!\w)\.?\s*[\divxlc–-]{0,9}$|^№?\s?\d{1,5}$|^\d+\s+min(?:ute)?s?(?:\s+read)?$|^(?:at|в)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:lecturer|professor|prof|reporter|correspondent|editor|editor-in-chief|journalist|writer"
    r"|columnist|contributor|author|historian|researcher|scholar|fellow|student|candidate|doctor|dr"
    r"|phd|ph\.d|m\.?d|staff|freelance|photographer|translator|geologist|engineer|physicist"
    r"|director"
    r"|head|member|chairman|teacher|officer|captain|colonel|department|faculty|school|university"
    r"|college|institute|academy|bureau|associated press|chief|retired|master|blogger|user|guest"
    r"|собственный|собкор|корреспондент|корр|спецкор|редактор|журналист|писатель|профессор|доцент"
    r"|доктор|кандидат|историк|научный|сотрудник|университет|институт|кафедра|преподаватель"
    r"|академик|инженер|член|мастер|обозреватель|redakteur|korrespondent|universität|université"
    r"|professeur|universidad)\b",
    re.IGNORECASE,
)
_PUBLICATION = re.compile(
    r"\b(?:news|newspaper|times|post|herald|gazette|weekly|journal|magazine|daily|press|tribune"
    r"|review|today|chronicle|observer|guardian|telegraph|mail|mirror|sun|star|globe|courier"
    r"|dispatch"
    r"|examiner|inquirer|bulletin|record|register|reporter|sentinel|standard|monitor|ledger|leader"
    r"|independent|express|echo|argus|advertiser|advocate|beacon|lantern|voice|argosy|quarterly"
    r"|monthly|annals|proceedings|transactions|archive|archives|blog|radio|tv|television|channel"
    r"|packet|mercury|intelligencer|enquirer|courant|pilot|banner|statesman|spectator|citizen|freeman"
    r"|recorder|gleaner|pioneer|outlook|visitor|nation|eagle|signal|bee|scotsman|sons|bros|brothers|ltd|verlag|éditions"
    r"|bbc|cnn|reuters|afp|agency|books|publishers|publishing|editions|forum|online|network|wire"
    r"|media|digest|almanac|yearbook|newsletter|bugle|clarion|despatch|messenger|world|report"
    r"|газета|журнал|вестник|правда|известия|новости|новая|вечерний|вечерняя|вечерка|комсомолец"
    r"|рабочий|курьер|ведомости|труд|время|времена|огонёк|огонек|звезда|знамя|урал|альманах"
    r"|форум|сайт|радио"
    r"|агентство|тасс|интерфакс|издательство|трибуна|заря|маяк|голос|обозрение|хроника|листок"
    r"|zeitung|blatt|tageblatt|anzeiger|kurier|spiegel|rundschau|bote|nachrichten"
    r"|journal|gazette|courrier|monde|presse|revue|diario|periódico|correo|mundo|gaceta)\b"
    r"|^«[^»]{2,60}»$|^“[^”]{2,60}”$"
    r"|\b[\w-]{2,60}\.(?:com|org|net|ru|su|info|co\.uk|edu|gov|de|fr|es|it|ua|eu|io|tv)\b",
    re.IGNORECASE,
)
_WORK_CUE = re.compile(
    r"^(?:excerpt(?:ed)? from|extract from|chapter .{1,20} of|from|из)\s", re.IGNORECASE
)
_CHAPTER = re.compile(r"^(?:chapter|book|part|глава|часть|книга|kapitel|chapitre)\b", re.IGNORECASE)
_OF_CHAPTER = re.compile(r"\b(?:chapter|ch\.|глава|гл\.|kapitel|chapitre)(?=\s)", re.IGNORECASE)
_QUOTED = re.compile(r"^(?:«[^»]{2,80}»|“[^”]{2,80}”)$")
_CONVERSATION = re.compile(
    r"^(?P<who>[^\W\d_a-zа-яё].{3,60}?)\s+(?:talks|talked|speaks|spoke|talking|speaking|in conversation"
    r"|interviewed|is interviewed|as told|told|беседует|беседовала?|разговаривает|рассказывает"
    r"|im gespräch)\s+(?:to|with|by|с|со|mit)\s+(?P<whom>[^\W\d_a-zа-яё].{3,60})$"
)
_URL = re.compile(r"(?:https?://|www\.)\S{3,300}", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]{3,100})", re.IGNORECASE)
_SPLIT = re.compile(
    rf"[{SEPARATOR},;|•·()\[\]—–]+|(?<![^\W_])_+|_+(?![^\W_])|\s[-/:~*»›>]+\s|\s--+\s?|(?<=\w\w\w)\.\s+(?=[^\W\d_])|\t"
)
_AND = re.compile(r"\s+(?:and|&|и|und|et|y)\s+")
_TOKEN = re.compile(r"[^\s]+")
_PARTICLE = word_set(
    "de la le du da di van von der den ter bin ibn al el y e zu af av st jr sr ii iii"
)
_SMALL = word_set(
    "& the of and for in on at to a an de la le du des et der die das und from и в на о об по "
    "из от для за с у"
)
_NOT_NAMES = word_set(
    "the a an this that these those what when where who why how it he she they we you i in "
    "on at for to of and but or if not no yes is are was were there here new old my our his "
    "her their its all some every one two three after before under over with without from "
    "into about between during chapter part day night letter letters dear photo war death "
    "life story stories history mystery что как где когда кто почему это он она они мы вы я "
    "не нет да в на о об по из от для за с у к все"
)
_INITIAL = re.compile(r"^(?:[^\W\d_a-zа-яё]\.?-?){1,4}$")
_CUE_INSIDE = re.compile(
    r"\s+(?=(?:[Bb]y|BY|for|from|(?i:translated by|written by))\s+[^\W\d_a-zа-яё])"
    r"|\s+(?=(?i:автор|перевод)\s*:?\s)"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says about the text it stands at, and how surely it is such a line.

    ``score`` is the sum of the evidence below; ``cued`` when a word such as "by" says so outright;
    ``kinds`` are the labels found: author, person, publisher, date, translator, role, work (the book
    the text is taken from), interview (who speaks with whom).
    """

    author: str = ""
    publisher: str = ""
    date: str = ""
    translator: str = ""
    work: str = ""
    score: float = 0.0
    cued: bool = False
    kinds: frozenset[str] = frozenset()


WEIGHTS = {
    "author": 2.0,
    "person": 0.6,
    "publisher": 1.0,
    "cued publisher": 1.2,
    "role": 0.6,
    "day": 1.4,
    "month": 0.8,
    "year": 0.5,
    "translator": 1.0,
    "interview": 1.0,
    "work": 0.8,
    "person and role": 0.8,
    "unknown": 0.2,
}
"""Evidence of each label, set by hand: two independent labels or one outright cue make a byline."""

_EDGES = " \t.:*\"'=<>-"
"""What surrounds a part of a byline and says nothing."""

SURE = 1.8
"""A line with at least this score is a byline wherever it stands."""
POSSIBLE = 0.6
"""A line with at least this score is one beside a surer one, or at the head of a text."""


@lru_cache(maxsize=1 << 12)
def parse_byline(line: str) -> Byline | None:
    """Read a line as a byline; None when it is none. Never looks at more than ``LONGEST``
    characters, and a line of running text is rejected for its unexplained words."""
    if not 2 <= len(line) <= LONGEST:
        return None
    urls = _URL.findall(line)
    date, rest = dateline(_URL.sub(SEPARATOR, line))
    labels: list[tuple[str, str]] = []
    loose = 0
    expected = ""
    for raw in _SPLIT.split(rest):
        whole = raw.strip(_EDGES)
        conversation = _CONVERSATION.match(whole)
        if (
            conversation
            and _author_like(conversation["who"])
            and _author_like(conversation["whom"])
        ):
            labels += [("author", conversation["who"]), ("interview", conversation["whom"])]
            continue
        for part in [raw] if _TRANSLATOR_CUE.match(whole) else _CUE_INSIDE.split(raw):
            label, value, words = _label(part.strip(_EDGES), expected)
            loose += words
            expected = label if label.startswith("expects") else ""
            if value:
                labels.append((label, value))
    for url in urls:
        host = _HOST.match(url)
        labels.append(("url", host[1].rstrip(".") if host else url))
    return _assembled(line, date, labels, loose)


def _label(part: str, expected: str) -> tuple[str, str, int]:
    """The label of one part, its value, and how many of its words are unexplained."""
    if not part or _NUMBERING.match(part) or _CHAPTER.match(part):
        return expected, "", 0
    for cue, label in (
        (_TRANSLATOR_CUE, "translator"),
        (_AUTHOR_CUE, "author"),
        (_DATE_CUE, "date cue"),
        (_PUBLISHER_CUE, "cued publisher"),
    ):
        match = cue.match(part)
        if not match:
            continue
        value = _TRAILING.sub("", part[match.end() :]).strip(" :.")
        if not value:
            return f"expects {label}", "", 0
        if label == "date cue":
            if _author_like(value):
                return "person", value, 0
            return _label(value, "")
        if label == "cued publisher":
            known = _is_publication(value)
            if _capitalised(value) and not known and _WORK_CUE.match(part):
                return "work", value, 0
            if known or (_capitalised(value) and not _WEAK_CUE.match(part)):
                return label, value, 0
            if _capitalised(value):
                return "unknown", value, 0
            return label, "", len(value.split())
        if _name_like(value) or (label == "author" and _is_handle(value)):
            return label, value, 0
        if _capitalised(value):
            return label, value, 0
        return label, "", len(value.split())
    value = _TRAILING.sub("", part).strip(" :.")
    if not value:
        return "", "", 0
    if expected.startswith("expects ") and expected != "expects date cue" and _capitalised(value):
        return expected[8:], value, 0
    words = value.split()
    if _is_publication(value) and _capitalised(value) and len(words) <= 8:
        return "publisher", value, 0
    if _ROLE.search(value) and len(words) <= 10:
        return "role", value, 0
    if _name_like(value):
        return "person", value, 0
    if _capitalised(value) and len(words) <= 6:
        return "unknown", value, 0
    return "", "", len(words)


_MADE = re.compile(
    r"\w+ed|report|story|interview|statement|text|words|letter|photos?|record|memoirs?"
    r"|запис\w+|беседовал\w*|перевод|рассказ|интервью|текст|фото", re.IGNORECASE
)  # fmt: skip
"""How a text was made, before "by": no paper is called so."""


def _assembled(line: str, date: str, labels: list[tuple[str, str]], loose: int) -> Byline | None:
    words = len(line.split())
    if _OF_CHAPTER.search(line):  # a quoted name beside a chapter is a book's, not a newspaper's
        labels = [("work" if _QUOTED.match(value) else label, value) for label, value in labels]
    if loose > 0.2 * words or (loose and words < 5):
        return None
    first: dict[str, str] = {}
    for label, value in labels:
        first.setdefault(label, value)
    author = first.get("author", "") or first.get("person", "")
    publisher = (
        first.get("publisher", "") or first.get("cued publisher", "") or first.get("url", "")
    )
    if "cued publisher" in first and "publisher" not in first and "unknown" not in first:
        publisher = first["cued publisher"]
    unknown = [
        value for label, value in labels if label == "unknown" and not _MADE.fullmatch(value)
    ]
    if (
        len(unknown) == 1
        and "author" not in first
        and " " not in unknown[0]
        and not _QUOTED.match(unknown[0])
    ):
        unknown = []  # a single word before a date is rather the place than a paper
    if unknown and not publisher and (len(date) > len("1999") or "author" in first):
        publisher = unknown[0]
    kinds = set(first)
    score = sum(
        WEIGHTS.get({"url": "cued publisher"}.get(kind, kind), 0.0) for kind in sorted(kinds)
    )
    if date and not date.startswith("XXXX"):
        kinds.add("date")
        score += WEIGHTS["day" if len(date) >= FULL_DATE else "month" if len(date) > 4 else "year"]
    elif date:
        kinds.add("yearless")
        score += WEIGHTS["year"]
    if line.rstrip().endswith(".") and "author" not in first and not line.rstrip()[-2:-1].isupper():
        score -= 0.5
    if len(unknown) > 2 or (line.rstrip().endswith((".", "!", "?")) and words > 12):
        score -= 1.0
    if not kinds - {"unknown", "role"} or kinds == {"work"}:
        return None
    if kinds & {"person", "author"} and "role" in kinds:
        score += WEIGHTS["person and role"]
    cued = "author" in kinds or "translator" in kinds or "cued publisher" in kinds
    return Byline(
        _clean_name(author),
        publisher.strip(' «»“”".,'),
        "" if date.startswith("XXXX") else date,
        first.get("translator", ""),
        first.get("work", "").strip("«»“”"),
        score,
        cued,
        frozenset(kinds),
    )


def _is_publication(value: str) -> bool:
    """Whether a name sounds like a newspaper's, a house's or a site's: its telling word stands first
    or last ("The Harbour News", "Gazette of the Coast"), not amid a headline."""
    words = [w for w in value.split() if w.lower() not in _SMALL] or [""]
    edges = (words[0], words[-1]) if len(words) > 2 else tuple(words)
    return any(_PUBLICATION.search(word.strip("«»“”\"'.,()")) for word in edges) or bool(
        _PUBLICATION.search(value) and _QUOTED.match(value)
    )


def names_a_person(line: str) -> bool:
    """Whether a line is nothing but a person's name, by its shape and a known given name or "
    "initials."""
    value = line.strip(" .,:*")
    if not _name_like(value):
        return False
    tokens = value.split()
    initial = ("." in tokens[0] or len(tokens[0]) == 1) and bool(_INITIAL.match(tokens[0]))
    return tokens[0].lower() in GIVEN_NAMES or initial


def is_name_shaped(line: str) -> bool:
    """Whether a line could be a person's name by its shape alone: capitals, initials, particles."""
    return _name_like(line.strip(" .,:*")) and not _is_publication(line)


def _clean_name(author: str) -> str:
    name = " ".join(author.split()).strip(" ,:")
    if re.search(r"(?<![^\W\d_])[^\W\d_]$", name):
        name += "."  # a closing initial lost its full stop with the separators
    if name.isupper() and len(name) > 4 and "." not in name:
        name = " ".join(word.capitalize() for word in name.split())
    return name


def _author_like(value: str) -> bool:
    return _name_like(value) and not _is_publication(value)


def _is_handle(value: str) -> bool:
    """A user's name as forums print it: one word of letters, digits and underscores."""
    return bool(re.fullmatch(r"@?[\w.-]{2,30}", value))


def _name_like(value: str) -> bool:
    """A person's name by its shape: two to four capitalised words, initials, particles."""
    people = _AND.split(value)
    return len(people) <= 4 and all(_one_name(person) for person in people)


def _one_name(value: str) -> bool:
    tokens = _TOKEN.findall(value)
    if not 2 <= len(tokens) <= 5:
        return bool(
            re.fullmatch(r"(?:[^\W\d_a-zа-яё]\.){1,3}-?[^\W\d_a-zа-яё][\w’'-]{1,30}", value)
        )
    full = 0
    for token in tokens:
        if len(token) < 6 and _INITIAL.match(token) and ("." in token or len(token) == 1):
            continue
        if token.lower().rstrip(".") in _PARTICLE and token != tokens[0]:
            continue
        if token[0].isupper() and re.fullmatch(r"[^\W\d_][\w’'‘.-]{1,30}", token):
            if token.lower() in _NOT_NAMES:
                return False
            full += 1
        else:
            return False
    return 1 <= full <= 3 or (full == 0 and len(tokens) == 2)


def _capitalised(value: str) -> bool:
    """Every word that carries meaning begins with a capital (a name, a title, a publication)."""
    tokens = [t.strip("«»“”\"'().,:!?") for t in _TOKEN.findall(value)]
    tokens = [t for t in tokens if t]
    russian = bool(re.search(r"[а-яё]", value))
    if not tokens or not (tokens[0][0].isupper() or value[0] in '«“"'):
        return bool(re.match(r"(?:газета|журнал|сайт|форум)\s", value))
    if russian and value[0] not in "«" and len(tokens) > 4:
        return False
    if russian:
        return True
    return all(t[0].isupper() or t[0].isdigit() or t.lower() in _SMALL for t in tokens)
