"""Who put these characters there? Planted compiler's words, untouched texts, labelled brackets.

Words are planted beside one name in texts of unlike kinds (news, novels, diaries, Russian news) in
which a person of each has been given that name; genuine brackets of authors, editors and
translators stay where they are. A third of the dossiers are files of one text each; a third are
one page whose accounts are given; a third are one page, plain or HTML, that the program divides
itself. ``tune`` as argument runs the texts, words and surnames that thresholds were set on, no
argument the held-out ones, whose figures are written to ``RESULTS.md`` (see ``_planting.py``). One
rule, on articles before the word, was added after the held-out journals had shown "upper Side".
"""

import html
import json
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from _composites import _byline, _title, composite
from _planting import (
    BENCH,
    LONGEST,
    Plan,
    Spans,
    Text,
    furnished,
    load,
    part_of,
    person,
    plan,
    plant,
    renamed,
)
from _report import write_section
from variorum.establish import compiler_hands, local_hands, sightings
from variorum.gather import divide, gather
from variorum.model.critique import Account, Hand, Sighting
from variorum.model.ids import content_id
from variorum.model.tables import from_json, to_json
from variorum.model.transcript import Transcript

DOSSIERS = 360
UNTOUCHED = 300
PAGES = 40
BUILDS = ("files", "one page, accounts given", "one page, divided by the program")

Sources = list[tuple[Transcript, tuple[Account, ...]]]
Planted = dict[tuple[str, int, int], str]


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


Member = tuple[str, str, Spans, str]
"""Name, text, planted spans, language."""


def apart(members: list[tuple[str, str, str]]) -> Sources:
    """Each text (name, text, language) a source of its own."""
    return [
        (Transcript(f"{name}.txt", body), (_account(f"{name}.txt", name, 0, body, language),))
        for name, body, language in members
    ]


def _account(source: str, name: str, start: int, body: str, language: str) -> Account:
    end = start + len(body)
    identity = content_id("a", source, name)
    return Account(identity, source, start, end, "", "", "", "", language, "article")


def compose(
    members: list[Member], how: str, dice: random.Random, part: str
) -> tuple[Sources, Planted]:
    """Make sources of texts in one of the ways of ``BUILDS``."""
    if how == BUILDS[0]:
        planted = {(f"{n}.txt", a, b): t for n, _, spans, _ in members for a, b, t in spans}
        return apart([(name, body, language) for name, body, _, language in members]), planted
    planted, page, accounts = {}, "", []
    for name, body, spans, language in members:
        if how == BUILDS[2]:
            page += f"{_title(dice, part, language)}\n\n"
            if dice.random() < 0.8:
                page += f"{_byline(dice, part, language)['byline']}\n\n"
        start = len(page)
        planted |= {("page", start + a, start + b): tag for a, b, tag in spans}
        accounts.append(_account("page", name, start, body, language))
        page += body + "\n\n"
    if how == BUILDS[1]:
        return [(Transcript("page", page), tuple(accounts))], planted
    return divided(page, planted, dice.random() < 0.5)


def divided(page: str, planted: Planted, as_html: bool) -> tuple[Sources, Planted]:
    """The page read from a file and divided by the program; spans follow by what is no space."""
    content = page
    if as_html:
        lines = [f"<p>{html.escape(line)}</p>" for line in page.split("\n") if line.strip()]
        content = "<html><body>" + "\n".join(lines) + "</body></html>"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("page.html" if as_html else "page.txt")
        path.write_text(content, encoding="utf-8")
        _, transcript = gather(path, "page")
    assert transcript is not None
    here = [i for i, letter in enumerate(transcript.text) if not letter.isspace()]
    counted, there = 0, {}
    for i, letter in enumerate(page):
        there[i] = counted
        counted += not letter.isspace()
    assert counted == len(here), "the reader lost or added characters"
    moved = {
        ("page", here[there[a]], here[there[b - 1]] + 1): tag for (_, a, b), tag in planted.items()
    }
    return [(transcript, divide(transcript))], moved


def establish(sources: Sources) -> tuple[Hand, ...]:
    seen: list[Sighting] = []
    for transcript, accounts in sources:
        seen.extend(sightings(transcript, accounts, local_hands(transcript, accounts)))
    return compiler_hands(seen)


