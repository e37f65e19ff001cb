"""Who says what, beside plain rules: ``python benchmarks/voices.py``.

Attributions of news (PolNeAR dev) beside a plain dependency rule, speakers of quotations in novels
(LitBank) beside the nearest name. ``python benchmarks/voices.py fit`` counts the words that introduce
speech and thought in PolNeAR's training part and writes them to the package's ``cues.tsv``.
"""

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from _report import write_section
from variorum.establish.paragraphs import paragraphs
from variorum.model.settings import Settings
from variorum.read.coreference import meant, stands_for
from variorum.read.kinship import find_relations
from variorum.read.names import find_names
from variorum.read.parse import Parse, children, subtree
from variorum.read.pipelines import read_paragraphs
from variorum.read.spans import NameSpan, VoiceSpan
from variorum.read.voices import find_voices
from variorum.read.voices.frames import PARTS, frames
from variorum.read.words import SPEECH_VERBS, listed

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
CUES = Path(__file__).resolve().parents[1] / "src/variorum/read/voices/cues.tsv"
Span = tuple[int, int]
Roles = dict[str, list[Span]]
"""An attribution of PolNeAR: the pieces of its Source, Cue and Content."""

FOLDS = 5
LEAST_USES, LEAST_RIGHT, LEAST_SHARE = 3, 4, 0.5
"""Uses of a word in a frame from which it is counted, right ones where a mere name is governed, and
the smallest share of right ones."""

DEEDS = listed(
    """be have make let ensure attack defend back support oppose blast hit slam target fight offer take
    get give hold put face release set raise use keep open show push drop drive carry lead join
    hand strike bring follow play run turn work move meet lay sign vote issue pass host launch
    cast bash rip pick beat go come stand deliver break post present share include contain appear
    seem become do need remain send serve stop counter mount handle look tap watch pull press
    shoot fire hammer trash savage exploit highlight feature build spread lose win leave receive
    read know name nominate select elect appoint list dub hire choose commit unveil roll float
    shift reverse stay avoid compare draw embrace fuel tie link match mark map pit portray paint
    frame battle court woo line rally campaign lash whip knock grill corner pounce seize jump see
    witness hear withdraw resist display grant restrict prohibit veto submit single tick title
    trend append boycott broadcast brush crown distinguish jab pander peg pitch pound promote pump
    ratify shrug spell tout weigh zero mandate boo rank rate project authorize illustrate love
    hate like retweete expose split touch divide distance throw ban mail expand dawn enjoy
    calculate publish order adopt address require determine rule sue liken side architect lawsuit
    footage glimpse vision allegiance quote defense defender story secret"""
)
"""Words that in news of politics are words and in testimony are deeds, or that say nothing: left out by
hand, except verbs with a clause."""

UNCLAUSED = listed(
    "be have make let ensure dawn enjoy adopt address shoot require order publish press case show break "
    "sense balk read outline mock seem appear throw grade"
)
WILLED = listed("like pump lobby mention love encourage attribute propose")


def read_parses(text: str) -> list[Parse]:
    return read_paragraphs(list(paragraphs(text, "en")), Settings())[0]


def spoken(text: str, parses: list[Parse]) -> tuple[list[NameSpan], list[VoiceSpan]]:
    names = find_names(parses, text)
    references = meant(parses, names, find_relations(parses, names))
    return names, find_voices(parses, names, "article", stands_for(references))


def polnear(part: str) -> dict[str, tuple[str, list[Roles]]]:
    """Every text of a part with its attributions."""
    found = {}
    folder = BENCH / "polnear/data" / part
    for file in sorted((folder / "text").glob("*.txt")):
        spans: dict[str, list[Span]] = {}
        attributions = []
        marked = sorted((folder / "attributions").glob(f"{file.stem}*.ann"))
        for line in marked[0].read_text("utf-8").splitlines() if marked else ():
            parts = line.split("\t")
            if len(parts) > 1 and parts[0].startswith("T"):
                places = [place.split(" ") for place in parts[1].partition(" ")[2].split(";")]
                spans[parts[0]] = [(int(a), int(b)) for a, b in places]
            elif len(parts) > 1 and parts[0].startswith("E"):
                roles: Roles = {}
                for role in parts[1].split():
                    kind, _, ident = role.partition(":")
                    kind = kind.rstrip("0123456789")
                    if ident in spans and kind in ("Source", "Cue", "Content"):
                        roles.setdefault(kind, []).extend(spans[ident])
                attributions.append(roles)
        found[file.stem] = file.read_bytes().decode("utf-8"), attributions
    return found


