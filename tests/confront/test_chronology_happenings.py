"""Ages at what befell, totals in prose, estimates that are no growth."""

from read_through import confronted

SANK = (
    "article",
    "1931-06-09",
    "The barge Corisande sank off Ockley on 3 May 1931 at night. The mate of the Corisande was drowned.",
)


def reasons(*told: tuple[str, ...]) -> list[str]:
    return [row.reasons[0] for row in confronted(*told).impossibilities]  # type: ignore[arg-type]


def test_an_age_at_what_another_account_dates() -> None:
    told = (
        "Anna Tull was born in 1914. She was {} when the barge went down at Ockley, and she saw the "
        "Corisande sink."
    )
    wrong = reasons(SANK, ("interview", "1990", told.format("twelve")))
    assert wrong == ["Anna Tull, born in 1914, was 16 or 17 in 1931, not “twelve”"]
    assert not reasons(SANK, ("interview", "1990", told.format("seventeen")))


def test_an_age_at_another_thing() -> None:
    told = "Anna Tull was born in 1914. She was twelve when her mother bought the shop at Ockley."
    assert not reasons(SANK, ("interview", "1990", told))


def test_a_total_after_its_parts() -> None:
    text = "There were 88 passengers and a crew of 7. Altogether {} souls."
    assert reasons(("article", "1931", text.format(105))) == ["The parts make 95, not 105"]
    assert not reasons(("article", "1931", text.format(95)))


def test_a_total_of_something_else() -> None:
    text = "There were 88 passengers and a crew of 7. Altogether 31 of them were saved."
    assert not reasons(("article", "1931", text))


def test_a_line_of_a_table_with_a_year() -> None:
    text = "Corisande, barge, built 1904\nPassengers: 88\nCrew: 7\nTotal on board: {}\n"
    assert reasons(("article", "1931", text.format(105))) == ["The parts make 95, not 105"]
    assert not reasons(("article", "1931", text.format(95)))


def test_three_estimates_are_no_growth() -> None:
    told = "{} people were drowned when the Corisande sank off Ockley in 1907."
    dates = (("letter", "1907-05-09"), ("article", "1921-05-03"), ("memoir", "1938"))
    near = [
        (*d, told.format(n)) for d, n in zip(dates, ("Some sixty", "64", "Seventy"), strict=True)
    ]
    far = [(*d, told.format(n)) for d, n in zip(dates, ("Some sixty", "90", "140"), strict=True)]
    assert not confronted(*near).growths
    assert confronted(*far).growths


def test_who_told_the_writer_after_his_death() -> None:
    died = (
        "article",
        "1949-05-01",
        "Piet Holm, mate of the Corisande, died at Ockley on 3 April 1949.",
    )
    told = (
        "Piet Holm, the mate, was no talker. {} told me {}in the summer of 1952 that it was dark."
    )
    wrong = reasons(("article", "1960-05-01", told.format("He", "himself, ")), died)
    assert wrong == ["Piet Holm spoke in 1952, but died on 3 April 1949"]
    assert not reasons(("article", "1960-05-01", told.format("His son", "")), died)
