"""Kinds: whether an account is an article, an interview, a memoir, a letter, a testimony, a "
"post."""

import re
from collections.abc import Sequence

from variorum.gather.divide import cues
from variorum.gather.divide.heads import Head
from variorum.gather.divide.nesting import INTERVIEW_SHARE, asked_throughout, interview_share
from variorum.gather.divide.roles import BODY, BOILERPLATE, BYLINE, CAPTION, COMMENT, Reading
from variorum.gather.divide.style import first_person, first_singular

MEMOIR_RATE = 0.035
"""Share of first-person pronouns among the running words from which on the author tells what he
lived through (letters and diaries of the bench folder lie at .04 to .10, news below .02)."""
SINGULAR_RATE = 0.02
"""Share of "I", "me", "my" from which on one person tells of himself: an editor's "we" is none."""
HEAD_LINES = 6
"""Lines at the beginning that may say what a text is."""
LEAST_WORDS = 50
"""Words: of less text the narrator cannot be told."""

_POST = re.compile(
    r"\b(?:posted by|posted on|joined:|posts:|сообщение|написал)(?!\w)|^(?:re|ответ):\s|#\d+\b",
    re.IGNORECASE,
)
_TESTIMONY = re.compile(
    r"\b(?:testimony|deposition|witness statement|affidavit|statement of|evidence of|evidence given"
    r"|sworn|interrogation"
    r"|protocol of|log|logbook|log-book|вахтенный журнал"
    r"|показания|протокол допроса|протокол|объяснительная|свидетельство)\b",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"\b(?:interview|интервью|беседа с|in conversation|q ?& ?a)\b", re.IGNORECASE
)
_MEMOIR = re.compile(
    r"\b(?:memoirs?|recollections?|reminiscences|diary|journal of|воспоминания|мемуары|дневник)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]{0,2000}”|«[^»]{0,2000}»|\"[^\"]{0,2000}\"")
_WORD = re.compile(r"[^\W\d_]+")


def kind_of(readings: Sequence[Reading], start: int, stop: int, head: Head) -> tuple[str, str]:
    """The kind of the account of blocks ``[start, stop)`` and the reason, in plain words."""
    body = [readings[i].block.text for i in range(start, stop) if readings[i].role == BODY]
    if not body:
        return _kind_without_text(readings, start, stop)
    lines = range(start, min(stop, start + HEAD_LINES))
    heads = [readings[i].block.text for i in lines]
    short = [text for text in heads if len(text) < 120]
    signed = [
        b for i in lines if (b := readings[i].byline) is not None and readings[i].role == BYLINE
    ]
    if interview_share(readings, start, stop) >= INTERVIEW_SHARE:
        return "interview", "questions and answers throughout"
    if any("interview" in byline.kinds for byline in signed):
        return "interview", "its byline names who speaks with whom"
    if any(_INTERVIEW.search(text) for text in (head.title, *short)):
        return "interview", "called an interview in its head"
    if asked_throughout(readings, start, stop):
        return "interview", "questions between the paragraphs"
    if any(cues.opens_letter(text) for text in heads):
        return "letter", "opens with a salutation"
    if any(_TESTIMONY.search(text) for text in (head.title, *short)):
        return "testimony", "called a statement or a log in its head"
    if any(_POST.search(line) for line in short):
        return "post", "headed like a post in a forum"
    own = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", "\n".join(body)))]
    rate, alone = (count / max(1, len(own)) for count in (first_person(own), first_singular(own)))
    if any(_MEMOIR.search(text) for text in (head.title, *short)):
        return "memoir", "called a memoir or diary in its head"
    if len(own) >= LEAST_WORDS and rate >= MEMOIR_RATE and alone >= SINGULAR_RATE:
        return "memoir", "told in the first person"
    return "article", "told by an author about others"


def _kind_without_text(readings: Sequence[Reading], start: int, stop: int) -> tuple[str, str]:
    roles = {readings[i].role for i in range(start, stop)}
    if roles <= {CAPTION}:
        return "caption", "nothing but captions"
    if roles <= {COMMENT, BYLINE}:
        return "comment", "nothing but comments"
    if roles <= {BOILERPLATE, CAPTION, COMMENT}:
        return "boilerplate", "nothing but page machinery"
    return "article", "a short text without running paragraphs"