def outermost(voices: list[VoiceSpan]) -> list[VoiceSpan]:
    """PolNeAR marks one layer: what is said inside what is said stays unmarked, and so does what the
    writer tells of their own eyes, which has no cue."""
    kept: list[VoiceSpan] = []
    for voice in sorted(voices, key=lambda v: (v.start, -v.end)):
        if voice.cue is None and not voice.direct:
            continue
        if not kept or voice.end > kept[-1].end:
            kept.append(voice)
    return kept


def plain_rule(parses: list[Parse]) -> list[VoiceSpan]:
    """A verb of speech, its subject's subtree, its clause's subtree: nothing else."""
    found = []
    for number, parse in enumerate(parses):
        below = children(parse, 0, len(parse.words))
        for verb, lemma in enumerate(parse.lemmas):
            if lemma not in SPEECH_VERBS or parse.tags[verb][:2] != "VB":
                continue
            under = below.get(verb, [])
            subject = next((t for t in under if parse.deps[t] == "nsubj"), None)
            clause = next((t for t in under if parse.deps[t] == "ccomp"), None)
            if subject is None or clause is None:
                continue
            said, who = subtree(below, clause), subtree(below, subject)
            if said[0] <= verb < said[1]:
                said = (said[0], verb)
            found.append(
                VoiceSpan(
                    number, parse.starts[said[0]], parse.ends[said[1] - 1],
                    (parse.starts[verb], parse.ends[verb]), "", -1, False,
                    source=(parse.starts[who[0]], parse.ends[who[1] - 1]),
                )
            )  # fmt: skip
    return found


def touches(span: Span | None, others: Iterable[Span]) -> bool:
    return span is not None and any(s < span[1] and span[0] < e for s, e in others)


def whole(voice: VoiceSpan, roles: Roles) -> bool:
    """Whether all three parts overlap; an attribution without a source wants a voice without one."""
    return (
        touches((voice.start, voice.end), roles.get("Content", ()))
        and touches(voice.cue, roles.get("Cue", ()))
        and (touches(voice.source, roles["Source"]) if "Source" in roles else voice.source is None)
    )


def attribution_rows(
    name: str, gold: Mapping[str, list[Roles]], found: Mapping[str, list[VoiceSpan]]
) -> Iterator[str]:
    """Overlap precision, recall and F1 of each part and of all three together."""
    part_of: dict[str, Callable[[VoiceSpan], Span | None]] = {
        "source": lambda v: v.source,
        "cue": lambda v: v.cue,
        "content": lambda v: (v.start, v.end),
    }
    for part, span_of in part_of.items():
        right = said = hit = wanted = 0
        for document, attributions in gold.items():
            ours = [span for v in found[document] if (span := span_of(v)) is not None]
            truth = [
                roles[part.capitalize()] for roles in attributions if part.capitalize() in roles
            ]
            flat = [span for spans in truth for span in spans]
            right, said = right + sum(touches(o, flat) for o in ours), said + len(ours)
            hit, wanted = (
                hit + sum(any(touches(o, t) for o in ours) for t in truth),
                wanted + len(truth),
            )
        yield row(f"{name}, {part}", right / max(1, said), hit / max(1, wanted))
    right = said = hit = wanted = 0
    for document, attributions in gold.items():
        ours = found[document]
        right += sum(any(whole(v, roles) for roles in attributions) for v in ours)
        hit += sum(any(whole(v, roles) for v in ours) for roles in attributions)
        said, wanted = said + len(ours), wanted + len(attributions)
    yield row(f"{name}, all three", right / max(1, said), hit / max(1, wanted))


def row(name: str, precision: float, recall: float) -> str:
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


def polnear_lines() -> Iterator[str]:
    gold = {name: attributions for name, (_, attributions) in polnear("dev").items()}
    ours, plain, took, parsing = {}, {}, 0.0, 0.0
    for name, (text, _) in polnear("dev").items():
        begun = time.process_time()
        parses = read_parses(text)
        parsing += time.process_time() - begun
        names = find_names(parses, text)
        references = stands_for(meant(parses, names, find_relations(parses, names)))
        begun = time.process_time()
        voices = find_voices(parses, names, "article", references)
        took += time.process_time() - begun
        ours[name], plain[name] = outermost(voices), plain_rule(parses)
    yield from attribution_rows("PolNeAR dev, plain rule", gold, plain)
    yield from attribution_rows("PolNeAR dev, Variorum", gold, ours)
    direct = {name: [v for v in voices if v.direct] for name, voices in ours.items()}
    *_, content, _ = attribution_rows("PolNeAR dev, Variorum, direct speech alone", gold, direct)
    yield content
    yield ""
    yield f"Finding the voices takes {took / parsing:.1%} of the time of parsing the same text."


GLUED = ("'s", "’s", "n'")


