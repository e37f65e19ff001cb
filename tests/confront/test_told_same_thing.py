"""A deed or a state of one thing is held against another's only where it may be the same thing."""

import pytest
from read_through import confronted

CREW = "Anton Reve and Peter Moll were on the ferry Constant at Sarn. "
BURNED = (
    "The ferry Constant burned at Sarn on 3 May 1921. Anton Reve and Peter Moll were of her crew."
)


def asked(one: str, other: str) -> list[str]:
    return [
        row.type
        for row in confronted(
            ("memoir", "1960", CREW + one), ("letter", "1921-05-09", CREW + other),
            ("article", "1925", BURNED),
        ).disagreements
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anton Reve shut the door of the cabin.", "Peter Moll shut the door of the mill."),
        ("The cabin door was locked.", "The galley door was open."),
        ("Anton Reve cut the bow rope.", "Peter Moll cut the stern rope."),
    ],
)
def test_another_thing_is_no_disagreement(one: str, other: str) -> None:
    assert asked(one, other) == []


def test_another_hour_is_another_deed() -> None:
    one = "Anton Reve rang the bell at six in the morning."
    assert "person" not in asked(one, "Peter Moll rang the bell at noon.")
    assert "person" in asked(one, "Peter Moll rang the bell.")


def test_the_same_thing_is_asked_for() -> None:
    assert asked("Anton Reve cut the stern rope.", "Peter Moll cut the stern rope.") == ["person"]
