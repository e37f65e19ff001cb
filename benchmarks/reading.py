"""How well and how fast the first reading is: ``python benchmarks/reading.py``.

Names beside the bare spaCy labels (LitBank) and natasha's (factRuEval), explicit dates (TempEval-3),
attributions (PolNeAR dev), and time beside the bare pipeline on the same text in the same run.
"""

import os
import re
import time
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

from _report import write_section
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.reading import reading_text
from variorum.model.settings import ENGLISH_PIPELINE, Settings
from variorum.model.testimony import Voice
from variorum.read import Testimony, read

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
LITBANK_DOCUMENTS, TIMED_DOCUMENTS = 40, 110
Span = tuple[int, int, str]


def read_all(
    texts: dict[str, str], language: str = "en", dates: dict[str, str] | None = None
) -> list[Testimony]:
    """Read texts as articles, each its own source."""
    accounts = [
        Account(
            name, name, 0, len(text), "", "", "", (dates or {}).get(name, ""), language, "article"
        )
        for name, text in texts.items()
    ]
    readings = (reading_text(account, texts[account.source], []) for account in accounts)
    return list(read(readings, texts, Settings()))


def overlap_scores(pairs: Iterable[tuple[list[Span], list[Span]]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of spans: one counts when a span of its kind overlaps it."""
    right = said = found = wanted = 0
    for ours, gold in pairs:
        said, wanted = said + len(ours), wanted + len(gold)
        right += sum(_hit(span, gold) for span in ours)
        found += sum(_hit(span, ours) for span in gold)
    precision, recall = right / max(1, said), found / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _hit(span: Span, others: list[Span]) -> bool:
    return any(s < span[1] and span[0] < e and kind == span[2] for s, e, kind in others)


def row(name: str, scores: tuple[float, float, float]) -> str:
    return f"| {name} | {scores[0]:.3f} | {scores[1]:.3f} | {scores[2]:.3f} |"


def litbank_names() -> Iterator[str]:
    """Persons and places that LitBank marks as proper names."""
    import spacy

    kinds = {"PROP_PER": "person", "PROP_GPE": "place", "PROP_LOC": "place", "PROP_FAC": "place"}
    bare_kinds = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place"}
    files = sorted((BENCH / "litbank/coref/brat").glob("*.txt"))[:LITBANK_DOCUMENTS]
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    gold = []
    for file in files:
        rows = [
            line.split("\t") for line in file.with_suffix(".ann").read_text("utf-8").splitlines()
        ]
        spans = [r[1].split(" ") for r in rows if r[0].startswith("T")]
        gold.append([(int(s[1]), int(s[-1]), kinds[s[0]]) for s in spans if s[0] in kinds])
    nlp = spacy.load(ENGLISH_PIPELINE)
    bare = [
        [
            (e.start_char, e.end_char, bare_kinds[e.label_])
            for e in nlp(t).ents
            if e.label_ in bare_kinds
        ]
        for t in texts.values()
    ]
    ours = [named_spans(testimony, ("person", "place")) for testimony in read_all(texts)]
    for kind in ("person", "place"):
        for name, spans in (("spaCy alone", bare), ("Variorum", ours)):
            pairs = [(_only(a, kind), _only(b, kind)) for a, b in zip(spans, gold, strict=True)]
            yield row(f"LitBank, {kind}s, {name}", overlap_scores(pairs))


def named_spans(testimony: Testimony, kinds: tuple[str, ...]) -> list[Span]:
    return [(m.passage.start, m.passage.end, m.type) for m in testimony.mentions if m.type in kinds]


def _only(spans: list[Span], kind: str) -> list[Span]:
    return [span for span in spans if span[2] == kind]


def russian_names() -> Iterator[str]:
    """Persons of factRuEval's development part."""
    texts, gold = {}, []
    for file in sorted((BENCH / "factrueval2016/devset").glob("*.txt")):
        spans = {}
        for line in file.with_suffix(".spans").read_text("utf-8").splitlines():
            parts = line.split()
            if len(parts) > 3:
                spans[parts[0]] = (int(parts[2]), int(parts[2]) + int(parts[3]))
        people = []
        for line in file.with_suffix(".objects").read_text("utf-8").splitlines():
            parts = line.partition("#")[0].split()
            if len(parts) > 2 and parts[1] == "Person":
                places = [spans[part] for part in parts[2:] if part in spans]
                people.append((min(p[0] for p in places), max(p[1] for p in places), "person"))
        texts[file.name] = file.read_text("utf-8")
        gold.append(people)
    ours = [named_spans(t, ("person",)) for t in read_all(texts, "ru")]
    yield row("factRuEval dev, persons, Variorum", overlap_scores(zip(ours, gold, strict=True)))


_TIMEX = re.compile(
    r'<TIMEX3 [^>]*?type="(\w+)"[^>]*?value="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.DOTALL
)
_EXPLICIT = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)|\b\d0s\b"
)


