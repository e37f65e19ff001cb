"""The lexicon of voices: which words introduce what somebody says or thinks, and how surely.

``cues.tsv`` holds a word's base form, its part of speech, a frame (see ``frames``) and the share of its
uses in that frame that introduce somebody's words or thoughts; counted by ``benchmarks/voices.py fit``
on the training part of PolNeAR (Newell, Margolin and Ruths 2018), our own compilation. Words that are
deeds as soon as words ("attack", "defend", "offer") are left out of it by hand.
"""

from functools import cache
from importlib.resources import files

from variorum.read.words import BELIEF_VERBS, SPEECH_VERBS, listed

SUREST = 0.5
"""Smallest share that counts; tuned on PolNeAR's training part."""

UNCOUNTED = 0.9
"""What a verb of speech counts that the training part hardly has (depose, recollect)."""

TOLD_VERBS = listed(
    "depose recollect recount narrate attest avow aver affirm testify swear confess confide divulge "
    "reminisce retell opine protest reiterate joke quip record register saith sayeth deposeth dispute "
    "contradict refute"
)
"""Verbs of speech in memoirs and depositions that news has too seldom to be counted."""

THINKING = listed(
    """believe think suspect guess reckon worry fear hope wish expect want intend plan feel doubt
    assume imagine consider regard view like love hate prefer dislike wonder know understand
    anticipate decide aim desire mean seek see remember forget regret care enjoy favor figure
    foresee contemplate sense lament welcome surmise conclude realize hear learn relish
    determine concerned confident hopeful optimistic skeptical worried angry aware convinced afraid
    certain sure glad happy interested nervous proud surprised upset unaware unhappy wary willing
    adamant eager belief hope fear doubt plan desire concern confidence view opinion thought idea
    expectation intention anger worry faith interest inclination unwillingness reluctance mind
    считать полагать думать надеяться бояться верить подозревать хотеть собираться мнение"""
)
"""What says what is in somebody's mind, and not that they said so."""

WILLING = listed(
    """want hope wish intend plan aim desire seek like love hate prefer mean expect decide refuse
    decline agree threaten vow promise pledge offer care enjoy welcome lament regret favor
    happy glad eager willing interested proud angry worried concerned nervous upset
    хотеть собираться надеяться обещать"""
)
"""What tells of an intention or a feeling: with an infinitive or a name it states no fact."""

DIRECT = SPEECH_VERBS | TOLD_VERBS
"""Verbs that stand beside a quotation."""

LOOSE = listed(
    """call begin read run go interrupt snap growl sigh groan laugh sing pray command order beg plead
    urge wail sob hiss roar bellow scream yell gasp mumble reason muse chuckle drawl stammer falter
    sneer gurgle croak grumble whine moan pursue proceed rejoin put return break venture volunteer
    point quote chant cheer echo conclude joke thunder interpose ejaculate
    начать добавить звать позвать считать полагать думать"""
)
"""Verbs that lead or follow speech only where a comma or a colon divides them from it."""

NOUN_CUES = listed(
    """statement testimony deposition words letter telegram message note report remark question answer
    reply speech account claim confession declaration affidavit memoir diary entry article interview
    post comment order motto cry shout whisper verdict finding"""
)
"""Nouns whose owner speaks in the quotation after them: "Weiss's statement that “…”"."""

CLAUSE_VERBS = SPEECH_VERBS | BELIEF_VERBS | TOLD_VERBS


@cache
def weights() -> dict[tuple[str, str], dict[str, float]]:
    """The share by frame for every word and its part of speech."""
    table: dict[tuple[str, str], dict[str, float]] = {}
    lines = files(__package__).joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        lemma, part, frame, share = line.split("\t")
        table.setdefault((lemma, part), {})[frame] = float(share)
    for verb in CLAUSE_VERBS:
        table.setdefault((verb, "verb"), {}).setdefault("clause", UNCOUNTED)
    table["deny", "verb"].setdefault("to", UNCOUNTED)  # "denied having been there"
    return table
