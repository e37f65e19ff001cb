"""The apparatus: what is printed under the text."""

import pytest

from variorum.establish.collate import Collation, Witness, apparatus, collate, printed

TEXTS = {
    "A": "The old gate of the harbour stood open by night, and nobody came to shut it before dawn.",
    "B": "The old door of the harbor stood wide open by night, and nobody came to shut it before dawn.",
    "C": "The old door of the harbour stood by night open, and came to shut it before dawn.",
    "D": "of the harbour stood open by night and nobody came before dawn to shut it",
    "E": "The old of the harbour stood open by night, and nobody came to shut it before dawn.",
}


def tradition() -> Collation:
    return collate([Witness(name, text, "en") for name, text in TEXTS.items()])


def test_negative_apparatus() -> None:
    assert [printed(entry) for entry in apparatus(tradition(), "A")] == [
        "gate] door B C; om. E",
        "harbour] harbor B",
        "stood] add. wide B",
        "open] transp. C",
        "nobody] om. C",
        "before dawn] transp. D",
    ]


def test_positive_apparatus() -> None:
    found = [printed(entry, True, "A") for entry in apparatus(tradition(), "A")]
    assert found[0] == "gate A] door B C; om. E; def. D"
    assert found[1] == "harbour A C D E] harbor B"
    assert found[4] == "nobody A B D E] om. C"


def test_lemmas_are_the_base_s_words() -> None:
    collation = tradition()
    for base, text in TEXTS.items():
        for entry in apparatus(collation, base):
            assert " ".join(text[slice(*entry.lemma)].split()) == entry.text
            for reading in entry.readings:
                for name, span in zip(reading.witnesses, reading.spans, strict=True):
                    own = " ".join(TEXTS[name][slice(*span)].split())
                    assert own.casefold() == reading.text.casefold()


def test_a_long_lemma_is_given_by_its_ends() -> None:
    words = "seven men in grey coats walked slowly down"
    collation = collate(
        [
            Witness("A", f"That night {words} the hill and nobody spoke to them."),
            Witness("B", "That night the hill and nobody spoke to them."),
        ]
    )
    assert [printed(entry) for entry in apparatus(collation, "A")] == ["seven … down] om. B"]


def test_an_unknown_base() -> None:
    with pytest.raises(KeyError):
        apparatus(tradition(), "Z")
