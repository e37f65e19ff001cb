"""Types decided over the dossier: cues of all accounts, fuller names, kin, lives, the gazetteer."""

from variorum.identify import identify
from variorum.identify.types import types
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, Relation, Statement, mention_id


class Towns:
    """A gazetteer of one town."""

    def known(self, name: str) -> int:
        return 400_000 if name == "orsk" else 0


def mention(account: str, form: str, kind: str, *cues: str, at: int = 0) -> Mention:
    passage = Passage(f"{account}.txt", at, at + len(form), form)
    return Mention(passage, kind, mention_id(passage, kind), form, (), account, cues=cues)


def decided(*mentions: Mention, **told: object) -> list[str]:
    """The type of each mention, in order."""
    groups: dict[tuple[str, str, str, str], list[Mention]] = {}
    for one in mentions:
        groups.setdefault((one.account, one.form, one.type, ""), []).append(one)
    found = types(groups, **told)  # type: ignore[arg-type]
    return [found[one.account, one.form, one.type, ""] for one in mentions]


def test_one_title_outweighs_labels_in_another_account() -> None:
    rows = [mention("a", "Zherebko", "group", "label ORG", at=at) for at in range(0, 200, 20)]
    rows += [mention("b", "Zherebko", "person", "title", "verb of speech", at=0)]
    assert set(decided(*rows)) == {"person"}


def test_a_full_name_speaks_for_its_surname_across_scripts() -> None:
    rows = [
        mention("a", "Zherebko", "group", "label ORG"),
        mention("b", "Лев Жеребко", "person", "full name", "natasha PER"),
    ]
    assert decided(*rows) == ["person", "person"]


def test_kin_and_lives_are_persons() -> None:
    one, other = mention("a", "Talmat", "group", "label ORG"), mention("a", "Oksa", "place", at=50)
    kin = Relation(Passage("a.txt", 0, 9, "x" * 9), one.entity, "father", other.entity, "a")
    assert decided(one, other, relations=[kin]) == ["person", "person"]
    born = Statement(
        "s", Passage("a.txt", 0, 9, "x" * 9), one.entity, "born", "1911", "date", "", "", "positive",
        "asserted", "",
    )  # fmt: skip
    assert decided(one, statements=[born]) == ["person"]


def test_the_gazetteer_tips_what_little_else_tells() -> None:
    rows = [mention("a", "Orsk", "group", "label ORG")]
    assert decided(*rows) == ["group"]
    told = [mention("a", "Orsk", "place", "after in"), mention("b", "Orsk", "group", "label ORG")]
    assert decided(*told, gazetteer=Towns()) == ["place", "place"]


def test_a_queen_of_one_account_is_a_town_of_another() -> None:
    rows = [
        *[mention("a", "Victoria", "person", "title", "verb of speech", at=a) for a in (0, 20)],
        *[mention("b", "Victoria", "place", "after in", "label GPE", at=a) for a in (0, 20)],
    ]
    assert decided(*rows) == ["person", "person", "place", "place"]


def test_entities_have_the_type_of_the_dossier() -> None:
    rows = [
        mention("a", "Orlo Zherebko", "person", "full name", "title"),
        mention("b", "Zherebko", "place", "label GPE"),
    ]
    accounts = [Account(a, f"{a}.txt", 0, 99, "", "", "", "", "en", "article") for a in "ab"]
    (entity,) = identify(rows, accounts).entities
    assert (entity.type, entity.name) == ("person", "Orlo Zherebko")
