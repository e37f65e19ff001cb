"""Two names, one person or two: said outright by one account, and told otherwise by another."""

import pytest
from reading_by_hand import evidence

from variorum.confront.context import ground
from variorum.confront.told.gathering import gathered
from variorum.confront.told.identities import identities
from variorum.model.findings import Disagreement


def of(*texts: str) -> tuple[Disagreement, ...]:
    read = evidence(*texts)
    laid = ground(read)
    return gathered(identities(laid), laid, ())


def sides(row: Disagreement) -> list[list[str]]:
    return sorted([p.quote for p in side.passages] for side in row.sides)


SAME = "[Timon Gray] was really [Pavel Rudin]."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            SAME, "[Timon Gray] was not [Pavel Rudin].",
            [["Timon Gray was not Pavel Rudin"], ["Timon Gray was really Pavel Rudin"]],
        ),
        (
            SAME, "[Pavel Rudin] and [Timon Gray] were two different men.",
            [
                ["Pavel Rudin and Timon Gray were two different"],
                ["Timon Gray was really Pavel Rudin"],
            ],
        ),
        (
            SAME, "[Pavel Rudin] and [Timon Gray] rowed to the mill.",
            [["Pavel Rudin and Timon Gray"], ["Timon Gray was really Pavel Rudin"]],
        ),
        (
            "[Тимон Грей], он же [Павел Рудин], открыл шлюз.",
            "[Тимон Грей] — это не [Павел Рудин].",
            [["Тимон Грей — это не Павел Рудин"], ["Тимон Грей, он же Павел Рудин"]],
        ),
    ],
)  # fmt: skip
def test_one_person_or_two(one: str, other: str, found: list[list[str]]) -> None:
    (row,) = of(one, other)
    assert row.type == "identity"
    assert sides(row) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAME, "[Timon Gray], known as [Pavel Rudin], rowed."),
        (SAME, "Perhaps [Timon Gray] was not [Pavel Rudin]."),
        (SAME, "[Timon Gray] was not [Josef Arno]."),
        ("The brother of [Timon Gray] was [Pavel Rudin].", "[Timon Gray] was not [Pavel Rudin]."),
        ("With [Timon Gray] was [Pavel Rudin].", "[Timon Gray] and [Pavel Rudin] rowed."),
        ("[Timon Gray] was [Pavel Rudin]'s man.", "[Timon Gray] was not [Pavel Rudin]."),
        ("[Timon Gray] and [Pavel Rudin] rowed.", "[Timon Gray] was not [Pavel Rudin]."),
        (
            "Was [Timon Gray] really [Pavel Rudin]? Nobody knew.",
            "[Timon Gray] was not [Pavel Rudin].",
        ),
    ],
)
def test_no_question_of_identity(one: str, other: str) -> None:
    assert of(one, other) == ()
