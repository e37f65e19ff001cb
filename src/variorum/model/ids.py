"""Ids that are hashes of content, so that the same finding has the same id in every rebuild."""

import hashlib
import json
from collections.abc import Iterable

ID_BITS = 80
"""Length of an id's hash: among 10^9 ids the chance of any collision is below 10^-6."""


def digest(*parts: object) -> str:
    """The SHA-256 of ``parts`` as hexadecimal; parts are strings, numbers, None or lists of them."""
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def content_id(prefix: str, *parts: object) -> str:
    """An id such as ``d_5f0c…``: the prefix tells the kind, the rest is the hash of ``parts``."""
    return f"{prefix}_{digest(*parts)[: ID_BITS // 4]}"


def combined(digests: Iterable[str]) -> str:
    """One digest for many, independent of their order (a set has no order)."""
    return digest(sorted(digests))
