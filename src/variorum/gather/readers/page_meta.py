"""What a web page says of itself: meta tags, linked data, the comment a browser leaves in saving it."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

MAX_LINKED_DATA = 500_000
"""Characters of linked data that are looked at."""

_NAMES = {
    "title": ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title"),
    "author": (
        "author",
        "citation_author",
        "dc.creator",
        "dcterms.creator",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "byl",
    ),
    "date": (
        "article:published_time",
        "citation_publication_date",
        "datepublished",
        "dc.date",
        "dcterms.date",
        "dc.date.issued",
        "pubdate",
        "publishdate",
        "parsely-pub-date",
        "sailthru.date",
        "date",
    ),
    "publisher": (
        "og:site_name",
        "publisher",
        "citation_journal_title",
        "dc.publisher",
        "dcterms.publisher",
        "application-name",
    ),
    "language": ("content-language", "dc.language", "og:locale"),
    "url": ("og:url",),
}
_LINKED = {
    "title": ("headline", "name"),
    "author": ("author", "creator"),
    "date": ("datePublished", "dateCreated"),
    "publisher": ("publisher",),
    "language": ("inLanguage",),
    "url": ("url", "mainEntityOfPage"),
}
_WORKS = re.compile(r"(?:\w*Article|BlogPosting|Report|Review|Chapter|CreativeWork|WebPage|Book)\Z")
_SAVED = re.compile(r"saved from url=\(\d{1,6}\)(\S{1,2000})|\burl:\s{0,9}(https?://\S{1,2000})")


def page_meta(
    tags: Sequence[tuple[str, str]],
    title: str,
    language: str,
    canonical: str,
    linked: Sequence[str],
    comments: Sequence[str],
) -> list[tuple[str, str]]:
    """One value each of title, author, date, publisher, language and url, where the page names one.

    ``tags`` are the meta tags' (name, content), ``title`` and ``language`` those of the page,
    ``linked`` its JSON-LD scripts, ``comments`` its comments. What is made for machines to read comes
    first; an address is not taken for a name.
    """
    works = list(_works(linked))
    saved = (found for found in map(_SAVED.search, comments) if found)
    address = next((found[1] or found[2] for found in saved), "")
    own = {"title": title, "language": language, "url": canonical or address}
    result = []
    for key, names in _NAMES.items():
        candidates = [own[key]] if key in ("language", "url") else []
        candidates += [content for name in names for tag, content in tags if tag == name]
        candidates += [_text(work.get(name)) for name in _LINKED[key] for work in works]
        candidates += [own.get(key, "")]
        plain = (c.strip() for c in candidates)
        if value := next((c for c in plain if c and (key == "url" or "://" not in c)), ""):
            result.append((key, value.replace("_", "-") if key == "language" else value))
    return result


def _works(linked: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The descriptions of articles in linked data, wherever they stand in it."""
    for script in linked:
        if len(script) > MAX_LINKED_DATA:
            continue
        try:
            waiting = [json.loads(script)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting[:0] = item[:100]
            elif isinstance(item, dict):
                kinds = item.get("@type")
                names = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(n, str) and _WORKS.match(n) for n in names):
                    yield item
                if isinstance(item.get("@graph"), list):
                    waiting[:0] = item["@graph"][:100]


def _text(value: Any) -> str:
    """A name out of linked data: a text, a thing's name, or several of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        name = value.get("name", value.get("@id", ""))
        return name if isinstance(name, str) else ""
    if isinstance(value, list):
        return "; ".join(
            text for item in value[:20] if not isinstance(item, list) and (text := _text(item))
        )
    return ""