def tempeval_dates() -> Iterator[str]:
    """Dates of TimeBank and AQUAINT that name a year, a month or a decade; and their values."""
    texts, dates, gold = {}, {}, {}
    for file in sorted((BENCH / "tempeval3/TBAQ-cleaned").glob("*/*.tml")):
        raw = file.read_text("utf-8")
        made = re.search(r'<DCT>.*?value="([\d-]+)', raw, re.DOTALL)
        body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
        text, spans, position = "", [], 0
        for match in _TIMEX.finditer(body):
            text += _plain(body[position : match.start()])
            inner = _plain(match[3])
            spans.append((len(text), len(text) + len(inner), match[2], match[1], inner))
            text, position = text + inner, match.end()
        text += _plain(body[position:])
        texts[file.name], gold[file.name] = text, spans
        dates[file.name] = made[1] if made else ""
    said = right = valued = wanted = found = 0
    for testimony in read_all(texts, dates=dates):
        name = testimony.account
        ours = [(d.passage.start, d.passage.end, d.edtf) for d in testimony.dates if d.edtf]
        spans = gold[name]
        said += len(ours)
        for start, end, edtf in ours:
            touching = [g for g in spans if g[0] < end and start < g[1]]
            right += bool(touching)
            valued += any(_same_value(edtf, g[2]) for g in touching)
        explicit = [g for g in spans if g[3] == "DATE" and _EXPLICIT.search(g[4])]
        wanted += len(explicit)
        found += sum(any(s < g[1] and g[0] < e for s, e, _ in ours) for g in explicit)
    precision, recall, value = right / said, found / wanted, valued / max(1, right)
    f1 = 2 * precision * recall / (precision + recall)
    yield row("TempEval-3, explicit dates: spans touching a TIMEX3", (precision, recall, f1))
    yield f"| TempEval-3, value right among those | {value:.3f} | | |"


def _plain(markup: str) -> str:
    return (
        re.sub(r"<[^>]+>", "", markup)
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
    )


def _same_value(edtf: str, timex: str) -> bool:
    """Whether an EDTF value and a TIMEX3 value say the same: open ends and thirds by their bound."""
    season = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
    plain = re.sub(r"(?<=^\d{4})-(2[1-4])$", lambda m: "-" + season[m[1]], edtf.rstrip("~?"))
    parts = [part for part in plain.split("/") if part != ".."]
    wanted = timex.partition("T")[0].replace("-XX", "")
    candidates = {plain, plain.rstrip("X"), *parts}
    if len(parts) == 2:
        shared = "".join(
            a for a, b in takewhile(lambda pair: pair[0] == pair[1], zip(*parts, strict=False))
        )
        candidates |= {shared.rstrip("-0"), shared.rstrip("-")}
    return wanted in candidates or wanted.rstrip("X") in candidates


