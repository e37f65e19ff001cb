"""What an element of a web page says about the text in it: from its name, attributes and classes."""

import re
from collections.abc import Mapping

Sign = tuple[str, str]
"""A mark's kind and detail."""

NAVIGATION_ELEMENTS = frozenset(("nav", "menu"))
PAGE_EDGES = frozenset(("header", "footer", "aside"))
"""Navigation unless they stand inside an article: there they hold its heading, byline or box."""
NAVIGATION_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar"))
FORM_ELEMENTS = frozenset(("form", "button", "select", "textarea", "fieldset", "datalist"))
EMPHASIS = frozenset(("em", "i", "b", "strong", "cite", "u", "mark", "small", "dfn"))
SECTIONS = frozenset(("html", "body", "main", "article", "section"))
"""Elements that are never taken for navigation by a class: templates name their columns there."""

_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.I)
_PRE_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_HIDDEN_CLASS = re.compile(
    r"(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|hidden|d-none|is-hidden)", re.I
)
_NAVIGATION_CLASS = re.compile(
    r"(?:[a-z]+[-_]+)?(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|pagination|pager|masthead"
    r"|footer|cookies?|cookie-(?:banner|notice|consent)|newsletter|share(?:-?bar|-buttons|daddy)?"
    r"|social(?:-links|-share|-media)?|related(?:-posts|-articles|-stories)?|tag-?cloud|widget(?:-area)?"
    r"|toolbar|skip-link|jump-link|mw-editsection|blogroll)",
    re.I,
)
_FORM_CLASS = re.compile(
    r"(?:comment-?form|comment-?respond|respond|reply-?form|search-?form)", re.I
)
_COMMENT_CLASS = re.compile(
    r"(?:comments?|comment-?list|comment-?body|comment-?content|comments-(?:area|section)"
    r"|disqus_thread|user-?comments?)",
    re.I,
)
_CAPTION_CLASS = re.compile(
    r"(?:wp-)?caption(?:-text)?|(?:photo|image|img|picture|figure|media|thumb)[-_]?(?:caption|credit)"
    r"|thumbcaption|gallerytext|cutline",
    re.I,
)
_BYLINE_CLASS = re.compile(
    r"by-?line(?:[-_]\w+)?|(?:entry|post|article|story|meta|comment)?[-_]{0,2}author(?:[-_]?name)?|p-author"
    r"|dc-creator|contributor(?:-name)?|written-by",
    re.I,
)
_TIME_CLASS = re.compile(
    r"date-?line|(?:entry|post|article|story|published|publish|pub)[-_]?(?:date|time|on)|published"
    r"|timestamp|dt-published|date",
    re.I,
)
_ARTICLE_CLASS = re.compile(
    r"hentry|h-entry|(?:blog-?|forum-?|topic-?)?post(?:-\d{1,12})?|post_message_\d{1,12}", re.I
)
_SHOWN_LATER = re.compile(
    r"(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline[\w-]*|table[\w-]*)|d-(?:sm|md|lg|xl|xxl)-(?!none)[\w-]+"
)
_QUOTE_CLASS = re.compile(r"(?:block|pull)-?quote", re.I)
_NOTE_ID = re.compile(
    r"_?(?:fn|ftn|edn|note|cite_note|footnote|endnote)[-_:.]?[\w.-]{0,40}\d\w?", re.I
)
_NOTE_ROLE = re.compile(r"doc-(?:footnote|endnote)|(?:foot|end|rear)notes?", re.I)
_LISTINGS = frozenset(("li", "tr", "table"))


def signs(name: str, attributes: Mapping[str, str], in_article: bool) -> list[Sign]:
    """What the element says of its text; ``in_article`` when it stands inside an article or main."""
    found: list[Sign] = list(_by_name(name, attributes, in_article))
    if not attributes:
        return found
    kinds = {kind for kind, _ in found}
    for kind, detail in (*_by_role(attributes), *_by_class(name, attributes)):
        if kind not in kinds:
            kinds.add(kind)
            found.append((kind, detail))
    if language := attributes.get("lang") or attributes.get("xml:lang"):
        found.append(("language", language.strip()))
    return found


def xml_signs(name: str, attributes: Mapping[str, str]) -> list[Sign]:
    """The same for XML that is not HTML, by the names TEI and FictionBook have in common with others."""
    simple = {
        "head": ("heading", "2"),
        "title": ("emphasis", "title"),
        "teiheader": ("hidden", "teiHeader"),
        "description": ("hidden", "description"),
        "quote": ("quotation", ""),
        "cite": ("quotation", ""),
        "note": ("footnote", attributes.get("n", "")),
        "item": ("list_item", ""),
        "byline": ("byline", "byline"),
        "hi": ("emphasis", attributes.get("rend", "")),
        "emphasis": ("emphasis", ""),
        "date": ("time", attributes.get("when", "")),
    }
    found = [simple[name]] if name in simple else []
    if language := attributes.get("xml:lang", ""):
        found.append(("language", language.strip()))
    return found


