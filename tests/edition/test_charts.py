"""Drawings: dates stand where they belong, names do not cover one another, families hold together."""

import time
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.edition.charts.atlas import WIDTH, Spot, maps
from variorum.edition.charts.axis import BREAK, axis, position
from variorum.edition.charts.kin import FURTHER, MOST_MEMBERS, families, tie
from variorum.edition.charts.labels import HEIGHT, placed, text_width
from variorum.edition.charts.land import in_frame, outlines, path
from variorum.edition.charts.lanes import Event, is_drawn, timeline
from variorum.edition.charts.tree import BOX, tree

RIGA = Spot("Riga", 56.95, 24.11, 3, "entities/e_riga.html")
SUVA = Spot("Suva", -18.14, 178.44, 1, "")
HONOLULU = Spot("Honolulu", 21.31, -157.86, 1, "")


def bars(*edtf):
    drawn = timeline([("A letter", "accounts/a.html", [Event(date, date, "") for date in edtf])])
    return {bar.title: bar for bar in drawn.lanes[0].bars}


def test_what_is_known_of_a_date_is_drawn_and_no_more():
    marks = bars("1999-03-03", "1926", "1920~", "../1931", "1958/..", "1914/1918")
    assert marks["1999-03-03"].shape == "point"
    assert marks["1926"].shape == "bar"
    assert marks["1920~"].approximate
    assert not marks["1926"].approximate
    assert {d: marks[d].fades for d in ("../1931", "1958/..", "1914/1918")} == {
        "../1931": "left", "1958/..": "right", "1914/1918": "",
    }  # fmt: skip
    assert marks["1914/1918"].x < marks["1920~"].x < marks["1926"].x < marks["1999-03-03"].x


def test_what_has_no_year_or_no_bounds_is_not_drawn():
    assert not any(map(is_drawn, ("", "XXXX-03-14", "../..", "1999-02-31", "soon")))
    assert all(map(is_drawn, ("1999", "188X", "../1931", "1999-03-03T18:30")))
    assert timeline([]) is None


def test_empty_decades_are_left_out_and_the_days_of_the_event_stand_under_a_lens():
    pieces = axis([(700_000, 700_001), (700_030, 700_031), (730_000, 730_001)], 0, 900)
    assert [piece.caption for piece in pieces] == ["1917", "1917", "1999"]
    assert not any(piece.joined for piece in pieces)
    event = [(700_000 + n, 700_001 + n) for n in range(10)]
    years = [(685_000 + 3_000 * n, 685_001 + 3_000 * n) for n in range(10)]
    pieces = axis([*event, *years], 0, 900)
    assert [piece.lens for piece in pieces] == [False, True, False]
    assert [piece.joined for piece in pieces] == [False, True, True]
    lens = pieces[1]
    assert lens.first <= 700_000 < 700_010 <= lens.last
    assert lens.width > 300


@given(
    st.lists(st.tuples(st.integers(1, 730_000), st.integers(0, 3_000)), min_size=1, max_size=40),
    st.lists(st.integers(1, 730_000), min_size=2, max_size=10),
)
@settings(max_examples=60, deadline=None)
def test_time_never_runs_backwards(dates, more):
    spans = [(a, a + length) for a, length in dates]
    pieces = axis(spans, 0, 900)
    assert pieces[-1].left + pieces[-1].width <= 901
    days = sorted([*more, *(end for span in spans for end in span)])
    places = [position(pieces, day) for day in days]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 901 + BREAK
    for piece in pieces:
        assert all(piece.left - 1 <= tick.x <= piece.left + piece.width + 1 for tick in piece.ticks)
        assert len(piece.ticks) < 60


@given(
    st.lists(
        st.tuples(
            st.floats(0, 960), st.floats(0, 500), st.floats(2, 9), st.text("abЖ語 ", max_size=12)
        ),
        max_size=40,
    )
)
@settings(max_examples=60, deadline=None)
def test_labels_cover_neither_labels_nor_points_nor_the_edge(points):
    boxes = []
    for label in filter(None, placed(points, 960, 500)):
        wide = text_width(label.text)
        left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
        middle = label.y - HEIGHT * 0.3
        box = (left, middle - HEIGHT / 2, left + wide, middle + HEIGHT / 2)
        assert box[0] >= 1.8
        assert box[2] <= 958.2
        boxes.append(box)
    circles = [(x - r, y - r, x + r, y + r) for x, y, r, _ in points]
    for a, b in [*combinations(boxes, 2), *((box, other) for box in boxes for other in circles)]:
        apart = a[2] <= b[0] + 0.2 or b[2] <= a[0] + 0.2 or a[3] <= b[1] + 0.2 or b[3] <= a[1] + 0.2
        assert apart, (a, b)


def test_a_map_shows_its_places_and_the_land_around_them():
    (drawn,) = maps([RIGA])
    (dot,) = drawn.dots
    assert (round(dot.x), round(dot.y)) == (round(WIDTH / 2), round(drawn.height / 2))
    assert dot.label.text == "Riga"
    assert drawn.land.startswith("M")
    assert drawn.borders