def polnear_attributions() -> Iterator[str]:
    """Content, cue and source of PolNeAR's attributions: overlap, and all three together."""
    texts, gold = {}, {}
    folder = BENCH / "polnear/data/dev"
    for file in sorted((folder / "text").glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        texts[file.name] = text
        spans, attributions = {}, []
        marked = sorted((folder / "attributions").glob(f"{file.stem}*.ann"))[0]
        for line in marked.read_text("utf-8").splitlines():
            parts = line.split("\t")
            if parts[0].startswith("T"):
                places = [p.split(" ") for p in parts[1].partition(" ")[2].split(";")]
                spans[parts[0]] = (int(places[0][0]), int(places[-1][1]))
            elif parts[0].startswith("E"):
                roles: Roles = {}
                for role in parts[1].split():
                    kind, _, ident = role.partition(":")
                    if ident in spans:
                        roles.setdefault(kind.rstrip("0123456789"), []).append(spans[ident])
                attributions.append(roles)
        gold[file.name] = attributions
    content, direct, cue, source, whole = [], [], [], [], [0, 0, 0]
    for testimony in read_all(texts):
        truth, text = gold[testimony.account], texts[testimony.account]
        contents = [(*s, "c") for roles in truth for s in roles.get("Content", [])]
        voices = testimony.voices
        content.append(([(v.passage.start, v.passage.end, "c") for v in voices], contents))
        direct.append(
            ([(v.passage.start, v.passage.end, "c") for v in voices if v.direct], contents)
        )
        cue.append((
            [(v.cue.start, v.cue.end, "c") for v in voices if v.cue],
            [(*s, "c") for roles in truth for s in roles.get("Cue", [])],
        ))  # fmt: skip
        source.append(_sources(voices, truth, text))
        whole[0] += len(voices)
        whole[1] += len(truth)
        whole[2] += sum(any(_all_three(voice, roles, text) for roles in truth) for voice in voices)
    yield row("PolNeAR dev, content", overlap_scores(content))
    yield row("PolNeAR dev, content, direct quotations alone", overlap_scores(direct))
    yield row("PolNeAR dev, cue", overlap_scores(cue))
    named = [sum(column) for column in zip(*source, strict=True)]
    right = named[0] / max(1, named[1])
    yield f"| PolNeAR dev, source named right where the content is right | {right:.3f} | | |"
    precision, recall = whole[2] / whole[0], whole[2] / whole[1]
    yield row(
        "PolNeAR dev, all three", (precision, recall, 2 * precision * recall / (precision + recall))
    )


Roles = dict[str, list[tuple[int, int]]]
"""An attribution of PolNeAR: the spans of its Source, Cue and Content."""


def _sources(voices: Iterable[Voice], truth: list[Roles], text: str) -> tuple[int, int]:
    right = said = 0
    for voice in voices:
        for roles in truth:
            touching = any(
                s < voice.passage.end and voice.passage.start < e
                for s, e in roles.get("Content", [])
            )
            if touching and voice.chain[0].name and roles.get("Source"):
                said += 1
                right += _same_source(voice.chain[0].name, roles["Source"], text)
                break
    return right, said


def _same_source(name: str, places: list[tuple[int, int]], text: str) -> bool:
    words = {word.lower() for start, end in places for word in re.findall(r"\w+", text[start:end])}
    return bool(words & {word.lower() for word in re.findall(r"\w+", name)} - {"the", "a", "of"})


def _all_three(voice: Voice, roles: Roles, text: str) -> bool:
    def touches(passage: Passage | None, role: str) -> bool:
        return passage is not None and any(
            s < passage.end and passage.start < e for s, e in roles.get(role, [])
        )

    named = bool(roles.get("Source")) and _same_source(voice.chain[0].name, roles["Source"], text)
    return touches(voice.passage, "Content") and touches(voice.cue, "Cue") and named


def timing() -> Iterator[str]:
    """Reading beside the bare pipeline over the same paragraphs."""
    import spacy

    files = sorted((BENCH / "polnear/data/train/text").glob("*.txt"))[:TIMED_DOCUMENTS]
    texts = {file.name: file.read_bytes().decode("utf-8") for file in files}
    read_all({"warm": "A ship sank."})
    nlp = spacy.load(ENGLISH_PIPELINE)
    pieces = [piece for text in texts.values() for piece in text.split("\n") if piece.strip()]
    begun = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(pieces))
    bare = time.process_time() - begun
    begun = time.process_time()
    read_all(texts)
    own = time.process_time() - begun
    yield (
        f"{tokens:,} tokens on one core: spaCy alone {tokens / bare:,.0f} tokens/s, reading "
        f"{tokens / own:,.0f} tokens/s, ratio {own / bare:.2f}."
    )


def main() -> None:
    """Measure, print, and write the section ``reading`` of RESULTS.md."""
    if not BENCH.is_dir():
        print(f"No benchmark data at {BENCH}; set VARIORUM_BENCH to measure reading.")
        return
    lines = ["| what | precision | recall | F1 |", "|---|---|---|---|"]
    for part in (litbank_names, russian_names, tempeval_dates, polnear_attributions):
        lines += part()
    table = "\n".join([*lines, "", *timing()])
    print(table)
    write_section("reading", f"## Reading\n\n`python benchmarks/reading.py`\n\n{table}")


if __name__ == "__main__":
    main()
