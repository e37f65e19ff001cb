"""Peers of the identity benchmark, run by an interpreter that has them: pairs on standard input as
JSON, ``{peer: {"scores": [...], "seconds": s}}`` on standard output. No dependency of the project."""

import json
import sys
import time
from collections.abc import Callable


def main() -> None:
    """Score the pairs ``[[schema, name, name], …]`` with every peer that is installed."""
    pairs = json.load(sys.stdin)
    answers = {}
    for name, make in (("logic-v2", _logic), ("anyascii + rapidfuzz", _strings)):
        try:
            score = make()
        except ImportError:
            continue
        score("Person", "Anna Petrova", "Анна Петрова")  # what is loaded lazily is loaded now
        began = time.perf_counter()
        scores = [score(*pair) for pair in pairs]
        answers[name] = {"scores": scores, "seconds": time.perf_counter() - began}
    json.dump(answers, sys.stdout)


def _logic() -> Callable[[str, str, str], float]:
    from followthemoney import model
    from nomenklatura.matching import LogicV2

    config = LogicV2.default_config()

    def score(schema: str, a: str, b: str) -> float:
        entities = [model.make_entity(schema) for _ in "ab"]
        for entity, name in zip(entities, (a, b), strict=True):
            entity.id = name
            entity.add("name", name)
        return float(LogicV2.compare(*entities, config).score)

    return score


def _strings() -> Callable[[str, str, str], float]:
    from anyascii import anyascii
    from rapidfuzz import fuzz

    def score(schema: str, a: str, b: str) -> float:
        return float(fuzz.ratio(anyascii(a).lower(), anyascii(b).lower())) / 100

    return score


if __name__ == "__main__":
    main()
