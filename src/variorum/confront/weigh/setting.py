"""The one setting, for dossiers and benchmarks alike, chosen on simulated dossiers only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """What is taken for granted before anything is seen.

    ``falsehoods``: how many wrong answers an erring teller chooses among. ``popular``: after how many
    who err alike an error is held to be a common one. ``common``: the same when two are asked whether
    they share an error because one copies the other. ``right``, ``vague``, ``wrong``: what is expected
    of a teller without a record, as answers seen. ``topical``: the answers of one kind that weigh as
    much as the record in all others. ``copied``: the share of answers that a copier takes over.
    ``copier``: the share of pairs of tellers that are dependent. ``silent``: the share of questions in
    which a copier speaks or is silent as his source does; ``silence``: what that may speak for or
    against copying in all, as odds, at most. ``likeness``: how much oftener an error is like the truth
    than not. ``temper``: by what the log odds of one voice are multiplied before they are told;
    ``together``: how far voices that copy nobody are still correlated; ``astray``: the share of
    questions in which all that is known misleads for a reason in common. ``rounds``: of estimating
    truth, records and copies in turn.
    """

    falsehoods: float = 10.0
    popular: float = 30.0
    common: float = 3.0
    right: float = 4.0
    vague: float = 0.5
    wrong: float = 1.5
    topical: float = 6.0
    copied: float = 0.95
    copier: float = 0.05
    silent: float = 0.5
    silence: float = 30.0
    likeness: float = 4.0
    temper: float = 0.8
    together: float = 0.1
    astray: float = 0.1
    rounds: int = 12


FIXED = Setting()


def tempering(voices: float, setting: Setting = FIXED) -> float:
    """By what the log odds of a question on which so many independent ``voices`` speak are multiplied:
    of correlated voices each further one adds less (Kish 1965, design effect)."""
    return setting.temper / (1 + setting.together * max(0.0, voices - 1))
