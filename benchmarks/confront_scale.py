"""What confronting costs: all texts of the bench folder as one dossier, and halves of it.

Journals, gospels, diaries of a fire and news stories together are some 2,600 accounts and a million
words. Confronting is to take at most as long as reading, to stay under 3 GB, and to grow in
proportion: the evidence of every second and every fourth account is confronted too.
"""

import json
import resource
import time
from dataclasses import fields, replace

from _report import write_section
from confront import BENCH, _account, evidence_of, gospels, great_fire, lewis_clark
from variorum.confront import Evidence, confront
from variorum.model.critique import Account

SHARES = (4, 2, 1)
"""Every fourth, every second, every account."""

NOTE = """
One process, one core. Memory is the peak of the whole process, which holds the texts, what was read of
them and the language models: what confronting adds is the difference to the line before it.
"""


def main() -> None:
    """Read everything once, confront it in three sizes, report."""
    if not BENCH.is_dir():
        return print(f"no benchmark data at {BENCH}; set VARIORUM_BENCH to its folder")
    accounts, texts = everything()
    started = time.perf_counter()
    evidence, identifying = evidence_of(accounts, texts)
    reading = time.perf_counter() - started - identifying
    table = (
        "| accounts | words | confronting s | disagreements | peak memory MB |\n|---|---|---|---|---|\n"
        f"| read: {len(accounts)} | {_words(evidence):,} | reading {reading:.0f} s, "
        f"identifying {identifying:.0f} s | | {_peak():.0f} |\n"
    )
    for share in SHARES:
        part = every(evidence, share)
        started = time.perf_counter()
        found = confront(part)
        seconds = time.perf_counter() - started
        table += (
            f"| {len(part.accounts)} | {_words(part):,} | {seconds:.1f} "
            f"| {len(found.disagreements)} | {_peak():.0f} |\n"
        )
    print(table)
    write_section("confront scale", f"## Confronting: cost\n\n{table}{NOTE}")
    return None


def everything() -> tuple[list[Account], dict[str, str]]:
    """All accounts of the bench folder that are confronted anywhere, under names of their own."""
    accounts: list[Account] = []
    texts: dict[str, str] = {}
    for dossier in (gospels, lewis_clark, great_fire, stories):
        told, found = dossier()[:2]
        accounts += told
        texts |= found
    return accounts, texts


def stories() -> tuple[list[Account], dict[str, str]]:
    """All news stories of ecbplus."""
    lines = (BENCH / "ecbplus/docs.jsonl").read_text("utf-8").splitlines()
    texts = {row["doc"]: row["text"] for row in map(json.loads, lines)}
    return [_account(n, t, "", "article") for n, t in sorted(texts.items())], texts


def every(evidence: Evidence, share: int) -> Evidence:
    """The evidence of every ``share``-th account."""
    kept = {account.id for account in sorted(evidence.accounts, key=lambda a: a.id)[::share]}
    sources = {account.source for account in evidence.accounts if account.id in kept}
    parts = {}
    for field in fields(evidence):
        rows = getattr(evidence, field.name)
        if field.name == "accounts":
            parts[field.name] = tuple(row for row in rows if row.id in kept)
        elif rows and hasattr(rows[0], "account"):
            parts[field.name] = tuple(row for row in rows if row.account in kept)
        elif rows and hasattr(rows[0], "a") and hasattr(rows[0], "b"):
            ends = ((row, [end for end in (row.a, row.b) if end is not None]) for row in rows)
            parts[field.name] = tuple(
                row for row, places in ends if all(place.source in sources for place in places)
            )
    return replace(evidence, **parts)


def _words(evidence: Evidence) -> int:
    return sum(len(row.passage.quote.split()) for row in evidence.sentences)


def _peak() -> float:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
