"""Names across scripts: the learned model, its weights and its judgement of pairs."""

import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.identify.scripts import chances, script_of
from variorum.identify.scripts import model as models
from variorum.identify.scripts.alphabets import LEARNED, latin_letters, units
from variorum.identify.scripts.model import WeightsError, log_odds, packed, unpacked


@pytest.mark.parametrize(
    ("latin", "other", "wrong"),
    [
        ("Churchill", "チャーチル", "チャップリン"),
        ("Netanyahu", "נתניהו", "נתן"),
        ("Hussein", "حسين", "حمد"),
        ("Johnson", "존슨", "잭슨"),
        ("Hemingway", "Хемингуэй", "Хемминг"),
        ("Livingston", "利文斯顿", "温斯顿"),
    ],
)
def test_a_name_and_another_like_it(latin: str, other: str, wrong: str) -> None:
    right, false = chances([(latin, other), (wrong, latin)])
    assert right > 0.7
    assert false < 0.3


def test_a_pair_without_a_model_has_no_chance() -> None:
    pairs = [("Lev", "Leo"), ("Лев", "לב"), ("Obama", "ობამა"), ("", ""), ("Lev", "123")]
    assert chances(pairs) == [0.0] * 5
    assert chances([]) == []


def test_letters_as_a_model_counts_them() -> None:
    assert units("ひろし") == units("ヒロシ") == "ヒロシ"
    assert len(units("존슨")) == 6
    assert units("ﻢﺤﻤﺩ") == units("محمد")
    assert latin_letters("José O’Neill-Smith") == "joseoneillsmith"
    assert [script_of(name) for name in ("Lev", "Лев", "毛泽东", "…", "ליב")] == [
        "latin", "cyrillic", "han", "", "hebrew",
    ]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), max_size=6))
def test_any_text_has_a_chance(pairs: list[tuple[str, str]]) -> None:
    found = chances(pairs)
    assert len(found) == len(pairs)
    assert all(0.0 <= chance <= 1.0 for chance in found)
    assert chances(list(reversed(pairs))) == pytest.approx(list(reversed(found)), abs=1e-4)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text("abcxyz", min_size=1, max_size=30), min_size=1, max_size=5))
def test_a_pair_alone_and_among_others_is_judged_alike(names: list[str]) -> None:
    pairs = [(name, "יוסף") for name in names]
    together = log_odds("hebrew", pairs)
    alone = [float(log_odds("hebrew", [pair])[0]) for pair in pairs]
    assert together.tolist() == pytest.approx(alone, abs=1e-3)


def test_the_weights_are_whole_and_small() -> None:
    content = models.WEIGHTS.read_bytes()
    assert len(content) <= 2_000_000
    assert hashlib.sha256(content).hexdigest() == models.CHECKSUM.read_text().strip()
    assert set(unpacked(content)) == set(LEARNED)


def test_weights_that_changed_are_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path_factory.mktemp("weights") / "weights.npz"
    broken.write_bytes(models.WEIGHTS.read_bytes()[:-1])
    monkeypatch.setattr(models, "WEIGHTS", broken)
    models._models.cache_clear()
    with pytest.raises(WeightsError, match="install variorum again"):
        log_odds("hebrew", [("lev", "לב")])
    monkeypatch.undo()
    models._models.cache_clear()


def test_packed_models_come_back() -> None:
    table = np.full((5, 4), models.FLOOR, np.float32)
    table[:, 0] = models.NEVER
    table[3, 2], table[4, 3] = -0.5, -1.5
    weights = np.zeros(models.HASHED + 1, np.float32)
    weights[7], weights[9] = 1.27, -0.5
    linear = np.arange(models.DENSE + 1, dtype=np.float32)
    model = models.Model({"א": 3, "ב": 4}, {"a": 2, "b": 3}, table, weights, linear)
    content = packed({"hebrew": model})
    assert content == packed({"hebrew": model})
    back = unpacked(content)["hebrew"]
    assert back.letters == model.letters
    assert back.substrings == model.substrings
    assert np.allclose(back.table, table)
    assert np.allclose(back.weights, weights, atol=0.01)
    assert np.allclose(back.linear, linear)