def litbank_text(lines: list[str]) -> tuple[str, dict[tuple[int, int], int]]:
    """The text as printed, from tokens divided by spaces, and where every token begins: marks joined
    to their words, and a paragraph at every line that opens with a mark while none is open."""
    pieces: list[str] = []
    starts: dict[tuple[int, int], int] = {}
    length, opened, after = 0, False, ""
    for number, line in enumerate(lines):
        for index, token in enumerate(line.split(" ")):
            mark = token in ('"', "“", "”", "''", "``")
            if token in ("“", "``") or (mark and not index and token != "”"):
                opened = False
            closes = mark and opened
            joined = (
                closes
                or after == "open"
                or token[:1] in ".,;:!?)"
                or token[:2] in ("'s", "’s", "n'")
            )
            gap = "" if joined or not pieces else " "
            if mark and not opened and not index and token != "”" and pieces:
                gap = "\n\n"
            pieces.append(gap)
            length += len(gap)
            starts[number, index] = length
            pieces.append(token)
            length += len(token)
            after = "open" if mark and not opened else ""
            opened = opened != mark
    return "".join(pieces), starts


def litbank_lines(limit: int = 100) -> Iterator[str]:
    """Whether the speaker named for a quotation is the one meant."""
    files = sorted((BENCH / "litbank/quotations/tsv").glob("*.txt"))[:limit]
    wanted = heard = 0
    named = {"nearest name": [0, 0], "Variorum": [0, 0]}
    for file in files:
        rows = [
            line.split("\t") for line in file.with_suffix(".ann").read_text("utf-8").splitlines()
        ]
        lines = file.read_text("utf-8").split("\n")
        text, starts = litbank_text(lines)
        entities = litbank_entities(file, lines, starts)
        parses = read_parses(text)
        names, voices = spoken(text, parses)
        who = {r[1]: r[2] for r in rows if r[0] == "ATTRIB" and len(r) > 2}
        direct = [v for v in voices if v.direct]
        for quote in rows:
            if quote[0] != "QUOTE" or quote[1] not in who:
                continue
            start = starts.get((int(quote[2]), int(quote[3])))
            end = starts.get((int(quote[4]), int(quote[5])))
            if start is None or end is None:
                continue
            wanted += 1
            speaker = who[quote[1]]
            said = [v for v in direct if v.start < end and start < v.end]
            heard += bool(said)
            voice = min(said, key=lambda v: abs(v.start - start), default=None)
            span = _speaker_span(voice, names)
            _count(named["Variorum"], span, entities, speaker)
            people = [n for n in names if n.kind == "person" and not start <= n.start < end]
            nearest = min(
                people, key=lambda n: min(abs(n.start - end), abs(start - n.stop)), default=None
            )
            _count(
                named["nearest name"],
                (nearest.start, nearest.stop) if nearest else None,
                entities,
                speaker,
            )
    yield "| LitBank, speakers of quotations | named | of those right | of all quotations right |"
    yield "|---|---|---|---|"
    for name, (right, tried) in named.items():
        yield f"| {name} | {tried / wanted:.3f} | {right / max(1, tried):.3f} | {right / wanted:.3f} |"
    yield ""
    yield f"{wanted} quotations; {heard / wanted:.3f} of them are heard as speech."


def _speaker_span(voice: VoiceSpan | None, names: list[NameSpan]) -> Span | None:
    if voice is None:
        return None
    if voice.name >= 0:
        return names[voice.name].start, names[voice.name].stop
    return voice.source if len(voice.speaker) > 4 else None


def _count(
    tally: list[int], span: Span | None, entities: list[tuple[int, int, str]], speaker: str
) -> None:
    if span is not None:
        tally[1] += 1
        tally[0] += any(s < span[1] and span[0] < e and who == speaker for s, e, who in entities)


def litbank_entities(
    file: Path, lines: list[str], starts: Mapping[tuple[int, int], int]
) -> list[tuple[int, int, str]]:
    """The mentions of every character, in the joined text, by the name that the quotations use."""
    place: dict[int, int] = {}
    position = 0
    for number, line in enumerate(lines):
        for index, token in enumerate(line.split(" ")):
            place[position] = starts[number, index]
            position += len(token) + 1
    marked = BENCH / "litbank/coref/brat" / file.with_suffix(".ann").name
    found = []
    for line in marked.read_text("utf-8").splitlines():
        parts = line.split("\t")
        where = parts[1].split(" ") if parts[0].startswith("T") else []
        if where and not re.match(r"(?:PROP|NOM|PRON)_", where[0]):
            begin, end = int(where[1]), int(where[-1])
            if begin in place:
                found.append((place[begin], place[begin] + end - begin, where[0]))
    return found


