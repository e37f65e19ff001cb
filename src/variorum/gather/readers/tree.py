"""The open elements of a page while it is read: which tags close which, and the path to each."""

from collections import Counter
from dataclasses import dataclass, field

from variorum.gather.readers.signs import Sign

MAX_DEPTH = 256
"""Elements nested deeper stand in the text but not in the paths; browsers stop at 512."""

VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()  # noqa: SIM905
)
FORMATTING = frozenset(
    "a abbr b big cite code em font i ins del kbd label mark q s small span strike strong sub sup "  # noqa: SIM905
    "tt u var time".split()
)
"""Inline elements: closing one never closes a block that stands in it by mistake."""

BLOCK = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend "
    "li listing main menu nav ol optgroup option p plaintext pre search section select summary table "
    "tbody td tfoot th thead tr ul xmp caption".split()
)
"""Elements that begin a new line; all others, unknown ones too, run on in theirs."""

HEAD_PARTS = frozenset(
    ("base", "link", "meta", "noscript", "script", "style", "template", "title", "head", "html")
)

_SCOPE = frozenset(
    ("table", "td", "th", "caption", "html", "template", "button", "object", "marquee", "applet")
)
_TABLE_PARTS = frozenset(
    ("table", "td", "th", "tr", "thead", "tbody", "tfoot", "caption", "html", "body")
)
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "tr": (frozenset(("tr", "td", "th", "caption")), frozenset(("table",))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "tbody": (frozenset(("tr", "td", "th", "thead", "tbody", "caption")), frozenset(("table",))),
    "tfoot": (frozenset(("tr", "td", "th", "thead", "tbody", "caption")), frozenset(("table",))),
    "option": (frozenset(("option",)), frozenset(("select", "datalist", "optgroup"))),
    "optgroup": (frozenset(("option", "optgroup")), frozenset(("select",))),
}
"""An opening tag closes these open elements, looked for no further out than those."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class Element:
    """An open element; ``start`` is where its first character stands in the text, -1 before it."""

    name: str
    parent: "Element | None"
    number: int
    block: bool
    signs: tuple[Sign, ...] = ()
    keeps_space: bool = False
    start: int = -1
    broken: bool = False  # holds a break between blocks
    children: Counter[str] = field(default_factory=Counter)
    _path: str = ""

    def path(self) -> str:
        """The way from the root: ``html/body/div[2]/p[1]``."""
        if not self._path:
            unique = self.name in ("html", "head", "body") and self.number == 1
            own = self.name if unique else f"{self.name}[{self.number}]"
            above = self.parent.path() if self.parent else ""
            self._path = f"{above}/{own}" if above else own
        return self._path


class Stack:
    """The open elements, innermost last. Opening and closing return the elements thereby closed."""

    __slots__ = ("_beyond", "_open", "elements", "root")

    def __init__(self) -> None:
        self.root = Element("", None, 1, True)
        self.elements: list[Element] = []
        self._open: Counter[str] = Counter()
        self._beyond: Counter[str] = Counter()

    @property
    def innermost(self) -> Element:
        """The element that text now stands in."""
        return self.elements[-1] if self.elements else self.root

    def holds(self, *names: str) -> bool:
        """Whether an element of one of these names is open."""
        return any(self._open[name] for name in names)

    def opening(self, name: str, block: bool) -> list[Element]:
        """Close what the opening tag ``name`` closes by itself."""
        closed: list[Element] = []
        if self._open["head"] and name not in HEAD_PARTS:
            closed += self.closing("head")
        if name in _CLOSES:
            inner, limit = _CLOSES[name]
            closed += self._close_to(inner, limit)
        if block and self._open["p"]:
            closed += self._close_to(frozenset(("p",)), _SCOPE)
        if name in _HEADINGS and self.innermost.name in _HEADINGS:
            closed += self._cut(len(self.elements) - 1)
        if name == "a" and self._open["a"]:
            closed += self.closing("a")
        return closed

    def push(self, name: str, block: bool) -> Element | None:
        """Open an element; None beyond ``MAX_DEPTH``."""
        if len(self.elements) >= MAX_DEPTH:
            self._beyond[name] += 1
            return None
        parent = self.innermost
        parent.children[name] += 1
        element = Element(name, parent if parent.name else None, parent.children[name], block)
        element.keeps_space = parent.keeps_space
        self.elements.append(element)
        self._open[name] += 1
        return element

    def closing(self, name: str) -> list[Element]:
        """Close ``name`` and what was left open in it; nothing where no such element can be closed."""
        if self._beyond[name]:
            self._beyond[name] -= 1
            return []
        if not self._open[name]:
            return []
        limit = frozenset(("table", "html")) if name in _TABLE_PARTS else _TABLE_PARTS
        for index in range(len(self.elements) - 1, -1, -1):
            element = self.elements[index]
            if element.name == name:
                crossed = self.elements[index + 1 :]
                if name in FORMATTING and any(inner.block for inner in crossed):
                    self._open[name] -= 1
                    return [self.elements.pop(index)]
                return self._cut(index)
            if element.name in limit:
                break
        return []

    def close_all(self) -> list[Element]:
        """Close everything: the file ends, or another page begins in it."""
        self._beyond.clear()
        return self._cut(0)

    def _close_to(self, inner: frozenset[str], limit: frozenset[str]) -> list[Element]:
        """Close the outermost of ``inner`` that stands inside the nearest of ``limit``."""
        if not any(self._open[name] for name in inner):
            return []
        cut = len(self.elements)
        for index in range(len(self.elements) - 1, -1, -1):
            if self.elements[index].name in limit:
                break
            if self.elements[index].name in inner:
                cut = index
        return self._cut(cut)

    def _cut(self, index: int) -> list[Element]:
        closed = self.elements[index:][::-1]
        del self.elements[index:]
        for element in closed:
            self._open[element.name] -= 1
        return closed
