"""Peers of the reuse benchmark, run by an interpreter of their own: ``VARIORUM_REUSE_PEERS``.

Reads a JSON file ``{"sections": {gospel: [texts]}}`` or ``{"documents": {id: [series, text]}}``, writes
one with what each peer scores. rensa and datasketch: MinHash over three-word shingles. passim: its
``seriatim.py``, at ``VARIORUM_PASSIM``, on a local Spark, as far as its aligned pairs.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import combinations
from pathlib import Path


def shingles(text: str) -> list[str]:
    words = re.findall(r"[^\W_]+", text.lower())
    return [" ".join(words[k : k + 3]) for k in range(max(1, len(words) - 2))]


def minhash(sections: dict[str, list[str]], library: str) -> dict[str, list[list[float]]]:
    def made(text: str):
        if library == "rensa":
            import rensa

            one = rensa.RMinHash(num_perm=128, seed=1)
            one.update(shingles(text))
            return one
        import datasketch

        one = datasketch.MinHash(num_perm=128, seed=1)
        for shingle in shingles(text):
            one.update(shingle.encode())
        return one

    hashed = {name: [made(text) for text in texts] for name, texts in sections.items()}
    return {
        f"{a}-{b}": [[float(x.jaccard(y)) for y in hashed[b]] for x in hashed[a]]
        for a, b in combinations(sections, 2)
    }


def passim(documents: dict[str, tuple[str, str]], options: list[str]) -> tuple[list[dict], float]:
    """The aligned passages of ``{id: (series, text)}``, and the seconds it took."""
    folder = Path(tempfile.mkdtemp())
    try:
        with (folder / "in.json").open("w") as out:
            for name, (series, text) in documents.items():
                out.write(json.dumps({"id": name, "series": series, "text": text}) + "\n")
        started = time.perf_counter()
        bin_folder = Path(sys.executable).parent
        done = subprocess.run(
            [
                str(bin_folder / "spark-submit"),
                "--master",
                "local[2]",
                "--driver-memory",
                "3G",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.sql.shuffle.partitions=8",
                os.environ["VARIORUM_PASSIM"],
                "--all-pairs",
                "--pairwise",
                "--fields",
                "xxhash64(series) as gid",
                "--filterpairs",
                "gid < gid2",
                *options,
                str(folder / "in.json"),
                str(folder / "out"),
            ],
            env=os.environ
            | {"PATH": f"{bin_folder}:{os.environ['PATH']}", "PYSPARK_PYTHON": sys.executable},
            capture_output=True,
            text=True,
            check=False,
        )
        took = time.perf_counter() - started
        lines = [
            line
            for file in sorted((folder / "out/align.json").glob("*.json"))
            for line in file.read_text("utf-8").splitlines()
        ]
        if not lines:
            raise SystemExit(done.stderr[-2000:])
        rows = map(json.loads, lines)
        return [{"a": row["id"], "b": row["id2"]} for row in rows], took
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    task = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    answer: dict[str, object] = {}
    sections = task.get("sections")
    if sections:
        for library in ("rensa", "datasketch"):
            try:
                answer[library] = minhash(sections, library)
            except ImportError:
                continue
    if os.environ.get("VARIORUM_PASSIM"):
        runs = []
        for options in task["passim"]:
            documents = task.get("documents") or {
                f"{name}.{k}": (name, text)
                for name, texts in sections.items()
                for k, text in enumerate(texts)
            }
            found, took = passim({k: tuple(v) for k, v in documents.items()}, options)
            runs.append({"options": options, "found": found, "seconds": took})
        answer["passim"] = runs
    Path(sys.argv[2]).write_text(json.dumps(answer), "utf-8")


if __name__ == "__main__":
    main()
