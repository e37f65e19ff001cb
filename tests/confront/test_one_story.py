"""A small dossier of one story, read through: what its accounts tell otherwise, and what they do not."""

from read_through import confronted, questions, read_through

from variorum.confront.context import ground
from variorum.confront.tongues import one_vocabulary

GAZETTE = (
    "article", "1907-03-12",
    "An explosion took place yesterday in the Dunmoor pit at about twenty minutes past six in the "
    "morning. Ninety-three men and boys were below at the time. Forty-six have been brought up alive. "
    "It is feared that forty-seven have lost their lives. Thomas Garrick carried a boy named Willie "
    "Sharp on his back for half a mile through the after-damp.",
)  # fmt: skip
INQUEST = (
    "testimony", "1907-04-03",
    "I am the under-manager of the Dunmoor pit. The explosion was at ten minutes to seven. We found the "
    "body of the shot-firer, Lewis Cobb, near the fan. I brought up one boy, Willie Sharp. I carried "
    "him on my back some two hundred yards. Fifty-one men died.",
)  # fmt: skip
HISTORY = (
    "memoir", "1932",
    "The worst of our disasters befell Dunmoor on the morning of 12 March 1907. Of the ninety-six "
    "persons below, forty-five were saved. Lewis Cobb lived to give evidence against his masters. "
    "Thomas Garrick led the rescue. Willie Sharp keeps the lamps at Dunmoor to this day.",
)  # fmt: skip


def test_tolls_hours_and_fates_of_one_story() -> None:
    found = questions(confronted(GAZETTE, INQUEST, HISTORY))
    assert found["How many people were killed?"] == [["Fifty-one men"], ["forty-seven"]]
    assert found["How many people were saved?"] == [["Forty-six"], ["forty-five"]]
    assert found["How many people were inside?"] == [["Ninety-three men"], ["ninety-six persons"]]
    assert found["Did Lewis Cobb die in the events?"] == [
        ["Lewis Cobb lived to"],
        ["body of the shot-firer, Lewis Cobb"],
    ]
    hours = [sides for question, sides in found.items() if question.startswith("At what hour")]
    assert hours == [
        [["about twenty minutes past six in the morning"], ["ten minutes to seven"]],
    ]


def test_what_can_both_be_true_in_one_story() -> None:
    one = (
        "The mill at Sarn burned on 2 May 1888. Forty sacks were lost. Anna Reve lived until 1901."
    )
    other = "In the fire at the mill of Sarn about forty sacks were lost. Anna Reve died in 1901."
    assert confronted(("letter", "1888-05-09", one), ("memoir", "1902", other)).disagreements == ()


def test_news_of_like_events_is_no_story() -> None:
    one = "Four climbers were hurt on Mount Orlo on Monday. Three ropes were found."
    other = "Two climbers were hurt on Mount Orlo on Friday. Five ropes were found."
    given = read_through(("article", "2011-02-07", one), ("article", "2011-02-11", other))
    assert ground(given).story == frozenset()


def test_counts_meet_across_languages() -> None:
    english = (
        "memoir", "1962",
        "Grandfather Stepan Kessar told it every winter at Orlovo. The wolves came down over the ice to "
        "the mill. There were twelve wolves. The mill burned that night, and Stepan Kessar stood alone.",
    )  # fmt: skip
    russian = (
        "letter", "1888",
        "Степан Кессар жив. Мельница в Орлово сгорела в ту ночь. Волков было два, и они стояли у "
        "мельницы на льду. Степан Кессар ушёл домой. Зимой мельница стояла пустая.",
        "ru",
    )  # fmt: skip
    found = questions(confronted(english, russian))
    wolves = [sides for question, sides in found.items() if question.startswith("How many wolves")]
    assert wolves == [[["twelve wolves"], ["два"]]]


def test_one_vocabulary_holds_no_names() -> None:
    given = read_through(
        (
            "memoir",
            "",
            "The wolf stood at the mill. Stepan saw the wolf. The mill burned at night.",
        ),
        ("memoir", "", "Степан видел волка. Мельница горела. Волк стоял у мельницы ночью.", "ru"),
    )
    known = one_vocabulary(given.sentences, given.mentions)
    assert known["волк"] == "wolf"
    assert known["мельница"] == "mill"
    assert "степан" not in known
    assert one_vocabulary(given.sentences[:1], given.mentions) == {}


def test_a_diary_in_one_account_is_of_its_days() -> None:
    hale = (
        "memoir", "",
        "14 January 1911\nMade nine miles. Orde is ill.\n\n16 January 1911\nIn latitude 81° 14' S. Karl "
        "Voss and Orde rested.",
    )  # fmt: skip
    voss = (
        "memoir", "",
        "14 January 1911\nOrde is ill. Hale mended the sledge.\n\n16 January 1911\nLatitude 81° 9' S by "
        "my observation. Orde rested.",
    )  # fmt: skip
    found = questions(confronted(hale, voss))
    assert found == {"At what latitude was it?": [["81° 14' S"], ["81° 9' S"]]}


