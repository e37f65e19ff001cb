"""What reading and identifying cost beside the language model: ``python benchmarks/reading.py``.

The bare spaCy pipeline, reading, and identifying over the same news stories in one run on one core; the
same for 1, 10, 100 and 1,000 accounts; and identifying 100,000 mentions.
"""

import gc
import os
import time
from collections.abc import Mapping
from pathlib import Path

from _report import write_section
from variorum.identify import Identification, identify, open_gazetteer
from variorum.model.critique import Account
from variorum.model.reading import reading_text
from variorum.model.settings import ENGLISH_PIPELINE, Settings
from variorum.read import Testimony, read

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
SIZES = (1, 10, 100, 1000)
BAR = 40
"""Characters of the longest bar of the plot."""


def stories() -> dict[str, str]:
    """A thousand news stories: PolNeAR's, in an order of their own."""
    files = sorted((BENCH / "polnear/data").glob("*/text/*.txt"))
    texts = {file.stem: file.read_bytes().decode("utf-8") for file in files}
    again = {f"{name} again": text for name, text in texts.items()}
    return dict(list((texts | again).items())[: SIZES[-1]])


def accounts_of(texts: Mapping[str, str]) -> list[Account]:
    return [
        Account(name, name, 0, len(text), "", "", "", "", "en", "article")
        for name, text in texts.items()
    ]


def read_all(texts: Mapping[str, str]) -> list[Testimony]:
    readings = (reading_text(account, texts[account.id], []) for account in accounts_of(texts))
    return list(read(readings, texts, Settings()))


def identified(texts: Mapping[str, str], testimonies: list[Testimony]) -> Identification:
    return identify(
        [mention for testimony in testimonies for mention in testimony.mentions],
        accounts_of(texts),
        [sentence for testimony in testimonies for sentence in testimony.sentences],
        [relation for testimony in testimonies for relation in testimony.relations],
        [statement for testimony in testimonies for statement in testimony.statements],
        open_gazetteer(),
    )


def main() -> None:
    """Measure, print, and write the section ``reading`` of RESULTS.md."""
    if not (BENCH / "polnear").is_dir():
        print(f"No benchmark data at {BENCH}; set VARIORUM_BENCH to measure reading.")
        return
    import spacy

    texts = stories()
    nlp = spacy.load(ENGLISH_PIPELINE)
    identified({}, read_all({"warm": "A ship sank in Dover. Он жил в Омске."}))
    rows, shares = [], []
    for size in SIZES:
        chosen = dict(list(texts.items())[:size])
        pieces = [piece for text in chosen.values() for piece in text.split("\n") if piece.strip()]
        gc.collect()
        begun = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(pieces))
        bare = time.process_time() - begun
        begun = time.process_time()
        testimonies = read_all(chosen)
        reading = time.process_time() - begun
        begun = time.process_time()
        found = identified(chosen, testimonies)
        identifying = time.process_time() - begun
        both = reading + identifying
        rows.append(
            f"| {size:,} | {tokens:,} | {bare:.1f} | {reading:.1f} | {identifying:.2f} |"
            f" {both / bare:.2f} | {len(found.entities):,} |"
        )
        shares.append((size, 1000 * both / size))
        print(rows[-1], flush=True)
    longest = max(share for _, share in shares)
    plot = [
        f"{size:>5} {'█' * max(1, round(BAR * share / longest))} {share:.0f}"
        for size, share in shares
    ]
    lines = [
        "## Reading and identifying: cost",
        "",
        "`python benchmarks/reading.py`",
        "",
        "| accounts | tokens | spaCy alone s | reading s | identifying s | both over spaCy |"
        " entities |",
        "|---|---|---|---|---|---|---|",
        *rows,
        "",
        "Milliseconds an account, reading and identifying together, by the number of accounts:",
        "",
        "```",
        *plot,
        "```",
        "",
        "Processor time on one core; at most 1.6 was asked. From the 925th on the stories repeat.",
    ]
    write_section("reading", "\n".join(lines))


if __name__ == "__main__":
    main()
