"""From a dossier to a folder of pages: the order in which they are made."""

from collections.abc import Iterator
from pathlib import Path

from variorum.dossier import Dossier
from variorum.edition.account_inputs import account_pages
from variorum.edition.cast import cast
from variorum.edition.concordance import concordance
from variorum.edition.context import Quotation, quotations
from variorum.edition.disagreements_page import disagreements_pages
from variorum.edition.drawings import families_page, map_page, timeline_page
from variorum.edition.entity_lists import entity_lists
from variorum.edition.entity_page import entity_pages
from variorum.edition.finding_page import finding_pages
from variorum.edition.lists import finding_lists
from variorum.edition.overview import made_page, overview_page
from variorum.edition.parallels_page import parallels_page
from variorum.edition.press import assets
from variorum.edition.shelf import Page, Published, shelve
from variorum.edition.standing_page import standing_page
from variorum.edition.survey import quoted_passages, survey
from variorum.edition.synopsis_page import synopsis_pages
from variorum.edition.translation_page import translation_pages
from variorum.model.passage import Passage


def publish(dossier: Dossier, folder: Path) -> Published:
    """Write the edition of a dossier into ``folder``; only pages that changed are written.

    The same records give the same bytes, whenever and wherever. Raises ``OSError`` when the folder
    cannot be written to.
    """
    return shelve(_pages(dossier), folder)


def _pages(dossier: Dossier) -> Iterator[Page]:
    """All pages, source by source; the overview last, so that it never links to what is not there."""
    known = survey(dossier)
    told = cast(known, dossier)
    shared = concordance(known, dossier)
    quoted: dict[Passage, Quotation] = {}
    yield from assets()
    wanted = quoted_passages(known)
    for source in sorted(known.homes.keys() | wanted.keys()):
        text = dossier.text(source)
        quoted |= quotations(known, text, wanted.get(source, ()))
        transcript = dossier.transcript(source)
        if transcript is not None:
            yield from account_pages(known, told, shared, transcript)
    yield from finding_pages(known, told, shared, dossier, quoted)
    yield from synopsis_pages(known, shared)
    yield from translation_pages(known, shared, dossier.text)
    yield from finding_lists(known)
    yield from disagreements_pages(known, told, dossier)
    yield from entity_pages(known, told)
    yield from entity_lists(known, told)
    yield timeline_page(known, told)
    yield map_page(known, told)
    yield families_page(known, told)
    yield made_page(known, dossier)
    yield parallels_page(known, shared)
    yield standing_page(known, told)
    yield overview_page(known, told, shared, dossier)