def test_an_age_is_of_the_one_person_named_before() -> None:
    one = "The engine was in the care of Dumitru Kostal. He was then thirty-seven. The winter was hard."
    other = "Dumitru Kostal kept the engine in 1974. He was then forty-four. The winter was hard."
    found = confronted(
        ("testimony", "1974-02-20", "In 1974 snow fell. " + one), ("memoir", "1999", other)
    )
    assert questions(found)["How old was Dumitru Kostal?"] == [["forty-four"], ["thirty-seven"]]


def test_nobody_gave_and_nobody_saw() -> None:
    one = (
        "The crowd stood in Harrow Square. The order was given by Dale Rusk at eight. Stones flew."
    )
    other = "I stood in Harrow Square. Dale Rusk was there. Nobody gave an order. I went home."
    found = questions(confronted(("testimony", "1974-06-18", one), ("memoir", "1999", other)))
    assert any(question.startswith("Was there an order") for question in found)


def test_other_units_parts_and_sorts_are_no_other_answer() -> None:
    one = (
        "The barge Anna Reve sank at Sarn. Some 420 passengers and crew were aboard. The ship cost "
        "$2 million, of which $1 million was paid in cash. She lay 50 miles (80 km) from Sarn. The mate "
        "of the Anna Reve was warned three times. A magnitude 6 wave struck the Anna Reve."
    )
    other = (
        "The barge Anna Reve sank at Sarn. There were 400 passengers on the Anna Reve. The ship cost "
        "$2 million. She lay 80 kilometres from Sarn. The mate of the Anna Reve married twice. A "
        "magnitude 5 wave struck the Anna Reve. Ring 0845 125 2222 or Sarn Lifeboats."
    )
    assert confronted(("letter", "1931-05-09", one), ("memoir", "1952", other)).disagreements == ()


def test_one_crew_is_joined_once() -> None:
    one = (
        "Anton Reve was born at Sarn. Anton Reve went to sea and joined the ferry Constant in 1926. "
        "The ferry Constant burned at Sarn in 1933."
    )
    other = (
        "Anton Reve served in the ferry Constant. Anton Reve joined the army in 1915. Anton Reve came "
        "aboard in 1921. The Constant burned at Sarn in 1933. The Board reported on 4 December 1933."
    )
    found = questions(confronted(("memoir", "1960", one), ("letter", "1971-02-03", other)))
    assert found == {"When did Anton Reve join the crew?": [["1921"], ["1926"]]}


def test_an_account_that_dates_the_story_otherwise() -> None:
    first = "The mill at Sarn burned on 10 March 1921. Anton Reve rang the bell of the mill."
    second = "On 10 March 1921 the mill at Sarn burned. Anton Reve rang the bell at dawn."
    memoir = (
        "Anton Reve woke me. On the eleventh of March, before it was light, the mill at Sarn was "
        "burning, and the bell was ringing."
    )
    inquest = "Anton Reve rang the bell of the mill at Sarn. The inquest sat on 12 March 1921."
    rows = confronted(
        ("letter", "1921-03-20", first), ("article", "1925", second), ("memoir", "1949", memoir)
    ).disagreements
    assert [(row.type, row.question) for row in rows] == [("date", "On what day was it?")]
    assert {side.value for side in rows[0].sides} == {
        "10 March 1921 (1921-03-10)", "the eleventh of March (1921-03-11)",
    }  # fmt: skip
    told = (
        ("letter", "1921-03-20", first),
        ("article", "1925", second),
        ("memoir", "1949", inquest),
    )
    assert confronted(*told).disagreements == ()


def test_rumours_in_a_row_and_words_waved_away_deny_nothing() -> None:
    rumours = (
        "It is rumoured that Anton Reve was ill. It is rumoured also that he was bought, and nobody at "
        "Sarn will be surprised to hear by whom."
    )
    waved = (
        "Anton Reve had a single dog at Sarn, whatever people said. Nine children stood by, and nobody "
        "at Sarn lifted them over the wall."
    )
    plain = "People say that Anton Reve shouted. Anton Reve did not shout at all."
    assert (
        confronted(("memoir", "1950", rumours), ("letter", "1921-03-20", waved)).disagreements == ()
    )
    (row,) = confronted(("memoir", "1950", plain), ("letter", "1921-03-20", waved)).disagreements
    assert row.type == "polarity"
    assert "shouted" in row.question


def test_why_an_answer_is_no_conflict_is_said() -> None:
    one = "The mill at Sarn burned. Forty-one people died in the fire at the mill of Sarn."
    other = "The mill at Sarn burned. About forty people died in the fire at the mill of Sarn."
    third = "The mill at Sarn burned. Sixty people died in the fire at the mill of Sarn."
    (row,) = confronted(
        ("letter", "1888-05-09", one), ("memoir", "1902", other), ("article", "1950", third)
    ).disagreements
    assert (
        "“About forty people” does not conflict with “Forty-one people”: about, over and under are "
        "ranges, which meet"
    ) in row.reasons


def test_the_day_on_which_a_death_was_told_of_is_not_its_day() -> None:
    one = "Anton Reve signed the paper at Sarn on 20 August 1957."
    news = "The news of Anton Reve's death was delivered at Sarn on 16 August 1957."
    died = "Anton Reve died at Sarn on 16 August 1957."
    letter = ("letter", "1957-09-01", one)
    assert confronted(letter, ("memoir", "1960", news)).impossibilities == ()
    assert confronted(letter, ("memoir", "1960", died)).impossibilities
