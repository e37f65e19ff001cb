"""A note that corrects its text, and a witness against himself; look-alikes stay silent."""

from dataclasses import replace

import pytest
from reading_by_hand import evidence

from variorum.confront import Evidence
from variorum.confront.context import ground
from variorum.confront.told.editors import editors
from variorum.confront.told.gathering import gathered
from variorum.confront.told.selves import selves
from variorum.model.critique import Hand
from variorum.model.findings import Disagreement
from variorum.model.passage import Passage
from variorum.model.testimony import Voice


def noted(text: str, note: str, hand: str = "translator") -> Evidence:
    """One account with a note of another hand right behind it."""
    read = evidence(text, "The brewer slept.")
    end = read.accounts[0].end
    passage = Passage("a0.txt", end + 1, end + 1 + len(note), note)
    return replace(read, hands=(Hand("h_1", passage, hand, "note", 1.0, (), "a0"),))


def of(read: Evidence) -> tuple[Disagreement, ...]:
    laid = ground(read)
    return gathered(editors(read, laid), laid, ())


def sides(row: Disagreement) -> list[list[str]]:
    return sorted([p.quote for p in side.passages] for side in row.sides)


@pytest.mark.parametrize(
    ("text", "note", "kind", "found"),
    [
        (
            "The mill was built in 1897.", "[In fact it was 1879. – Transl.]",
            "date", [["1879"], ["1897"]],
        ),
        (
            "On 2 March nine men came in four boats.", "[Actually twelve men. – Ed.]",
            "number", [["nine"], ["twelve"]],
        ),
        (
            "Мельницу построили в 1897 году.", "[На самом деле в 1879. – Прим. ред.]",
            "date", [["1879"], ["1897"]],
        ),
        (
            "There were seven hands in the mill.", "[The list gives ten hands in the mill. – J. H.]",
            "number", [["seven"], ["ten"]],
        ),
        (
            "The miller opened the sluice.", "[The author is mistaken: the clerk did. – Ed.]",
            "polarity",
            [
                ["The miller opened the sluice."],
                ["[The author is mistaken: the clerk did. – Ed.]"],
            ],
        ),
    ],
)  # fmt: skip
def test_a_note_against_its_text(text: str, note: str, kind: str, found: list[list[str]]) -> None:
    (row,) = of(noted(text, note))
    assert row.type == kind
    assert sides(row) == found
    assert "note" in row.reasons[0]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The mill was built in 1897.", "[i.e. 1897 new style, in fact 12 days later. – Transl.]"),
        ("The mill was built in 1897.", "[He taught at the school from 1928. – Ed.]"),
        ("The mill was built in 1897.", "[Was it in fact 1879? – Ed.]"),
        ("There were seven hands in the mill.", "[The report has ten pages. – J. H.]"),
        (
            "There were seven hands in the mill.",
            "[The list gives seven hands in the mill. – J. H.]",
        ),
        ("The mill was built in 1897.", "[So in the original, though wrong. – Transl.]"),
        ("Мельницу построили в 1897 году.", "[По старому стилю, т. е. ошибки нет. – Прим. пер.]"),
    ],
)
def test_a_note_that_only_explains(text: str, note: str) -> None:
    assert of(noted(text, note)) == ()


def test_the_author_correcting_himself_is_no_note() -> None:
    assert of(noted("The mill was built in 1897.", "[In fact it was 1879.]", "author")) == ()


def test_a_note_has_not_the_voice_of_its_text() -> None:
    read = noted("The mill was built in 1897.", "[In fact it was 1879. – Ed.]", "editor")
    spoken = tuple(replace(s, voice="v_1") for s in read.sentences)
    voice = Voice("v_1", spoken[0].passage, None, (), True, "a0")
    (row,) = of(replace(read, sentences=spoken, voices=(voice,)))
    assert {side.value: side.voices for side in row.sides} == {"1879": (), "1897": ("v_1",)}


def witness(*sentences: str) -> tuple[Disagreement, ...]:
    """One account of these sentences, and another that has nothing to do with it."""
    read = evidence(" ".join(sentences), "The brewer slept.", kinds=("memoir", "article"))
    laid = ground(read)
    return gathered(selves(read, laid), laid, ())


@pytest.mark.parametrize(
    ("one", "other", "kind", "found"),
    [
        (
            "I saw it myself: [Pavel Rudin] opened the sluice.",
            "I was not there when [Pavel Rudin] opened the sluice.",
            "polarity", [["I saw it myself"], ["I was not there"]],
        ),
        (
            "There were four of us in the boat when the mill roof fell.",
            "The three of us sat in the boat when the mill roof fell.",
            "number", [["The three of us"], ["There were four of us"]],
        ),
        (
            "Нас было четверо в лодке, когда упала крыша мельницы.",
            "Мы втроём сидели в лодке, когда упала крыша мельницы.",
            "number", [["Мы втроём"], ["Нас было четверо"]],
        ),
    ],
)  # fmt: skip
def test_a_witness_against_himself(one: str, other: str, kind: str, found: list[list[str]]) -> None:
    (row,) = witness(one, "Rain fell.", other)
    assert row.type == kind
    assert sides(row) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "There were four of us in the boat when the mill roof fell.",
            "The three of us walked home to our supper.",
        ),
        (
            "There were four of us in the boat when the mill roof fell.",
            "Now the three of us sat in the boat when the mill roof fell.",
        ),
        (
            "Нас было четверо в лодке, когда упала крыша мельницы.",
            "Потом мы втроём сидели в лодке, когда упала крыша мельницы.",
        ),
        (
            "I saw it myself: [Pavel Rudin] opened the sluice.",
            "I was not there when the brewer died.",
        ),
        (
            "I saw it myself: [Pavel Rudin] opened the sluice.",
            "If I was not there when [Pavel Rudin] opened the sluice, who was.",
        ),
        (
            "There were four of us in the boat when the mill roof fell.",
            "The four of us sat in the boat when the mill roof fell.",
        ),
    ],
)
def test_a_witness_of_two_moments_or_in_doubt(one: str, other: str) -> None:
    assert witness(one, "Rain fell.", other) == ()


def test_two_witnesses_are_not_one() -> None:
    read = evidence(
        "There were four of us in the boat when the mill roof fell.",
        "The three of us sat in the boat when the mill roof fell.",
    )
    assert list(selves(read, ground(read))) == []


def test_a_memoir_against_another_text_of_its_author() -> None:
    read = evidence(
        "I saw it myself: [Pavel Rudin] opened the sluice.",
        "I was not there when [Pavel Rudin] opened the sluice.",
        kinds=("memoir", "interview"),
    )
    read = replace(read, accounts=tuple(replace(a, author="Josef Arno") for a in read.accounts))
    laid = ground(read)
    (row,) = gathered(selves(read, laid), laid, ())
    assert sides(row) == [["I saw it myself"], ["I was not there"]]
