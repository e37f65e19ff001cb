"""What others ask of a reference: which name it stands for, and whether a name fits a pronoun."""

from variorum.read.coreference.gender import FEMALE, MALE, gender_of
from variorum.read.spans import NameSpan, ReferenceSpan


def stands_for(references: list[ReferenceSpan]) -> dict[tuple[int, int], int]:
    """The number of the name that the last word of a reference stands for, by paragraph and token."""
    return {(span.paragraph, span.end - 1): span.name for span in references if span.name >= 0}


def can_be(name: NameSpan, pronoun: str) -> bool:
    """Whether a name fits "he" or "she"; "she" needs a sign that the name is a woman's."""
    sex = gender_of(name)
    return sex != FEMALE if pronoun == "he" else sex != MALE and bool(sex)


def surname(name: NameSpan) -> str:
    """The last word of a name's base form, in lower case."""
    return name.form.rpartition(" ")[2].lower()
