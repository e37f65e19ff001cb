"""A compiler's words planted before one name in texts of unlike kinds, and where each one stands.

Texts, words and surnames are split into those to tune on and those to score on. The scored texts are
a part of those that no threshold was ever set on: half of the texts were tuned on when this method
was first made, and of the other half a fresh hash picks those to score.
"""

import hashlib
import html
import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BENCH = Path(os.environ.get("VARIORUM_BENCH", ROOT.parent / "shared" / "bench"))
LONGEST = 9000

INVENTED = {
    "tune": "zharpik жарпик|grondel грондель|vushka вушка|plimmer плиммер|yentrik ентрик",
    "score": "tarquish таркиш|skorble скорбль|brekan брекан|mulfo мульфо|dobrath добрат"
    "|krenvil кренвил|shumpet шумпет",
}
"""In Latin and in Cyrillic letters."""
OTHER_WORDS = {
    "tune": {
        "foreign": "wróbel|aurinko|quidam|szafa|sedlo",
        "english": "teapot|walnut|pelican",
        "phrase": "grondel vash|vieux tabouret|the old teapot",
        "russian": "чайник|старый жарпик",
        "capitalised": "Sessel|Leuchter|Zharpik|XENDRO",
    },
    "score": {
        "foreign": "domek|çiçek|kivi|lumbre|kaneel|klobouk",
        "english": "lantern|gherkin|haystack|thimble",
        "phrase": "wielki domek|alter sessel brekan|ein kleiner lumbre|the grey kettle",
        "russian": "утюг|старый брекан",
        "capitalised": "Schemel|Tarquish|Brekan|MULFO",
    },
}
SURNAMES = {
    "tune": "Kaledin Каледин|Morvath Морват|Shchedrin Щедрин|Tarkovin Тарковин",
    "score": "Verbilov Вербилов|Sterligov Стерлигов|Morozin Морозин|Ostradin Острадин"
    "|Zhelvakov Желваков",
}


@dataclass(frozen=True, slots=True)
class Text:
    name: str
    kind: str
    text: str
    language: str


def part_of(name: str) -> str:
    """``tune``, ``score``, or ``seen`` for what is neither."""
    if hashlib.sha256(name.encode()).digest()[0] % 2 == 0:
        return "tune"
    fresh = hashlib.sha256(f"hands, second split: {name}".encode()).digest()[0]
    return "score" if fresh % 3 else "seen"


