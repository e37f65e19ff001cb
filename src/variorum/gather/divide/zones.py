"""Zones: what stands between two running texts, and how the second one opens, as evidence by name."""

import re
from collections.abc import Sequence
from itertools import islice

from variorum.gather.divide import cues
from variorum.gather.divide.bylines import SURE
from variorum.gather.divide.roles import (
    BOILERPLATE,
    BYLINE,
    CAPTION,
    COMMENT,
    NOTE,
    RULE,
    SECTION,
    TITLE,
    Reading,
)
from variorum.gather.divide.style import word_set

LIKELY_TITLE = 0.9
"""How much a line must look like a title: the questions of an interview are bold as well."""


def _is_whole_head(zone: Sequence[Reading], together: frozenset[str] | set[str]) -> bool:
    """Whether a title stands above lines that name who wrote or printed the text, and its full date."""
    titled = [i for i, r in enumerate(zone) if r.role == TITLE and r.title >= LIKELY_TITLE]
    signed = [i for i, r in enumerate(zone) if r.byline is not None and r.role == BYLINE]
    named = together & {"person", "author", "publisher", "cued publisher"}
    return bool(titled and signed and titled[0] < signed[-1] and named and "date" in together)


def zone_evidence(
    readings: Sequence[Reading], left: int, right: int, common_gap: int
) -> dict[str, float]:
    """Evidence in the blocks between the running blocks ``left`` and ``right``; ``common_gap`` is the
    number of blank lines that usually stands between two blocks."""
    zone = readings[left + 1 : right]
    edge = readings[left + 1 : right + 1]
    bylines = [r.byline for r in zone if r.byline is not None]
    notes = [i for i, r in enumerate(zone) if r.role == NOTE]
    heads = [i for i, r in enumerate(zone) if r.role in (TITLE, BYLINE)]
    sure = max((b.score for b in bylines if b.score >= SURE), default=0.0)
    scores = sum(b.score for b in bylines)
    several = len({kind for b in bylines for kind in b.kinds} - {"unknown", "yearless"}) > 1
    signed = sure or (scores >= SURE and several)
    dated = [b for b in bylines if b.kinds <= {"date", "yearless", "unknown"}]
    others = [b for b in bylines if b not in dated]
    roles = {r.role for r in zone}
    opened = frozenset().union(*(r.block.opens for r in edge))
    widest = max(r.block.gap for r in edge)
    titles = [r.title for r in zone if r.role in (TITLE, BYLINE)]
    if not titles and len(zone) == 0 and readings[right].title >= 0.3:
        titles = [readings[right].title * 0.5]
    together = {kind for b in bylines for kind in b.kinds}
    return {
        "byline": min(1.0, scores / 3) if signed else 0.0,
        "possible byline": min(1.0, scores / 2) if others and not signed else 0.0,
        "outright byline": 1.0 if any(b.cued for b in bylines) else 0.0,
        "outright byline with a date": 1.0
        if any(b.cued for b in bylines) and "date" in together
        else 0.0,
        "person and date": 1.0 if "date" in together and together & {"person", "author"} else 0.0,
        "publisher and date": 1.0
        if "date" in together and together & {"publisher", "cued publisher", "url"}
        else 0.0,
        "whole head": 1.0 if _is_whole_head(zone, together) else 0.0,
        "only a date": 1.0 if dated and not others else 0.0,
        "title": max(titles, default=0.0),
        "several titles": 1.0 if sum(r.role == TITLE for r in zone) > 1 else 0.0,
        "first-level heading": 1.0 if opened & {"heading1", "title"} else 0.0,
        "second-level heading": 1.0 if "heading2" in opened else 0.0,
        "article in the markup": 1.0 if "article" in opened else 0.0,
        "section heading": 1.0 if SECTION in roles and not roles & {TITLE, BYLINE} else 0.0,
        "boilerplate": 1.0 if BOILERPLATE in roles else 0.0,
        "comments": 1.0 if COMMENT in roles else 0.0,
        "caption": 1.0 if CAPTION in roles else 0.0,
        "note": 1.0 if notes and not any(i > notes[-1] for i in heads) else 0.0,
        "closing note before a head": 1.0 if notes and heads and heads[-1] > notes[-1] else 0.0,
        "comment form": 1.0 if any(cues.is_comment_form(r.block.text) for r in zone) else 0.0,
        "rule": 1.0 if RULE in roles else 0.0,
        "wide gap": 1.0 if widest > common_gap else 0.0,
        "very wide gap": 1.0 if widest > common_gap + 1 and widest > 2 else 0.0,
        "run together": 1.0 if any(r.block.gap == 0 for r in edge) else 0.0,
        "sign-off": 1.0 if any(cues.is_sign_off(r.block.text) for r in zone) else 0.0,
        "something between": 1.0 if zone else 0.0,
        "head of a post": 1.0 if _heads_post(readings, zone) else 0.0,
    }


_POST_HEAD = re.compile(
    r"(?:posted|submitted)\sby\s\S.{0,60}\b[12]\d{3}\b"
    r"|(?:написал(?:\(а\)|а)?|отправлено|опубликовано|сообщение\sот)\s(?:пользователем\s)?\S.{0,60}\b[12]\d{3}\b"
    r"|by\s\S{2,30}\s[»|·]\s.{0,30}\b[12]\d{3}\b|#\d{1,4}\s[»|·]\s.{2,60}\b[12]\d{3}\b",
    re.IGNORECASE,
)
"""The line over a post in a forum: "Posted by sapper62 on 22 Nov 2007, 23:08". Its weight was set so
that it outweighs one matter and the same names, as composites at random hold no such pair."""

MOST_POSTS = 3
"""Such lines in one source beyond which they head the comments of a thread, not texts of their own."""


def _heads_post(readings: Sequence[Reading], zone: Sequence[Reading]) -> bool:
    if not any(_POST_HEAD.match(r.block.text) for r in zone):
        return False
    heads = (r for r in readings if _POST_HEAD.match(r.block.text))
    return len(list(islice(heads, MOST_POSTS + 1))) <= MOST_POSTS


_CONTINUING = word_set(
    "he she it they his her their this that these those but and so yet then however also "
    "meanwhile still instead another such both neither nor or because “but “and он она они "
    "его её ее их это этот эта эти но и а однако поэтому также тогда затем при тем кроме он, "
    "er sie und aber il elle mais et pero y él ella"
)


def opening_evidence(left: str, right: str) -> dict[str, float]:
    """Evidence in the end of one running block and the beginning of the next."""
    first = right[:40].split()
    word = first[0].lower().strip("“”\"«»„'‘’.,:;") if first else ""
    return {
        "opens in the middle": 1.0 if word in _CONTINUING or right[0].islower() else 0.0,
        "opens with speech": 1.0 if right[0] in "“\"«„'‘`—–" else 0.0,
        "opens a dispatch": 1.0 if cues.opens_dispatch(right) else 0.0,
        "left unfinished": 1.0 if left[-1].isalnum() or left[-1] in ",;:" else 0.0,
    }