def score(hands: tuple[Hand, ...], planted: Planted) -> tuple[Tally, dict[str, Tally]]:
    tally = Tally(planted=len(planted), dossiers=1)
    by_tag: dict[str, Tally] = defaultdict(Tally)
    found = [(h.passage.source, h.passage.start, h.passage.end) for h in hands]
    tally.exact = len(set(planted) & set(found))
    for (source, start, end), tag in planted.items():
        hit = any(s == source and a < end and start < b for s, a, b in found)
        tally.found += hit
        by_tag[tag].add(Tally(1, hit, (source, start, end) in found))
    for hand, (source, start, end) in zip(hands, found, strict=True):
        right = any(s == source and a < end and start < b for s, a, b in planted)
        tally.reported += 1
        tally.right += right
        tally.grounds[hand.confidence] += 1
        tally.right_grounds[hand.confidence] += right
        tally.blamed += not right and hand.passage.quote[0] in "([<{"
    return tally, by_tag


def planted_dossiers(
    texts: list[Text], part: str, verbose: bool
) -> tuple[dict[str, Tally], dict[str, Tally]]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    tags: dict[str, Tally] = defaultdict(Tally)
    known: dict[bool, dict[str, list[tuple[Text, str]]]] = {
        True: defaultdict(list),
        False: defaultdict(list),
    }
    for text in texts:
        name = person(text, 3 if text.kind != "lewis_clark" else 4)
        if name:
            known[text.language == "ru"][text.kind].append((text, name))
    for seed in range(DOSSIERS):
        dice = random.Random(f"{part}-{seed}")
        russian = dice.random() < 0.25
        what = plan(dice, part, russian)
        mixed = not russian and what.kind == "invented" and dice.random() < 0.3
        chosen: dict[str, tuple[Text, str]] = {}
        while len(chosen) < what.texts:
            pool = known[russian or (mixed and len(chosen) == 1)]
            item = dice.choice(pool[dice.choice(sorted(pool))])
            chosen[item[0].name] = item
        members: list[Member] = []
        for text, old in chosen.values():
            ru = text.language == "ru"
            body = renamed(text, old, what.russian_surname if ru else what.surname)[:LONGEST]
            body, spans = plant(body.strip(), what, ru, dice)
            members.append((text.name, *furnished(body, spans, what, ru, dice), text.language))
        members += [
            (f"other-{text.name}", text.text[:LONGEST].strip(), [], text.language)
            for text in dice.sample(texts, 4)
        ]
        how = BUILDS[seed % 3]
        hands_of, planted = compose(members, how, dice, part)
        tally, by_tag = score(establish(hands_of), planted)
        for condition in ("all", *_conditions(what, how, mixed, russian)):
            tallies[condition].add(tally)
        for tag, one in by_tag.items():
            tags[tag].add(one)
        if verbose and (tally.found < 0.7 * tally.planted or tally.right < tally.reported):
            print(
                seed,
                how,
                what,
                f"{tally.found} of {tally.planted}, {tally.right} of {tally.reported}",
            )
    return dict(tallies), dict(tags)


def _conditions(what: Plan, how: str, mixed: bool, russian: bool) -> tuple[str, ...]:
    shape = {"-": "bare", "=": "hyphen", '"': "in quotation marks", ",": "between commas"}.get(
        what.shape, "bracketed"
    )
    return (
        f"{shape}, {what.side}",
        f"word: {what.kind}",
        f"share of mentions: {what.share:.0%}",
        f"texts: {what.texts}",
        "language: " + ("Russian" if russian else "English and Russian" if mixed else "English"),
        f"built as: {how}",
    )


def untouched(texts: list[Text]) -> tuple[int, int, list[str]]:
    """False findings in whole collections, and in small dossiers about one much-named person."""
    false, runs, quotes = 0, 0, []
    for kind in sorted({text.kind for text in texts}):
        if kind == "lewis_clark":
            continue
        hands = establish(apart([(t.name, t.text, t.language) for t in texts if t.kind == kind]))
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
        hands = establish(apart([(t.name, t.text, t.language) for t in members]))
        false, runs = false + len(hands), runs + 1
        quotes += [f"dossier {seed}: {hand.passage.quote}" for hand in hands]
    return false, runs, quotes


