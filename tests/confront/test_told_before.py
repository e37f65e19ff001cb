"""Two events in opposite order; the doer of a cleft sentence and of a verb that goes on."""

import pytest
from read_through import confronted

CREW = "Anton Reve and Peter Moll were on the ferry Constant at Sarn. "
BURNED = (
    "The ferry Constant burned at Sarn on 3 May 1921. Anton Reve and Peter Moll were of her crew."
)


def told(one: str, other: str) -> list[tuple[str, str, set[str]]]:
    rows = confronted(
        ("memoir", "1960", CREW + one), ("letter", "1921-05-09", CREW + other),
        ("article", "1925", BURNED),
    ).disagreements  # fmt: skip
    return [(row.type, row.question, {side.value for side in row.sides}) for row in rows]


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("It was Anton Reve who swam ashore with the line.", "Peter Moll swam ashore with the line.",
         "Who swam ashore with the line?"),
        ("It was Peter Moll, not Anton Reve, who opened the sluice.", "Anton Reve opened the sluice.",
         "Who opened the sluice?"),
        ("Anton Reve pulled three boys out and then cut the rope.", "Peter Moll cut the rope.",
         "Who cut the rope?"),
        ("Anton Reve, who had come late, opened the sluice.", "Peter Moll opened the sluice.",
         "Who opened the sluice?"),
    ],
)  # fmt: skip
def test_the_doer_of_a_longer_sentence(one: str, other: str, question: str) -> None:
    assert told(one, other) == [("person", question, {"Anton Reve", "Peter Moll"})]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lights went out before the Constant struck the rock.",
         "The lights went out after the Constant had struck the rock."),
        ("The bell rang before the gate was opened.",
         "It was only after the gate had been opened that the bell rang."),
    ],
)  # fmt: skip
def test_two_events_in_opposite_order(one: str, other: str) -> None:
    ((type_, question, _),) = told(one, other)
    assert type_ == "sequence"
    assert question.startswith("In what order was it: “")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bell rang before the gate was opened.",
         "The gate was opened after the bell had rung."),
        ("The bell rang before the gate was opened.", "The bell rang after supper."),
        ("It was in Sarn that Anton Reve opened the sluice.", "Anton Reve opened the sluice."),
        ("Anton Reve cut the rope, and Peter Moll held the lamp.", "Anton Reve cut the rope."),
    ],
)  # fmt: skip
def test_what_is_told_in_another_manner_only(one: str, other: str) -> None:
    assert told(one, other) == []
