"""What a printer sets round a text: page numbers and running heads."""

import re

LONGEST = 80
"""Characters of a line that may be a running head or a page number."""
_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,7})"
_PAGE = re.compile(rf"[-–—\s]*(?:p\.|page|стр\.|с\.|S\.)?\s*{_NUMBER}[-–—\s]*")
_HEAD = re.compile(rf"{_NUMBER}\s(?P<after>.+)|(?P<before>.+)\s{_NUMBER}")
LETTERS = 3


def is_running_head(text: str, position: int) -> bool:
    """Whether the line of a text round a position is a page number, alone or beside a title in
    capitals."""
    start = text.rfind("\n", max(0, position - LONGEST), position) + 1
    if start == 0 and (position > LONGEST or "\n" not in text):
        return False
    end = text.find("\n", position, position + LONGEST)
    if end < 0 and len(text) > position + LONGEST:
        return False
    line = text[start : end if end >= 0 else len(text)].strip()
    if not line or len(line) > LONGEST:
        return False
    if _PAGE.fullmatch(line):
        return True
    found = _HEAD.fullmatch(line)
    title = (found["after"] or found["before"]) if found else ""
    return title.upper() == title and sum(map(str.isalpha, title)) >= LETTERS