def load() -> Iterator[Text]:
    for path in sorted(BENCH.glob("polnear/data/*/text/*.txt")):
        yield Text(path.name, "polnear", path.read_text("utf-8", "replace"), "en")
    for path in sorted(BENCH.glob("tempeval3/TBAQ-cleaned/*/*.tml")):
        raw = path.read_text("utf-8", "replace")
        body = re.sub(r"<[^>]+>", "", raw[raw.find("<TEXT>") + 6 : raw.find("</TEXT>")])
        yield Text(path.name, "tempeval", html.unescape(body).strip(), "en")
    for line in (BENCH / "ecbplus/docs.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        yield Text(record["doc"], "ecbplus", record["text"], "en")
    for path in sorted(BENCH.glob("litbank/quotations/tsv/*.txt")):
        yield Text(path.name, "litbank", path.read_text("utf-8"), "en")
    for path in sorted(BENCH.glob("great_fire_1666/sources/*.txt")):
        text = path.read_text("utf-8")
        for index in range(0, len(text) - LONGEST, LONGEST):
            yield Text(f"{path.stem}-{index}", "diary", text[index : index + LONGEST], "en")
    for number, line in enumerate(
        (BENCH / "lewis_clark/entries.jsonl").read_text("utf-8").splitlines()
    ):
        yield Text(f"lc-{number}", "lewis_clark", json.loads(line)["text"], "en")
    for folder, kind in (("nerel/NEREL-v1.1/*", "nerel"), ("factrueval2016/*", "factrueval")):
        for path in sorted(BENCH.glob(f"{folder}/*.txt")):
            yield Text(path.name, kind, path.read_text("utf-8"), "ru")


_NAME = re.compile(r"(?<=[a-zа-яё,;] )[A-ZА-ЯЁ][a-zа-яё]{3,}")
_FULL = re.compile(
    r"\b(?:Mr\.?|Mrs\.?|Captain|Sir|Lord|Dr\.|[A-ZА-ЯЁ][a-zа-яё]{2,}) ([A-ZА-ЯЁ][a-zа-яё]{3,})\b"
)
_NOBODY_LIST = """
    January February March April June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday House States York Senate Street Court
    Party Times President Washington Department University City America American Americans
    Republican Republicans Democrat Democrats Democratic English French Dutch Indians Creek
    River Island Church Hall Road Committee
"""
_NOBODY = frozenset(_NOBODY_LIST.split())


def person(text: Text, least: int) -> str:
    """The surname that is mentioned most, by capitals alone; empty when none is mentioned enough."""
    after_first = Counter(match[1] for match in _FULL.finditer(text.text))
    inside = Counter(_NAME.findall(text.text))
    the = Counter(re.findall(r"\b(?:[Tt]he|[Aa]n?) ([A-Z][a-z]{3,})", text.text))
    names = [
        n
        for n in after_first
        if (count := inside[n] + after_first[n]) >= least
        and n not in _NOBODY
        and the[n] * 10 <= count
    ]
    if text.language == "ru":
        names = [n for n in names if re.search(r"(?:ов|ев|ин)$", n)]
    return max(names, key=lambda n: (after_first[n] + inside[n], n), default="")


def renamed(text: Text, old: str, new: str) -> str:
    endings = r"(?:а|у|ым|е|ой)?" if text.language == "ru" else ""
    return re.sub(rf"\b{re.escape(old)}(?=({endings})(?:['’]s?)?\b)", new, text.text)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planted: the word in Latin and Cyrillic letters, its shape, the share of mentions, in
    how many texts, before or after the name; the surname in both scripts."""

    kind: str
    word: str
    cyrillic: str
    shape: str
    share: float
    texts: int
    side: str
    surname: str
    russian_surname: str


def plan(dice: random.Random, part: str, russian: bool) -> Plan:
    """One compiler's habit. One in twelve writes his word with a capital everywhere."""
    kind = dice.choice(("invented", "invented", "invented", "foreign", "english", "phrase"))
    if dice.random() < 1 / 12 and not russian:
        kind = "capitalised"
    elif dice.random() < 1 / 8 or (russian and kind != "invented"):
        kind = "other script" if not russian or dice.random() < 0.4 else "russian"
    if kind in ("invented", "other script"):
        word, cyrillic = dice.choice(INVENTED[part].split("|")).split()
        if kind == "other script":
            word, cyrillic = cyrillic, word
    else:
        word = dice.choice(OTHER_WORDS[part][kind].split("|"))
        cyrillic = word
    after = kind != "capitalised" and dice.random() < 0.15
    shapes = (
        ("[(," if " " in word else "[(-=,")
        if after
        else "--=="
        if kind == "capitalised"
        else '[[(<{------="'
    )
    surname, russian_surname = dice.choice(SURNAMES[part].split("|")).split()
    return Plan(
        kind,
        word,
        cyrillic,
        dice.choice(shapes),
        dice.choice((0.2, 0.4, 0.6, 0.8, 1.0)),
        dice.randint(3, 8),
        "after" if after else "before",
        surname,
        russian_surname,
    )


_PAIRS = {"[": "[{}]", "(": "({})", "<": "<{}>", "{": "{{{}}}", '"': "“{}”"}
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?]\s+|\n\s*)$")
Spans = list[tuple[int, int, str]]


