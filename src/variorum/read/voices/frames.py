"""Frames: what a word that may introduce somebody's speech governs, by the syntax.

A frame is one word: ``clause`` (said *that it burned*), ``to`` (claims *to have seen*), ``object``
(denied *the theft*), ``passive`` (*the theft* was denied) or a preposition (spoke *of the fire*).
"""

from variorum.read.parse import Parse

Frame = tuple[str, int]
"""A frame and the token that heads its argument."""

PARTS = {"VB": "verb", "NN": "noun", "JJ": "adjective"}
"""The parts of speech that introduce speech, by the beginning of their Penn tag."""

_COMPLEMENTS = frozenset(("dobj", "oprd"))


def frames(parse: Parse, below: dict[int, list[int]], token: int) -> list[Frame]:
    """The frames of a verb, noun or adjective, in order of the text. Linear in its dependents."""
    found: list[Frame] = []
    part = parse.tags[token][:2]
    for child in below.get(token, ()):
        dep = parse.deps[child]
        if dep == "ccomp":
            found.append(("clause", child))
        elif dep == "xcomp":
            found.append(("to", child))
        elif dep in _COMPLEMENTS and part == "VB":
            found.append(("object", child))
        elif dep == "nsubjpass" and part == "VB":
            found.append(("passive", child))
        elif dep == "acl" and part == "NN":
            inner = {parse.words[t].lower() for t in below.get(child, ())}
            if "that" in inner:
                found.append(("clause", child))
            elif parse.tags[child] == "VB" and "to" in inner:
                found.append(("to", child))
        elif dep == "prep" and parse.words[child].lower() != "by":
            word = parse.words[child].lower()
            found += [(word, t) for t in below.get(child, ()) if parse.deps[t] in ("pobj", "pcomp")]
    return found
