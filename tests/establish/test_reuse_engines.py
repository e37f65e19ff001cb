"""One expression, two engines: the same rows from DuckDB and from a real local Spark."""

import importlib.util
import shutil

import pytest

from variorum.establish.reuse import EngineError, fingerprint, reuse
from variorum.establish.reuse.candidates import neighbourhoods
from variorum.establish.reuse.engine import opened
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text

SENTENCES = (
    "The harbour master wrote in his log that the lamps had been out since ten.",
    "A rope of that thickness does not part unless somebody has been at it with a knife.",
    "Отец сидел у окна и говорил, что слышит, как гудит земля под мостом.",
    "父親坐在窗前，說他聽見橋下的大地在轟鳴，母親叫我們收拾好東西。",
    "Nobody asked the stewardess, although she had stood on the ladder the whole time.",
    "The widow kept the receipt and showed it to anyone who came about the insurance.",
)


def corpus() -> list[ReadingText]:
    texts = [
        "\n".join(SENTENCES[(k * step) % len(SENTENCES)] for k in range(4)) for step in range(1, 6)
    ] + [" ".join(SENTENCES)] * 15
    return [
        reading_text(Account(f"{k:02}", f"{k:02}", 0, len(t), "", "", "", "", "und", "post"), t, [])
        for k, t in enumerate(texts)
    ]


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None, reason="pyspark is not installed: variorum[spark]"
)
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs a Java runtime")
def test_spark_gives_the_rows_that_duckdb_gives() -> None:
    readings = corpus()
    prints = {r.account.id: fingerprint(r) for r in readings}
    rows = []
    for master in ("", "local[1]"):
        with opened(master) as engine:
            rows.append(list(neighbourhoods(sorted(prints), prints, engine)))
    assert rows[0]
    assert rows[0] == rows[1]


@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is not None, reason="pyspark is installed here"
)
def test_spark_without_pyspark_says_what_to_install() -> None:
    readings = corpus()
    prints = {r.account.id: fingerprint(r) for r in readings}
    with pytest.raises(EngineError, match=r"variorum\[spark\]"):
        reuse(readings, prints, spark="local[1]")


def test_duckdb_never_loads_from_the_network() -> None:
    with opened("") as engine:
        said = engine.backend.raw_sql(
            "select current_setting('autoinstall_known_extensions'),"
            " current_setting('autoload_known_extensions')"
        ).fetchone()
    assert said == (False, False)