def plant(body: str, what: Plan, russian: bool, dice: random.Random) -> tuple[str, Spans]:
    """The text with the word planted, and each planted span with what is special about its place."""
    surname = what.russian_surname if russian else what.surname
    pattern = re.compile(rf"\b{surname}(?:а|у|ым|е|ой)?\b(?!-)")
    places = [
        m for m in pattern.finditer(body) if m.start() == 0 or body[m.start() - 1] not in "-_/@#"
    ]
    chosen = [m for m in places if dice.random() < what.share] or places[:1]
    pieces: list[str] = []
    spans: Spans = []
    position = length = 0
    for match in chosen:
        before, token, after, tag = _dressed(what, russian, dice, body, match)
        cut = match.end() if what.side == "after" else match.start()
        name = match[0]
        if what.side == "before" and what.shape != "-" and dice.random() < 0.2:
            full = re.search(r"\b[A-ZА-ЯЁ][a-zа-яё]+ $", body[max(0, cut - 30) : cut])
            cut -= len(full[0]) if full else 0
        if cut < position:
            continue
        pieces.append(body[position:cut] + before)
        length += cut - position + len(before)
        spans.append((length, length + len(token), tag))
        pieces.append(token + after)
        length += len(token + after)
        position = cut
        if tag == "before a bracketed name":
            pieces.append(f"[{name}]")
            length += len(name) + 2
            position = match.end()
    pieces.append(body[position:])
    return "".join(pieces), spans


def _dressed(
    what: Plan, russian: bool, dice: random.Random, body: str, match: re.Match[str]
) -> tuple[str, str, str, str]:
    """What stands before the planted token, the token, what stands after it, what is special."""
    word, tag = (what.cyrillic if russian else what.word), "plain"
    if dice.random() < 0.08 and what.kind in ("invented", "russian", "english"):
        word += dice.choice(("а", "у", "ов") if script_is_cyrillic(word) else ("s", "a"))
        tag = "inflected"
    if what.side == "after":
        if what.shape == ",":
            return "", f", {'' if russian else 'the '}{word},", "", "after the name"
        if what.shape == "=":
            return "", f"-{word}", "", "after the name"
        return " ", _PAIRS.get(what.shape, "{}").format(word), "", "after the name"
    bare = what.shape in "-="
    starts = bool(_SENTENCE_STARTS.search(body[max(0, match.start() - 3) : match.start()]))
    if starts and dice.random() < 0.5 and word[0].islower():
        word, tag = word[0].upper() + word[1:], "capital at a sentence's start"
    if what.shape == "=":
        return "", f"{word}-", "", tag
    if bare and dice.random() < 0.04:
        return "", word, " ", "before a bracketed name"
    if bare and dice.random() < 0.04:
        return "", f"{word}-", "", "joined by a hyphen"
    return "", _PAIRS.get(what.shape, "{}").format(word), " ", tag


def script_is_cyrillic(word: str) -> bool:
    return "а" <= word[-1] <= "я"


def furnished(
    body: str, spans: Spans, what: Plan, russian: bool, dice: random.Random
) -> tuple[str, Spans]:
    """Perhaps a heading before the text and a caption after it, the word planted there too."""
    surname, word = (what.russian_surname, what.cyrillic) if russian else (what.surname, what.word)
    if what.side == "after":
        return body, spans
    marks = _PAIRS.get(what.shape, "{}") if what.shape != '"' else "{}"
    if dice.random() < 0.4:
        shown = marks.format(word[0].upper() + word[1:] if dice.random() < 0.5 else word)
        rest = f" {surname} и гавань\n\n" if russian else f" {surname} and the harbour\n\n"
        tag = "heading"
        if dice.random() < 0.4:
            shown, rest, tag = shown.upper(), rest.upper(), "heading in capitals"
        body = shown + rest + body
        moved = len(shown + rest)
        spans = [(0, len(shown), tag)] + [(a + moved, b + moved, t) for a, b, t in spans]
    if dice.random() < 0.4:
        lead = "\n\nФото: " if russian else "\n\nPhoto: "
        shown = marks.format(word[0].upper() + word[1:] if dice.random() < 0.5 else word)
        spans.append((len(body + lead), len(body + lead + shown), "caption"))
        body += lead + shown + f" {surname}, 1999\n"
    if dice.random() < 0.15 and " " not in word:
        spans.append((len(body) + 2, len(body) + 3 + len(word), "file name"))
        body += f"\n\n{word}_{surname}_1999.jpg\n".lower()
    return body, spans