def test_a_map_of_the_pacific_is_not_cut_at_the_date_line():
    (drawn,) = maps([SUVA, HONOLULU])
    suva, honolulu = drawn.dots
    assert suva.x < honolulu.x
    assert any(line.label == "180°" for line in drawn.net)


def test_places_that_lie_close_together_get_a_map_of_their_own():
    near = [Spot(f"Farm {n}", 56.9 + n / 50, 24 + n / 40, 1, "") for n in range(8)]
    whole, part = maps([*near, SUVA])
    assert whole.detail is not None
    assert len(part.dots) == 8


def test_the_poles_and_no_places_are_no_trouble():
    assert maps([]) == ()
    assert maps([Spot("P", 90, 0, 1, ""), Spot("Q", -90, 180, 1, "")])


def test_without_the_outlines_a_map_has_its_places(monkeypatch, tmp_path):
    from variorum.edition.charts import land

    monkeypatch.setattr(land, "LAND", tmp_path / "missing.json")
    land._read.cache_clear()
    (drawn,) = maps([RIGA])
    land._read.cache_clear()
    assert drawn.land == ""
    assert drawn.dots


def test_land_is_cut_to_the_frame():
    frame = (20.0, 55.0, 28.0, 59.0)
    rings = list(in_frame(outlines("land"), frame, True))
    assert rings
    for x, y in (point for ring in rings for point in ring):
        assert 20 - 1e-9 <= x <= 28 + 1e-9
        assert 55 - 1e-9 <= y <= 59 + 1e-9
    assert path([(0, 0), (0.1, 0), (5, 5)], True) == "M0.0 0.0L5.0 5.0Z"


KIN = [
    ("pavel", "father", "anton"), ("pavel", "mother", "daria"), ("lev", "father", "anton"),
    ("pavel", "wife", "olga"), ("nina", "father", "pavel"), ("nina", "mother", "olga"),
    ("vera", "mother", "nina"), ("vera", "grandfather", "pavel"), ("ivan", "godfather", "pavel"),
]  # fmt: skip


def test_generations_follow_from_the_relations():
    (family,) = families(KIN)
    assert family.levels == {
        "anton": 0, "daria": 0, "lev": 1, "pavel": 1, "olga": 1, "nina": 2, "vera": 3,
    }  # fmt: skip
    assert family.clashes == ()
    drawn = tree(family)
    at = {box.person: box for box in drawn.boxes}
    assert at["pavel"].y == at["olga"].y
    assert abs(at["pavel"].x - at["olga"].x) < BOX[0] * 1.5
    assert at["anton"].y < at["pavel"].y < at["nina"].y < at["vera"].y
    assert not [s for s in drawn.strokes if s.sort == FURTHER]  # the grandfather is seen to be one


def test_what_cannot_be_is_tolerated_and_told():
    (family,) = families([*KIN, ("anton", "father", "nina"), ("lev", "father", "daria")])
    assert [(t.upper, t.lower) for t in family.clashes] == [("nina", "anton")]
    assert family.crowded == (("lev", "father", ("anton", "daria")),)
    assert len(tree(family).boxes) == 7
    (alone,) = families([("a", "father", "b"), ("b", "father", "a")])
    assert len(alone.clashes) == 1
    assert families([("a", "father", "a"), ("a", "godmother", "b")]) == []
    assert tie("a", "son", "b") == tie("b", "father", "a")


def test_a_big_family_is_drawn_in_parts_and_every_tie_once():
    rows = [(f"p{n}", "father", f"p{n // 3}") for n in range(1, 400)]
    found = families(rows)
    assert all(len(family.members) <= MOST_MEMBERS for family in found)
    ties = [one for family in found for one in family.ties]
    assert len(ties) == len(set(ties)) == 399


people = st.sampled_from("abcdefghij")
words = st.sampled_from(["father", "mother", "son", "wife", "brother", "cousin", "uncle"])


@given(st.lists(st.tuples(people, words, people), min_size=1, max_size=25))
@settings(max_examples=80, deadline=None)
def test_whatever_is_stated_nobody_stands_upon_another(rows):
    for family in families(rows):
        boxes = tree(family).boxes
        assert {box.person for box in boxes} == set(family.members)
        for a, b in combinations(boxes, 2):
            assert a.y != b.y or abs(a.x - b.x) >= BOX[0]
        assert families(reversed(rows)) == families(rows)


def test_drawings_are_made_in_time():
    started = time.perf_counter()
    families([("hub", "son", f"c{n}") for n in range(5_000)])
    placed([(n % 960, n // 960 * 7, 4, "A name") for n in range(3_000)], 960, 600)
    timeline([(str(n), "", [Event(str(1500 + n % 500), "", "")] * 50) for n in range(100)])
    assert time.perf_counter() - started < 5