def untouched_pages(part: str) -> tuple[int, list[str]]:
    """False findings on pages of texts pasted together, divided as the program divides them."""
    quotes = []
    for seed in range(PAGES):
        made = composite(seed, "score" if part == "score" else "tune")
        transcript = Transcript("page.txt", made.text)
        hands = establish([(transcript, divide(transcript))])
        quotes += [f"page {seed}: {hand.passage.quote}" for hand in hands]
    return len(quotes), quotes


def two_captains(texts: list[Text]) -> tuple[int, int]:
    """Journals of two men who capitalise at will, each entry taken for a text of its own."""
    members = [(t.name, t.text, t.language) for t in texts if t.kind == "lewis_clark"]
    return len(establish(apart(members))), len(members)


def speed(texts: list[Text]) -> tuple[float, float, int]:
    """Processor seconds for reading the evidence of 500 news texts and deciding, and its bytes."""
    news = [t for t in texts if t.kind in ("polnear", "ecbplus", "tempeval")][:500]
    seen = []
    for transcript, accounts in apart([(t.name, t.text, t.language) for t in news]):
        seen.extend(sightings(transcript, accounts, local_hands(transcript, accounts)))
    kept = [json.dumps(to_json(item), ensure_ascii=False) for item in seen]
    began = time.process_time()
    compiler_hands([from_json(Sighting, json.loads(row)) for row in kept])
    return time.process_time() - began, len("".join(kept).encode()) / len(news), len(news)


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


def table(first: str, tallies: dict[str, Tally]) -> list[str]:
    rows = [
        f"| {first} | dossiers | words | recall | exact span | precision | genuine brackets blamed |",
        "|---|---|---|---|---|---|---|",
    ]
    for condition, t in sorted(tallies.items(), key=lambda item: (item[0] != "all", item[0])):
        precision = f"{t.right / t.reported:.3f}" if t.reported else "–"
        rows.append(
            f"| {condition} | {t.dossiers} | {t.planted} | {t.found / t.planted:.3f} "
            f"| {t.exact / t.planted:.3f} | {precision} | {t.blamed} |"
        )
    return rows


def tag_table(tags: dict[str, Tally]) -> list[str]:
    return [
        "| place | words | recall | exact span |",
        "|---|---|---|---|",
        *(
            f"| {tag} | {t.planted} | {t.found / t.planted:.3f} | {t.exact / t.planted:.3f} |"
            for tag, t in sorted(tags.items())
        ),
    ]


def main() -> None:
    if not BENCH.is_dir():
        print(f"hands: no bench folder at {BENCH}; set VARIORUM_BENCH to measure")
        return
    part = "tune" if sys.argv[1:] == ["tune"] else "score"
    texts = [text for text in load() if part_of(text.name) == part]
    tallies, tags = planted_dossiers(texts, part, part == "tune")
    false, runs, quotes = untouched(texts)
    pages, page_quotes = untouched_pages(part)
    captains, entries = two_captains(texts)
    right, total, wrong = labelled()
    seconds, size, count = speed(texts if part == "tune" else list(load()))
    grounds = tallies["all"].grounds
    lines = [
        *table("planted", tallies),
        "",
        *tag_table(tags),
        "",
        f"Untouched texts: {false} false insertions in {runs} dossiers (whole collections of "
        f"news and novels, and {UNTOUCHED} of 3 to 8 texts about one person); {pages} in {PAGES} "
        f"pages of pasted texts that the program divided. Journals that capitalise common nouns, "
        f"every one of {entries} entries taken for a text of its own: {captains} false.",
        "",
        "Precision by stated confidence: "
        + ", ".join(
            f"{c:.2f}: {tallies['all'].right_grounds[c] / n:.3f} of {n}"
            for c, n in sorted(grounds.items())
        ),
        "",
        f"Hand-labelled brackets, notes and lines: {right} of {total} right.",
        "",
        f"Reading the evidence of {count} texts back and deciding takes {seconds:.2f} s of one "
        f"processor; "
        f"{size / 1000:.1f} kB of it a text.",
    ]
    print("\n".join(lines))
    print("\n".join([*quotes[:20], *page_quotes[:20], *wrong]))
    if part == "score":
        write_section(
            "hands",
            "## Hands\n\n`benchmarks/hands.py`, held-out texts, words and names\n\n"
            + "\n".join(lines),
        )


if __name__ == "__main__":
    main()
