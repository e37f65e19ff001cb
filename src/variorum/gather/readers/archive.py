"""Zip archives as they come from strangers: members are read by name, within limits, never unpacked."""

import io
import zipfile

from lxml import etree

from variorum.gather.readers.draft import Unreadable

MAX_MEMBER_BYTES = 100_000_000
MAX_TOTAL_BYTES = 300_000_000
"""What one member, and all that are read of one archive, may unpack to."""
MAX_RATIO = 200
"""A member may unpack to this many times its size (a book of blank lines reaches 100, a bomb 1,000)…"""
SMALL_BYTES = 1_000_000
"""…unless it stays below this size."""
MAX_MEMBERS = 50_000


class Archive:
    """An archive's members by name. A name is a key and never becomes a path."""

    def __init__(self, data: bytes) -> None:
        """Raises ``Unreadable`` when it is damaged, encrypted or has too many members."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable("is damaged or cut off; copy it again from where it came") from error
        self._members = {info.filename: info for info in self._zip.infolist()[:MAX_MEMBERS]}
        self._left = MAX_TOTAL_BYTES
        if any(info.flag_bits & 1 for info in self._members.values()):
            raise Unreadable("is encrypted; save it without a password and build again")

    def names(self) -> list[str]:
        """The members' names, in the archive's order."""
        return list(self._members)

    def read(self, name: str) -> bytes | None:
        """A member's bytes, or None when there is none of that name. Raises ``Unreadable``."""
        info = self._members.get(name)
        if info is None:
            return None
        limit = min(MAX_MEMBER_BYTES, self._left, max(SMALL_BYTES, MAX_RATIO * info.compress_size))
        try:
            with self._zip.open(info) as file:
                data = file.read(limit + 1)  # counted, for the size an archive states may be a lie
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise Unreadable("is damaged or cut off; copy it again from where it came") from error
        except Exception as error:  # zlib.error and the like: one kind for each packing method
            raise Unreadable("is damaged or cut off; copy it again from where it came") from error
        if len(data) > limit:
            raise Unreadable(
                "unpacks to far more than such a file should hold and was not read; save its text anew"
            )
        self._left -= len(data)
        return data


def parse_xml(data: bytes) -> etree._Element:
    """The root of an XML part; entities are not expanded, nothing is loaded. Raises ``Unreadable``."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(
            "is damaged (broken XML); open it, save it again and build again"
        ) from error
    if root is None:
        raise Unreadable("is damaged (broken XML); open it, save it again and build again")
    return root