def keeps_space(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether white space in the element is shown as it stands."""
    return name in ("pre", "textarea", "listing", "plaintext") or bool(
        _PRE_STYLE.search(attributes.get("style", ""))
    )


def _by_name(name: str, attributes: Mapping[str, str], in_article: bool) -> list[Sign]:
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return [("heading", name[1])]
    if name in NAVIGATION_ELEMENTS or (name in PAGE_EDGES and not in_article):
        return [("navigation", name)]
    if name in FORM_ELEMENTS:
        return [("form", name)]
    if name in EMPHASIS:
        return [("emphasis", name)]
    simple = {
        "li": "list_item",
        "blockquote": "quotation",
        "article": "article",
        "figcaption": "caption",
        "caption": "caption",
        "pre": "preformatted",
        "template": "hidden",
        "noscript": "hidden",
        "head": "hidden",
    }
    if name in simple:
        return [(simple[name], name if simple[name] == "hidden" else "")]
    if name in ("ins", "del", "s", "strike"):
        return [("inserted" if name == "ins" else "deleted", attributes.get("datetime", ""))]
    if name == "time":
        return [("time", attributes.get("datetime", ""))]
    if name == "address":
        return [("byline", "address")] if in_article else []
    href = attributes.get("href", "")
    if name == "a" and href:
        target = href[1:60]
        to_note = href[0] == "#" and "ref" not in target.lower() and _NOTE_ID.fullmatch(target)
        return [("link", href), *([("footnote_marker", href)] if to_note else [])]
    if name == "sup":
        return [("footnote_marker", "sup")]
    return []


def _by_role(attributes: Mapping[str, str]) -> list[Sign]:
    found: list[Sign] = []
    style = attributes.get("style", "")
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        found.append(("hidden", "hidden" if "hidden" in attributes else "aria-hidden"))
    elif style and _HIDDEN_STYLE.search(style):
        found.append(("hidden", "style"))
    role = attributes.get("role", "").lower()
    if role in NAVIGATION_ROLES:
        found.append(("navigation", role))
    elif role == "article":
        found.append(("article", role))
    elif role == "heading":
        found.append(("heading", attributes.get("aria-level", "2")[:1]))
    note = f"{role} {attributes.get('epub:type', '')}"
    if "noteref" in note:
        found.append(("footnote_marker", attributes.get("href", "")))
    elif _NOTE_ROLE.search(note):
        found.append(("footnote", attributes.get("id", "")))
    rel, property_ = attributes.get("rel", "").lower(), attributes.get("itemprop", "").lower()
    if "author" in rel.split() or property_ in ("author", "creator"):
        found.append(("byline", "rel=author" if rel else f"itemprop={property_}"))
    if property_ in ("datepublished", "datecreated", "datemodified"):
        date = attributes.get("datetime") or attributes.get("content", "")
        found.append(("time", date))
    kind = attributes.get("itemtype", "").rpartition("/")[2]
    if kind == "Comment":
        found.append(("comment", "itemtype"))
    elif kind in ("Article", "NewsArticle", "BlogPosting", "Review", "Chapter"):
        found.append(("article", kind))
    return found


def _by_class(name: str, attributes: Mapping[str, str]) -> list[Sign]:
    words = [*attributes.get("class", "").split()[:50], *attributes.get("id", "").split()[:1]]
    found: list[Sign] = []
    wider = any(_SHOWN_LATER.fullmatch(word[:60]) for word in words)  # shown on larger screens
    for word in (word[:60] for word in words):
        if _HIDDEN_CLASS.fullmatch(word) and not wider:
            found.append(("hidden", word))
        elif name in ("html", "body", "main"):
            continue
        elif _FORM_CLASS.fullmatch(word):
            found.append(("form", word))
        elif _COMMENT_CLASS.fullmatch(word):
            found.append(("comment", word))
        elif name in SECTIONS:
            continue
        elif _NAVIGATION_CLASS.fullmatch(word):
            found.append(("navigation", word))
        elif _CAPTION_CLASS.fullmatch(word):
            found.append(("caption", word))
        elif _BYLINE_CLASS.fullmatch(word):
            found.append(("byline", f"class={word}"))
        elif _TIME_CLASS.fullmatch(word) and name not in _LISTINGS:
            found.append(("time", ""))
        elif _QUOTE_CLASS.fullmatch(word):
            found.append(("quotation", word))
        elif _ARTICLE_CLASS.fullmatch(word) and name in ("div", "li", "td", "tr", "table"):
            found.append(("article", word))
    if name in ("li", "div", "p", "aside", "dd") and _NOTE_ID.fullmatch(
        attributes.get("id", "")[:60]
    ):
        found.append(("footnote", attributes["id"]))
    return found