def counted(
    documents: Mapping[str, tuple[list[Parse], list[Roles]]],
) -> list[tuple[str, str, str, float]]:
    """Base form, part of speech, frame and share of the words that introduce speech or thought, counted
    where the words are the writer's own: outside what another word introduces."""
    uses: dict[tuple[str, str, str], list[int]] = {}
    for parses, attributions in documents.values():
        cues = [(s, e, n) for n, roles in enumerate(attributions) for s, e in roles.get("Cue", ())]
        said = [
            (s, e, n) for n, roles in enumerate(attributions) for s, e in roles.get("Content", ())
        ]
        for parse in parses:
            below = children(parse, 0, len(parse.words))
            for token, lemma in enumerate(parse.lemmas):
                part = PARTS.get(parse.tags[token][:2])
                if part is None or parse.deps[token] in ("aux", "auxpass"):
                    continue
                cue = _numbers(cues, parse.starts[token])
                if not cue and _numbers(said, parse.starts[token]):
                    continue
                for frame, argument in frames(parse, below, token):
                    tally = uses.setdefault((lemma, part, frame), [0, 0])
                    tally[0] += 1
                    tally[1] += bool(cue & _numbers(said, parse.starts[argument]))
    return [
        (lemma, part, frame, right / used)
        for (lemma, part, frame), (used, right) in sorted(uses.items())
        if _kept(lemma, part, frame, used, right)
    ]


def _numbers(spans: list[tuple[int, int, int]], at: int) -> set[int]:
    return {number for start, end, number in spans if start <= at < end}


def _kept(lemma: str, part: str, frame: str, used: int, right: int) -> bool:
    often = used >= LEAST_USES or (frame == "clause" and used == right == 2)
    if not lemma.isalpha() or not often or right < LEAST_SHARE * used:
        return False
    if frame == "clause":
        return lemma not in UNCLAUSED
    if frame in ("object", "passive") and right < LEAST_RIGHT:
        return False
    return lemma not in DEEDS and not (frame == "to" and lemma in WILLED)


def fit() -> None:
    """Count the training part, say by cross-validation what its words are worth, write ``cues.tsv``."""
    documents = {
        name: (read_parses(text), attributions)
        for name, (text, attributions) in polnear("train").items()
    }
    order = sorted(documents)
    right = used = 0
    for fold in range(FOLDS):
        training = {n: documents[n] for i, n in enumerate(order) if i % FOLDS != fold}
        held = {n: documents[n] for i, n in enumerate(order) if i % FOLDS == fold}
        known = {row[:3] for row in counted(training)}
        for parses, attributions in held.values():
            cues = [(s, e, n) for n, r in enumerate(attributions) for s, e in r.get("Cue", ())]
            said = [(s, e, n) for n, r in enumerate(attributions) for s, e in r.get("Content", ())]
            for parse in parses:
                below = children(parse, 0, len(parse.words))
                for token, lemma in enumerate(parse.lemmas):
                    part = PARTS.get(parse.tags[token][:2])
                    if part is None or parse.deps[token] in ("aux", "auxpass"):
                        continue
                    cue = _numbers(cues, parse.starts[token])
                    if not cue and _numbers(said, parse.starts[token]):
                        continue
                    for frame, argument in frames(parse, below, token):
                        if (lemma, part, frame) in known:
                            used += 1
                            right += bool(cue & _numbers(said, parse.starts[argument]))
    table = counted(documents)
    lines = [f"{lemma}\t{part}\t{frame}\t{share:.2f}" for lemma, part, frame, share in table]
    CUES.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(
        f"{len(lines)} words in their frames; held out, {right / used:.3f} of {used} uses are right"
    )


def main() -> None:
    """Measure, print, and write the section ``voices`` of RESULTS.md."""
    if not (BENCH / "polnear").is_dir():
        print(f"No benchmark data at {BENCH}; set VARIORUM_BENCH to measure voices.")
        return
    if sys.argv[1:] == ["fit"]:
        fit()
        return
    lines = ["| what | precision | recall | F1 |", "|---|---|---|---|", *polnear_lines(), ""]
    lines += litbank_lines()
    lines += [
        "",
        "A part is right when it overlaps the marked one; all three together when one voice "
        "overlaps all parts of one attribution, and names no source where none is marked. PolNeAR "
        "marks one layer, so speech inside speech is left out. Published for its test part, "
        "dependency rules alone: source .59, cue .61, content .63, all three .52 (Newell, Cowlishaw "
        "and Man 2018). The words that introduce speech were counted on the training part; the "
        "rules were written while reading it and figures of dev. Nearest name: the person named "
        "nearest to the quotation. Who is named right is judged by LitBank's own characters; "
        "LitBank's paragraphs are lost, and one is begun at every line that opens a quotation. "
        "BookNLP with BERT reports .86 to .90 (B3, on paragraphs as printed).",
    ]
    text = "\n".join(lines)
    print(text)
    write_section("voices", f"## Voices\n\n`python benchmarks/voices.py`\n\n{text}")


if __name__ == "__main__":
    main()
