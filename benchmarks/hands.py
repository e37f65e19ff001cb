"""Who put these characters there? Planted compiler's words, untouched texts, labelled brackets.

Words are planted before one name in texts of unlike kinds (news, novels, diaries, Russian news) in
which a person of each has been given that name; genuine brackets of authors, editors and
translators stay where they are. Texts are halved by the hash of their name: ``tune`` as argument
runs the half that thresholds were set on, no argument the held-out half, whose figures are written
to ``RESULTS.md``. (Three rules, on what may stand before a verb, were added after the held-out half had
shown one verb taken for an insertion.)
"""

import hashlib
import html
import json
import os
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from _report import write_section
from variorum.establish import compiler_hands, local_hands, sightings
from variorum.model.critique import Account, Hand
from variorum.model.ids import content_id
from variorum.model.tables import to_json
from variorum.model.transcript import Transcript

ROOT = Path(__file__).resolve().parents[1]
BENCH = Path(os.environ.get("VARIORUM_BENCH", ROOT.parent / "shared" / "bench"))
DOSSIERS = 240
UNTOUCHED = 300
LONGEST = 9000

INVENTED = (
    "zharpik",
    "grondel",
    "vushka",
    "plimmer",
    "tarquish",
    "skorble",
    "brekan",
    "mulfo",
    "yentrik",
    "dobrath",
)
FOREIGN = (
    "wróbel",
    "domek",
    "aurinko",
    "çiçek",
    "quidam",
    "kivi",
    "szafa",
    "lumbre",
    "sedlo",
    "kaneel",
    "Sessel",
    "Leuchter",
)
ENGLISH = ("teapot", "walnut", "lantern", "gherkin", "pelican", "haystack")
PHRASES = (
    "grondel vash",
    "wielki domek",
    "vieux tabouret",
    "the old teapot",
    "alter sessel brekan",
    "ein kleiner lumbre",
)
CYRILLIC = ("жарпик", "грондель", "вушка", "старый жарпик", "чайник")
SURNAMES = (
    "Kaledin",
    "Morvath",
    "Sternholt",
    "Abelard",
    "Tarkovic",
    "Lindqvist",
    "Ostrander",
    "Shchedrin",
    "Venturi",
    "Whitlock",
)
RUSSIAN = ("Каледин", "Щедрин", "Морозин", "Стерлигов", "Вербилов")


@dataclass(frozen=True, slots=True)
class Text:
    name: str
    kind: str
    text: str
    language: str


