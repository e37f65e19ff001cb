"""The sieve: who is meant, sentence by sentence, the surest evidence first.

After the multi-pass sieve of Raghunathan et al. (2010) and Lee et al. (2013): the names of one person
(``people``), what a description says (``nominals``, ``relatives``), then pronouns by salience
(``discourse``). Whoever is not named takes part too: a man without a name, or a "he" that stayed
open, keeps the next "he" from a wrong name.
"""

from collections.abc import Iterable
from itertools import islice

from variorum.read.coreference.discourse import (
    LEASH,
    MARGIN,
    MOST_CANDIDATES,
    REFLEXIVES,
    SEX_OF,
    SHIP_VERBS,
    SUBJECTS,
    THING_VERBS,
    Discourse,
    Somebody,
    clause_of,
    governor,
    role_weight,
)
from variorum.read.coreference.events import (
    PERHAPS,
    Event,
    events_of,
    means_a_thing,
    means_anybody,
    same_clause,
    set_off,
)
from variorum.read.coreference.gender import FEMALE, ending_gender, kin_gender, leaning, sexes_of
from variorum.read.coreference.labels import speaker_labels
from variorum.read.coreference.nominals import (
    GENERIC,
    determined,
    person_noun,
    restricted,
    role_words,
    roles_of,
    telling,
)
from variorum.read.coreference.people import people_of
from variorum.read.coreference.quoted import quoted_regions, region_at
from variorum.read.coreference.relatives import (
    SUCCESSIONS,
    kinship_after,
    related_sexes,
    successions,
    told_relations,
)
from variorum.read.kinship.relations import RelationSpan
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan, ReferenceSpan
from variorum.read.words import KINSHIP

SURE_MARGIN = 2.5
"""The margin for a man or a woman of whom only that is said: "this man"."""

_SEVERAL = frozenset(("son", "daughter", "brother", "sister", "child"))
"""Relatives of whom one can have several."""

MOST_EVENTS = 400
"""Names, pronouns and nouns of one sentence that are followed; one with more is a list."""


def meant(
    parses: list[Parse], names: list[NameSpan], relations: Iterable[RelationSpan] = ()
) -> list[ReferenceSpan]:
    """The pronouns and descriptions that stand for names, in order of the text.

    Where several names fit alike, ``name`` is -1 and ``candidates`` lists two to four; where nobody
    named fits, or somebody unnamed fits as well, there is no row. ``relations`` are the kinships the
    account states. Linear in the account's length.
    """
    reader = _Reader(parses, names, relations)
    at = 0
    for number, parse in enumerate(parses):
        begun = at
        while at < len(names) and names[at].paragraph == number:
            at += 1
        events = events_of(parse, names, range(begun, at))
        place = 0
        reader.speaker = None
        for first, end in parse.sentences:
            reader.discourse.following()
            begun_at = place
            while place < len(events) and events[place][0] < end:
                place += 1
            few = events[begun_at : min(place, begun_at + MOST_EVENTS)]
            reader.sentence(number, parse, first, end, few)
    return reader.found


