"""A story that grows as it is told, and what only looks so."""

from dataclasses import replace

import pytest
from reading_by_hand import evidence

from variorum.confront import confront
from variorum.model.critique import Parallel
from variorum.model.findings import Growth
from variorum.model.passage import Passage

FILLER = (
    "[Iris Vane] kept the bakery by the canal. Bread was sold until the flour ran out. "
    "A mule stood under the arch. The choir of [Saint Odo/place] sang twice that week. "
)
TOLD = "At [Port Ellery/place] {%s men/%s//man} held the rope yard gate. "


def _values(*numbers: str) -> list[list[str]]:
    texts = [TOLD % (n, n) + FILLER for n in numbers]
    dates = tuple(str(1921 + 9 * n) for n in range(len(numbers)))
    return [[s.value for s in row.steps] for row in confront(evidence(*texts, dates=dates)).growths]


def test_a_number_that_grows_and_stands_still() -> None:
    assert _values("12", "12", "30", "85") == [["12 men", "12 men", "30 men", "85 men"]]


def test_a_number_that_shrinks() -> None:
    assert _values("85", "40", "30", "12") == [["85 men", "40 men", "30 men", "12 men"]]


def test_a_late_sceptic_does_not_undo_it() -> None:
    assert _values("12", "30", "85", "90", "12") == [["12 men", "30 men", "85 men", "90 men"]]


@pytest.mark.parametrize(
    "numbers",
    [("12", "30"), ("12", "12", "30"), ("12", "85", "30", "90", "40"), ("30", "30", "30")],
)
def test_no_direction_is_no_growth(numbers: tuple[str, ...]) -> None:
    assert _values(*numbers) == []


def test_a_growth_that_an_account_tells_of() -> None:
    text = (
        "The first time [Peder Aas] told it he had saved {three people/3//person}. "
        "By 1940 it had become {seven people/7//person}. "
        "When I heard it last winter it was {twelve people/12//person}. "
    )
    (row,) = confront(evidence(text)).growths
    assert [step.value for step in row.steps] == ["three people", "seven people", "twelve people"]
    assert "grew" in row.question


@pytest.mark.parametrize(
    "text",
    [
        "The first time [Peder Aas] came he had {three dogs/3//dog}. "
        "By 1940 he had {nine dogs/9//dog}. ",
        "The first time he told it he had {three sons/3//son}. "
        "When I heard it I was {ten miles/10/mile} off. ",
        "The first time he told it there were {three men/3//man}. "
        "The second time he told it there were {nine men/9//man}. "
        "The third time he told it there were {five men/5//man}. ",
    ],
)
def test_what_is_no_growth_of_a_story(text: str) -> None:
    assert confront(evidence(text)).growths == ()


ROAD = (
    "It is said that {two women/2//woman} were carried out of the burning granary at Dell. ",
    "{Two women/2//woman} were carried out of the burning granary at Dell by a smith. ",
    "A smith carried {four women/4//woman} out of the burning granary at Dell. ",
    "The smith [Abel Thorn] carried {nine women/9//woman} out of the burning granary at Dell. ",
)


def _told(*texts: str, years: tuple[str, ...]) -> tuple[Growth, ...]:
    laid = [FILLER_OF[n] + text + "I remember the old story well. " for n, text in enumerate(texts)]
    return confront(evidence(*laid, dates=years)).growths


FILLER_OF = (
    "The harvest was brought in late. ",
    "Sheep were cheap that autumn. ",
    "A new school stands on the hill. ",
    "The bell was cracked in the frost. ",
    "Barges lay along the quay. ",
)
YEARS = ("1851", "1870", "1902", "1931", "1950")


def test_each_step_says_what_it_changes() -> None:
    (row,) = _told(*ROAD, years=YEARS)
    assert [step.value for step in row.steps] == [
        "two women",
        "Two women",
        "four women",
        "nine women",
    ]
    first, doer, number, name = (step.change for step in row.steps)
    assert first == ""
    assert "“It is said” is dropped" in doer
    assert "“a smith” does what nobody was said to do (“were carried”)" in doer
    assert "“four women” instead of “Two women”" in number
    assert "“A smith” is now “Abel Thorn”" in name
    assert all(step.passage.quote for step in row.steps)


