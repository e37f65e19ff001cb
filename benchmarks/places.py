"""How many places are located, and how many rightly: ``python benchmarks/places.py``.

News stories and histories are read and identified, each document a dossier of its own; of the located
names a sample drawn by hash is labelled by hand (``places_labels.json``: document, form, GeoNames id and
verdict, none of the text). ``python benchmarks/places.py --show N`` prints N that are not labelled yet.
Beside us: the largest place of the name, whatever the text says.
"""

import hashlib
import json
import os
import sys
import time
from pathlib import Path

from _report import write_section
from variorum.identify import Identification, identify, open_gazetteer
from variorum.model.critique import Account
from variorum.model.reading import reading_text
from variorum.model.settings import Settings
from variorum.read import read

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
LABELS = Path(__file__).with_name("places_labels.json")
NEWS, NOVELS = 84, 30
AROUND = 90


def texts() -> dict[str, str]:
    news = sorted((BENCH / "polnear/data/dev").rglob("*.txt"))[:NEWS]
    novels = sorted((BENCH / "litbank/coref/brat").glob("*.txt"))[:NOVELS]
    return {file.stem: file.read_text("utf-8") for file in [*news, *novels]}


def main() -> None:
    if not (BENCH / "polnear").is_dir():
        print(f"benchmarks/places.py: no bench data at {BENCH}; nothing was measured.")
        return
    documents = texts()
    gazetteer = open_gazetteer()
    labels = json.loads(LABELS.read_text("utf-8")) if LABELS.exists() else {}
    names = located = largest = 0
    took = 0.0
    sample: list[tuple[str, str, str, str, str]] = []
    for name, text in documents.items():
        account = Account(name, name, 0, len(text), "", "", "", "", "en", "article")
        (testimony,) = read([reading_text(account, text, [])], {name: text}, Settings())
        started = time.perf_counter()
        found: Identification = identify(
            testimony.mentions,
            [account],
            testimony.sentences,
            testimony.relations,
            testimony.statements,
            gazetteer,
        )
        took += time.perf_counter() - started
        meant = {row.mention: row.entity for row in found.identities}
        for entity in found.entities:
            if entity.type == "place":
                names += 1
                located += bool(entity.authority_ids)
                first = next(m for m in testimony.mentions if meant.get(m.entity) == entity.id)
                best = max(gazetteer.found(first.form), key=lambda s: s.population, default=None)
                peer = f"geonames:{best.id}" if best else ""
                start = first.passage.start
                context = " ".join(text[max(0, start - AROUND) : start + AROUND].split())
                own = entity.authority_ids[0] if entity.authority_ids else ""
                said = f"{entity.within} {entity.latitude} {entity.longitude}"
                sample.append((f"{name}|{first.form}", own, peer, said, context))
                largest += bool(peer)
    sample.sort(key=lambda row: hashlib.sha256(row[0].encode()).hexdigest())
    if sys.argv[1:2] == ["--show"]:
        for key, own, peer, said, context in sample[: int(sys.argv[2])]:
            if key not in labels and (own or peer):
                print(f"{key}\t{own}\t{peer}\t{said}\t{context}")
        return
    rows = []
    for title, column, count in (("Variorum", 1, located), ("largest of the name", 2, largest)):
        judged = [(row[column], labels[row[0]]) for row in sample if row[0] in labels]
        given = [(answer, truth) for answer, truth in judged if answer]
        right = sum(answer == truth for answer, truth in given)
        known = sum(truth.startswith("geonames:") for _, truth in judged)
        rows.append(
            f"| {title} | {count / names:.2f} | {right}/{len(given)} = "
            f"{right / max(1, len(given)):.3f} | {right}/{known} = {right / max(1, known):.3f} |"
        )
    write_section(
        "places",
        "## Places\n\n`python benchmarks/places.py`\n\n"
        "| | located of all places | right of the labelled ones located | found of those that are"
        " in the gazetteer |\n|---|---|---|---|\n" + "\n".join(rows) + "\n\n"
        f"{names} places of {len(documents)} documents ({NEWS} news stories, {NOVELS} openings of"
        f" novels), identified in {took:.1f} s. Labelled by one reader on a sample drawn by hash; what"
        " is read as a place and is none, or is a place the gazetteer does not have, counts against"
        " whoever locates it. The sample was looked at while the weights were set: it shows the method"
        " and is no test.",
    )


if __name__ == "__main__":
    main()
