"""Interest: who gains, only where the text says so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.confront.evidence import Evidence

_GAIN = re.compile(
    r"stood to (?:gain|profit|benefit|inherit)|had an interest in"
    r"|had (?:every|good|his own|her own|their own) reasons? to"
    r"|to clear (?:his|her|their|my|our) names?|to excuse (?:him|her|them)sel(?:f|ves)"
    r"|to save (?:his|her|their) (?:own )?(?:face|skin|neck|honou?r)"
    r"|was (?:well )?paid (?:to say|for (?:his|her) (?:testimony|story|account))"
    r"|was (?:in the pay|on the payroll) of|had (?:his|her) own account to settle"
    r"|чтобы оправдать(?:ся| себя)|был[аи]? заинтересован|имел[аи]? (?:свой )?интерес"
    r"|ради выгоды|выгораживал|чтобы выгородить|был[аи]? выгодно",
    re.IGNORECASE,
)
LONGEST_QUOTE = 120
"""Characters of the words that show an interest that are quoted in a reason."""


@dataclass(frozen=True, slots=True)
class Interests:
    """By entity, the words that say it has something to gain."""

    words: Mapping[str, str]

    @classmethod
    def of(cls, evidence: Evidence) -> "Interests":
        """Sentences that speak of a gain and name exactly one person: who that is, has an interest."""
        people = {
            m.entity for m in evidence.mentions if m.type == "person" and m.entity.startswith("e_")
        }
        found: dict[str, str] = {}
        for sentence in sorted(evidence.sentences, key=lambda s: s.passage):
            shown = _GAIN.search(sentence.passage.quote)
            named = set(sentence.mentions) & people if shown else set()
            if shown and len(named) == 1:
                quote = " ".join(sentence.passage.quote.split())
                found.setdefault(named.pop(), f"“{quote[:LONGEST_QUOTE]}”")
        return cls(found)

    def of_teller(self, entity: str) -> str:
        return self.words.get(entity, "")