def test_words_grow_without_a_number() -> None:
    texts = (
        "I have heard that a lantern was carried from the belfry at Dell. ",
        "A lantern was carried from the belfry at Dell by a sailor. ",
        "I saw [Piers Gant] carry a lantern from the belfry at Dell. ",
    )
    (row,) = _told(*texts, years=YEARS)
    assert "is dropped" in row.steps[1].change
    assert "told as seen" in row.steps[2].change
    assert "“a sailor” is now “Piers Gant”" in row.steps[2].change


def test_the_order_is_that_of_telling_not_of_the_files() -> None:
    (row,) = _told(*reversed(ROAD), years=tuple(reversed(YEARS[:4])))
    assert [step.value for step in row.steps][-1] == "nine women"


def test_one_account_that_repeats_itself() -> None:
    rope = (
        "Perhaps a rope was carried to the lugger from the slip. ",
        "A rope was carried to the lugger from the slip by one of the boys. ",
        "[Davy Lusk] carried the rope to the lugger from the slip. I saw it. ",
    )
    between = "The shop sold candles. My aunt kept geese. Nobody came on Sundays. "
    (row,) = confront(evidence(between.join(rope))).growths
    assert len(row.steps) == 3
    assert "“one of the boys” is now “Davy Lusk”" in row.steps[2].change


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((ROAD[1], ROAD[3], ROAD[0], ROAD[2]), id="no direction"),
        pytest.param(ROAD[2:], id="two tellings"),
        pytest.param(
            (*ROAD[:1], "We regret our mistake. " + ROAD[2], "We were mistaken. " + ROAD[3]),
            id="corrections",
        ),
        pytest.param(
            tuple(
                t.replace("were carried", "are carried").replace("carried", "carry") for t in ROAD
            ),
            id="what is so at the time of telling",
        ),
    ],
)
def test_what_only_looks_like_a_growth(texts: tuple[str, ...]) -> None:
    assert _told(*texts, years=YEARS) == ()


def _with_parallels(kind: str) -> tuple[Growth, ...]:
    laid = evidence(*(FILLER_OF[n] + text for n, text in enumerate(ROAD)), dates=YEARS[:4])
    first, *others = laid.accounts
    texts = {s.account: s.passage for s in laid.sentences}
    rows = tuple(
        Parallel(
            f"p{n}",
            Passage(first.source, 0, first.end, texts[first.id].quote),
            Passage(other.source, 0, other.end, texts[other.id].quote),
            kind,
            "unknown",
            1.0,
        )
        for n, other in enumerate(others)
    )
    return confront(replace(laid, parallels=rows)).growths


@pytest.mark.parametrize("kind", ["copy", "translation"])
def test_copies_and_translations_are_no_tellings(kind: str) -> None:
    assert _with_parallels(kind) == ()


def test_news_of_other_days_is_no_story() -> None:
    texts = [
        f"{FILLER_OF[n]}{{{number} men/{number}//man}} were killed in the slide at Pelm. "
        for n, number in enumerate((3, 7, 12))
    ]
    assert confront(evidence(*texts, dates=YEARS[:3])).growths == ()


def test_things_that_appear_and_stay() -> None:
    texts = (
        "{Three pigs/3//pig} carried off the clerk of Dell. ",
        "{Six pigs/6//pig} carried off the clerk and the sexton of Dell. ",
        "{Nine pigs/9//pig} carried off the clerk and the sexton of Dell. ",
    )
    (row,) = _told(*texts, years=YEARS)
    assert "“sexton” appears" in row.steps[1].change
    assert "appears" not in row.steps[2].change


def test_a_bare_number_belongs_to_the_story_beside_it() -> None:
    texts = [TOLD % (n, n) + FILLER for n in ("3", "9", "20")]
    texts = [text.replace("At ", "[Otto Brandt] led them. At ", 1) for text in texts]
    texts.append("[Otto Brandt] is our hero. People will tell you thirty now. ")
    found = confront(evidence(*texts, dates=("1901", "1921", "1941", "1960"))).growths
    assert [[step.value for step in row.steps] for row in found] == [
        ["3 men", "9 men", "20 men", "thirty"]
    ]