class _Reader:
    """Reads one account from its beginning; knows whom it has met so far."""

    __slots__ = (
        "at", "before", "discourse", "found", "here", "labels", "named", "names", "opened", "person",
        "regions", "relatives", "roles", "sexes", "ships", "speaker", "told", "unnamed",
    )  # fmt: skip

    def __init__(
        self, parses: list[Parse], names: list[NameSpan], relations: Iterable[RelationSpan]
    ) -> None:
        self.names = names
        self.person = people_of(names)
        relations = list(relations)
        self.sexes = {**related_sexes(self.person, relations), **sexes_of(names, self.person)}
        self.roles = roles_of(parses, names, self.person)
        self.told = told_relations(names, self.person, self.sexes, relations)
        self.regions = quoted_regions(parses)
        self.labels = speaker_labels(parses, names)
        self.speaker: Somebody | None = None
        self.opened: tuple[int, str, Somebody] | None = None
        self.discourse = Discourse()
        self.named: dict[int, Somebody] = {}
        self.ships: dict[str, Somebody] = {}
        self.unnamed: dict[str, Somebody] = {}
        self.relatives: dict[tuple[int, str], Somebody] = {}
        self.at: dict[int, Somebody] = {}
        self.here: dict[int, Somebody] = {}
        self.before: dict[int, Somebody] = {}
        self.found: list[ReferenceSpan] = []

    def sentence(
        self, number: int, parse: Parse, first: int, end: int, events: list[Event]
    ) -> None:
        """Tie what one sentence holds; ``at`` then says who stands on which of its tokens."""
        self.at, self.before, self.here = {}, self.here, {}
        regions = self.regions[number]
        for token, what, name in events:
            quoted = bool(regions) and region_at(regions, token) >= 0
            if what == "name":
                self._name(parse, name, quoted)
            elif what == "pronoun":
                self._pronoun(number, parse, token, first, quoted)
            elif what == "own":
                self._own(number, parse, token, first)
            elif what == "it":
                self._it(number, parse, token, quoted)
            elif what == PERHAPS:
                who = Somebody(-1, -1, "", noun=parse.words[token])
                known = self.unnamed.setdefault(who.noun, who)
                self._seen(parse, token, known, quoted)
            elif what in ("former", "latter"):
                self._listed(number, parse, token, what)
            elif what == "age":
                self._aged(number, parse, token)
            else:
                self._noun(number, parse, token, first, what, quoted)
        if len(self.at) > 1:
            people = {token: who.person for token, who in self.at.items() if who.person >= 0}
            self.told.update(successions(parse, first, end, people))

    def _name(self, parse: Parse, number: int, quoted: bool) -> None:
        name, last = self.names[number], self.names[number].end - 1
        if name.kind == "ship":
            who = self.ships.setdefault(name.form.casefold(), Somebody(-1, number, "", ship=True))
        else:
            person = self.person[number]
            known = self.named.get(person)
            who = known or Somebody(person, number, self.sexes.get(person, ""))
            who.leaning = who.leaning or leaning(name)
            self.named[person] = who
            if len(name.form) > len(self.names[who.name].form):
                who.name = number  # the fullest mention stands for the person
            if self.labels.get(name.paragraph) == number:
                self.speaker = who  # who says "I" in this paragraph is nobody's "he"
                return
            self.here.setdefault(person, who)
            if not who.sex and parse.deps[last] == "appos":  # "he had a son, Fedor"
                head = parse.heads[last]
                if parse.lemmas[parse.heads[head]] == "have":
                    who.sex = kin_gender(KINSHIP.get(parse.lemmas[head], ""))
        who.nominative = parse.language == "ru" and _nominative(parse, name)
        self._seen(parse, last, who, quoted)
        who.shown = self.discourse.sentence
        self.at[last] = who

    def _seen(self, parse: Parse, token: int, who: Somebody, quoted: bool) -> None:
        self.discourse.touch(who, role_weight(parse, token, who.nominative), quoted)
        verb = governor(parse, token)
        if verb >= 0:
            place = (self.discourse.sentence, verb)
            who.verbs.add(place)
            if parse.deps[token] in SUBJECTS:
                who.subject_of = place

    def _pronoun(self, number: int, parse: Parse, token: int, low: int, quoted: bool) -> None:
        word = parse.words[token].lower()
        if means_anybody(parse, token):
            return
        sex = SEX_OF[word]
        verb = governor(parse, token)
        place = (self.discourse.sentence, verb)
        apart: list[Somebody] = []
        if parse.language == "ru":
            if word not in ("он", "она"):
                apart = [
                    who
                    for other, who in self.at.items()
                    if who.nominative and same_clause(parse, other, token)
                ]
            # a grammatical gender is no person's: "она" is a company as soon as a woman
            apart += [who for who in self.discourse.active if not who.sex and sex == FEMALE]
            if word in ("его", "её", "ее") and means_a_thing(parse, token, low, sex):
                return
        elif verb >= 0 and word not in REFLEXIVES and parse.deps[token] != "poss":
            apart = [who for who in self.discourse.active if place in who.verbs]
            if word not in ("he", "she"):
                apart += self._subjects_above(parse, token)
        if self.speaker is not None:
            apart = [*apart, self.speaker]
        sails = verb >= 0 and parse.lemmas[verb] in SHIP_VERBS
        ranked = self.discourse.ranked(sex, quoted, apart, sails)
        if sails and parse.deps[token] == "nsubjpass" and parse.lemmas[verb] in THING_VERBS:
            ranked = [pair for pair in ranked if pair[1].ship]
        if word in REFLEXIVES:
            ranked = [pair for pair in ranked if place == pair[1].subject_of][:1]
        if quoted:  # whoever is spoken of may have been named outside
            ranked = [pair for pair in ranked if len(ranked) == 1 and self._just_named(pair[1])]
        who = self._relatives_owner(parse, token, low) or self._clear(ranked, MARGIN)
        if who is not None and who.name >= 0 and self.discourse.sentence - who.shown > LEASH:
            who = Somebody(-1, -1, sex)
        elif who is None:
            close = [w for weight, w in ranked if weight * MARGIN > ranked[0][0]]
            who = Somebody(-1, -1, sex, candidates=_alternatives(close))
        elif not who.sex and not who.ship:
            who.sex = sex  # a pronoun once bound says whether it is a man or a woman
        who.nominative = word in ("он", "она")
        self._tie(number, parse, token, token + 1, "pronoun", who)
        self._seen(parse, token, who, quoted)
        self.at[token] = who
        if token == low and who.name >= 0 and kinship_after(parse, token):
            self.opened = (self.discourse.sentence, kinship_after(parse, token), who)

    def _relatives_owner(self, parse: Parse, token: int, low: int) -> Somebody | None:
        """Whose relatives "his" begins to tell where the sentence before began so too ("His son Nikolai
        drowned. His daughters moved"), or in "the son of Foma, a baker, and his wife"."""
        relation = kinship_after(parse, token)
        if not relation:
            return None
        sex = SEX_OF[parse.words[token].lower()]
        if token == low and self.opened is not None:
            sentence, before, who = self.opened
            several = relation != before or relation in _SEVERAL
            if sentence == self.discourse.sentence - 1 and several and who.sex == sex:
                return who
        noun = parse.heads[token]
        head = parse.heads[noun]
        if parse.deps[token] == "poss" and parse.deps[noun] == "conj":
            for other, who in self.at.items():
                of = parse.heads[other]
                told = parse.lemmas[head] in KINSHIP and parse.heads[of] == head
                if told and parse.deps[other] == "pobj" and who.sex in ("", sex):
                    return who
        return None

    def _just_named(self, who: Somebody) -> bool:
        return self.discourse.sentence - who.shown <= 1

    def _subjects_above(self, parse: Parse, token: int) -> list[Somebody]:
        """Who is subject of the clause an objective pronoun stands in: "she heard her say" is two."""
        verb = clause_of(parse, token)
        if verb >= 0 and parse.deps[token] == "nsubj":
            verb = clause_of(parse, verb)
        place = (self.discourse.sentence, verb)
        return [who for who in self.discourse.active if place == who.subject_of]

    def _clear(self, ranked: list[tuple[float, Somebody]], margin: float) -> Somebody | None:
        if not ranked or (len(ranked) > 1 and ranked[0][0] < margin * ranked[1][0]):
            return None
        return ranked[0][1]

    def _tie(
        self, number: int, parse: Parse, first: int, end: int, kind: str, who: Somebody
    ) -> None:
        if who.name >= 0 or who.candidates:
            start, stop = parse.starts[first], parse.ends[end - 1]
            candidates = who.candidates if who.name < 0 else ()
            self.found.append(
                ReferenceSpan(number, first, end, start, stop, kind, who.name, candidates)
            )

    def _own(self, number: int, parse: Parse, token: int, first: int) -> None:
        """ "свой" is of the one who is the subject of its clause."""
        subjects = {
            id(who): who
            for other, who in self.at.items()
            if who.nominative and first <= other < token and same_clause(parse, other, token)
        }
        if len(subjects) == 1:
            self._tie(number, parse, token, token + 1, "pronoun", next(iter(subjects.values())))

    def _it(self, number: int, parse: Parse, token: int, quoted: bool) -> None:
        """ "It" is a ship where one alone has been named lately and the verb is one of ships."""
        verb = governor(parse, token)
        if quoted or verb < 0 or parse.lemmas[verb] not in SHIP_VERBS:
            return
        ships = [who for who in self.discourse.active if who.ship]
        if len(ships) == 1 and parse.deps[token] in SUBJECTS:
            self._tie(number, parse, token, token + 1, "pronoun", ships[0])
            self._seen(parse, token, ships[0], quoted)

    def _listed(self, number: int, parse: Parse, token: int, which: str) -> None:
        """ "The former" and "the latter" of just two people named here or in the sentence before."""
        two = list((self.here if len(self.here) > 1 else {**self.before, **self.here}).values())
        if len(two) == 2:
            who = two[which == "latter"]
            self._tie(number, parse, token - 1, token + 1, "description", who)
            self._seen(parse, token, who, False)
            self.at[token] = who

    def _aged(self, number: int, parse: Parse, token: int) -> None:
        """ "The 34-year-old" is the one person whose age was said to be 34."""
        called = [p for p in self.roles.get(parse.words[token - 4], ()) if p in self.named]
        if len(called) == 1:
            who = self.named[called[0]]
            self._tie(number, parse, token - 5, token + 1, "description", who)
            self._seen(parse, token, who, False)
            self.at[token] = who

    def _noun(
        self, number: int, parse: Parse, token: int, low: int, what: str, quoted: bool
    ) -> None:
        lemma = what
        first, how = determined(parse, token, low)
        sex = person_noun(lemma).replace("?", "")
        if parse.language == "ru":
            # there is no article; an apposition or an oblique case is mostly something general
            plain = parse.words[token].lower() == lemma and not set_off(parse, first, token)
            how = how or ("the" if plain or _whose(parse, token) else "")
            sex = sex or ending_gender(lemma)
        who: Somebody | None = None
        relation = KINSHIP.get(lemma, "") or SUCCESSIONS.get(lemma, "")
        if how in ("his", "'s") and relation:
            owner = self.at.get(first if how == "his" else first - 1)
            if owner is not None:
                who = self._relative(owner, relation, sex)
                if how == "'s":
                    first = self.names[owner.name].first if owner.name >= 0 else first
                    first = first if low <= first < token else token
        elif how in ("the", "this"):
            who = self._described(lemma, sex, parse, first, token, how, quoted)
        if who is None:
            who = self.unnamed[lemma] = Somebody(-1, -1, sex, noun=lemma)
        self._tie(number, parse, first, token + 1, "description", who)
        who.nominative = parse.language == "ru" and parse.words[token].lower() == lemma
        self._seen(parse, token, who, quoted)
        self.at[token] = who

    def _relative(self, owner: Somebody, relation: str, sex: str) -> Somebody:
        other = self.told.get((owner.person, relation), -1) if owner.person >= 0 else -1
        if other >= 0 and other in self.named:
            return self.named[other]
        key = (id(owner), relation)
        if key not in self.relatives:
            self.relatives[key] = Somebody(-1, -1, sex, noun=relation, of=owner)
        return self.relatives[key]

    def _described(
        self, lemma: str, sex: str, parse: Parse, first: int, token: int, how: str, quoted: bool
    ) -> Somebody | None:
        """Whom "the captain" means: the one who was called so; of several, nobody alone."""
        if restricted(parse, token):
            return None
        role = role_words(parse, first, token) if telling(lemma) else ""
        called = [p for p in self.roles.get(role, ()) if p in self.named]
        if quoted:  # who speaks may mean a captain of whom the account does not tell
            called = [p for p in called if self.named[p] in self.discourse.active]
        called = [p for p in called if not sex or self.named[p].sex in ("", sex)]
        known = self.unnamed.get(lemma)
        recent = known in self.discourse.active
        if known is not None and (recent or (not called and how != "this")):
            return known
        if len(called) == 1:
            return self.named[called[0]]
        if called:
            names = tuple(sorted(self.named[p].name for p in islice(called, MOST_CANDIDATES + 1)))
            fits = names if len(names) <= MOST_CANDIDATES else ()
            return Somebody(-1, -1, sex, candidates=fits, noun=lemma)
        if lemma in GENERIC:
            ranked = self.discourse.ranked(sex, quoted)
            if how == "this" or len(ranked) == 1:
                who = self._clear(ranked, SURE_MARGIN)
                if who is not None and who.sex == sex and who.name >= 0:
                    return who
        return None


def _whose(parse: Parse, token: int) -> bool:
    """Whether a Russian noun says whose relative somebody is: "дочь капитана Анна"."""
    before = token - 1 - (token > 1 and parse.tags[token - 1] == "ADJ")
    return before >= 0 and parse.lemmas[before] in KINSHIP


def _alternatives(close: list[Somebody]) -> tuple[int, ...]:
    """The names that fit alike, where nobody unnamed does."""
    numbers = tuple(sorted(who.name for who in close if who.name >= 0))
    return numbers if len(numbers) == len(close) and 2 <= len(close) <= MOST_CANDIDATES else ()


def _nominative(parse: Parse, name: NameSpan) -> bool:
    return parse.text[name.start - parse.start : name.stop - parse.start] == name.form
