"""Which classes and ids a page's own style sheet keeps from being shown."""

import re

MAX_STYLE = 1_000_000
"""Characters of style sheet that are looked at."""

_EDGE = re.compile(r"[{}]")
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]{0,9})?([.#][\w-]{1,60})", re.I)
_UNSEEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:[;!]|$))",
    re.I,
)


def unseen(sheet: str) -> frozenset[str]:
    """The simple selectors (``.name``, ``#name``) that a style sheet hides everywhere.

    Rules for one medium or state only ("@media print", ":hover") do not count, nor do selectors that
    need their surroundings.
    """
    first, *rest = sheet[:MAX_STYLE].split("/*")
    sheet = " ".join([first, *(part.partition("*/")[2] for part in rest)])
    found: set[str] = set()
    depth = position = 0
    selector = ""
    for edge in _EDGE.finditer(sheet):
        if edge[0] == "{":
            depth += 1
            if depth == 1:
                selector = sheet[position : edge.start()].rpartition(";")[2].strip()
        else:
            if depth == 1 and not selector.startswith("@"):
                body = sheet[position : edge.start()]
                if _UNSEEN.search(body):
                    names = (_SIMPLE.fullmatch(name.strip()) for name in selector.split(","))
                    found.update(name[1] for name in names if name)
            depth = max(0, depth - 1)
        position = edge.end()
    return frozenset(found)