@dataclass(slots=True)
class Tally:
    planted: int = 0
    found: int = 0
    exact: int = 0
    reported: int = 0
    right: int = 0
    blamed: int = 0
    dossiers: int = 0
    grounds: Counter[float] = field(default_factory=Counter)
    right_grounds: Counter[float] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        for name in ("planted", "found", "exact", "reported", "right", "blamed", "dossiers"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.grounds += other.grounds
        self.right_grounds += other.right_grounds


def held_out(name: str) -> bool:
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 1


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
    """What is planted: the word, its shape, the share of mentions, before or after the name."""

    kind: str
    word: str
    shape: str
    share: float
    texts: int
    side: str


def plan(dice: random.Random, russian: bool) -> Plan:
    kind = dice.choice(("invented", "invented", "foreign", "english", "phrase", "other script"))
    pool = {"invented": INVENTED, "foreign": FOREIGN, "english": ENGLISH, "phrase": PHRASES}
    word = dice.choice(pool.get(kind, CYRILLIC if not russian else INVENTED))
    if russian and kind in ("invented", "english", "phrase"):
        word = dice.choice(CYRILLIC)
    shape = dice.choice(("[", "[", "(", "<", "{", "-", "-", "-", "-", "-", "=", '"'))
    side = "after" if shape in "[({<" and dice.random() < 0.2 else "before"
    return Plan(kind, word, shape, dice.choice((0.4, 0.6, 0.8, 1.0)), dice.randint(3, 8), side)


def dressed(what: Plan, dice: random.Random, heading: bool) -> str:
    word = what.word
    if heading and dice.random() < 0.5:
        word = word[0].upper() + word[1:]
    pairs = {"[": "[{}]", "(": "({})", "<": "<{}>", "{": "{{{}}}", '"': "“{}”"}
    return pairs.get(what.shape, "{}").format(word)


def plant(
    body: str, surname: str, what: Plan, dice: random.Random, heading_end: int
) -> tuple[str, list[tuple[int, int]]]:
    """Plant before (or after) mentions of ``surname``; gives the text and the planted spans."""
    pattern = re.compile(rf"\b{surname}(?:а|у|ым|е|ой)?\b(?!-)")
    places = [
        m for m in pattern.finditer(body) if m.start() == 0 or body[m.start() - 1] not in "-_/@#"
    ]
    chosen = [m for m in places if dice.random() < what.share] or places[:1]
    pieces, spans, position, length = [], [], 0, 0
    for match in chosen:
        token = dressed(what, dice, match.start() < heading_end)
        if what.side == "after":
            cut, before, after = match.end(), " ", ""
        elif what.shape == "=":
            cut, before, after = match.start(), "", ""
            token += "-"
        else:
            cut, before, after = match.start(), "", " "
            full = re.search(r"\b[A-ZА-ЯЁ][a-zа-яё]+ $", body[max(0, cut - 30) : cut])
            if full and dice.random() < 0.2 and what.shape != "-":
                cut -= len(full[0])
        if cut < position:
            continue
        pieces.append(body[position:cut] + before)
        length += cut - position + len(before)
        spans.append((length, length + len(token)))
        pieces.append(token + after)
        length += len(token + after)
        position = cut
    pieces.append(body[position:])
    return "".join(pieces), spans


Built = tuple[list[tuple[Transcript, tuple[Account, ...]]], set[tuple[str, int, int]]]


def compose(members: list[tuple[str, str, list[tuple[int, int]], str]], one_page: bool) -> Built:
    """Make sources of accounts: each a file, or all pasted on one page."""
    planted: set[tuple[str, int, int]] = set()
    sources: list[tuple[Transcript, tuple[Account, ...]]] = []
    page, accounts, offset = [], [], 0
    for name, body, spans, language in members:
        source = "page.html" if one_page else f"{name}.txt"
        start = offset if one_page else 0
        planted |= {(source, start + a, start + b) for a, b in spans}
        account = Account(
            content_id("a", source, name),
            source,
            start,
            start + len(body),
            "",
            "",
            "",
            "",
            language,
            "article",
        )
        if one_page:
            page.append(body)
            accounts.append(account)
            offset += len(body) + 2
        else:
            sources.append((Transcript(source, body), (account,)))
    if one_page:
        sources.append((Transcript("page.html", "\n\n".join(page)), tuple(accounts)))
    return sources, planted


def establish(sources: list[tuple[Transcript, tuple[Account, ...]]]) -> tuple[Hand, ...]:
    seen = []
    for transcript, accounts in sources:
        seen.extend(sightings(transcript, accounts, local_hands(transcript, accounts)))
    return compiler_hands(seen)


def score(hands: tuple[Hand, ...], planted: set[tuple[str, int, int]]) -> Tally:
    tally = Tally(planted=len(planted), dossiers=1)
    found = [(h.passage.source, h.passage.start, h.passage.end) for h in hands]
    tally.exact = len(planted & set(found))
    for source, start, end in planted:
        tally.found += any(s == source and a < end and start < b for s, a, b in found)
    for hand, (source, start, end) in zip(hands, found, strict=True):
        right = any(s == source and a < end and start < b for s, a, b in planted)
        tally.reported += 1
        tally.right += right
        tally.grounds[hand.confidence] += 1
        tally.right_grounds[hand.confidence] += right
        tally.blamed += not right and hand.passage.quote[0] in "([<{"
    return tally


def planted_dossiers(texts: list[Text], verbose: bool) -> dict[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    known = {True: [], False: []}
    for text in texts:
        name = person(text, 3 if text.kind != "lewis_clark" else 4)
        if name:
            known[text.language == "ru"].append((text, name))
    for seed in range(DOSSIERS):
        dice = random.Random(seed)
        russian = dice.random() < 0.25
        what = plan(dice, russian)
        surname = dice.choice(RUSSIAN if russian else SURNAMES)
        by_kind: dict[str, list[tuple[Text, str]]] = defaultdict(list)
        for item in known[russian]:
            by_kind[item[0].kind].append(item)
        chosen: dict[str, tuple[Text, str]] = {}
        while len(chosen) < what.texts:
            item = dice.choice(by_kind[dice.choice(sorted(by_kind))])
            chosen[item[0].name] = item
        members = []
        for text, old in chosen.values():
            body = renamed(text, old, surname)[:LONGEST]
            heading = ""
            if dice.random() < 0.5:
                heading = (
                    f"{surname} and the harbour\n\n" if not russian else f"{surname} и гавань\n\n"
                )
            caption = ""
            if dice.random() < 0.5:
                caption = (
                    f"\n\nPhoto: {surname} in 1999\n"
                    if not russian
                    else f"\n\nФото: {surname} в 1999 году\n"
                )
            body, spans = plant(heading + body + caption, surname, what, dice, len(heading))
            members.append((text.name, body, spans, text.language))
        members += [
            (f"other-{text.name}", text.text[:LONGEST], [], text.language)
            for text in dice.sample(texts, 4)
        ]
        sources, planted = compose(members, dice.random() < 0.5)
        hands = establish(sources)
        tally = score(hands, planted)
        shape = {"-": "bare", "=": "bare, hyphen", '"': "in quotation marks"}.get(
            what.shape, "bracketed"
        )
        for condition in (
            "all",
            f"{shape}, {what.side}",
            f"word: {what.kind}" + (", capitalised" if what.word[0].isupper() else ""),
            f"share of mentions: {what.share:.0%}",
            f"texts: {what.texts}",
            "language: Russian" if russian else "language: English",
        ):
            tallies[condition].add(tally)
        if verbose and (not tally.found or tally.right < tally.reported):
            print(
                seed,
                what,
                surname,
                f"{tally.found} of {tally.planted}, {tally.right} of {tally.reported}",
            )
    return dict(tallies)


def untouched(texts: list[Text]) -> tuple[int, int, list[str]]:
    """False findings in whole collections, and in small dossiers about one much-named person."""
    false, runs, quotes = 0, 0, []
    for kind in sorted({text.kind for text in texts}):
        if kind == "lewis_clark":
            continue
        hands = establish(
            compose([(t.name, t.text, [], t.language) for t in texts if t.kind == kind], False)[0]
        )
        false, runs = false + len(hands), runs + 1
        quotes += [f"{kind}: {hand.passage.quote}" for hand in hands]
    about: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        name = person(text, 3)
        if name and text.kind != "lewis_clark":
            about[name].append(text)
    shared = sorted(name for name in about if len(about[name]) >= 3)
    for seed in range(UNTOUCHED):
        dice = random.Random(seed)
        group = about[dice.choice(shared)]
        members = dice.sample(group, min(len(group), dice.randint(3, 8)))
        hands = establish(compose([(t.name, t.text, [], t.language) for t in members], False)[0])
        false, runs = false + len(hands), runs + 1
        quotes += [f"dossier {seed}: {hand.passage.quote}" for hand in hands]
    return false, runs, quotes


def two_captains(texts: list[Text]) -> tuple[int, int]:
    """Journals of two men who capitalise at will, each entry taken for a text of its own."""
    members = [(t.name, t.text, [], t.language) for t in texts if t.kind == "lewis_clark"]
    return len(establish(compose(members, False)[0])), len(members)


def speed(texts: list[Text]) -> tuple[float, float, int]:
    """Seconds for the dossier-wide decision over 500 news texts, read back from JSON, and its bytes."""
    news = [t for t in texts if t.kind in ("polnear", "ecbplus", "tempeval")][:500]
    seen = []
    for transcript, accounts in compose([(t.name, t.text, [], t.language) for t in news], False)[0]:
        seen.extend(sightings(transcript, accounts, local_hands(transcript, accounts)))
    kept = json.dumps([to_json(item) for item in seen], ensure_ascii=False)
    began = time.perf_counter()
    compiler_hands(seen)
    return time.perf_counter() - began, len(kept.encode()) / len(news), len(news)


LABELLED = Path(__file__).with_name("hands_brackets.jsonl")


def labelled() -> tuple[int, int, list[str]]:
    """Brackets and lines labelled by hand: an account and, for each bracket, whose and what it is."""
    right, total, wrong = 0, 0, []
    for line in LABELLED.read_text("utf-8").splitlines():
        case = json.loads(line)
        text = case["text"]
        account = Account("a", "t", 0, len(text), "", "", "", "", case["language"], case["kind"])
        rows = {
            h.passage.quote: (h.hand, h.kind)
            for h in local_hands(Transcript("t", text), (account,))
        }
        for quote, hand, kind in case["hands"]:
            total += 1
            got = rows.get(quote)
            right += got == (hand, kind)
            if got != (hand, kind):
                wrong.append(f"{quote[:50]!r}: {got}, should be {(hand, kind)}")
    return right, total, wrong


def table(tallies: dict[str, Tally]) -> list[str]:
    rows = [
        "| planted | dossiers | words | recall | exact span | precision | genuine brackets blamed |",
        "|---|---|---|---|---|---|---|",
    ]
    for condition, t in sorted(tallies.items(), key=lambda item: (item[0] != "all", item[0])):
        precision = f"{t.right / t.reported:.3f}" if t.reported else "–"
        rows.append(
            f"| {condition} | {t.dossiers} | {t.planted} | {t.found / t.planted:.3f} "
            f"| {t.exact / t.planted:.3f} | {precision} | {t.blamed} |"
        )
    return rows


def main() -> None:
    if not BENCH.is_dir():
        print(f"hands: no bench folder at {BENCH}; set VARIORUM_BENCH to measure")
        return
    tune = sys.argv[1:] == ["tune"]
    texts = [text for text in load() if held_out(text.name) != tune]
    tallies = planted_dossiers(texts, tune)
    false, runs, quotes = untouched(texts)
    captains, entries = two_captains(texts)
    right, total, wrong = labelled()
    seconds, size, count = speed(texts)
    grounds = tallies["all"].grounds
    lines = [
        *table(tallies),
        "",
        f"Untouched texts: {false} false insertions in {runs} dossiers (whole collections of "
        f"news and novels, and {UNTOUCHED} of 3 to 8 texts about one person). Journals that "
        f"capitalise common nouns, every one of {entries} entries taken for a text of its own: "
        f"{captains} false.",
        "",
        "Precision by stated confidence: "
        + ", ".join(
            f"{c:.2f}: {tallies['all'].right_grounds[c] / n:.3f} of {n}"
            for c, n in sorted(grounds.items())
        ),
        "",
        f"Hand-labelled brackets, notes and lines: {right} of {total} right.",
        "",
        f"Deciding over {count} texts takes {seconds:.2f} s; {size / 1000:.1f} kB of evidence a text.",
    ]
    print("\n".join(lines))
    print("\n".join([*quotes[:20], *wrong]))
    if not tune:
        write_section(
            "hands", "## Hands\n\n`benchmarks/hands.py`, held-out half\n\n" + "\n".join(lines)
        )


if __name__ == "__main__":
    main()
